import type { EventOf } from '#domain/case/events.ts';
import type { Search, Common } from '#domain/case/state.ts';
import { countsBy, evidenceOf } from '#domain/findings/counts.ts';
import type { Findings } from '#store/findings.ts';
import type { Records } from '../commit/casework.ts';
import { knownIdentifiers, rejectedIn } from './known-identifiers.ts';
import { pagesThatCount, standingsOfCase } from './case-standings.ts';

/**
 * Counts the records of each system again at the screening, with the identifiers that are known now, so that staff see
 * the counts of the records that the package will contain. If no count can have changed since the searches ended, the
 * function reads nothing and returns an empty list.
 */
export async function settledSearches(
  records: Pick<Records, 'profiles'>,
  findings: Findings,
  common: Common,
  search: Search,
): Promise<EventOf<'screened'>['settled']> {
  if (!mayHaveChanged(search)) return [];
  const profile = await records.profiles.get(common.caseId);
  if (profile === undefined) throw new Error('a case that is being screened has no subject profile');
  const standingIn = await standingsOfCase(
    findings,
    { caseId: common.caseId, systems: search.systems },
    knownIdentifiers(common, search, profile, search.wave),
  );
  const settled: EventOf<'screened'>['settled'] = [];
  for (const system of search.systems.filter(({ mode, deliveredIn }) => mode === 'automatic' && deliveredIn === null)) {
    const counts = countsBy(standingIn(system.id));
    for await (const page of pagesThatCount(findings, common.caseId, system))
      if (page.wave > 0) counts.add(evidenceOf(page));
    for (const reply of system.replies) {
      const { resources, ...now } = counts.wave(reply.wave);
      if (reply.wave > 0 && (isAny(reply) || isAny(now)))
        settled.push({ system: system.id, wave: reply.wave, ...now, resources: [...resources] });
    }
  }
  return settled;
}

/**
 * Whether counts at the screening can differ from the counts in the log. The counts can differ after a second wave or
 * after a rejected identifier. The counts can also differ if several systems returned records, because records of two
 * systems can contradict each other.
 */
export function mayHaveChanged(search: Search): boolean {
  if (search.wave > 1 || rejectedIn(search).length > 0) return true;
  return search.systems.filter(({ replies }) => replies.some((reply) => reply.wave > 0 && isAny(reply))).length > 1;
}

/** Whether a result counts at least one record, including unreadable records. */
function isAny({
  records,
  possible,
  disputed,
  unread = 0,
  reason,
}: Readonly<Record<'records' | 'possible' | 'disputed', number>> & {
  readonly unread?: number;
  readonly reason?: string;
}): boolean {
  return records + possible + disputed + unread > 0 || reason === 'unread-records';
}
