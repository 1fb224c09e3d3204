import { asWorking, hasEnded } from '#domain/case/state.ts';
import { daysBetween } from '#domain/clock/deadline.ts';
import type { Exports } from '#store/exports.ts';
import type { Findings } from '#store/findings.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';

const most = 1000;

export interface Purged {
  readonly material: number;
  readonly profiles: number;
}

/**
 * Ends what is kept too long at `now` (ISO 8601): findings and exports first, the subject profile later; the log stays
 * and points at nobody. Lifecycle rules of the buckets are only the backstop behind it.
 */
export async function purgeExpired(
  casework: Casework,
  stores: { readonly findings: Findings; readonly exports: Exports },
  now: string,
): Promise<Purged> {
  const { materialDays, profileDays } = casework.organisation.policy;
  let material = 0;
  let profiles = 0;
  for (const { caseId, endedAt } of await casework.summaries.list('ended', most)) {
    if (endedAt === null) continue;
    const age = daysBetween(endedAt.slice(0, 10), now.slice(0, 10));
    try {
      const { state } = await loadCase(casework, caseId);
      if (state.status === 'absent' || !hasEnded(state) || asWorking(state) !== undefined) continue;
      if (age >= materialDays && !state.purged) {
        await stores.findings.erase(caseId);
        await stores.exports.erase(caseId);
        await act(
          casework,
          caseId,
          {
            commandId: 'purge-material',
            by: { kind: 'clock', id: 'purge-expired' },
            command: { type: 'purge-material' },
          },
          now,
        );
        material += 1;
      }
      if (age >= profileDays && (await casework.profiles.get(caseId)) !== undefined) {
        // The summary first: a profile that is still there is found again should the process die in between.
        await casework.summaries.forgetPerson(caseId);
        await casework.profiles.erase(caseId);
        profiles += 1;
      }
    } catch (error) {
      casework.report('purge', error, caseId);
    }
  }
  return { material, profiles };
}
