import * as z from 'zod';
import type { StoredCut } from '#answer/answer.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { StoredAttachment } from '#domain/findings/finding.ts';
import { inOrder, type PageRange } from '#domain/review/pages.ts';
import type { Findings } from '#store/findings.ts';

/** The document that pages are left out of: its key in S3, and the hash of its content. */
export type CutOf = Pick<StoredAttachment, 'key' | 'sha256'>;

/** The facts about a copy. They are stored after the copy. `pages`: the number of pages of the whole document. */
export const cutFactsSchema = z.strictObject({
  v: z.literal(1),
  pages: z.number().int().positive(),
  bytes: z.number().int().positive(),
  sha256: z.string(),
});
export type CutFacts = Readonly<z.infer<typeof cutFactsSchema>>;

/**
 * The keys of a copy of a document without these pages. They begin with the key of the document, so the copy is erased
 * together with it.
 */
export function cutKeys(
  { key, sha256: content }: CutOf,
  without: readonly PageRange[],
): { readonly key: string; readonly textKey: string; readonly factsKey: string } {
  const name = `${key}.without-${sha256(canonical([content, [...inOrder(without)]])).slice(0, 32)}`;
  return { key: `${name}.pdf`, textKey: `${name}.txt`, factsKey: `${name}.json` };
}

/** The copy of a document without exactly these pages; `undefined` if nobody has made it. */
export async function storedCut(
  findings: Pick<Findings, 'wholeDocument'>,
  of: CutOf,
  without: readonly PageRange[],
): Promise<(StoredCut & Pick<CutFacts, 'pages'>) | undefined> {
  const { key, textKey, factsKey } = cutKeys(of, without);
  const stored = await findings.wholeDocument(factsKey);
  if (stored === undefined) return undefined;
  const { pages, bytes, sha256: hash } = cutFactsSchema.parse(JSON.parse(Buffer.from(stored).toString('utf8')));
  return { key, textKey, pages, bytes, sha256: hash };
}
