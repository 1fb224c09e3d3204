import { Readable } from 'node:stream';
import type { StoredCut } from '#answer/answer.ts';
import { cutDocument, type CutDocument } from '#answer/documents/cut-document.ts';
import { mostDocumentBytes } from '#answer/documents/show-page.ts';
import type { StoredAttachment } from '#domain/findings/finding.ts';
import type { PageRange } from '#domain/review/pages.ts';
import type { Findings } from '#store/findings.ts';
import { cutFactsSchema, cutKeys, storedCut, type CutFacts } from './stored-cut.ts';

/** A stored copy of a document, or why there is none. */
export type MadeCut =
  | ({ readonly kind: 'cut'; readonly pages: number } & StoredCut)
  | Exclude<CutDocument, { readonly kind: 'cut' }>;

/**
 * Makes and stores a copy of a document without these pages, unless there is one. The document itself stays. What is
 * known about the copy is stored last: if the process is killed, the next one makes the same objects again.
 */
export async function makeCut(
  findings: Findings,
  document: StoredAttachment,
  without: readonly PageRange[],
): Promise<MadeCut> {
  const known = await storedCut(findings, document, without);
  if (known !== undefined) return { kind: 'cut', ...known };
  if (document.bytes > mostDocumentBytes) return { kind: 'cannot', reason: 'too-large' };
  const content = await findings.wholeDocument(document.key);
  if (content === undefined) throw new Error('a document of the sheet is not stored');
  const made = await cutDocument(content, without);
  if (made.kind !== 'cut') return made;
  const { key, textKey, factsKey } = cutKeys(document, without);
  const store = async (at: string, bytes: Uint8Array): ReturnType<Findings['putDocument']> =>
    await findings.putDocument(at, Readable.from([Buffer.from(bytes)], { objectMode: false }));
  const file = await store(key, made.pdf);
  await store(textKey, Buffer.from(made.text));
  const facts: CutFacts = { v: 1, pages: made.pages, ...file };
  await store(factsKey, Buffer.from(JSON.stringify(cutFactsSchema.parse(facts))));
  return { kind: 'cut', key, textKey, pages: made.pages, ...file };
}
