import type { EntryOf, ReviewEntry } from './entry.ts';
import { hasAll, inOrder, type PageRange } from './pages.ts';

/**
 * Whether the decisions in force on the present version of an item cover the whole item, so that nobody has to look at
 * it again. `entries`: the decisions on this item, without alike decisions.
 *
 * If the answer contains a part of the item, it also contains the documents of the item. So each document must have
 * been opened by somebody who decided on the item, or be withheld as a whole. If the withholding is taken back, the
 * item is open again.
 */
export function isSettled(entries: readonly ReviewEntry[]): boolean {
  if (entries.some(decidesWhole)) return true;
  const giving = entries.filter(isGiving);
  const withheld = withheldDocuments(entries);
  const isLeftOut = (document: string, pages: readonly PageRange[]): boolean =>
    hasAll(withheldPages(entries, document), pages);
  const isOpened = (document: string): boolean =>
    withheld.has(document) ||
    giving.some(({ unopened = [], unseen = [] }) => {
      const partly = unseen.find((one) => one.document === document);
      return !unopened.includes(document) && (partly === undefined || isLeftOut(document, partly.pages));
    });
  return (
    giving.length > 0 &&
    giving.every(({ unopened = [], unseen = [] }) =>
      [...unopened, ...unseen.map(({ document }) => document)].every(isOpened),
    )
  );
}

/** The documents that are left out as a whole. A document of which only pages are left out must be opened. */
export function withheldDocuments(entries: readonly ReviewEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) => (entry.do === 'withhold' && entry.part.of === 'document' ? [entry.part.document] : [])),
  );
}

/** The pages of a document that are left out. */
export function withheldPages(entries: readonly ReviewEntry[], document: string): readonly PageRange[] {
  return inOrder(
    entries.flatMap((entry) =>
      entry.do === 'withhold' && entry.part.of === 'pages' && entry.part.document === document ? [entry.part] : [],
    ),
  );
}

function decidesWhole(entry: ReviewEntry): boolean {
  switch (entry.do) {
    case 'adopt':
    case 'reject':
      return true;
    case 'withhold':
      return entry.part.of === 'record';
    case 'release':
    case 'mask':
    case 'mask-alike':
    case 'withhold-alike':
    case 'not-by-rule':
      return false;
  }
}

/** A decision after which the answer has at least a part of the item. */
function isGiving(entry: ReviewEntry): entry is EntryOf<'release' | 'mask' | 'withhold'> {
  switch (entry.do) {
    case 'release':
    case 'mask':
    case 'withhold':
      return true;
    case 'adopt':
    case 'reject':
    case 'mask-alike':
    case 'withhold-alike':
    case 'not-by-rule':
      return false;
  }
}
