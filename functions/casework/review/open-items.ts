import type { Waiting } from '#domain/case/answer/commands.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { copiesOn } from './copies-on.ts';
import { versionsDecided } from './decided-items.ts';
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
  const decided = versionsDecided((await copiesOn(means.sheets, state, index)).entries);
  const isLeftOut = kindsLeftOut(state);
  const ids = new Set<string>();
  const bySystem: Waiting[] = [];
  for (const { id: system, toSee } of index.systems) {
    const before = ids.size;
    for (let number = toSee.first; number < toSee.first + toSee.pages; number += 1)
      for (const { id, version, resource } of (await means.sheets.page(source, 'to-see', number)).rows)
        if (decided.get(id)?.has(version) !== true && !isLeftOut(system, resource)) ids.add(id);
    if (ids.size > before) bySystem.push({ system, items: ids.size - before });
  }
  return { ids, bySystem };
}
