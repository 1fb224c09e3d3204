import type { Command } from '#domain/case/command.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { hasEnded, type OpenedCase, type Common } from '#domain/case/state.ts';
import { unsentCodes } from '#domain/case/identity/unsent-code.ts';
import { isMarkedBefore } from '#domain/case/circumstances/standing-time.ts';
import { isAtStandstill } from '#domain/case/circumstances/standstill.ts';
import { isOver, searchesDue } from '#domain/case/waits.ts';
import { isBlocked } from '#domain/case/search/outcome.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import { keptOut } from '../staff/case-access.ts';
import { commitCommand, loadCase } from './commit-command.ts';
import type { Casework } from './casework.ts';
import { openSplitCases, splitOtherRights, tellJoined } from '../linked/companion-cases.ts';
import { eraseUnwanted } from '../answer/erase-unwanted.ts';
import { mirrorToParts } from '../linked/mirror-to-parts.ts';
import { tellOfWithdrawal } from '../linked/withdrawn-whole.ts';
import { plannedSystems } from '../search/planned-systems.ts';
import { marksAgain, shareCircumstances } from '../linked/share-circumstances.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { timeAfter } from './time-after.ts';

const reconciler = { kind: 'workflow', id: 'settle' } as const;

/**
 * Does what the log of a case owes at `now`: starts the workflow, ends waits whose condition holds, sends letters. Each
 * step runs separately and may be repeated at any time. If a step fails, the failure is reported and the case still
 * owes the step.
 */
export async function settle(casework: Casework, caseId: string, now: string): Promise<void> {
  const { state: before } = await loadCase(casework, caseId);
  if (before === undefined) return;
  const attempt = async (what: string, effect: () => Promise<void>): Promise<void> => {
    try {
      await effect();
    } catch (error) {
      casework.report(what, error, caseId);
    }
  };
  // Circumstances come first: they affect every later step, in this case and in the person's other cases.
  await attempt('copy a circumstance to the other cases', async () => {
    for (const other of await shareCircumstances(casework, before, now))
      if (other !== caseId) await settle(casework, other, now);
  });
  const { state } = await loadCase(casework, caseId);
  if (state === undefined) return;
  if (state.stage.kind !== 'held' && !hasEnded(state) && state.common.executions === state.common.executionsEnded)
    await attempt('start the workflow', async () => await drive(casework, state, now));
  await attempt('stop the time', async () => await stopTime(casework, state.common, now));
  await attempt('continue the search', async () => await goOn(casework, state, now));
  await attempt('end a wait', async () => {
    const { state: gone } = await loadCase(casework, caseId);
    for (const token of await casework.tokens.list(caseId)) {
      if (!isOver(token.wait, gone)) continue;
      await casework.workflow.signal(token.token);
      await casework.tokens.delete(caseId, token);
    }
  });
  await attempt('give the case an owner', async () => await giveOwner(casework, state, now));
  await attempt('ask for a stronger proof', async () => await askForProof(casework, state, now));
  await attempt('make a code anew', async () => await makeCodesAnew(casework, state, now));
  await attempt('split off a right', async () => await splitOtherRights(casework, state, now));
  const { state: after } = await loadCase(casework, caseId);
  if (after === undefined) return;
  await attempt('open a split case', async () => {
    for (const part of await openSplitCases(casework, after.common, now)) await settle(casework, part, now);
  });
  await attempt('tell the split cases', async () => {
    const changed = await mirrorToParts(casework, after, now);
    const told = await tellOfWithdrawal(casework, after, now);
    for (const part of new Set([...changed, ...told, ...(await unacknowledged(casework, after))]))
      await settle(casework, part, now);
  });
  const { exports } = casework;
  if (exports !== undefined)
    await attempt(
      'erase packages that nobody may fetch',
      async () => await eraseUnwanted(casework, exports, after, now),
    );
  await attempt('tell the joined case', async () => await tellJoined(casework, after, now));
  // The earlier steps may have taken a while: each letter is checked once more when it is sent.
  for (const owed of owedLetters(after, now))
    await attempt(`send the letter ${owed.letter.kind}`, async () => await sendLetter(casework, caseId, owed, now));
}

/**
 * An earlier version could mark a circumstance without stopping the periods. An undecided one of that kind stops
 * them from now on.
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
 * Plans a search that had to wait for a decision, if the workflow had already begun its wait. The search is also
 * approved if the policy approves searches without staff.
 */
async function goOn(casework: Casework, state: OpenedCase, now: string): Promise<void> {
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
 * Gives every case an owner from its arrival on (practice 3), if the organisation names one. If the owner is locked
 * out, the next person named becomes the owner (practice 15).
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
  // Each lock-out gives a new command id, even if it was undone: the case may need a new owner after each.
  const lockOuts = common.lockedOut.size + common.letIn.length;
  const commandId = lockOuts === 0 ? 'assign/owner' : `assign/owner/${lockOuts}`;
  await commitCommand(casework, common.caseId, { commandId, by: reconciler, command: { type: 'assign', to } }, now);
}

/** The parts of a case whose receipts have not been sent. The receipts wait until the person of the case is proven. */
async function unacknowledged(
  casework: Casework,
  { common: { proofs, splits } }: OpenedCase,
): Promise<readonly string[]> {
  if (proofs.length === 0) return [];
  const waiting: string[] = [];
  for (const split of splits) {
    const { state } = await loadCase(casework, split.case);
    if (state !== undefined && !hasEnded(state) && !isAcknowledged(state)) waiting.push(split.case);
  }
  return waiting;
}

/** Whether the receipt of a request, a complaint or a claim has been written for the case. */
function isAcknowledged({ common: { letters } }: OpenedCase): boolean {
  return (['acknowledgement', 'complaint-acknowledgement'] as const).some((kind) => letters.has(keyOf({ kind })));
}

/**
 * Issues a new code for each letter whose code has expired before the letter was sent. So a person who was promised a
 * code gets one that works.
 */
async function makeCodesAnew(casework: Casework, state: OpenedCase, now: string): Promise<void> {
  for (const { id, purpose, via, to } of unsentCodes(state, timeAfter(casework, now))) {
    const number = purpose === 'identity' && via === 'sms' ? to : undefined;
    const command: Command =
      purpose === 'identity'
        ? { type: 'issue-code', purpose, ...(number === undefined ? {} : { number }) }
        : { type: 'issue-code', purpose };
    const envelope = { commandId: `code-anew/${id}`, by: reconciler, command };
    await commitCommand(casework, state.common.caseId, envelope, timeAfter(casework, now));
  }
}

/**
 * Asks the person for a stronger proof of identity, if a system found records that need it. The question is not
 * repeated while it has no reply. The period runs meanwhile; a member of staff who asks may suspend it.
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
    // No text of staff is needed: the letter gives the reason itself, and discloses nothing that was found.
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

/** Starts the first execution of the workflow, or a new one after the case was reopened. */
async function drive(casework: Casework, { common: { caseId, executions } }: OpenedCase, now: string): Promise<void> {
  // An execution that still waits was never told that the case had ended, so the execution continues.
  if (executions > 0 && (await casework.tokens.list(caseId)).length > 0) return;
  await startExecution(casework, caseId, executions + 1, now);
}

/** Starts execution `n`. A second start with the same name has no effect, so the start may be recorded afterwards. */
export async function startExecution(casework: Casework, caseId: string, n: number, now: string): Promise<void> {
  await casework.workflow.start(caseId, n);
  await commitCommand(
    casework,
    caseId,
    { commandId: `execution/${n}`, by: reconciler, command: { type: 'record-execution', n } },
    now,
  );
}
