import type { OpenedCase } from '#domain/case/state.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import type { Copies } from '#domain/review/copies.ts';
import { isSettled } from '#domain/review/settled.ts';
import { placesOf, type KindCounts, type SheetIndex } from '#domain/review/sheet-index.ts';
import type { ReviewSheets } from '#store/review-sheets.ts';

/** Counts of the items of one kind of record on whose present version staff have decided. */
export interface DecidedCounts {
  readonly seen: number;
  /** How many of these items a rule would release without a decision. */
  readonly seenByRule: number;
}

/**
 * The versions of items on which staff decided as a whole, by the id of the item. An alike decision names no item, so
 * it is not included.
 */
export function versionsDecided(entries: readonly ReviewEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const versions = new Map<string, Set<string>>();
  const named = entries.flatMap((entry) => onItem(entry).map((on) => ({ ...on, entry })));
  for (const [item, ofItem] of Map.groupBy(named, (one) => one.item))
    for (const [version, decided] of Map.groupBy(ofItem, (one) => one.version))
      if (isSettled(decided.map(({ entry }) => entry)))
        versions.set(item, (versions.get(item) ?? new Set()).add(version));
  return versions;
}

/** The item and the version that a decision names. */
export function onItem(entry: ReviewEntry): readonly { readonly item: string; readonly version: string }[] {
  switch (entry.do) {
    case 'release':
    case 'mask':
    case 'withhold':
    case 'adopt':
    case 'reject':
      return [{ item: entry.item, version: entry.version }];
    case 'mask-alike':
    case 'withhold-alike':
    case 'not-by-rule':
      return [];
  }
}

/**
 * How many items of a kind are open, seen, and released by rule. `reopened`: on how many staff must decide again
 * (`reopenedItems`). `isNotByRule`: staff decided that no rule releases the kind.
 */
export function openCounts(
  { items, toSee }: Pick<KindCounts, 'items' | 'toSee'>,
  { seen, seenByRule }: DecidedCounts,
  reopened: number,
  isNotByRule: boolean,
): { readonly open: number; readonly seen: number; readonly byRule: number } {
  return isNotByRule
    ? { open: items - seen, seen, byRule: 0 }
    : { open: toSee - (seen - seenByRule) + reopened, seen, byRule: items - toSee - seenByRule - reopened };
}

/**
 * Counts the items on which staff have decided. A decision on an earlier version, or on an item that is no longer on
 * the sheet, does not count.
 */
export async function decidedItems(
  sheets: ReviewSheets,
  state: OpenedCase,
  index: SheetIndex,
  { entries }: Pick<Copies, 'entries'>,
): Promise<{ of(system: number, kind: number): DecidedCounts }> {
  const { caseId } = state.common;
  const groups = new Map<string, (readonly [string, ReadonlySet<string>])[]>();
  for (const one of versionsDecided(entries)) {
    const digits = placesOf(index, one[0]);
    const group = groups.get(digits);
    if (group === undefined) groups.set(digits, [one]);
    else group.push(one);
  }
  const counts = new Map<string, DecidedCounts>();
  const none = { seen: 0, seenByRule: 0 };
  for (const [digits, decided] of groups) {
    const { items } = await sheets.places({ caseId, madeFrom: index.madeFrom }, digits);
    for (const [item, versions] of decided) {
      const place = Object.hasOwn(items, item) ? items[item] : undefined;
      if (place === undefined) continue;
      const [version, system, kind, rule] = place;
      if (!versions.has(version)) continue;
      const { seen, seenByRule } = counts.get(`${system}/${kind}`) ?? none;
      counts.set(`${system}/${kind}`, { seen: seen + 1, seenByRule: seenByRule + (rule === null ? 0 : 1) });
    }
  }
  return { of: (system, kind) => counts.get(`${system}/${kind}`) ?? none };
}
