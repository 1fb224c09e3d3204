import { events, outOfOrder, type Decision, type Given } from '../decision.ts';
import { refuse } from '../refusals/refuse.ts';
import type { OpenedCase, SentLetter } from '../state.ts';
import type { LetterCommand } from './commands.ts';
import { keyOf } from './letter-key.ts';
import { isReturned } from '../contact/returned-letters.ts';
import { isPosted, owedLetter, receiverOf } from './letters.ts';

/** How long a process may take to send a letter that it has announced, before another process sends it. */
export const letterLeaseMilliseconds = 20_000;

/**
 * How long a letter waits after attempt number `attempt` (from 1) has failed. The wait doubles: 20 s, 40 s, 80 s, up to
 * about six hours. So if each attempt fails, a mailed code is tried five times in its ten minutes, and a letter that
 * cannot be sent does not fill the log.
 */
export function letterWait(attempt: number): number {
  return letterLeaseMilliseconds * 2 ** (Math.min(attempt, 11) - 1);
}

/**
 * Until when (milliseconds since the epoch) no process may begin to send an announced letter again: another process may
 * still be sending it, or the last attempt has failed a short time ago.
 */
export function leaseEnd({ intendedAt, failedAt, attempt }: SentLetter): number {
  return Date.parse(intendedAt) + (failedAt === null ? letterLeaseMilliseconds : letterWait(attempt));
}

/** Decides whether a letter may be sent, and records the result of sending it. */
export function decideLetter(state: OpenedCase, given: Given<LetterCommand>): Decision {
  const { command, first, second, now } = given;
  const { letter } = command;
  const kept = state.common.letters.get(keyOf(letter));
  switch (command.type) {
    case 'intend-letter': {
      if (kept !== undefined && kept.sentAt !== null) return refuse('letter-sent');
      if (kept !== undefined && leaseEnd(kept) > Date.parse(now)) return refuse('letter-being-sent');
      if (owedLetter(state, letter, now) === undefined) return outOfOrder(state);
      return events({ type: 'letter-intended', ...second, letter, attempt: (kept?.attempt ?? 0) + 1 });
    }
    case 'record-letter':
      if (kept === undefined) return outOfOrder(state);
      if (kept.sentAt !== null) return events();
      return events({ type: 'letter-sent', ...second, letter, attempt: command.attempt });
    case 'record-failed-letter':
      if (kept === undefined) return outOfOrder(state);
      // Another process has taken over the letter or has sent it: the result of this attempt no longer counts.
      if (kept.sentAt !== null || kept.attempt !== command.attempt) return events();
      return events({ type: 'letter-failed', ...second, letter, attempt: command.attempt });
    case 'record-returned':
      if (kept === undefined || kept.sentAt === null) return outOfOrder(state);
      if (receiverOf(state, letter, kept.intendedAt)?.hash !== command.to.hash) return outOfOrder(state);
      return isReturned(state.common, letter)
        ? events()
        : events({ type: 'letter-returned', ...first, letter, to: command.to });
    case 'record-posted': {
      const owed = owedLetter(state, letter, now);
      if (owed === undefined) return outOfOrder(state);
      if (!isPosted(state, owed, now)) return refuse('letter-goes-by-mail');
      if (state.common.circumstances.has('protected-identity')) return refuse('nothing-posted-to-protected');
      const attempt = (kept?.attempt ?? 0) + 1;
      return events(
        { type: 'letter-intended', ...second, letter, attempt },
        { type: 'letter-sent', ...second, letter, attempt },
      );
    }
  }
}
