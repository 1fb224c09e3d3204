import type { OpenedCase } from '#domain/case/state.ts';
import type { OwedCommit } from '#store/case-log.ts';
import type { Casework } from './casework.ts';
import { summarise } from './summarise.ts';

/**
 * Stores the summary of a case that has none yet, or whose last commit came from a process that died before it stored
 * the summary. `owed`: the commits with the key `owedAt`. While the first commit has the key, the case is new, and its
 * summary may still lack the hash of the person.
 */
export async function repairSummary(
  { summaries, profiles, keys }: Pick<Casework, 'summaries' | 'profiles' | 'keys'>,
  state: OpenedCase,
  owed: readonly OwedCommit[],
): Promise<void> {
  const { caseId, seq } = state.common;
  const summary = await summaries.get(caseId);
  const lacksPerson = summary === undefined || (summary.person === '' && owed.some((one) => one.seq === 1));
  if (!lacksPerson && summary.seq >= seq) return;
  const profile = lacksPerson ? await profiles.get(caseId) : undefined;
  await summaries.put(summarise(state, profile === undefined ? '' : keys.personHash(profile.contact)));
}
