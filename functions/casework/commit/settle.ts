import { erasuresOwed } from '#domain/case/answer/packages.ts';
import type { Command } from '#domain/case/command.ts';
import { earliest, nextContactChange, nextOwed } from '#domain/case/next-owed.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { type OwedLetter, owedLetters } from '#domain/case/letters/letters.ts';
import { hasEnded, type OpenedCase, type Common } from '#domain/case/state.ts';
import { unsentCodes } from '#domain/case/identity/unsent-code.ts';
import { isMarkedBefore } from '#domain/case/circumstances/standing-time.ts';
import { isAtStandstill } from '#domain/case/circumstances/standstill.ts';
import { isOver, searchesDue } from '#domain/case/waits.ts';
import { isBlocked } from '#domain/case/search/outcome.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { OwedCommit } from '#store/case-log.ts';
import { keptOut } from '../staff/case-access.ts';
import { commitCommand, loadCase } from './commit-command.ts';
import type { Casework, Settling } from './casework.ts';
import { openSplitCases, splitOtherRights, tellJoined } from '../linked/companion-cases.ts';
import { eraseUnwanted } from '../answer/erase-unwanted.ts';
import { keepSnapshot } from './keep-snapshot.ts';
import { moveKey } from './move-key.ts';
import { repairSummary } from './repair-summary.ts';
import { mirrorToParts } from '../linked/mirror-to-parts.ts';
import { tellOfWithdrawal } from '../linked/withdrawn-whole.ts';
import { plannedSystems } from '../search/planned-systems.ts';
import { marksAgain, shareCircumstances } from '../linked/share-circumstances.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { timeAfter } from './time-after.ts';

const reconciler = { kind: 'workflow', id: 'settle' } as const;

/**
 * Settles a case at `now` (ISO 8601): stores its summary if that is missing or outdated, starts the workflow, ends
 * waits, opens owed parts and sends owed letters. Each step can be repeated without harm. If a step fails, the error is
 * reported, the next step follows, and a later call repeats the failed step. At the end the key `owedAt` moves to the
 * next instant at which the case can owe something.
 */
export async function settle(casework: Settling, caseId: string, now: string): Promise<void> {
  const { owed } = await casework.log.load(caseId);
  const { state: before, head } = await loadCase(casework, caseId);
  if (before === undefined) return;
  const own: OwedCommit[] = [];
  const work = noting(casework, caseId, own);
  let hasFailed = false;
  const again: string[] = [];
  const attempt = async (what: string, effect: () => Promise<void>): Promise<void> => {
    try {
      await effect();
    } catch (error) {
      hasFailed = true;
      casework.report(what, error, caseId);
    }
  };
  await attempt('store the summary', async () => await repairSummary(casework, before, owed));
  // Circumstances (such as protected identity) come first, because they stop later steps in this case and in the
  // person's other cases.
  await attempt('copy a circumstance to the other cases', async () => {
    for (const other of await shareCircumstances(work, before, now))
      if (other !== caseId) await settle(casework, other, now);
  });
  const { state } = await loadCase(casework, caseId);
  if (state === undefined) return;
  if (state.stage.kind !== 'held' && !hasEnded(state) && state.common.executions === state.common.executionsEnded)
    await attempt('start the workflow', async () => await drive(work, state, now));
  await attempt('stop the waiting periods', async () => await stopTime(work, state.common, now));
  await attempt('continue the search', async () => await goOn(work, state, now));
  await attempt('end a wait', async () => {
    const { state: gone } = await loadCase(casework, caseId);
    for (const token of await casework.tokens.list(caseId)) {
      if (!isOver(token.wait, gone)) continue;
      await casework.workflow.signal(token.token);
      await casework.tokens.delete(caseId, token);
    }
  });
  await attempt('give the case an owner', async () => await giveOwner(work, state, now));
  await attempt('ask for a stronger proof', async () => await askForProof(work, state, now));
  await attempt('issue a new code for an expired one', async () => {
    if (!(await makeCodesAnew(work, state, now))) again.push(inAnHour(now));
  });
  await attempt('split off the other rights', async () => await splitOtherRights(work, state, now));
  const { state: after } = await loadCase(casework, caseId);
  if (after === undefined) return;
  await attempt('open a part', async () => {
    for (const part of await openSplitCases(casework, after.common, now)) await settle(casework, part, now);
  });
  await attempt('pass changes on to the parts', async () => {
    const changed = await mirrorToParts(casework, after, now);
    const told = await tellOfWithdrawal(casework, after, now);
    for (const part of new Set([...changed, ...told, ...(await unacknowledged(casework, after))]))
      await settle(casework, part, now);
    again.push(...(await contactsOfParts(casework, after, now)));
  });
  const { exports } = casework;
  if (exports !== undefined)
    await attempt('erase packages that nobody may fetch', async () => await eraseUnwanted(work, exports, after, now));
  // This function may erase no packages. Another one does it next.
  else if (erasuresOwed(after).length > 0) again.push(now);
  await attempt('pass the end on to the joined case', async () => await tellJoined(casework, after, now));
  // The steps above may have taken minutes. So `sendLetter` checks again whether each letter is still owed.
  const letters = owedLetters(after, now);
  for (const letter of letters) {
    const outcome = await sendOwed(work, caseId, letter, now);
    if (outcome.result === 'not-recorded') hasFailed = true;
    if (outcome.result === 'later') again.push(outcome.from);
  }
  const { state: last } = await loadCase(casework, caseId);
  if (last === undefined) return;
  const tried = new Set(letters.map(({ letter }) => keyOf(letter)));
  // A step above may have caused another letter. The next run of `reconcile` sends it.
  if (owedLetters(last, now).some(({ letter }) => !tried.has(keyOf(letter)))) again.push(now);
  const next = earliest([nextOwed(last, now), ...again]);
  await moveKey(casework.owed, { caseId, readTo: head.seq, owed, own, hasFailed, next }, now);
  try {
    await keepSnapshot(casework, caseId);
  } catch (error) {
    // Without a snapshot, reading the case only takes longer.
    casework.report('store a snapshot', error, caseId);
  }
}

/** A copy of `casework` that adds to `own` each commit that it writes in this case. */
function noting(casework: Settling, caseId: string, own: OwedCommit[]): Settling {
  const { log } = casework;
  return {
    ...casework,
    log: {
      ...log,
      async append(id, commit, owedAt) {
        const written = await log.append(id, commit, owedAt);
        if (written === 'written' && id === caseId) own.push({ seq: commit.seq, at: owedAt, tries: 0 });
        return written;
      },
    },
  };
}

function inAnHour(now: string): string {
  return new Date(Date.parse(now) + 60 * 60_000).toISOString();
}

/**
 * The instants (ISO 8601) at which changes of the contact point in the parts take effect. This case must be settled
 * again at these instants, so that `mirrorToParts` can then copy the confirmation of a contact point to the part.
 */
async function contactsOfParts(casework: Casework, { common }: OpenedCase, now: string): Promise<readonly string[]> {
  const instants: string[] = [];
  for (const split of common.splits) {
    const { state: part } = await loadCase(casework, split.case);
    const change = part === undefined ? undefined : nextContactChange(part.common, now);
    if (change !== undefined) instants.push(change);
  }
  return instants;
}

/**
 * Sends an owed letter, and reports a failure. `later`: a limit holds the letter back until `from`. `not-recorded`:
 * sending failed, and the log has no record of the failure that says when to try again.
 */
async function sendOwed(
  casework: Settling,
  caseId: string,
  owed: OwedLetter,
  now: string,
): Promise<{ readonly result: 'done' | 'not-recorded' } | { readonly result: 'later'; readonly from: string }> {
  try {
    const from = await sendLetter(casework, caseId, owed, now);
    return from === undefined ? { result: 'done' } : { result: 'later', from };
  } catch (error) {
    casework.report(`send the letter ${owed.letter.kind}`, error, caseId);
    const { state } = await loadCase(casework, caseId);
    const isRecorded = (state?.common.letters.get(keyOf(owed.letter))?.failedAt ?? null) !== null;
    return { result: isRecorded ? 'done' : 'not-recorded' };
  }
}

/**
 * An earlier version of Utdrag did not stop the waiting period of a changed contact point when a circumstance was
 * marked. If staff have not decided on such a circumstance yet, it is marked again, which stops the waiting period.
 */
async function stopTime(casework: Casework, common: Common, now: string): Promise<void> {
  const circumstance = [...common.undecided].find((one) => isMarkedBefore(common, one));
  if (circumstance === undefined) return;
  const command = { type: 'mark-circumstance', circumstance, present: true } as const;
  await commitCommand(
    casework,
    common.caseId,
    { commandId: `stop-time/${circumstance}`, by: marksAgain, command },
    now,
  );
}

/**
 * Plans the search after staff have decided on a circumstance that had stopped the case. The workflow does not plan
 * this search, because it already waits for the approval. If the policy requires no approval by staff, the search is
 * approved too.
 */
async function goOn(casework: Settling, state: OpenedCase, now: string): Promise<void> {
  const { common, stage } = state;
  if (isAtStandstill(state) || (stage.kind !== 'planning' && stage.kind !== 'approving-search')) return;
  const waits = await casework.tokens.list(common.caseId);
  if (waits.every(({ wait }) => wait !== 'ApproveSearch')) return;
  const give = async (commandId: string, command: Command): Promise<OpenedCase | undefined> => {
    const given = await commitCommand(casework, common.caseId, { commandId, by: reconciler, command }, now);
    return given.ok ? given.state : undefined;
  };
  const planned =
    stage.kind === 'planning'
      ? await give('PlanSearch', { type: 'plan-search', systems: await plannedSystems(casework, common) })
      : state;
  if (planned?.stage.kind === 'approving-search' && !planned.common.facts.approveSearch)
    await give('ApproveSearch/policy', { type: 'approve-search' });
}

/**
 * Gives a case an owner as soon as it is opened, if the organisation names one (practice 3 in
 * `functions/domain/README.md`). If the owner may no longer open the case, the owner's deputy or the controller's
 * deputy becomes the owner (practice 15).
 */
async function giveOwner(casework: Casework, state: OpenedCase, now: string): Promise<void> {
  const { common } = state;
  if (common.owner !== null || hasEnded(state)) return;
  const organisation = await casework.organisationAt(common.facts.organisation);
  const { owner, deputy } = controllerOf(organisation, common.facts.controller);
  const standIn = organisation.people.find(({ id }) => id === owner)?.deputy;
  const out = keptOut(organisation, common);
  const to = [owner, standIn, deputy].find((id) => id !== undefined && !out.has(id));
  if (to === undefined) return;
  // The number of lock-outs is part of the command id, because a command with a used id does nothing. So the case gets
  // a new owner after each lock-out.
  const lockOuts = common.lockedOut.size + common.letIn.length;
  const commandId = lockOuts === 0 ? 'assign/owner' : `assign/owner/${lockOuts}`;
  await commitCommand(casework, common.caseId, { commandId, by: reconciler, command: { type: 'assign', to } }, now);
}

/**
 * Ids of the parts whose receipt is not sent yet. The list is empty until the case is proven or has ended, because
 * these receipts wait until then (`mayBeSent`).
 */
async function unacknowledged(casework: Casework, whole: OpenedCase): Promise<readonly string[]> {
  if (whole.common.proofs.length === 0 && !hasEnded(whole)) return [];
  const waiting: string[] = [];
  for (const split of whole.common.splits) {
    const { state } = await loadCase(casework, split.case);
    if (state !== undefined && !hasEnded(state) && !isAcknowledged(state)) waiting.push(split.case);
  }
  return waiting;
}

/** Whether the log records a receipt for the request, the complaint or the claim of the case. */
function isAcknowledged({ common: { letters } }: OpenedCase): boolean {
  return (['acknowledgement', 'complaint-acknowledgement'] as const).some((kind) => letters.has(keyOf({ kind })));
}

/**
 * Issues a new code if a code expired before its letter could be sent. Otherwise the letter would contain an expired
 * code. Returns `false` if a new code was refused, for example because the case has had its maximum of codes for the
 * day.
 */
async function makeCodesAnew(casework: Casework, state: OpenedCase, now: string): Promise<boolean> {
  let isMade = true;
  for (const { id, purpose, via, to } of unsentCodes(state, timeAfter(casework, now))) {
    const number = purpose === 'identity' && via === 'sms' ? to : undefined;
    const command: Command =
      purpose === 'identity'
        ? { type: 'issue-code', purpose, ...(number === undefined ? {} : { number }) }
        : { type: 'issue-code', purpose };
    const envelope = { commandId: `code-anew/${id}`, by: reconciler, command };
    const made = await commitCommand(casework, state.common.caseId, envelope, timeAfter(casework, now));
    if (!made.ok) isMade = false;
  }
  return isMade;
}

/**
 * Asks the person for a stronger proof of identity if a system holds data that need one. The question is not repeated
 * while a reply is missing. An automatic question does not suspend the due date; a question of staff can.
 */
async function askForProof(casework: Casework, state: OpenedCase, now: string): Promise<void> {
  const { common, stage } = state;
  if (stage.kind !== 'gathering' || isAtStandstill(state)) return;
  const { search } = stage;
  if (searchesDue(search).length > 0 || !search.systems.some((system) => isBlocked(system, search))) return;
  const earlier = common.askings.filter(({ about }) => about === 'identity');
  if (earlier.some(({ answeredAt }) => answeredAt === null)) return;
  const command = {
    type: 'ask',
    about: 'identity',
    why: 'sensitive-data',
    // Staff write no text for this question. The text of the letter is fixed, and says nothing about the records that
    // were found.
    text: '',
    doubtSince: localDate(now, common.facts.timeZone),
    suspend: false,
  } as const;
  await commitCommand(
    casework,
    common.caseId,
    { commandId: `ask-proof/${earlier.length + 1}`, by: reconciler, command },
    now,
  );
}

/** Starts the first execution of the workflow, or a new execution after the case was reopened. */
async function drive(casework: Settling, { common: { caseId, executions } }: OpenedCase, now: string): Promise<void> {
  // If a wait of an earlier execution is open, that execution still runs and continues with the reopened case.
  if (executions > 0 && (await casework.tokens.list(caseId)).length > 0) return;
  await startExecution(casework, caseId, executions + 1, now);
}

/**
 * Starts execution number `n`. Step Functions ignores a second start with the same name, so a killed process can repeat
 * this function.
 */
export async function startExecution(casework: Settling, caseId: string, n: number, now: string): Promise<void> {
  await casework.workflow.start(caseId, n);
  await commitCommand(
    casework,
    caseId,
    { commandId: `execution/${n}`, by: reconciler, command: { type: 'record-execution', n } },
    now,
  );
}
