import { isStronglyProven } from '../identity/proofs.ts';
import { timeRunsTo, type Common, type OpenedCase } from '../state.ts';
import type { ContactRef } from '../vocabulary.ts';

// How a postal address is kept from being used for an answer before somebody has proven that it is the person's (Art.
// 5(1)(f), 32):
//
// 1. A move to post takes effect after the days of waiting (`contactChangeDays` of the policy). The move takes effect
//    at once if more than the word of the requester supports it: `movesAtOnce`.
// 2. Until then letters go to the earlier contact point. Its owner is told and can object (`contact-effects.ts`). The
//    days do not run while a circumstance is undecided: `postWaits`.
// 3. After the days the address counts as confirmed, because staff check an address before they post to it:
//    `isCheckedBeforePosting`.
// 4. If the person has proven a telephone number, the code that opens the answer goes by SMS to that number. The code
//    is posted only if the address comes from the population register: `isFromRegister`, which `identity/code-way.ts`
//    calls.
// 5. Nothing is posted to a person with protected identity: `contactAt` in `../state.ts`.

/**
 * Whether a move to post from the contact point `from` takes effect without days of waiting: the address was read in
 * the population register, our letters to `from` come back (the log shows it), the identity is strongly proven, or
 * letters are posted already.
 */
export function movesAtOnce(
  state: OpenedCase,
  from: ContactRef,
  { reason, registered }: { readonly reason: 'wish' | 'bounced' | 'proof'; readonly registered: boolean },
): boolean {
  return registered || reason === 'bounced' || from.kind === 'postalAddress' || isStronglyProven(state);
}

/** Whether a move to post still waits at `now` (ISO 8601). */
export function postWaits(common: Common, now: string): boolean {
  return common.post !== null && common.post.effectiveAt > timeRunsTo(common, now);
}

/** Whether staff check a contact point before they write to it. This is so for each postal address. */
export function isCheckedBeforePosting({ kind }: Pick<ContactRef, 'kind'>): boolean {
  return kind === 'postalAddress';
}

/** Whether a postal address was read in the population register. */
export function isFromRegister({ post }: Common, { hash }: ContactRef): boolean {
  return post !== null && post.registered && post.to.hash === hash;
}
