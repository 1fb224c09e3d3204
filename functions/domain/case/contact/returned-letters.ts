import { keyOf } from '../letters/letter-key.ts';
import { type Letter, receiverOf } from '../letters/letters.ts';
import type { OpenedCase } from '../state.ts';
import type { ContactRef } from '../vocabulary.ts';

/** Whether a letter did not arrive, for good. */
export function isReturned({ returned }: Pick<OpenedCase, 'returned'>, letter: Letter): boolean {
  return returned.some((one) => keyOf(one.letter) === keyOf(letter));
}

/**
 * Whether our letters to a contact point come back: one did, for good, and none that we sent there later has stayed. What
 * is delayed has not come back, and a letter that an earlier contact point returns says nothing of this one.
 */
export function comesBack(state: OpenedCase, { hash }: ContactRef): boolean {
  const there = [...state.letters.values()].flatMap(({ letter, intendedAt, sentAt }) =>
    sentAt !== null && receiverOf(state, letter, intendedAt)?.hash === hash
      ? [{ sentAt, returned: isReturned(state, letter) }]
      : [],
  );
  const returnedAt = there.filter(({ returned }) => returned).map(({ sentAt }) => sentAt);
  return returnedAt.length > 0 && there.every(({ sentAt }) => returnedAt.some((one) => one >= sentAt));
}
