import { entriesInForce, type EntryOf, type ReviewEntry, type ReviewGroup } from './entry.ts';

/** Adopted records of one system: the id of the item, and the versions in which staff adopted it. */
export type AdoptedItems = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The records that staff adopted as the person's, by system. An adoption counts until it is taken back, whatever else
 * is decided. If the record changes, its item is open again.
 */
export function adoptedItems(groups: readonly ReviewGroup[]): ReadonlyMap<string, AdoptedItems> {
  const adopted = new Map<string, Map<string, Set<string>>>();
  for (const { system, item, version } of entriesInForce(groups).filter(isAdoption)) {
    const items = adopted.get(system) ?? new Map<string, Set<string>>();
    adopted.set(system, items.set(item, (items.get(item) ?? new Set()).add(version)));
  }
  return adopted;
}

/**
 * The decisions by which staff rejected records as not the person's, by system and by the id of the item. A rejection
 * counts until it is taken back, or until staff decide otherwise on a later version of the record.
 */
export function rejectedItems(
  groups: readonly ReviewGroup[],
): ReadonlyMap<string, ReadonlyMap<string, EntryOf<'reject'>>> {
  const rejected = new Map<string, Map<string, EntryOf<'reject'>>>();
  for (const entry of entriesInForce(groups)) {
    if (!('item' in entry)) continue;
    const items = rejected.get(entry.system) ?? new Map<string, EntryOf<'reject'>>();
    const before = items.get(entry.item);
    if (entry.do === 'reject') items.set(entry.item, entry);
    else if (before !== undefined && before.version !== entry.version) items.delete(entry.item);
    rejected.set(entry.system, items);
  }
  return rejected;
}

/** Whether a decision says that a possible or disputed record is the person's. */
export function isAdoption(entry: ReviewEntry): entry is EntryOf<'adopt'> {
  return entry.do === 'adopt';
}

/**
 * Whether a decision changes which other records are the person's: those that belong to an adopted or to a rejected
 * record.
 */
export function movesOthers(entry: ReviewEntry): boolean {
  return isAdoption(entry) || (entry.do === 'reject' && entry.parts === true);
}
