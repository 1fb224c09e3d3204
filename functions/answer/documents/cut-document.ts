import type { PageRange } from '#domain/review/pages.ts';
import { pdfThread } from './pdf.ts';
import type { PdfAnswer } from './pdfium.ts';
import { isPdf, mostDocumentBytes } from './show-page.ts';

/** A copy of a document without some of its pages, or why there is none. */
export type CutDocument = Extract<
  PdfAnswer,
  { readonly kind: 'cut' | 'no-page' | 'no-page-left' | 'cannot' | 'cannot-cut' }
>;

/** API Gateway waits 30 seconds for a response. */
const mostMilliseconds = 20_000;

const pdf = pdfThread();

/** Makes a copy of a document without some of its pages. Only a PDF file can be copied without pages. */
export async function cutDocument(content: Uint8Array, without: readonly PageRange[]): Promise<CutDocument> {
  if (content.length > mostDocumentBytes) return { kind: 'cannot', reason: 'too-large' };
  if (!isPdf(content)) return { kind: 'cannot', reason: 'unknown-type' };
  const answer = await pdf.ask(content, { as: 'cut', without }, mostMilliseconds);
  if (answer.kind === 'image' || answer.kind === 'text') throw new Error('a copy was asked for, and a page was given');
  return answer;
}
