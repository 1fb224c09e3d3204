import { plusDays, localDate } from '../clock/deadline.ts';
import { checkTried, codeInWords, codeMinutes, letterCodeDays, mayIssueCode, openChallenge } from './code-rules.ts';
import type { IdentityCommand } from './command.ts';
import { events, outOfOrder, refuse, type Decision, type Given } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { asLiving, contactAt, type OpenedCase } from './state.ts';
import { propose } from './two-persons.ts';
import { levelOf, suffices, type ContactRef, type Method } from './vocabulary.ts';

/** Decides who asks, and where we write to (Art. 12(6); EDPB 01/2022, 58-82; practice 2, 4, 7). */
export function decideIdentity(state: OpenedCase, given: Given<IdentityCommand>): Decision {
  const { command, first, second, now } = given;
  switch (command.type) {
    case 'issue-code':
      return issueCode(state, { ...given, command });
    case 'count-try': {
      if (command.purpose === 'identity' && state.status !== 'identifying')
        return state.proofs.length > 0
          ? refuse('already-verified', 'This is done already.')
          : outOfOrder(state, command);
      const open = openChallenge(state, command.purpose, now);
      if (!open.ok) return refuse(open.code, codeInWords[open.code]);
      return events({ type: 'code-tried', ...first, challenge: open.challenge.id });
    }
    case 'prove-identity': {
      if (state.status !== 'identifying') return outOfOrder(state, command);
      const tried = checkTried(state, command.challenge, 'identity', now);
      if (!tried.ok) return refuse(tried.code, codeInWords[tried.code]);
      if (state.circumstances.has('shared-mailbox') && tried.challenge.via === 'email')
        return refuse('stronger-proof-needed', 'Several people read this mailbox: its code alone proves nobody.');
      const method: Method = tried.challenge.via === 'post' ? 'letter-code' : 'email-code';
      // A letter proves more than a mail only where the address is the registered one (law.md 6.2).
      const registered = method === 'letter-code' && state.post?.registered === true;
      return events({
        type: 'identity-proven',
        ...second,
        challenge: command.challenge,
        identifier: provenBy(state, registered, tried.challenge.issuedAt),
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
      return propose(state, given, { kind: 'override-proof', text: command.text });
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
      return events({ type: 'moved-to-post', ...first, to, reason, registered });
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
  if (purpose === 'identity' && state.status !== 'identifying')
    return state.proofs.length > 0
      ? refuse('already-verified', 'This is done already.')
      : refuse('out-of-order', 'No code is needed now.');
  if (purpose === 'download' && !isAvailable(state, now))
    return refuse('not-available', 'There is nothing to fetch, or it is no longer kept.');
  if (!mayIssueCode(state, purpose, now)) return refuse('too-many-codes', 'Five codes a day are sent at the most.');
  const via = contactAt(state, now).kind === 'postalAddress' ? 'post' : 'email';
  const lives = via === 'post' ? letterCodeDays * 24 * 60 : codeMinutes;
  return events({
    type: 'code-issued',
    ...second,
    challenge: `${purpose}-${state.challenges.length + 1}`,
    purpose,
    via,
    expiresAt: new Date(Date.parse(now) + lives * 60_000).toISOString(),
  });
}

/**
 * What a code proves: the contact point it was sent to. A letter to the address that the population register has for a
 * personnummer also proves that personnummer.
 */
function provenBy(state: OpenedCase, registered: boolean, sentAt: string): ContactRef {
  const number = state.facts.claimed.find(({ kind }) => kind === 'personnummer');
  return registered && number !== undefined ? number : contactAt(state, sentAt);
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
  if (asLiving(state) === undefined) return outOfOrder(state, command);
  const strong = state.proofs.some(({ level }) => suffices(level, 'strong'));
  if (command.oldIsLost && !strong)
    return refuse(
      'stronger-proof-needed',
      'Where the old contact cannot be told, the person proves the identity with an e-ID, by letter or in person first.',
    );
  const from = contactAt(state, now);
  const latest = state.contactChanges.at(-1);
  const waiting = latest !== undefined && latest.effectiveAt > now ? latest : undefined;
  // Whoever was told of a change that they did not ask for calls it back: it never takes effect then.
  const calledBack = from.hash === command.to.hash;
  if (calledBack && waiting === undefined) return events();
  const matched = state.proofs.some(({ method }) => method === 'e-id');
  const wait = command.oldIsLost || matched || calledBack ? 0 : state.facts.rules.contactChangeDays;
  if (wait > 0 && waiting?.to.hash === command.to.hash) return events();
  const changed: CaseEvent = {
    type: 'contact-changed',
    ...first,
    from,
    to: command.to,
    tellOld: !command.oldIsLost && !calledBack,
    effectiveAt: wait === 0 ? now : new Date(Date.parse(now) + wait * 24 * 60 * 60_000).toISOString(),
  };
  return events(changed);
}

/** Whether an answer waits to be fetched. */
export function isAvailable(state: OpenedCase, now: string): boolean {
  return !state.purged && state.deliveries.some(({ availableUntil, revoked }) => availableUntil > now && !revoked);
}

/** Last local date on which a withdrawal can be taken back (practice 13). */
export function undoUntil(state: OpenedCase, now: string): string {
  return plusDays(localDate(now, state.facts.timeZone), 30);
}
