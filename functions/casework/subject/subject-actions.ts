import { availableUntil, isAvailable } from '#domain/case/answer/availability.ts';
import { downloadMinutes } from '#domain/case/answer/decide.ts';
import { keyGeneration } from '#domain/case/contact/contact-history.ts';
import { opener, person } from '#domain/case/identity/opener.ts';
import { ownRights } from '#domain/case/lifecycle/own-rights.ts';
import { type SystemOutcome, toldOutcome } from '#domain/case/search/outcome.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';
import type { Actor, Matter, Purpose } from '#domain/case/vocabulary.ts';
import type { Right } from '#domain/rights.ts';
import type { Exports } from '#store/exports.ts';
import type { Casework } from '../commit/casework.ts';
import { issueCode } from '../identity/issue-code.ts';
import { commitCommand, loadCase, TooMuchTraffic } from '../commit/commit-command.ts';
import { levelWaitedFor } from '../identity/identity-offer.ts';
import type { PartOfCase } from '../linked/parts-of.ts';
import { possibleWishes } from './subject-wishes.ts';
import { proofBy, tryCode, type EnteredCode, type WrongCode } from '../identity/try-code.ts';

/**
 * What a person sees on the page of their case. Before the proof of identity the page does not disclose whether data
 * are held.
 */
export interface SubjectStatus {
  readonly reference: string;
  readonly status: 'received' | 'verify' | 'searching' | 'review' | 'preparing' | 'ready' | 'refused' | 'closed';
  readonly receivedAt: string;
  readonly due: string;
  readonly extended: boolean;
  readonly answers: readonly {
    readonly round: number;
    readonly deliveredAt: string;
    readonly availableUntil: string;
  }[];
  /**
   * Ids of the systems whose results are in none of the delivered answers yet. Systems that wait for a stronger proof
   * of identity are not listed.
   */
  readonly pending: readonly string[];
  /**
   * Whether records wait for a stronger proof of identity. Before that proof the page names neither their kind nor
   * their system.
   */
  readonly strongerProof: boolean;
  /** Questions of staff that the person has not answered. */
  readonly questions: readonly { readonly asking: string; readonly about: 'identity' | 'clarification' }[];
  /**
   * The last day (`YYYY-MM-DD`) on which the withdrawal can be cancelled; `null` if there is no withdrawal that can be
   * cancelled.
   */
  readonly undoUntil: string | null;
  /** The parts of the case, each with its own dates. */
  readonly parts: readonly {
    readonly reference: string;
    readonly matter: Matter;
    readonly rights: readonly Right[];
    readonly status: SubjectStatus['status'];
    readonly receivedAt: string;
    readonly due: string;
    readonly extended: boolean;
    readonly accessToken: string;
  }[];
}

/**
 * The state of the case `reference`, if the token is a valid key of this case at `now` (ISO 8601); else `undefined`.
 */
export async function openedWith(
  casework: Casework,
  reference: string,
  token: string,
  now: string,
): Promise<OpenedCase | undefined> {
  // The token is checked before the log is read. So the response time does not show whether a case with this reference
  // exists.
  const key = casework.keys.tokenOf(reference, token);
  if (key === undefined) return undefined;
  const { state } = await loadCase(casework, reference);
  // Each change of the contact point raises the generation of the keys, so all keys that were given out before become
  // invalid. The requester's key always has generation 0.
  const generation = key.of === 'opener' ? 0 : key.generation;
  return state === undefined || keyGeneration(state.common, now) !== generation ? undefined : state;
}

/** The actor of a token. The key in a letter stands for the person. The requester's key stands for the requester. */
export function visitorOf(casework: Casework, caseId: string, token: string): Actor {
  return casework.keys.tokenOf(caseId, token)?.of === 'mail' ? person : opener;
}

/** Builds the status page of a case and of its parts at `now` (ISO 8601). */
export function subjectStatus(state: OpenedCase, parts: readonly PartOfCase[], now: string): SubjectStatus {
  const { common } = state;
  const search = searchOf(state);
  const { questions, undoUntil } = possibleWishes(state, now);
  return {
    reference: common.caseId,
    status: statusFor(state, now),
    receivedAt: common.facts.receivedAt,
    due: common.due,
    extended: common.extended,
    answers: common.deliveries
      .filter(({ revoked }) => !revoked)
      .map((one) => ({
        round: one.round,
        deliveredAt: one.at,
        availableUntil: availableUntil(common, one, now),
      })),
    pending:
      search === undefined || common.deliveries.length === 0
        ? []
        : search.systems.filter((system) => isToCome(toldOutcome(system, search))).map(({ id }) => id),
    strongerProof: levelWaitedFor(state) !== undefined,
    questions: questions.map(({ id, about }) => ({ asking: id, about })),
    undoUntil,
    parts: parts.map(({ state: part, accessToken }) => ({
      reference: part.common.caseId,
      matter: part.common.facts.matter,
      rights: part.common.facts.matter === 'request' ? ownRights(part) : [],
      status: statusFor(part, now),
      receivedAt: part.common.facts.receivedAt,
      due: part.common.due,
      extended: part.common.extended,
      accessToken,
    })),
  };
}

function isToCome(outcome: SystemOutcome): boolean {
  switch (outcome.outcome) {
    case 'pending':
      return outcome.reason !== 'stronger-proof';
    case 'failed':
      return true;
    case 'found':
    case 'nothing-held':
    case 'answered':
    case 'withheld':
      return false;
  }
}

function statusFor({ common, stage }: OpenedCase, now: string): SubjectStatus['status'] {
  if (isAvailable(common, now)) return 'ready';
  switch (stage.kind) {
    case 'held':
      return 'received';
    case 'identifying':
      return 'verify';
    case 'planning':
    case 'approving-search':
    case 'gathering':
      return 'searching';
    case 'reviewing':
      return 'review';
    case 'released':
    case 'assembling':
    case 'assembled':
      return 'preparing';
    case 'refused':
      return 'refused';
    case 'delivered':
    case 'closed':
      return 'closed';
  }
}

/** The result of an entered code. If the code is wrong, the result says how many tries are left. */
export type CodeResult<Success> = ({ readonly ok: true } & Success) | RefusedCommand | WrongCode;

/**
 * Sends a new code for the purpose to the person; `by` asked for it. A code for a proof of identity goes by SMS only if
 * the person chose SMS.
 */
export async function sendCode(
  casework: Casework,
  caseId: string,
  purpose: Purpose,
  now: string,
  via: 'contact' | 'sms' = 'contact',
  by: Actor = person,
): Promise<{ readonly ok: true } | RefusedCommand> {
  const asked = { commandId: `code/${casework.newId()}`, by, purpose, via };
  const acted = await issueCode(casework, caseId, asked, now);
  if (acted.ok) return { ok: true };
  return notOld(acted);
}

/**
 * Records a proof of identity if the code that `by` entered is right. The try is counted before the code is compared.
 */
export async function verifyIdentity(
  casework: Casework,
  caseId: string,
  code: string,
  now: string,
  by: Actor = person,
): Promise<CodeResult<object>> {
  const tried = await tryCode(casework, caseId, entered(casework, 'identity', code, by), now);
  if (!tried.ok) return tried.code === 'code-wrong' ? tried : notOld(tried);
  const proving = proofBy(by, tried.challenge);
  const acted = await commitCommand(casework, caseId, proving, now);
  return acted.ok ? { ok: true } : notOld(acted);
}

/**
 * Confirms a contact point with the code that was mailed to it. `signedIn` says whether somebody has just signed in as
 * the person with this browser. Without a sign-in, only a change that waits for its code can be confirmed.
 */
export async function confirmContact(
  casework: Casework,
  caseId: string,
  { code, signedIn }: { readonly code: string; readonly signedIn: boolean },
  now: string,
  by: Actor = person,
): Promise<CodeResult<object>> {
  const tried = await tryCode(casework, caseId, entered(casework, 'contact', code, by), now);
  if (!tried.ok) return tried.code === 'code-wrong' ? tried : notOld(tried);
  const { challenge } = tried;
  const acted = await commitCommand(
    casework,
    caseId,
    {
      commandId: `confirm/${challenge}`,
      by,
      command: { type: 'enter-contact-code', challenge, signedIn },
    },
    now,
  );
  return acted.ok ? { ok: true } : notOld(acted);
}

/**
 * Exchanges a code for a URL from which an answer can be downloaded for five minutes at most. The commit that grants
 * the download uses up the code, so if two requests contain the same code, only one gets a URL.
 */
export async function fetchAnswer(
  casework: Casework,
  exports: Exports,
  caseId: string,
  wanted: { readonly code: string; readonly round?: number },
  now: string,
  by: Actor = person,
): Promise<CodeResult<{ readonly url: string; readonly expiresAt: string }>> {
  const tried = await tryCode(casework, caseId, entered(casework, 'download', wanted.code, by), now);
  if (!tried.ok) return tried.code === 'code-wrong' ? tried : notOld(tried);
  const round = wanted.round ?? tried.state.common.deliveries.at(-1)?.round ?? 1;
  const acted = await commitCommand(
    casework,
    caseId,
    {
      commandId: `grant/${casework.newId()}`,
      by,
      command: { type: 'grant-download', challenge: tried.challenge, round },
    },
    now,
  );
  if (!acted.ok) return notOld(acted);
  const delivery = acted.state.common.deliveries.find((one) => one.round === round);
  if (delivery === undefined) throw new Error('a download was granted for an answer that was not delivered');
  const seconds = downloadMinutes * 60;
  return {
    ok: true,
    url: await exports.address(caseId, { round, attempt: delivery.attempt }, seconds),
    expiresAt: new Date(Date.parse(now) + seconds * 1000).toISOString(),
  };
}

/** A code that somebody entered on the page. Each try gets a command id of its own. */
function entered(casework: Casework, purpose: EnteredCode['purpose'], code: string, by: Actor): EnteredCode {
  return { purpose, code, by, commandId: `try/${casework.newId()}` };
}

/**
 * Removes the refusal `old-seq` from the type. `commitCommand` refuses only commands with `expectedSeq` in this way,
 * and the commands of a data subject never have it.
 */
function notOld(acted: Exclude<Awaited<ReturnType<typeof commitCommand>>, { readonly ok: true }>): RefusedCommand {
  if (acted.code === 'old-seq')
    throw new TooMuchTraffic('a command was refused because of `expectedSeq`, which it does not have');
  return acted;
}
