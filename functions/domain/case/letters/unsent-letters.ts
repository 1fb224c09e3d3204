import { takesCode } from '../identity/code-rules.ts';
import { keyOf } from './letter-key.ts';
import { owedLetters } from './letters.ts';
import type { OpenedCase } from '../state.ts';

// No code is valid that long: another rule says whether a failed code still matters.
const never = '9999-12-31T00:00:00.000Z';

/**
 * Letters that could not be sent and that the person still needs, by key. They are tried again, and staff may have to
 * find another way. An expired code counts until a later one was sent or nobody waits for a code.
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
