import { pdfThread } from './pdf.ts';
import { pictureOf } from './picture.ts';
import type { WhyNot } from './why-not.ts';

/**
 * One page of a document. `no-page`: the document has no page with this number. `cannot`: why staff must download the
 * document to look at it.
 */
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
/** A text document is shown in pages of this many UTF-16 code units. */
const textPage = 20_000;
/** The longest time for drawing a page. API Gateway waits 30 seconds for a response. */
const mostMilliseconds = 15_000;

const pdf = pdfThread();

/**
 * Shows page `page` (from 1) of a document. The type is recognised by the content, and only text by the media type.
 * Text is shown as text even if `as` is `image`. HTML is shown as its source, so that staff also see what a browser
 * would hide.
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
    if (answer.kind === 'cut' || answer.kind === 'no-page-left' || answer.kind === 'cannot-cut')
      throw new Error('a page was asked for, and none was given');
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

/**
 * Whether a file is a PDF file. Programs that read PDF files accept other bytes before `%PDF-`, so this function
 * accepts them too.
 */
export function isPdf(content: Uint8Array): boolean {
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
