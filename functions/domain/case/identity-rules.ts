import { plusDays, localDate } from '../clock/deadline.ts';
import {
  checkTried,
  codeInWords,
  codeMinutes,
  codeTarget,
  letterCodeDays,
  mayIssueCode,
  openChallenge,
  takesCode,
} from './code-rules.ts';
import type { IdentityCommand } from './command.ts';
import { changeAwaitingCode, isConfirmed, notConfirmed } from './confirmed-contact.ts';
import { events, outOfOrder, refuse, type Decision, type Given } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { isStronglyProven, tiedProofs } from './proofs.ts';
import { asLiving, contactAt, hasEnded, type OpenedCase } from './state.ts';
import { propose } from './two-persons.ts';
import { levelOf, type ContactRef, type Method } from './vocabulary.ts';

/** Decides who asks, and where we write to (Art. 12(6); EDPB 01/2022, 58-82; practice 2, 4, 7). */
export function decideIdentity(state: OpenedCase, given: Given<IdentityCommand>): Decision {
  const { command, first, second, now } = given;
  switch (command.type) {
    case 'issue-code':
      return issueCode(state, { ...given, command });
    case 'enter-contact-code': {
      const tried = checkTried(state, command.challenge, 'contact', now);
      if (!tried.ok) return refuse(tried.code, codeInWords[tried.code]);
      const { challenge, signedIn } = command;
      // The link to the case is in the mails that went to an address which may be a stranger's.
      if (!signedIn && changeAwaitingCode(state) === undefined)
        return refuse(
          'stronger-proof-needed',
          'The address is confirmed by whoever has just signed in: sign in again, and enter the code then.',
        );
      return events({ type: 'contact-code-entered', ...first, challenge, signedIn });
    }
    case 'confirm-contact': {
      const contact = contactAt(state, now);
      if (isConfirmed(state, contact)) return events();
      return needsConfirming(state, now)
        ? events({ type: 'contact-confirmed', ...first, contact, text: command.text })
        : outOfOrder(state, command);
    }
    case 'count-try': {
      if (command.purpose === 'identity' && !takesCode(state))
        return state.proofs.length > 0
          ? refuse('already-verified', 'This is done already.')
          : outOfOrder(state, command);
      const open = openChallenge(state, command.purpose, now);
      if (!open.ok) return refuse(open.code, codeInWords[open.code]);
      return events({ type: 'code-tried', ...first, challenge: open.challenge.id });
    }
    case 'prove-identity': {
      if (!takesCode(state)) return outOfOrder(state, command);
      const tried = checkTried(state, command.challenge, 'identity', now);
      if (!tried.ok) return refuse(tried.code, codeInWords[tried.code]);
      if (state.circumstances.has('shared-mailbox') && tried.challenge.via === 'email')
        return refuse('stronger-proof-needed', 'Several people read this mailbox: its code alone proves nobody.');
      const method: Method = tried.challenge.via === 'post' ? 'letter-code' : 'email-code';
      // A letter proves more than a mail only where it went to the registered address (law.md 6.2).
      const { registered, to } = tried.challenge;
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
      if ((method === 'document-check') !== (text !== null))
        return refuse('evidence-missing', 'Of a document is noted what was shown, where and when; of nothing else.');
      if (!mayBeProven(state)) return outOfOrder(state, command);
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
      if (!mayBeProven(state)) return outOfOrder(state, command);
      return propose(state, given, {
        kind: 'override-proof',
        text: command.text,
        identifier: contactAt(state, now),
      });
    case 'record-mandate': {
      if (asLiving(state) === undefined) return outOfOrder(state, command);
      const { kind, accepted, answerTo } = command;
      return events({ type: 'mandate-recorded', ...first, kind, accepted, answerTo });
    }
    case 'change-contact':
      return changeContact(state, { ...given, command });
    case 'move-to-post': {
      const { to, reason, registered } = command;
      if (asLiving(state) === undefined) return outOfOrder(state, command);
      if (state.circumstances.has('protected-identity'))
        return refuse(
          'protected-identity',
          'Nothing is posted to a person with protected identity: use the forwarding of the tax agency, or hand it over.',
        );
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
  const { command, second, now } = given;
  const { purpose } = command;
  if (purpose === 'identity' && !takesCode(state))
    return state.proofs.length > 0
      ? refuse('already-verified', 'This is done already.')
      : refuse('out-of-order', 'No code is needed now.');
  if (purpose === 'download' && !isAvailable(state, now))
    return refuse('not-available', 'There is nothing to fetch, or it is no longer kept.');
  const to = codeTarget(state, purpose, now);
  if (to === undefined) return refuse('out-of-order', 'No contact point waits to be confirmed.');
  if (purpose === 'contact' && hasEnded(state) && !isAvailable(state, now))
    return refuse('not-available', 'There is nothing to fetch, or it is no longer kept.');
  if (purpose === 'download' && !isConfirmed(state, to)) return notConfirmed;
  if (!mayIssueCode(state, purpose, now)) return refuse('too-many-codes', 'Five codes a day are sent at the most.');
  const via = to.kind === 'postalAddress' ? 'post' : 'email';
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
  if (asLiving(state) === undefined && !calledBackAfterEnd && !(byStaff && needsConfirming(state, now)))
    return outOfOrder(state, command);
  // An override is a decision of staff: it proves the person, not that an address may be left without a word.
  const strong = isStronglyProven(state);
  if (command.oldIsLost && !(byStaff && strong))
    return refuse(
      'stronger-proof-needed',
      'Where the old contact cannot be told, staff change it, once the person has proven who they are by e-ID, by letter or in person.',
    );
  const from = contactAt(state, now);
  const latest = state.contactChanges.at(-1);
  const waiting = latest !== undefined && latest.effectiveAt > now ? latest : undefined;
  const postWaits = state.post !== null && state.post.effectiveAt > now;
  // Whoever was told of a change that they did not ask for calls it back: it never takes effect then.
  const calledBack = from.hash === command.to.hash;
  if (calledBack && waiting === undefined && !postWaits) return events();
  const matched = byStaff && tiedProofs(state).some(({ method }) => method === 'e-id');
  // Where the person is answered instead of a representative, the person's own contact point counts at once.
  const toPerson = state.status === 'held' && state.mandate?.answerTo === 'person';
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
    tellOld: !command.oldIsLost && !calledBack,
    effectiveAt: wait === 0 ? now : later(now, wait),
  };
  return code ? events(changed, { type: 'contact-code-awaited', ...first }) : events(changed);
}

function later(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 24 * 60 * 60_000).toISOString();
}

/** Whether an answer waits to be fetched. */
export function isAvailable(state: OpenedCase, now: string): boolean {
  return !state.purged && state.deliveries.some(({ availableUntil, revoked }) => availableUntil > now && !revoked);
}

/** Whether the present contact point must be confirmed before an answer can be fetched from it at `now` (ISO 8601). */
export function needsConfirming(state: OpenedCase, now: string): boolean {
  if (state.proofs.length === 0 || isConfirmed(state, contactAt(state, now))) return false;
  return !hasEnded(state) || isAvailable(state, now);
}

/** Last local date on which a withdrawal can be taken back (practice 13). */
export function undoUntil(state: OpenedCase, now: string): string {
  return plusDays(localDate(now, state.facts.timeZone), 30);
}
