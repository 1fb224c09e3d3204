import { hasOpenBreach } from '#domain/case/open-breach.ts';
import { owedLetters } from '#domain/case/owed-letters.ts';
import { hasEnded, type OpenedCase } from '#domain/case/state.ts';
import { daysBetween, localDate } from '#domain/clock/deadline.ts';
import type { Policy } from '#domain/organisation/organisation.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import type { Exports } from '#store/exports.ts';
import type { Findings } from '#store/findings.ts';
import type { InboundMails } from '#store/inbound-mails.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';

const most = 1000;

export interface Purged {
  readonly material: number;
  readonly profiles: number;
}

/** Where material lies. */
export interface PurgedStores {
  readonly findings: Findings;
  readonly exports: Exports;
  readonly mails: InboundMails;
}

/**
 * Ends what is kept too long at `now` (ISO 8601): findings and exports first, the subject profile later; the log stays
 * and points at nobody. Lifecycle rules of the buckets are only the backstop behind it.
 */
export async function purgeExpired(casework: Casework, stores: PurgedStores, now: string): Promise<Purged> {
  let material = 0;
  let profiles = 0;
  // Oldest first; what is done moves to the next list, so that no number of old cases stands before the others.
  // A letter that cannot be sent keeps nobody's data.
  const ended = [...(await casework.summaries.list('ended', most)), ...(await casework.summaries.list('owing', most))];
  for (const { caseId, endedAt } of ended)
    try {
      if (endedAt !== null && (await purgeMaterial(casework, stores, caseId, endedAt, now))) material += 1;
    } catch (error) {
      casework.report('purge', error, caseId);
    }
  for (const { caseId, endedAt } of await casework.summaries.list('purged', most))
    try {
      if (endedAt !== null && (await forget(casework, caseId, endedAt, now))) profiles += 1;
    } catch (error) {
      casework.report('purge', error, caseId);
    }
  return { material, profiles };
}

async function purgeMaterial(
  casework: Casework,
  stores: PurgedStores,
  caseId: string,
  endedAt: string,
  now: string,
): Promise<boolean> {
  const { state } = await loadCase(casework, caseId);
  if (state.status === 'absent' || !hasEnded(state) || isKept(state)) return false;
  // What was taken back with the withdrawal is there until it cannot be taken back any more (practice 13).
  const undoUntil = state.status === 'closed' ? (state.closings.at(-1)?.undoUntil ?? null) : null;
  if (undoUntil !== null && localDate(now, state.facts.timeZone) <= undoUntil) return false;
  const { materialDays } = await policyAt(casework, state);
  if (age(endedAt, now) < materialDays) return false;
  await stores.findings.erase(caseId);
  await stores.exports.erase(caseId);
  // Raw mails and scans go with what was found: the case keeps its own record of what was asked.
  for (const key of (await casework.profiles.get(caseId))?.inbound ?? []) await stores.mails.destroy(key);
  const by = { kind: 'clock', id: 'purge-expired' } as const;
  const acted = await act(
    casework,
    caseId,
    { commandId: `purge-material/${state.reopenings}`, by, command: { type: 'purge-material' } },
    now,
  );
  return acted.ok;
}

/** Erases the subject profile, and with it the key of the case: the log points at nobody any more (practice 17). */
async function forget(casework: Casework, caseId: string, endedAt: string, now: string): Promise<boolean> {
  const { state } = await loadCase(casework, caseId);
  if (state.status === 'absent' || isKept(state)) return false;
  const { profileDays } = await policyAt(casework, state);
  // Whoever objected to this retention, and was found right, is forgotten as soon as the answer to that has gone out.
  const objection = state.retentionObjections.at(-1)?.decision?.upheld === true && owedLetters(state, now).length === 0;
  if (!objection && age(endedAt, now) < profileDays) return false;
  // The profile first: the case stays on this list should the process die in between.
  await casework.profiles.erase(caseId);
  await casework.summaries.forgetPerson(caseId);
  return true;
}

/** Whether nothing of the case may go yet: what a dispute or a breach needs is kept. */
function isKept(state: OpenedCase): boolean {
  return state.legalHold || hasOpenBreach(state);
}

async function policyAt(casework: Casework, { facts }: OpenedCase): Promise<Policy> {
  return policyOf(await casework.organisationAt(facts.organisation), facts.controller);
}

function age(endedAt: string, now: string): number {
  return daysBetween(endedAt.slice(0, 10), now.slice(0, 10));
}
