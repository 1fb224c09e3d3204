import type { OpenedCase } from '#domain/case/state.ts';
import type { Copies } from '#domain/review/copies.ts';
import { limitedItems } from '#domain/review/limited.ts';
import { placesOf, type SheetIndex } from '#domain/review/sheet-index.ts';
import type { ReviewSheets } from '#store/review-sheets.ts';
import { versionsDecided } from './decided-items.ts';

/** The index of the system in `SheetIndex.systems`, and the index of the kind in the system. */
interface OfKind {
  readonly system: number;
  readonly kind: number;
}

/**
 * The items that a rule would release although staff masked, withheld or rejected something of an earlier version, and
 * on whose present version nobody has decided. The earlier decisions do not count for it, so staff must decide again.
 */
export async function reopenedItems(
  sheets: ReviewSheets,
  { common }: OpenedCase,
  index: SheetIndex,
  { entries }: Pick<Copies, 'entries'>,
): Promise<ReadonlyMap<string, OfKind>> {
  const { caseId } = common;
  const decided = versionsDecided(entries);
  const reopened = new Map<string, OfKind>();
  for (const [digits, ids] of Map.groupBy(limitedItems(entries), (id) => placesOf(index, id))) {
    const { items } = await sheets.places({ caseId, madeFrom: index.madeFrom }, digits);
    for (const id of ids) {
      const place = Object.hasOwn(items, id) ? items[id] : undefined;
      if (place === undefined) continue;
      const [version, system, kind, rule] = place;
      if (rule !== null && decided.get(id)?.has(version) !== true) reopened.set(id, { system, kind });
    }
  }
  return reopened;
}

/** How many of these items are of one kind. */
export function countOfKind(items: ReadonlyMap<string, OfKind>, system: number, kind: number): number {
  return [...items.values()].filter((one) => one.system === system && one.kind === kind).length;
}
