import { searchOf, type CaseState } from '#domain/case/state.ts';
import { countsBy, evidenceOf, type Counts } from '#domain/findings/counts.ts';
import type { Findings } from '#store/findings.ts';
import { pagesThatCount, standingsOfCase } from '../search/case-standings.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand } from '../commit/commit-command.ts';
import { knownIdentifiers } from '../search/known-identifiers.ts';
import { mayHaveChanged } from '../search/settled-searches.ts';

const machine = { kind: 'workflow', id: 'next' } as const;

/**
 * Tells staff at `now` (ISO 8601) that delivered records no longer count as the person's. Either staff have since
 * rejected the identifier that tied the records to the person, or another record contradicts them. Answers that staff
 * took back are not checked.
 *
 * The delivery of somebody else's records may be a personal data breach. The 72 hours for notifying the breach begin
 * when staff know of the delivery (Art. 33). Staff are told once for each answer, system and number of records. Neither
 * the log nor the letter contains data of the records.
 */
export async function tellOfDeliveredNotTheirs(
  casework: Casework,
  findings: Findings,
  state: CaseState,
  now: string,
): Promise<void> {
  const search = searchOf(state);
  if (state === undefined || search === undefined || !mayHaveChanged(search)) return;
  const deliveries = state.common.deliveries.filter(({ revoked, brought }) => !revoked && brought.length > 0);
  if (deliveries.length === 0) return;
  const { caseId } = state.common;
  const profile = await casework.profiles.get(caseId);
  if (profile === undefined) throw new Error('an open case has no subject profile');
  const standingIn = await standingsOfCase(
    findings,
    { caseId, systems: search.systems },
    knownIdentifiers(state.common, search, profile, search.wave),
  );
  for (const system of search.systems) {
    const brought = deliveries.filter((one) => one.brought.some(({ system: id }) => id === system.id));
    if (brought.length === 0) continue;
    const counts = countsBy(standingIn(system.id));
    for await (const page of pagesThatCount(findings, caseId, system)) if (page.wave > 0) counts.add(evidenceOf(page));
    for (const { round, brought: of } of brought) {
      const lost = of
        .filter(({ system: id }) => id === system.id)
        .map(({ wave, resource, records }) => Math.max(0, records - standing(counts, wave, resource)))
        .reduce((sum, one) => sum + one, 0);
      if (lost === 0) continue;
      const key = `delivered-not-theirs/${round}/${system.id}/${lost}`;
      const command = { type: 'alert', alert: 'delivered-not-theirs', key } as const;
      await commitCommand(casework, caseId, { commandId: `alert/${key}`, by: machine, command }, now);
    }
  }
}

/**
 * How many records of a wave count as the person's. `resource` limits the number to one kind of record; `null` counts
 * all kinds.
 */
function standing(counts: Counts, wave: number, resource: string | null): number {
  const { records, resources } = counts.wave(wave);
  return resource === null ? records : (resources.find((one) => one.resource === resource)?.records ?? 0);
}
