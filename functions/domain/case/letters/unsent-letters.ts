import { takesCode } from '../identity/code-rules.ts';
import { keyOf } from './letter-key.ts';
import { owedLetters } from './letters.ts';
import type { OpenedCase } from '../state.ts';

// At this time every code has expired, so `owedLetters` lists no codes. The function below adds the codes that are
// still needed.
const never = '9999-12-31T00:00:00.000Z';

/**
 * The keys of letters that could not be sent and that the person still needs. Sending is tried again, and staff may
 * have to find another contact point. An expired code counts until a newer code replaces it, or until nobody waits for
 * a code.
 */
export function unsentLetters(state: OpenedCase): readonly string[] {
  const owed = new Set(owedLetters(state, never).map(({ letter }) => keyOf(letter)));
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
