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
import type { ViewLog } from '#store/view-log.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { rememberedLog } from '../commit/remembered-log.ts';
import { forgetAttached } from '../intake/watch-attached.ts';
import { summarise } from '../commit/summarise.ts';
import { viewsExpired } from '../review/views-expired.ts';

export interface Purged {
  readonly material: number;
  readonly profiles: number;
  readonly views: number;
}

/** The stores from which the data of a case are erased. */
export interface PurgedStores {
  readonly findings: Findings;
  readonly exports: Exports;
  readonly mails: InboundMails;
  readonly views: Pick<ViewLog, 'erase'>;
}

/**
 * Erases the data of cases whose retention has ended at `now` (ISO 8601): findings, packages and mails after
 * `materialDays` of the policy, the subject profile after `profileDays`, the views of the material after `viewDays`. The log stays and identifies nobody. If an
 * object cannot be deleted, a later run or the lifecycle rule of its bucket deletes it.
 */
export async function purgeExpired(casework: Casework, stores: PurgedStores, now: string): Promise<Purged> {
  let material = 0;
  let profiles = 0;
  let views = 0;
  // The list `owing` (ended cases for which something is still to be done) is read too, so a letter that could not be
  // sent does not delay the erasure.
  for (const list of ['ended', 'owing'] as const)
    for await (const summary of casework.summaries.each(list))
      try {
        if (await purgeMaterial(casework, stores, summary, now)) material += 1;
      } catch (error) {
        casework.report('purge', error, summary.caseId);
      }
  // A case whose data are erased is in the list `owing` while staff have not decided on an objection or a breach.
  // The views may be erased before the profile or after it.
  for (const list of ['purged', 'owing', 'views-left'] as const)
    for await (const summary of casework.summaries.each(list))
      try {
        const work = { ...casework, log: rememberedLog(casework.log) };
        if (list !== 'views-left' && (await forget(work, stores, summary, now))) profiles += 1;
        if (await eraseViews(work, stores, summary, now)) views += 1;
      } catch (error) {
        casework.report('purge', error, summary.caseId);
      }
  return { material, profiles, views };
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
  // If a withdrawal can still be cancelled, the data of the case are kept (practice 13 in `domain/README.md`).
  const undoUntil = state.stage.kind === 'closed' ? (state.common.closings.at(-1)?.undoUntil ?? null) : null;
  if (undoUntil !== null && localDate(now, state.common.facts.timeZone) <= undoUntil) return false;
  const { materialDays } = await policyAt(casework, state);
  if (age(endedAt, now) < materialDays) return false;
  await stores.findings.erase(caseId);
  await stores.exports.erase(caseId);
  // Raw mails and scans are erased with the findings. The subject profile still has the text of the request.
  await eraseInbound(casework, stores, caseId);
  // The requests that are attached to this case end with it. Nobody has proven who made them, so their data are erased
  // too.
  await forgetAttached(casework, caseId);
  const by = { kind: 'clock', id: 'purge-expired' } as const;
  const acted = await commitCommand(
    casework,
    caseId,
    { commandId: `purge-material/${state.common.reopenings}`, by, command: { type: 'purge-material' } },
    now,
  );
  return acted.ok;
}

/**
 * Erases the subject profile and with it the key with which the hashes in the log were made. The log then identifies
 * nobody (practice 17 in `domain/README.md`).
 */
async function forget(casework: Casework, stores: PurgedStores, summary: Summary, now: string): Promise<boolean> {
  const { caseId, endedAt } = summary;
  const state = await caseOf(casework, summary);
  if (state === undefined || endedAt === null || !hasEnded(state) || !state.common.purged || isKept(state.common))
    return false;
  const { profileDays, viewDays } = await policyAt(casework, state);
  // If the person objected to our keeping the case (Art. 21) and staff agreed, the profile is erased before its days
  // are over, as soon as no letter is owed.
  const objection =
    state.common.retentionObjections.at(-1)?.decision?.upheld === true && owedLetters(state, now).length === 0;
  if (!objection && age(endedAt, now) < profileDays) return false;
  // A mail may have been added to the case during or after `purgeMaterial`. The profile lists it.
  await eraseInbound(casework, stores, caseId);
  // Requests may have been attached after `purgeMaterial`. They are erased before the profile. If the process dies in
  // between, the case is still in the list `purged`, and the next run continues.
  await forgetAttached(casework, caseId);
  await casework.log.eraseSnapshot(caseId);
  await casework.profiles.erase(caseId);
  await casework.summaries.forgetPerson(caseId, viewDays === 'as-long-as-log' ? 'forgotten' : 'views-left');
  return true;
}

/** Erases the views of a case if the days for which they are kept have ended. Returns whether there were any. */
async function eraseViews(casework: Casework, stores: PurgedStores, summary: Summary, now: string): Promise<boolean> {
  const { caseId, list } = summary;
  const state = await caseOf(casework, summary);
  if (state === undefined || isKept(state.common)) return false;
  if (!viewsExpired(state, await policyAt(casework, state), now)) return false;
  const erased = await stores.views.erase(caseId);
  if (erased > 0 || list === 'views-left') await casework.summaries.move(caseId, 'views-left', 'forgotten');
  return erased > 0;
}

/**
 * Reads the case of a summary. If a process died before it updated the summary, and `commit/reconcile.ts` has not done
 * so yet, the summary is updated here.
 */
async function caseOf(casework: Casework, summary: Summary): Promise<OpenedCase | undefined> {
  const { state, head } = await loadCase(casework, summary.caseId);
  if (state === undefined) return undefined;
  if (summary.seq < head.seq) await casework.summaries.put(summarise(state));
  return state;
}

/**
 * Erases the raw mails and scans of a case. An object that another case lists too is erased with the last of these
 * cases.
 */
async function eraseInbound(casework: Casework, stores: PurgedStores, caseId: string): Promise<void> {
  for (const key of (await casework.profiles.get(caseId))?.inbound ?? [])
    if (await casework.profiles.releaseInbound(caseId, key)) await stores.mails.destroy(key);
}

/**
 * Whether all data of the case must be kept, because of a legal hold, or because staff must still act on a data breach
 * (Art. 33).
 */
function isKept(common: Common): boolean {
  return common.legalHold || hasOpenBreach(common);
}

async function policyAt(casework: Casework, { common: { facts } }: OpenedCase): Promise<Policy> {
  return policyOf(await casework.organisationAt(facts.organisation), facts.controller);
}

function age(endedAt: string, now: string): number {
  return daysBetween(endedAt.slice(0, 10), now.slice(0, 10));
}
