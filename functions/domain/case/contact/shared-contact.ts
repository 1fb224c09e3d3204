import { provenLevel, tiedProofs } from '../identity/proofs.ts';
import { refuse, type RefusedBy } from '../refusals/refuse.ts';
import type { Challenge, OpenedCase, Common } from '../state.ts';
import { suffices } from '../vocabulary.ts';

/**
 * Whether several people can read the codes that are sent by `via`. If so, a correct code shows only that one of these
 * people entered it (practice 14).
 */
export function isShared({ circumstances }: Pick<Common, 'circumstances'>, via: Challenge['via']): boolean {
  switch (via) {
    case 'email':
      return circumstances.has('shared-mailbox');
    case 'sms':
      return circumstances.has('shared-phone');
    case 'post':
      return false;
  }
}

/**
 * The channel of the code that proved identity, if several people read that channel and there is no stronger proof. No
 * answer is released on such a proof, even if staff learn later that the mailbox or telephone is shared (practice 14).
 * A person with a shared mailbox may have proven a telephone number of their own: the code for the answer goes to that
 * number.
 */
export function readByOthers(state: OpenedCase): 'email' | 'sms' | undefined {
  if (suffices(provenLevel(state) ?? 'contact-point', 'account')) return undefined;
  const via = tiedProofs(state).some(({ method }) => method === 'sms-code') ? 'sms' : 'email';
  return isShared(state.common, via) ? via : undefined;
}

/** The refusal of a code as proof, because several people read the mailbox or use the telephone. */
export function provesNobody(via: Challenge['via']): RefusedBy<'mailbox-proves-nobody' | 'phone-proves-nobody'> {
  return via === 'sms' ? refuse('phone-proves-nobody') : refuse('mailbox-proves-nobody');
}
