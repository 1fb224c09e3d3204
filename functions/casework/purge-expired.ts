import { hasEnded } from '#domain/case/state.ts';
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
  // Oldest first; what is done moves to the next list, so that no number of old cases stands before the others.
  // A letter that cannot be sent keeps nobody's data.
  const ended = [...(await casework.summaries.list('ended', most)), ...(await casework.summaries.list('owing', most))];
  for (const { caseId, endedAt } of ended) {
    if (endedAt === null || age(endedAt, now) < materialDays) continue;
    try {
      if (await purgeMaterial(casework, stores, caseId, now)) material += 1;
    } catch (error) {
      casework.report('purge', error, caseId);
    }
  }
  for (const { caseId, endedAt } of await casework.summaries.list('purged', most)) {
    if (endedAt === null || age(endedAt, now) < profileDays) continue;
    try {
      // The profile first: the case stays on this list should the process die in between.
      await casework.profiles.erase(caseId);
      await casework.summaries.forgetPerson(caseId);
      profiles += 1;
    } catch (error) {
      casework.report('purge', error, caseId);
    }
  }
  return { material, profiles };
}

async function purgeMaterial(
  casework: Casework,
  stores: { readonly findings: Findings; readonly exports: Exports },
  caseId: string,
  now: string,
): Promise<boolean> {
  const { state } = await loadCase(casework, caseId);
  if (!hasEnded(state)) return false;
  await stores.findings.erase(caseId);
  await stores.exports.erase(caseId);
  const by = { kind: 'clock', id: 'purge-expired' } as const;
  const acted = await act(
    casework,
    caseId,
    { commandId: 'purge-material', by, command: { type: 'purge-material' } },
    now,
  );
  return acted.ok;
}

function age(endedAt: string, now: string): number {
  return daysBetween(endedAt.slice(0, 10), now.slice(0, 10));
}
