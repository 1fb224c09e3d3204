import type { Waiting } from '#domain/case/answer/commands.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { kindsNotByRule } from '#domain/review/by-rule.ts';
import { copiesOn } from './copies-on.ts';
import { versionsDecided } from './decided-items.ts';
import { countOfKind, reopenedItems } from './reopened-items.ts';
import { kindsLeftOut, sheetOf, sheetSource, type SheetMeans } from './sheet.ts';

/** The items on which staff must still decide. */
export interface OpenItems {
  readonly ids: ReadonlySet<string>;
  /** How many open items each system has. A system without an open item is left out. */
  readonly bySystem: readonly Waiting[];
}

/** No open items. */
export const noOpenItems: OpenItems = { ids: new Set(), bySystem: [] };

/**
 * Reads the open items of the sheet: the items on which staff must decide, without those on which they have decided.
 */
export async function openItems(means: SheetMeans, state: OpenedCase, profile: SubjectProfile): Promise<OpenItems> {
  const source = await sheetSource(means, state, profile);
  const { index } = await sheetOf(means, state, profile);
  const copies = await copiesOn(means.sheets, state, index);
  const { entries } = copies;
  const reopened = await reopenedItems(means.sheets, state, index, copies);
  const decided = versionsDecided(entries);
  const isLeftOut = kindsLeftOut(state);
  const ids = new Set<string>();
  const bySystem: Waiting[] = [];
  const isNotByRule = kindsNotByRule(entries);
  for (const [at, { id: system, kinds, all, toSee }] of index.systems.entries()) {
    const before = ids.size;
    const hasReopened = kinds.some((_, kind) => countOfKind(reopened, at, kind) > 0);
    const list = hasReopened || kinds.some(({ resource }) => isNotByRule(system, resource)) ? 'all' : 'to-see';
    const { first, pages } = list === 'all' ? all : toSee;
    for (let number = first; number < first + pages; number += 1)
      for (const { id, version, resource, rule } of (await means.sheets.page(source, list, number)).rows)
        if (rule !== null && !isNotByRule(system, resource) && !reopened.has(id)) continue;
        else if (decided.get(id)?.has(version) !== true && !isLeftOut(system, resource)) ids.add(id);
    if (ids.size > before) bySystem.push({ system, items: ids.size - before });
  }
  return { ids, bySystem };
}
