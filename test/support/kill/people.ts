import { releaseReviewed, review } from '#infra/local/demo/review.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { CaseView } from '#api/staff.ts';
import { ApiProblem } from '#infra/local/demo/clients.ts';
import type { KillableSystem, Life } from './killable-system.ts';
import { lettersIn } from './letters.ts';

/**
 * How long a test waits for a letter. The process that sends a letter has a lease for it, and another process must not
 * send the letter before the lease ends. If no letter comes, a killed process probably had the lease: the test moves
 * the clock forward by `minute`, so that the lease ends. `patience` must be longer than a running process needs for a
 * letter. Otherwise the lease of a running process would end, and the letter would be sent twice.
 */
const patience = 8_000;
const minute = 61_000;
/** If a case has not changed for this long, and no process was killed during this time, the test fails. */
const standstill = 60_000;

/**
 * A case that a test follows, with what the person and the staff know about it. The object stays the same when the
 * process is killed and started again.
 */
export interface CaseOnItsWay {
  readonly request: object;
  readonly idempotencyKey: string;
  readonly openedAt: number;
  reference: string | undefined;
  token: string | undefined;
  /** The letters whose download code the person has already used. */
  readonly usedCodes: Set<string>;
  answer: Buffer | undefined;
  ended: boolean;
  waitingSince: number | undefined;
}

export function newCase(request: object): CaseOnItsWay {
  return {
    request,
    idempotencyKey: randomUUID(),
    openedAt: Date.now(),
    reference: undefined,
    token: undefined,
    usedCodes: new Set(),
    answer: undefined,
    ended: false,
    waitingSince: undefined,
  };
}

/** Called after each reading of the case, before the person or the staff act. A test can kill the process here. */
export type Look = (view: CaseView, life: Life) => Promise<void> | void;

/**
 * Acts as the person and the staff until the person has downloaded the answer and the case has ended. If a kill makes a
 * call fail, the call is repeated. Throws if a call fails without a kill, or if the case does not change for a minute.
 */
export async function pursue(system: KillableSystem, one: CaseOnItsWay, look: Look = () => undefined): Promise<void> {
  let [moved, last, trouble] = [Date.now(), '', ''];
  while (!one.ended) {
    if (Date.now() - Math.max(moved, system.kills.at(-1) ?? 0) > standstill)
      throw new Error(`the case no longer changes: it is at ${last} after ${system.kills.length} kills; ${trouble}`);
    const life = await system.life();
    const seen = life.writes.count();
    try {
      await step(system, life, one, async (view) => {
        const now = `${view.seq} ${view.status} ${view.waitingFor}`;
        if (now !== last) [moved, last] = [Date.now(), now];
        await look(view, life);
      });
    } catch (error) {
      trouble = error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error';
      // A kill closes the connection first, and Node reports the end of the process a moment later. So wait up to half
      // a second.
      for (let wait = 0; wait < 20 && life.alive(); wait += 1) await sleep(25);
      if (life.alive() && !isOvertaken(error)) throw error;
    }
    await life.writes.after(seen);
  }
}

/**
 * Whether a call failed because the case has changed since it was read (409), or because too many callers wrote to it
 * at once (`busy`).
 */
function isOvertaken(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 409 || error.type === 'urn:utdrag:problem:busy');
}

async function step(system: KillableSystem, life: Life, one: CaseOnItsWay, look: Look): Promise<void> {
  if (one.reference === undefined || one.token === undefined) {
    const { reference, accessToken } = await life.subject.open(one.request, one.idempotencyKey);
    one.reference = reference;
    one.token = accessToken;
  }
  const { reference, token } = one;
  const staff = await life.staff(0);
  const view = await staff.case(reference);
  await look(view, life);
  if (view.answers.length > 0 && one.answer === undefined) return await download(system, life, one, reference, token);
  if (view.status === 'closed') return await settleDown(system, life, one, view, reference);
  switch (view.waitingFor) {
    case 'subject-code': {
      const code = (await lettersIn(system.folder)).findLast(
        (letter) => letter.reference === reference && letter.letter.startsWith('M23/identity'),
      )?.code;
      if (code === undefined) return await wait(life, one);
      one.waitingSince = undefined;
      return await life.subject.verify(reference, token, code);
    }
    case 'search-approval':
      return void (await staff.command(reference, view.seq, { type: 'approve-search' }));
    case 'identifier-decision': {
      const open = view.learned.find(
        ({ decision, acceptRefusedBy }) => decision === 'open' && acceptRefusedBy === null,
      );
      if (open === undefined) return;
      const { identifier } = open;
      return void (await staff.command(reference, view.seq, { type: 'decide-identifier', identifier, accept: true }));
    }
    case 'system-answers': {
      const manual = view.systems.find(({ mode, outcome }) => mode === 'manual' && outcome === 'pending');
      if (manual === undefined) return;
      return void (await staff.command(reference, view.seq, {
        type: 'record-manual-result',
        system: manual.id,
        outcome: 'found',
        entries: [{ heading: 'Pärmen Uthyrning', text: 'Hyrde ett tält i juni 2025.' }],
      }));
    }
    case 'release':
      // The review and the release are two steps, so that a test can kill the process between them.
      if (await isReviewed(staff, reference)) return await releaseReviewed(staff, view);
      return void (await review(staff, reference));
    case 'second-release':
      return await releaseReviewed(await life.staff(1), view);
    default:
      return;
  }
}

/** Whether nothing is left to decide in the review of the case. */
export async function isReviewed(staff: Awaited<ReturnType<Life['staff']>>, reference: string): Promise<boolean> {
  return (await staff.review(reference, { open: true })).open === 0;
}

/** Requests a code, takes the code from the letter, fetches the download URL, and downloads the answer. */
async function download(
  system: KillableSystem,
  life: Life,
  one: CaseOnItsWay,
  reference: string,
  token: string,
): Promise<void> {
  const letters = (await lettersIn(system.folder)).filter(
    (letter) => letter.reference === reference && letter.letter.startsWith('M23/download'),
  );
  const letter = letters.findLast((each) => !one.usedCodes.has(each.letter));
  if (letter?.code === undefined) {
    if (one.waitingSince !== undefined) return await wait(life, one);
    await life.subject.askForCode(reference, token);
    one.waitingSince = Date.now();
    return;
  }
  one.waitingSince = undefined;
  try {
    const { url } = await life.subject.download(reference, token, letter.code, 1);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the download responded with status ${response.status}`);
    one.answer = Buffer.from(await response.arrayBuffer());
    one.usedCodes.add(letter.letter);
  } catch (error) {
    // The process was killed after it accepted the code and before it returned the URL. The person needs another code.
    if (error instanceof ApiProblem && error.status === 403) one.usedCodes.add(letter.letter);
    else throw error;
  }
}

/**
 * Sets `ended` if all letters are sent (letters with a code do not count) and the execution of the workflow has ended.
 */
async function settleDown(
  system: KillableSystem,
  life: Life,
  one: CaseOnItsWay,
  view: CaseView,
  reference: string,
): Promise<void> {
  // A letter with a code (M23) that was used need not be sent any more. So its `sentAt` may stay `null`.
  if (view.letters.some(({ code, sentAt }) => code !== 'M23' && sentAt === null)) return await wait(life, one);
  const { addresses } = life;
  const { status } = await new SFNClient({ ...system.operator(), endpoint: addresses.stepFunctions }).send(
    new DescribeExecutionCommand({
      executionArn: `${addresses.workflowArn.replace(':stateMachine:', ':execution:')}:${reference}-1`,
    }),
  );
  if (status === 'RUNNING') return;
  one.ended = true;
}

async function wait(life: Life, one: CaseOnItsWay): Promise<void> {
  one.waitingSince ??= Date.now();
  if (Date.now() - Math.max(one.waitingSince, life.bornAt) < patience) return;
  one.waitingSince = Date.now();
  await life.shift(minute);
}
