import type { Common, SearchedSystem } from '#domain/case/state.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import type { OfRecord } from '#domain/findings/knowledge.ts';
import { itemId } from '#domain/review/item.ts';
import { adoptedItems, rejectedItems } from '#domain/review/ownership.ts';
import type { Findings } from '#store/findings.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { pagesThatCount } from './case-standings.ts';

/**
 * Makes a function that tells whether staff adopted a record. The log names adopted records only by a keyed hash of
 * their id.
 */
export function isAdoptedIn(
  { review }: Pick<Common, 'review'>,
  { caseKey }: Pick<SubjectProfile, 'caseKey'>,
): OfRecord {
  const adopted = adoptedItems(review);
  return (system, record) => {
    const items = adopted.get(system);
    return items !== undefined && items.has(itemId(caseKey, system, record));
  };
}

/** Makes a function that tells whether staff rejected a record of which other records are parts. */
export function isRejectedIn(
  { review }: Pick<Common, 'review'>,
  { caseKey }: Pick<SubjectProfile, 'caseKey'>,
): OfRecord {
  const rejected = rejectedItems(review);
  return (system, record) => {
    const items = rejected.get(system);
    return items !== undefined && items.size > 0 && items.get(itemId(caseKey, system, record))?.parts === true;
  };
}

/** The adopted records of a system, by the ids under which earlier searches stored them. */
export async function adoptedRecords(
  findings: Findings,
  common: Pick<Common, 'caseId' | 'review'>,
  profile: Pick<SubjectProfile, 'caseKey'>,
  system: Pick<SearchedSystem, 'id' | 'replies'>,
): Promise<readonly RecordKey[]> {
  if (!adoptedItems(common.review).has(system.id)) return [];
  const isAdopted = isAdoptedIn(common, profile);
  const found = new Map<string, RecordKey>();
  for await (const page of pagesThatCount(findings, common.caseId, system))
    for (const { resource, id } of [...page.findings, ...page.disputed, ...page.possible, ...page.unplaced])
      if (isAdopted(system.id, { resource, id })) found.set(keyText({ resource, id }), { resource, id });
  return [...found.values()];
}
