import type { OpenedCase } from '#domain/case/state.ts';
import { entriesInForce, type ReviewEntry } from '#domain/review/entry.ts';
import { placesOf } from '#domain/review/sheet-index.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { copiesOn } from './copies-on.ts';
import { onItem } from './decided-items.ts';
import { sheetOf, type SheetMeans } from './sheet.ts';

/**
 * The decisions in force. Left out are decisions on an earlier version of their item, and decisions on items that are
 * no longer on the sheet. Alike decisions always count.
 */
export async function entriesThatCount(
  means: SheetMeans,
  state: OpenedCase,
  profile: SubjectProfile,
): Promise<readonly ReviewEntry[]> {
  const inForce = entriesInForce(state.common.review);
  if (inForce.every((entry) => onItem(entry).length === 0)) return inForce;
  const { index } = await sheetOf(means, state, profile);
  const { entries } = await copiesOn(means.sheets, state, index);
  const items = new Set(entries.flatMap((entry) => onItem(entry).map(({ item }) => item)));
  const versions = new Map<string, string>();
  for (const [digits, group] of Map.groupBy(items, (item) => placesOf(index, item))) {
    const { items: places } = await means.sheets.places(
      { caseId: state.common.caseId, madeFrom: index.madeFrom },
      digits,
    );
    for (const item of group) {
      const place = Object.hasOwn(places, item) ? places[item] : undefined;
      if (place !== undefined) versions.set(item, place[0]);
    }
  }
  return entries.filter((entry) => onItem(entry).every(({ item, version }) => versions.get(item) === version));
}
