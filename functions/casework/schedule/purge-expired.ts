import { hasOpenBreach } from '#domain/case/custody/open-breach.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { hasEnded, type OpenedCase, type Common } from '#domain/case/state.ts';
import { daysBetween, localDate } from '#domain/clock/deadline.ts';
import type { Policy } from '#domain/organisation/organisation.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import type { Exports } from '#store/exports.ts';
import type { Findings } from '#store/findings.ts';
import type { InboundMails } from '#store/inbound-mails.ts';
import type { Summary } from '#store/summaries.ts';
import { act } from '../commit/act.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { forgetAttached } from '../intake/watch-attached.ts';
import { summarise } from '../commit/summarise.ts';

const most = 1000;

export interface Purged {
  readonly material: number;
  readonly profiles: number;
}

/** The stores from which material is erased. */
export interface PurgedStores {
  readonly findings: Findings;
  readonly exports: Exports;
  readonly mails: InboundMails;
}

/**
 * Erases data that are past their retention at `now` (ISO 8601): findings and exports first, the subject profile later.
 * The log stays and identifies nobody. Lifecycle rules of the buckets delete whatever this function misses.
 */
export async function purgeExpired(casework: Casework, stores: PurgedStores, now: string): Promise<Purged> {
  let material = 0;
  let profiles = 0;
  // The oldest cases come first. A case that is done moves to another list, so that old cases do not hold up the
  // others. An unsent letter does not delay the erasure.
  const ended = [...(await casework.summaries.list('ended', most)), ...(await casework.summaries.list('owing', most))];
  for (const summary of ended)
    try {
      if (await purgeMaterial(casework, stores, summary, now)) material += 1;
    } catch (error) {
      casework.report('purge', error, summary.caseId);
    }
  for (const summary of await casework.summaries.list('purged', most))
    try {
      if (await forget(casework, stores, summary, now)) profiles += 1;
    } catch (error) {
      casework.report('purge', error, summary.caseId);
    }
  return { material, profiles };
}

async function purgeMaterial(
  casework: Casework,
  stores: PurgedStores,
  summary: Summary,
  now: string,
): Promise<boolean> {
  const { caseId, endedAt } = summary;
  const state = await caseOf(casework, summary);
  if (state === undefined || endedAt === null || !hasEnded(state) || state.common.purged || isKept(state.common))
    return false;
  // The material of a withdrawn case is kept until the withdrawal can no longer be cancelled (practice 13).
  const undoUntil = state.stage.kind === 'closed' ? (state.common.closings.at(-1)?.undoUntil ?? null) : null;
  if (undoUntil !== null && localDate(now, state.common.facts.timeZone) <= undoUntil) return false;
  const { materialDays } = await policyAt(casework, state);
  if (age(endedAt, now) < materialDays) return false;
  await stores.findings.erase(caseId);
  await stores.exports.erase(caseId);
  // Raw mails and scans are erased with the findings: the case has its own copy of the request's text.
  await eraseInbound(casework, stores, caseId);
  // Nobody has proven the attached requests: their data may be a stranger's.
  await forgetAttached(casework, caseId);
  const by = { kind: 'clock', id: 'purge-expired' } as const;
  const acted = await act(
    casework,
    caseId,
    { commandId: `purge-material/${state.common.reopenings}`, by, command: { type: 'purge-material' } },
    now,
  );
  return acted.ok;
}

/** Erases the subject profile, and with it the key of the case: the log then identifies nobody (practice 17). */
async function forget(casework: Casework, stores: PurgedStores, summary: Summary, now: string): Promise<boolean> {
  const { caseId, endedAt } = summary;
  const state = await caseOf(casework, summary);
  if (state === undefined || endedAt === null || !hasEnded(state) || isKept(state.common)) return false;
  const { profileDays } = await policyAt(casework, state);
  // If staff upheld an objection to this retention, the person's data are erased as soon as the reply was sent.
  const objection =
    state.common.retentionObjections.at(-1)?.decision?.upheld === true && owedLetters(state, now).length === 0;
  if (!objection && age(endedAt, now) < profileDays) return false;
  // Material may have come in after the first erasure or during it. Only the profile lists this material.
  await eraseInbound(casework, stores, caseId);
  // Requests may have been attached since the first erasure. Their profiles are erased before the person's profile, so
  // that the case stays on this list if the process dies in between.
  await forgetAttached(casework, caseId);
  await casework.profiles.erase(caseId);
  await casework.summaries.forgetPerson(caseId);
  return true;
}

/**
 * Reads the case of a summary. A process that died may have left the summary outdated. The summary is updated here,
 * because nothing else reads the summaries of ended cases.
 */
async function caseOf(casework: Casework, summary: Summary): Promise<OpenedCase | undefined> {
  const { state, head } = await loadCase(casework, summary.caseId);
  if (state === undefined) return undefined;
  if (summary.seq < head.seq) await casework.summaries.put(summarise(state, summary.person));
  return state;
}

/**
 * Erases raw mails and scans. If another case has the same object, the object is erased with the last of these cases.
 */
async function eraseInbound(casework: Casework, stores: PurgedStores, caseId: string): Promise<void> {
  for (const key of (await casework.profiles.get(caseId))?.inbound ?? [])
    if (await casework.profiles.releaseInbound(caseId, key)) await stores.mails.destroy(key);
}

/** Whether nothing of the case may be erased yet, because the case has a legal hold or an open breach. */
function isKept(common: Common): boolean {
  return common.legalHold || hasOpenBreach(common);
}

async function policyAt(casework: Casework, { common: { facts } }: OpenedCase): Promise<Policy> {
  return policyOf(await casework.organisationAt(facts.organisation), facts.controller);
}

function age(endedAt: string, now: string): number {
  return daysBetween(endedAt.slice(0, 10), now.slice(0, 10));
}
