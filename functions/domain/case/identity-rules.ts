import { plusDays, localDate } from '../clock/deadline.ts';
import { availableUntil } from './availability.ts';
import {
  checkTried,
  codeMinutes,
  letterCodeDays,
  nextCodeFrom,
  openChallenge,
  openLetterCode,
  takesCode,
} from './code-rules.ts';
import type { IdentityCommand } from './command.ts';
import { changeAwaitingCode, isConfirmed, notConfirmed } from './confirmed-contact.ts';
import { isWaiting } from './contact-history.ts';
import { events, outOfOrder, type Decision, type Given } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { lacksContact } from './hold-rules.ts';
import { isStronglyProven, tiedProofs } from './proofs.ts';
import { codeWay, downloadWay, type CodeWay } from './code-way.ts';
import { refuse } from './refusals/refuse.ts';
import { isShared, provesNobody } from './shared-contact.ts';
import { asLiving, contactAt, hasEnded, type Challenge, type OpenedCase } from './state.ts';
import { propose } from './two-persons.ts';
import { levelOf, type ContactRef, type Method } from './vocabulary.ts';

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
    case 'confirm-contact': {
      const contact = contactAt(state, now);
      if (isConfirmed(state, contact)) return events();
      return isUnconfirmed(state, now)
        ? events({ type: 'contact-confirmed', ...first, contact, text: command.text })
        : outOfOrder(state);
    }
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
      // A letter proves more than a mail only where it went to the registered address (law.md 6.2).
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
      const { to, reason, registered } = command;
      if (asLiving(state) === undefined) return outOfOrder(state);
      if (state.circumstances.has('protected-identity')) return refuse('forwarded-to-protected');
      const from = contactAt(state, now);
      const proven = isStronglyProven(state);
      // "I have moved, send it here": the old address is told, and has the days of waiting to object.
      const atOnce = registered || reason === 'bounced' || proven || from.kind === 'postalAddress';
      const effectiveAt = atOnce ? now : later(now, state.facts.rules.contactChangeDays);
      return events({ type: 'moved-to-post', ...first, from, to, reason, registered, effectiveAt });
    }
    case 'mark-circumstance': {
      const { circumstance, present } = command;
      return state.circumstances.has(circumstance) === present
        ? events()
        : events({ type: 'circumstance-marked', ...first, circumstance, present });
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
  const from = nextCodeFrom(state, purpose, now);
  if (from !== undefined) return refuse('codes-of-the-day-sent', { from });
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

/** Whether a proof may still be added: of a request that waits for one, or a stronger one later. */
function mayBeProven(state: OpenedCase): boolean {
  if (state.status === 'held') return state.facts.hold === 'right-handled-by-staff';
  return asLiving(state) !== undefined;
}

/**
 * A new contact point is written to after the days of waiting, and once a code that is mailed there was entered where the
 * person changes it by the link; the old one is told at once: whoever took over a case would be noticed. Where the old one is lost, shared or unsafe nothing is sent to it; then only a strong proof
 * opens the new one, and no waiting is needed (practice 2).
 */
function changeContact(
  state: OpenedCase,
  given: Given<Extract<IdentityCommand, { readonly type: 'change-contact' }>>,
): Decision {
  const { command, first, now } = given;
  // A link to the case proves nobody, whoever has proven themselves in it before: a member of staff makes sure first.
  const byStaff = first.by.kind === 'staff';
  // After the end a change that waits can still be called back, and nothing else. But where an answer waits for its
  // address to be confirmed and the address is wrong, staff put it right: else nobody could ever fetch the answer.
  const calledBackAfterEnd = contactAt(state, now).hash === command.to.hash;
  if (asLiving(state) === undefined && !calledBackAfterEnd && !(byStaff && isUnconfirmed(state, now)))
    return outOfOrder(state);
  // An override is a decision of staff: it proves the person, not that an address may be left without a word.
  const strong = isStronglyProven(state);
  if (command.oldIsLost && !(byStaff && strong)) return refuse('old-contact-not-told');
  const from = contactAt(state, now);
  const latest = state.contactChanges.at(-1);
  const waiting = latest !== undefined && isWaiting(latest, now) ? latest : undefined;
  const postWaits = state.post !== null && state.post.effectiveAt > now;
  // Whoever was told of a change that they did not ask for calls it back: it never takes effect then.
  const calledBack = from.hash === command.to.hash;
  if (calledBack && waiting === undefined && !postWaits) return events();
  const matched = byStaff && tiedProofs(state).some(({ method }) => method === 'e-id');
  // Where the person is answered instead of a representative, or has no contact point yet, their own counts at once.
  const toPerson = (state.status === 'held' && state.mandate?.answerTo === 'person') || lacksContact(state);
  const wait = command.oldIsLost || matched || calledBack || toPerson ? 0 : state.facts.rules.contactChangeDays;
  // Whoever has the link to the case may mistype the new address as well: it shows itself by a code that is mailed there.
  const code = !byStaff && !calledBack && command.codeEntered !== true;
  const isSame = waiting?.to.hash === command.to.hash && (code || !waiting.awaitsCode);
  if (isSame && (wait > 0 || code)) return events();
  const changed: CaseEvent = {
    type: 'contact-changed',
    ...first,
    from,
    to: command.to,
    tellOld: !command.oldIsLost && !calledBack && !lacksContact(state),
    effectiveAt: wait === 0 ? now : later(now, wait),
  };
  return code ? events(changed, { type: 'contact-code-awaited', ...first }) : events(changed);
}

function later(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 24 * 60 * 60_000).toISOString();
}

/** Whether an answer waits to be fetched. */
export function isAvailable(state: OpenedCase, now: string): boolean {
  return !state.purged && state.deliveries.some((one) => availableUntil(state, one, now) > now && !one.revoked);
}

/** Whether the present contact point is unconfirmed at `now` (ISO 8601), and something goes out to it or may still. */
export function isUnconfirmed(state: OpenedCase, now: string): boolean {
  if (state.proofs.length === 0 || isConfirmed(state, contactAt(state, now))) return false;
  return !hasEnded(state) || isAvailable(state, now);
}

/** As `isUnconfirmed`, where no answer can be fetched by any other way. */
export function needsConfirming(state: OpenedCase, now: string): boolean {
  return isUnconfirmed(state, now) && !isConfirmed(state, downloadWay(state, now).to);
}

/** Last local date on which a withdrawal can be taken back (practice 13). */
export function undoUntil(state: OpenedCase, now: string): string {
  return plusDays(localDate(now, state.facts.timeZone), 30);
}
