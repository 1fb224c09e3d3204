import { plusDays, localDate } from '../../clock/deadline.ts';
import {
  checkTried,
  codeMinutes,
  letterCodeDays,
  nextCodeFrom,
  openChallenge,
  openLetterCode,
  takesCode,
} from './code-rules.ts';
import type { IdentityCommand } from '../command.ts';
import { canonical } from '../../canonical/canonical.ts';
import { isAvailable } from '../answer/availability.ts';
import { changeAwaitingCode, isConfirmed, notConfirmed } from '../contact/confirmed-contact.ts';
import { contactChange, contactEffect, type ContactDecision } from '../contact/contact-effects.ts';
import { events, outOfOrder, type Decision, type Given } from '../decision.ts';
import { circumstanceEffect } from '../circumstances/circumstance-rules.ts';
import { codeWay, type CodeWay } from './code-way.ts';
import { isMarkedBefore } from '../circumstances/standing-time.ts';
import { askedBy, mayBeStranger } from './opener.ts';
import { refuse } from '../refusals/refuse.ts';
import { isShared, provesNobody } from '../contact/shared-contact.ts';
import { asLiving, contactAt, hasEnded, type Challenge, type OpenedCase } from '../state.ts';
import { propose, takesTwo } from '../decisions/two-persons.ts';
import { levelOf, protectsSomebody, type ContactRef, type Method } from '../vocabulary.ts';

const methodOf = {
  email: 'email-code',
  post: 'letter-code',
  sms: 'sms-code',
} as const satisfies Readonly<Record<Challenge['via'], Method>>;

/** Decides who asks, and where we write to (Art. 12(6); EDPB 01/2022, 58-82; practice 2, 4, 7). */
export function decideIdentity(state: OpenedCase, given: Given<IdentityCommand>): Decision {
  const { command, first, second, now } = given;
  switch (command.type) {
    case 'issue-code':
      return issueCode(state, { ...given, command });
    case 'enter-contact-code': {
      const tried = checkTried(state, command.challenge, 'contact', now);
      if (!tried.ok) return refuse(tried.code);
      const { challenge, signedIn } = command;
      // The link to the case is in the mails that went to an address which may be a stranger's.
      if (!signedIn && changeAwaitingCode(state) === undefined) return refuse('confirmed-after-sign-in');
      return events({ type: 'contact-code-entered', ...first, challenge, signedIn });
    }
    case 'confirm-contact':
      return decideContact(state, given, {
        kind: 'confirm-contact',
        contact: contactAt(state, now),
        text: command.text,
        agreed: command.agreed === true,
      });
    case 'count-try': {
      if (command.purpose === 'identity' && !takesCode(state))
        return state.proofs.length > 0 ? refuse('identity-proven-already') : outOfOrder(state);
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
      // A number is the first proof or none: what waits for a stronger one gains nothing by it.
      if (via === 'sms' && state.status !== 'identifying') return outOfOrder(state);
      if (isShared(state, via)) return provesNobody(via);
      const method = methodOf[via];
      // A letter proves more than a mail only where it went to the registered address (EDPB 01/2022, 65).
      const number = state.facts.claimed.find(({ kind }) => kind === 'personnummer');
      return events({
        type: 'identity-proven',
        ...second,
        challenge: command.challenge,
        // The register has that address for a personnummer: whoever reads the letter has that number.
        identifier: registered && number !== undefined ? number : to,
        method,
        level: method === 'letter-code' && !registered ? 'contact-point' : levelOf[method],
        text: null,
      });
    }
    case 'prove-with': {
      const { method, identifier, text = null } = command;
      if ((method === 'document-check') !== (text !== null)) return refuse('document-is-noted');
      if (!mayBeProven(state)) return outOfOrder(state);
      return events({
        type: 'identity-proven',
        ...second,
        challenge: null,
        identifier,
        method,
        level: levelOf[method],
        text,
      });
    }
    case 'override-proof':
      if (!mayBeProven(state)) return outOfOrder(state);
      return propose(state, given, {
        kind: 'override-proof',
        text: command.text,
        identifier: contactAt(state, now),
      });
    case 'record-mandate': {
      if (asLiving(state) === undefined) return outOfOrder(state);
      const { kind, accepted, answerTo } = command;
      return events({ type: 'mandate-recorded', ...first, kind, accepted, answerTo });
    }
    case 'change-contact':
      return changeContact(state, { ...given, command });
    case 'move-to-post': {
      const { to, reason, registered, agreed = false } = command;
      return decideContact(state, given, { kind: 'move-to-post', to, reason, registered, agreed });
    }
    case 'mark-circumstance': {
      const { circumstance, present } = command;
      if (state.circumstances.has(circumstance) === present && !isMarkedBefore(state, circumstance)) return events();
      // That it does not apply is a decision as well: the mark of one person would be taken away by the next.
      if (!present && first.by.kind === 'staff' && state.undecided.has(circumstance))
        return refuse('circumstance-undecided');
      const stopsTime = present && protectsSomebody(circumstance);
      return events({ type: 'circumstance-marked', ...second, circumstance, present, stopsTime });
    }
    case 'decide-circumstance': {
      const { circumstance, applies, text, contact = null } = command;
      const decision = { kind: 'decide-circumstance', circumstance, applies, text, contact } as const;
      const effect = circumstanceEffect(state, given, decision);
      return effect.ok && first.by.kind === 'staff' && takesTwo(state, circumstance)
        ? propose(state, given, decision)
        : effect;
    }
  }
}

function issueCode(
  state: OpenedCase,
  given: Given<Extract<IdentityCommand, { readonly type: 'issue-code' }>>,
): Decision {
  const { command, first, second, now } = given;
  const { purpose } = command;
  if (purpose === 'identity' && !takesCode(state))
    return state.proofs.length > 0 ? refuse('identity-proven-already') : refuse('no-code-needed');
  if (purpose === 'download' && !isAvailable(state, now)) return refuse('nothing-to-fetch');
  const asker = askedBy(state, first.by);
  const from = nextCodeFrom(state, purpose, asker, now);
  if (from !== undefined)
    return asker === 'opener'
      ? refuse('codes-of-the-opener-sent', { from })
      : refuse('codes-of-the-day-sent', { from });
  const number = command.purpose === 'identity' ? command.number : undefined;
  if (number !== undefined) {
    if (state.status !== 'identifying') return outOfOrder(state);
    // Only what the person stated: what systems hold is nobody's to learn before the first proof.
    if (number.kind !== 'phone' || !state.facts.claimed.some(({ hash }) => hash === number.hash))
      return refuse('number-not-stated');
    if (isShared(state, 'sms')) return provesNobody('sms');
  }
  // The code that is mailed by itself does not take the place of one that the person has just chosen to get by SMS.
  if (number === undefined && first.by.kind === 'workflow' && isWaitingForSms(state, purpose, now)) return events();
  const way: CodeWay | undefined = number === undefined ? codeWay(state, purpose, now) : { via: 'sms', to: number };
  if (way === undefined) return refuse('no-contact-to-confirm');
  if (purpose === 'contact' && hasEnded(state) && !isAvailable(state, now)) return refuse('nothing-to-fetch');
  const { via, to } = way;
  if (purpose === 'download' && !isConfirmed(state, to)) return notConfirmed;
  const lives = via === 'post' ? letterCodeDays * 24 * 60 : codeMinutes;
  return events({
    type: 'code-issued',
    ...second,
    challenge: `${purpose}-${state.challenges.length + 1}`,
    purpose,
    via,
    to,
    registered: isRegistered(state, to),
    expiresAt: new Date(Date.parse(now) + lives * 60_000).toISOString(),
  });
}

function isWaitingForSms(state: OpenedCase, purpose: Challenge['purpose'], now: string): boolean {
  const open = openChallenge(state, purpose, now);
  return purpose === 'identity' && open.ok && open.challenge.via === 'sms';
}

function isRegistered(state: OpenedCase, to: ContactRef): boolean {
  return state.post !== null && state.post.registered && state.post.to.hash === to.hash;
}

/**
 * Where the person wants to be written to. What the person asks for shows itself by a code; what a member of staff says of
 * it is on their word alone, and two people answer for that.
 */
function changeContact(
  state: OpenedCase,
  given: Given<Extract<IdentityCommand, { readonly type: 'change-contact' }>>,
): Decision {
  const { command, first, now } = given;
  const { to, oldIsLost, why, codeEntered = false, agreed = false } = command;
  // A stranger who made the request in the person's name would take over what the person is to prove.
  if (mayBeStranger(state, first.by)) return refuse('contact-of-the-opener');
  const isCalledBack = contactAt(state, now).hash === to.hash;
  if (first.by.kind === 'staff' && !isCalledBack)
    return decideContact(state, given, { kind: 'change-contact', to, oldIsLost, why: why ?? null, agreed });
  return contactChange(state, given, { to, oldIsLost, codeEntered, byStaff: first.by.kind === 'staff' });
}

/** A change of where the answer goes: agreed to already, made by no member of staff, or else a proposal to a second person. */
function decideContact(
  state: OpenedCase,
  given: Given<unknown>,
  { agreed, ...decision }: ContactDecision & { readonly agreed: boolean },
): Decision {
  const byStaff = given.first.by.kind === 'staff';
  if (byStaff && state.undecided.size > 0) return refuse('circumstance-undecided');
  const effect = contactEffect(state, given, decision);
  if (!effect.ok || effect.events.length === 0 || agreed || !byStaff) return effect;
  const isProposed = state.proposals.some(
    (one) => one.state === 'open' && canonical(one.decision) === canonical(decision),
  );
  return isProposed ? events() : propose(state, given, decision);
}

/** Whether a proof may still be added: of a request that waits for one, or a stronger one later. */
function mayBeProven(state: OpenedCase): boolean {
  if (state.status === 'held') return state.facts.hold === 'right-handled-by-staff';
  return asLiving(state) !== undefined;
}

/** Last local date on which a withdrawal can be taken back (practice 13). */
export function undoUntil(state: OpenedCase, now: string): string {
  return plusDays(localDate(now, state.facts.timeZone), 30);
}
