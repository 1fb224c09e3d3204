import type { EventOf } from '#domain/case/events.ts';
import type { Gathering } from '#domain/case/state.ts';
import { evidenceOf, tally, type PageEvidence } from '#domain/findings/tally.ts';
import type { Findings } from '#store/findings.ts';
import type { Records } from './casework.ts';
import { knownIdentifiers, rejectedIn } from './known-identifiers.ts';

/**
 * What the searches of a case come to by what is known when it is screened, so that what is shown, counted and delivered
 * is the same. Something else than a search had answered can come of it only after a further wave or a rejection: without
 * either nothing is read again, and nothing is given.
 */
export async function settledSearches(
  records: Pick<Records, 'profiles'>,
  findings: Findings,
  state: Gathering,
): Promise<EventOf<'screened'>['settled']> {
  if (state.wave === 1 && rejectedIn(state).length === 0) return [];
  const profile = await records.profiles.get(state.caseId);
  if (profile === undefined) throw new Error('a case that is screened has no subject profile');
  const knowledge = knownIdentifiers(state, profile, state.wave);
  const settled: EventOf<'screened'>['settled'] = [];
  for (const system of state.systems.filter(({ mode, deliveredIn }) => mode === 'automatic' && deliveredIn === null)) {
    const pages: PageEvidence[] = [];
    for await (const page of findings.pages(state.caseId, system.id)) pages.push(evidenceOf(page));
    const { wave } = tally(
      pages.filter((page) => page.wave > 0),
      knowledge,
    );
    for (const reply of system.replies)
      if (reply.wave > 0 && reply.records + reply.possible + reply.disputed > 0) {
        const { resources, ...counts } = wave(reply.wave);
        settled.push({ system: system.id, wave: reply.wave, ...counts, resources: [...resources] });
      }
  }
  return settled;
}
