import { entriesInForce, type ReviewEntry, type ReviewGroup } from './entry.ts';

/** Adopted records of one system: the id of the item, and the versions in which staff adopted it. */
export type AdoptedItems = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The records that staff adopted as the person's, by system. An adoption counts until it is taken back, whatever else is
 * decided: if the record changes, its item is open again.
 */
export function adoptedItems(groups: readonly ReviewGroup[]): ReadonlyMap<string, AdoptedItems> {
  const adopted = new Map<string, Map<string, Set<string>>>();
  for (const { system, item, version } of entriesInForce(groups).filter(isAdoption)) {
    const items = adopted.get(system) ?? new Map<string, Set<string>>();
    adopted.set(system, items.set(item, (items.get(item) ?? new Set()).add(version)));
  }
  return adopted;
}

/** Whether a decision says that a possible or disputed record is the person's. */
export function isAdoption(entry: ReviewEntry): entry is Extract<ReviewEntry, { readonly do: 'adopt' }> {
  return entry.do === 'adopt';
}
