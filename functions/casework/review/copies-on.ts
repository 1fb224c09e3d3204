import type { OpenedCase } from '#domain/case/state.ts';
import { copiesBy, type Copies } from '#domain/review/copies.ts';
import { entriesInForce } from '#domain/review/entry.ts';
import type { SheetIndex } from '#domain/review/sheet-index.ts';
import type { ReviewSheets } from '#store/review-sheets.ts';

/** Which items of a sheet are shown once for several, with the decisions in force on the case. */
export async function copiesOn(
  sheets: ReviewSheets,
  { common }: OpenedCase,
  { madeFrom, copies }: SheetIndex,
): Promise<Copies> {
  const groups = copies === undefined ? [] : (await sheets.copies({ caseId: common.caseId, madeFrom })).groups;
  return copiesBy(groups, entriesInForce(common.review));
}
