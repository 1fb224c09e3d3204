import { plusDays, localDate } from '../clock/deadline.ts';
import {
  checkTried,
  codeInWords,
  codeMinutes,
  letterCodeDays,
  mayIssueCode,
  openChallenge,
  takesCode,
} from './code-rules.ts';
import type { IdentityCommand } from './command.ts';
import { events, outOfOrder, refuse, type Decision, type Given } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { isStronglyProven, tiedProofs } from './proofs.ts';
import { downloadWay, wayToContact, type CodeWay } from './code-way.ts';
import { isShared, provesNobody } from './shared-contact.ts';
import { asLiving, contactAt, type Challenge, type OpenedCase } from './state.ts';
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
      const { via, registered, to } = tried.challenge;
      // A number is the first proof or none: what waits for a stronger one gains nothing by it.
      if (via === 'sms' && state.status !== 'identifying') return outOfOrder(state, command);
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
  const { command, first, second, now } = given;
  const { purpose } = command;
  if (purpose === 'identity' && !takesCode(state))
    return state.proofs.length > 0
      ? refuse('already-verified', 'This is done already.')
      : refuse('out-of-order', 'No code is needed now.');
  if (purpose === 'download' && !isAvailable(state, now))
    return refuse('not-available', 'There is nothing to fetch, or it is no longer kept.');
  if (!mayIssueCode(state, purpose, now)) return refuse('too-many-codes', 'Five codes a day are sent at the most.');
  const number = command.purpose === 'identity' ? command.number : undefined;
  if (number !== undefined) {
    if (state.status !== 'identifying') return outOfOrder(state, command);
    // Only what the person stated: what systems hold is nobody's to learn before the first proof.
    if (number.kind !== 'phone' || !state.facts.claimed.some(({ hash }) => hash === number.hash))
      return refuse('unknown-identifier', 'No such number was stated in this case.');
    if (isShared(state, 'sms')) return provesNobody('sms');
  }
  // The code that is mailed by itself does not take the place of one that the person has just chosen to get by SMS.
  if (number === undefined && first.by.kind === 'workflow' && isWaitingForSms(state, purpose, now)) return events();
  const { via, to } = wayOf(state, purpose, number, now);
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

function wayOf(state: OpenedCase, purpose: Challenge['purpose'], number: ContactRef | undefined, now: string): CodeWay {
  if (number !== undefined) return { via: 'sms', to: number };
  return purpose === 'download' ? downloadWay(state, now) : wayToContact(state, now);
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
 * A new contact point is written to after the days of waiting, and the old one is told at once: whoever took over a
 * case would be noticed. Where the old one is lost, shared or unsafe nothing is sent to it; then only a strong proof
 * opens the new one, and no waiting is needed (practice 2).
 */
function changeContact(
  state: OpenedCase,
  given: Given<Extract<IdentityCommand, { readonly type: 'change-contact' }>>,
): Decision {
  const { command, first, now } = given;
  // After the end a change that waits can still be called back, and nothing else.
  if (asLiving(state) === undefined && contactAt(state, now).hash !== command.to.hash)
    return outOfOrder(state, command);
  // An override is a decision of staff: it proves the person, not that an address may be left without a word.
  const strong = isStronglyProven(state);
  // A link to the case proves nobody, whoever has proven themselves in it before: a member of staff makes sure first.
  const byStaff = first.by.kind === 'staff';
  if (command.oldIsLost && !(byStaff && strong))
    return refuse(
      'stronger-proof-needed',
      'Where the old contact cannot be told, staff change it, once the person has proven who they are by e-ID, by letter or in person.',
    );
  const from = contactAt(state, now);
  const latest = state.contactChanges.at(-1);
  const waiting = latest !== undefined && latest.effectiveAt > now ? latest : undefined;
  // Whoever was told of a change that they did not ask for calls it back: it never takes effect then.
  const calledBack = from.hash === command.to.hash;
  if (calledBack && waiting === undefined) return events();
  const matched = byStaff && tiedProofs(state).some(({ method }) => method === 'e-id');
  // Where the person is answered instead of a representative, the person's own contact point counts at once.
  const toPerson = state.status === 'held' && state.mandate?.answerTo === 'person';
  const wait = command.oldIsLost || matched || calledBack || toPerson ? 0 : state.facts.rules.contactChangeDays;
  if (wait > 0 && waiting?.to.hash === command.to.hash) return events();
  const changed: CaseEvent = {
    type: 'contact-changed',
    ...first,
    from,
    to: command.to,
    tellOld: !command.oldIsLost && !calledBack,
    effectiveAt: wait === 0 ? now : later(now, wait),
  };
  return events(changed);
}

function later(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 24 * 60 * 60_000).toISOString();
}

/** Whether an answer waits to be fetched. */
export function isAvailable(state: OpenedCase, now: string): boolean {
  return !state.purged && state.deliveries.some(({ availableUntil, revoked }) => availableUntil > now && !revoked);
}

/** Last local date on which a withdrawal can be taken back (practice 13). */
export function undoUntil(state: OpenedCase, now: string): string {
  return plusDays(localDate(now, state.facts.timeZone), 30);
}
