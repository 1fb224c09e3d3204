import { pdfThread } from './pdf.ts';
import { pictureOf } from './picture.ts';
import type { WhyNot } from './why-not.ts';

/** One page of a document, or why a person must download the document to look at it. */
export type ShownPage =
  | {
      readonly kind: 'image';
      readonly pages: number;
      readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
      readonly content: Uint8Array;
    }
  | { readonly kind: 'text'; readonly pages: number; readonly text: string }
  | { readonly kind: 'no-page'; readonly pages: number }
  | { readonly kind: 'cannot'; readonly reason: WhyNot };

/** The most bytes of a document that is shown page by page. */
export const mostDocumentBytes = 50_000_000;
/** The most bytes of an image. Lambda allows 6 MB for a response, and base64 adds a third. */
const mostImageBytes = 4_000_000;
/** A browser needs four bytes of memory for each pixel. */
const mostPixels = 50_000_000;
/** UTF-16 code units of a text on one page. */
const textPage = 20_000;
/** API Gateway waits 30 seconds for a response. */
const mostMilliseconds = 15_000;

const pdf = pdfThread();

/**
 * Shows page `page` (from 1) of a document. Its type is told from its content; only a text is told by its media type. A
 * text is shown as text even if an image is asked for. HTML is shown as its source, which has what a browser would
 * hide.
 */
export async function showPage(
  content: Uint8Array,
  mediaType: string,
  page: number,
  as: 'image' | 'text',
): Promise<ShownPage> {
  if (content.length > mostDocumentBytes) return { kind: 'cannot', reason: 'too-large' };
  if (isPdf(content)) {
    const ask = as === 'image' ? ({ as, page, mostBytes: mostImageBytes } as const) : ({ as, page } as const);
    const answer = await pdf.ask(content, ask, mostMilliseconds);
    if (answer.kind !== 'image') return answer;
    return { kind: 'image', pages: answer.pages, mediaType: 'image/png', content: answer.png };
  }
  const picture = pictureOf(content);
  if (picture !== undefined) {
    if (content.length > mostImageBytes || picture.width * picture.height > mostPixels)
      return { kind: 'cannot', reason: 'too-large' };
    if (as === 'text') return { kind: 'cannot', reason: 'unknown-type' };
    return page > 1
      ? { kind: 'no-page', pages: 1 }
      : { kind: 'image', pages: 1, mediaType: picture.mediaType, content };
  }
  return /^(?:text\/|application\/json\b)/i.test(mediaType) && !content.includes(0)
    ? textPageOf(decoded(content), page)
    : { kind: 'cannot', reason: 'unknown-type' };
}

/** Readers of PDF files accept other bytes before the mark, so they are accepted here. */
function isPdf(content: Uint8Array): boolean {
  return Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 1024)).includes('%PDF-');
}

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

function textPageOf(text: string, page: number): ShownPage {
  const pages = Math.max(1, Math.ceil(text.length / textPage));
  if (page > pages) return { kind: 'no-page', pages };
  return { kind: 'text', pages, text: text.slice((page - 1) * textPage, page * textPage) };
}
