import { isAvailable, writesOn } from '../answer/availability.ts';
import { isCalledUnsafe, isConfirmed, notConfirmed } from '../contact/confirmed-contact.ts';
import { isShared, provesNobody } from '../contact/shared-contact.ts';
import { type Decision, events, type Given, outOfOrder } from '../decision.ts';
import { propose } from '../decisions/two-persons.ts';
import { refuse } from '../refusals/refuse.ts';
import { asLiving, type Challenge, contactAt, hasEnded, type OpenedCase } from '../state.ts';
import { identityMethods, type MethodGivenBy } from '../../identity-methods/methods.ts';
import { isFromRegister } from '../contact/unproven-postal-address.ts';
import {
  checkTried,
  codeMinutes,
  letterCodeDays,
  nextCodeFrom,
  openChallenge,
  openLetterCode,
  takesCode,
} from './code-rules.ts';
import { codeWay, type CodeWay } from './code-way.ts';
import type { IdentityCommand } from './commands.ts';
import { askedBy } from './opener.ts';

const methodOf = {
  email: 'email-code',
  post: 'letter-code',
  sms: 'sms-code',
} as const satisfies Readonly<Record<Challenge['via'], MethodGivenBy<'code'>>>;

/** Decides on proofs of identity (Art. 12(6); EDPB 01/2022, 58-82; practice 4, 7). */
export function decideIdentity(state: OpenedCase, given: Given<IdentityCommand>): Decision {
  const { common } = state;
  const { command, first, second, now } = given;
  switch (command.type) {
    case 'issue-code':
      return issueCode(state, { ...given, command });
    case 'count-try': {
      if (command.purpose === 'identity' && !takesCode(state))
        return common.proofs.length > 0 ? refuse('identity-proven-already') : outOfOrder(state);
      const open = openChallenge(state, command.purpose, now);
      if (!open.ok) return refuse(open.code);
      if (first.by.kind === 'staff' && openLetterCode(state, now)?.id !== open.challenge.id)
        return refuse('staff-enter-letter-codes');
      return events({ type: 'code-tried', ...first, challenge: open.challenge.id });
    }
    case 'prove-identity': {
      if (!takesCode(state)) return outOfOrder(state);
      const tried = checkTried(state, command.challenge, 'identity', now);
      if (!tried.ok) return refuse(tried.code);
      const { via, registered, to } = tried.challenge;
      // A telephone number can only be the first proof: it is too weak for a system that waits for a stronger proof.
      if (via === 'sms' && state.stage.kind !== 'identifying') return outOfOrder(state);
      if (isShared(common, via)) return provesNobody(via);
      const method = methodOf[via];
      const number = common.facts.claimed.find(({ kind }) => kind === 'personnummer');
      return events({
        type: 'identity-proven',
        ...second,
        challenge: command.challenge,
        // If `registered`, the letter went to the address that the population register has for the stated personnummer.
        // Somebody who enters its code has read the letter, and so proves the personnummer.
        identifier: registered && number !== undefined ? number : to,
        method,
        // A letter proves more than a mail only if it went to the registered address (EDPB 01/2022, 65).
        level: method === 'letter-code' && !registered ? 'contact-point' : identityMethods[method].level,
        text: null,
      });
    }
    case 'prove-with': {
      const { method, identifier, text = null } = command;
      if ((identityMethods[method].givenBy === 'staff') !== (text !== null)) return refuse('document-is-noted');
      if (!mayBeProven(state, now)) return hasEnded(state) ? refuse('case-ended') : outOfOrder(state);
      return events({
        type: 'identity-proven',
        ...second,
        challenge: null,
        identifier,
        method,
        level: identityMethods[method].level,
        text,
      });
    }
    case 'override-proof':
      if (!mayBeProven(state, now)) return outOfOrder(state);
      return propose(state, given, {
        kind: 'override-proof',
        text: command.text,
        identifier: contactAt(common, now),
      });
    case 'record-mandate': {
      if (asLiving(state) === undefined) return outOfOrder(state);
      const { kind, accepted, answerTo } = command;
      return events({ type: 'mandate-recorded', ...first, kind, accepted, answerTo });
    }
  }
}

function issueCode(
  state: OpenedCase,
  given: Given<Extract<IdentityCommand, { readonly type: 'issue-code' }>>,
): Decision {
  const { common } = state;
  const { command, first, second, now } = given;
  const { purpose } = command;
  if (purpose === 'identity' && !takesCode(state))
    return common.proofs.length > 0 ? refuse('identity-proven-already') : refuse('no-code-needed');
  if (purpose === 'download' && !isAvailable(common, now)) return refuse('nothing-to-fetch');
  const asker = askedBy(common, first.by);
  const from = nextCodeFrom(common, purpose, asker, now);
  if (from !== undefined)
    return asker === 'opener'
      ? refuse('codes-of-the-opener-sent', { from })
      : refuse('codes-of-the-day-sent', { from });
  const number = command.purpose === 'identity' ? command.number : undefined;
  if (number !== undefined) {
    if (state.stage.kind !== 'identifying') return outOfOrder(state);
    // Only numbers that the person stated are accepted: before the first proof nobody may learn which numbers the
    // systems hold.
    if (number.kind !== 'phone' || !common.facts.claimed.some(({ hash }) => hash === number.hash))
      return refuse('number-not-stated');
    if (isShared(common, 'sms')) return provesNobody('sms');
  }
  // The automatic code by mail does not replace a code that the person has just asked for by SMS.
  if (number === undefined && first.by.kind === 'workflow' && isWaitingForSms(state, purpose, now)) return events();
  const way: CodeWay | undefined = number === undefined ? codeWay(state, purpose, now) : { via: 'sms', to: number };
  if (way === undefined) return refuse('no-contact-to-confirm');
  if (purpose === 'contact' && hasEnded(state) && !isAvailable(common, now)) return refuse('nothing-to-fetch');
  const { via, to } = way;
  if (via === 'email' && isCalledUnsafe(common, to)) return refuse('contact-called-unsafe');
  if (purpose === 'download' && !isConfirmed(common, to)) return notConfirmed;
  const lives = via === 'post' ? letterCodeDays * 24 * 60 : codeMinutes;
  return events({
    type: 'code-issued',
    ...second,
    challenge: `${purpose}-${common.challenges.length + 1}`,
    purpose,
    via,
    to,
    registered: isFromRegister(common, to),
    expiresAt: new Date(Date.parse(now) + lives * 60_000).toISOString(),
  });
}

function isWaitingForSms(state: OpenedCase, purpose: Challenge['purpose'], now: string): boolean {
  const open = openChallenge(state, purpose, now);
  return purpose === 'identity' && open.ok && open.challenge.via === 'sms';
}

/**
 * Whether a proof can be added at `now` (ISO 8601): the case is open, or an answer is out (`isAnswerOut`). A held
 * request takes a proof only if staff handle its right by hand.
 */
function mayBeProven(state: OpenedCase, now: string): boolean {
  if (state.stage.kind === 'held') return state.common.facts.hold === 'right-handled-by-staff';
  return writesOn(state, now);
}
