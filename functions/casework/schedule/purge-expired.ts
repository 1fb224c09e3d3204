import { hasOpenBreach } from '#domain/case/custody/open-breach.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { hasEnded, type OpenedCase } from '#domain/case/state.ts';
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
  if (state === undefined || endedAt === null || !hasEnded(state) || state.common.purged || isKept(state)) return false;
  // What was taken back with the withdrawal is there until it cannot be taken back any more (practice 13).
  const undoUntil = state.stage.kind === 'closed' ? (state.common.closings.at(-1)?.undoUntil ?? null) : null;
  if (undoUntil !== null && localDate(now, state.common.facts.timeZone) <= undoUntil) return false;
  const { materialDays } = await policyAt(casework, state);
  if (age(endedAt, now) < materialDays) return false;
  await stores.findings.erase(caseId);
  await stores.exports.erase(caseId);
  // Raw mails and scans go with what was found: the case keeps its own record of what was asked.
  await eraseInbound(casework, stores, caseId);
  // Nobody has proven what was attached: what these requests hold may be a stranger's.
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

/** Erases the subject profile, and with it the key of the case: the log points at nobody any more (practice 17). */
async function forget(casework: Casework, stores: PurgedStores, summary: Summary, now: string): Promise<boolean> {
  const { caseId, endedAt } = summary;
  const state = await caseOf(casework, summary);
  if (state === undefined || endedAt === null || !hasEnded(state) || isKept(state)) return false;
  const { profileDays } = await policyAt(casework, state);
  // Whoever objected to this retention, and was found right, is forgotten as soon as the answer to that has gone out.
  const objection =
    state.common.retentionObjections.at(-1)?.decision?.upheld === true && owedLetters(state, now).length === 0;
  if (!objection && age(endedAt, now) < profileDays) return false;
  // What came in since, or while the material was erased: only the profile tells where it lies.
  await eraseInbound(casework, stores, caseId);
  // What was attached since. The profile before the person: the case stays on this list should the process die in between.
  await forgetAttached(casework, caseId);
  await casework.profiles.erase(caseId);
  await casework.summaries.forgetPerson(caseId);
  return true;
}

/**
 * The case of a summary. One that a dying process left behind is brought up to date: nobody else looks at the summaries of
 * ended cases, so that one that was reopened or purged would be so for nobody.
 */
async function caseOf(casework: Casework, summary: Summary): Promise<OpenedCase | undefined> {
  const { state, head } = await loadCase(casework, summary.caseId);
  if (state === undefined) return undefined;
  if (summary.seq < head.seq) await casework.summaries.put(summarise(state, summary.person));
  return state;
}

/** Erases what came in as it came, but for what another case has too: that goes with the last of them. */
async function eraseInbound(casework: Casework, stores: PurgedStores, caseId: string): Promise<void> {
  for (const key of (await casework.profiles.get(caseId))?.inbound ?? [])
    if (await casework.profiles.releaseInbound(caseId, key)) await stores.mails.destroy(key);
}

/** Whether nothing of the case may go yet: what a dispute or a breach needs is kept. */
function isKept(state: OpenedCase): boolean {
  return state.common.legalHold || hasOpenBreach(state.common);
}

async function policyAt(casework: Casework, { common: { facts } }: OpenedCase): Promise<Policy> {
  return policyOf(await casework.organisationAt(facts.organisation), facts.controller);
}

function age(endedAt: string, now: string): number {
  return daysBetween(endedAt.slice(0, 10), now.slice(0, 10));
}
