import { keyOf } from '../letters/letter-key.ts';
import { type Letter, receiverOf } from '../letters/letters.ts';
import type { Common, OpenedCase } from '../state.ts';
import type { ContactRef } from '../vocabulary.ts';

/** Whether a mail system has reported that a letter permanently failed to reach its contact point. */
export function isReturned({ returned }: Pick<Common, 'returned'>, letter: Letter): boolean {
  return returned.some((one) => keyOf(one.letter) === keyOf(letter));
}

/**
 * Whether letters to a contact point come back: one letter has permanently failed, and no later letter has arrived. A
 * delayed letter does not count. A letter to an earlier contact point does not count either.
 */
export function comesBack(state: OpenedCase, { hash }: ContactRef): boolean {
  const there = [...state.common.letters.values()].flatMap(({ letter, intendedAt, sentAt }) =>
    sentAt !== null && receiverOf(state, letter, intendedAt)?.hash === hash
      ? [{ sentAt, returned: isReturned(state.common, letter) }]
      : [],
  );
  const returnedAt = there.filter(({ returned }) => returned).map(({ sentAt }) => sentAt);
  return returnedAt.length > 0 && there.every(({ sentAt }) => returnedAt.some((one) => one >= sentAt));
}
