import { takesCode } from '../identity/code-rules.ts';
import { keyOf } from './letter-key.ts';
import { owedLetters } from './letters.ts';
import type { OpenedCase } from '../state.ts';

/**
 * The keys of letters that could not be sent and that the person still needs. Sending is tried again, and staff may
 * have to find another contact point. An expired code counts until a newer code replaces it, or until nobody waits for
 * a code.
 */
export function unsentLetters(state: OpenedCase): readonly string[] {
  // The list is computed as of the latest event. So a letter that is owed only until a certain day counts until the
  // case has an event after that day.
  const owed = new Set(owedLetters(state, state.common.latestAt).map(({ letter }) => keyOf(letter)));
  // `owedLetters` leaves out expired codes.
  const codes = new Set(
    state.common.challenges
      .filter(({ purpose, used }) => !used && (purpose !== 'identity' || takesCode(state)))
      .filter((one) => state.common.challenges.findLast(({ purpose }) => purpose === one.purpose) === one)
      .map(({ id }) => keyOf({ kind: 'one-time-code', of: id })),
  );
  return [...state.common.letters]
    .filter(([key, { sentAt, failedAt }]) => sentAt === null && failedAt !== null && (owed.has(key) || codes.has(key)))
    .map(([key]) => key);
}
