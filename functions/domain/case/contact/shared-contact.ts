import { provenLevel, tiedProofs } from '../identity/proofs.ts';
import { refuse, type RefusedBy } from '../refusals/refuse.ts';
import type { Challenge, OpenedCase, Common } from '../state.ts';
import { suffices } from '../vocabulary.ts';

/**
 * Whether several people read codes that are sent in this way. A code then shows only that one of them entered it
 * (practice 14).
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
 * The way of sending codes that several people read, if there is no stronger proof of identity. Nothing is released on
 * such a proof, even if staff learn later that the mailbox or telephone is shared (practice 14). A person with a shared
 * mailbox may have proven a telephone number of their own: the code for the answer goes to that number.
 */
export function readByOthers(state: OpenedCase): 'email' | 'sms' | undefined {
  if (suffices(provenLevel(state) ?? 'contact-point', 'account')) return undefined;
  const via = tiedProofs(state).some(({ method }) => method === 'sms-code') ? 'sms' : 'email';
  return isShared(state.common, via) ? via : undefined;
}

/** The refusal if a shared mailbox or telephone does not prove identity. */
export function provesNobody(via: Challenge['via']): RefusedBy<'mailbox-proves-nobody' | 'phone-proves-nobody'> {
  return via === 'sms' ? refuse('phone-proves-nobody') : refuse('mailbox-proves-nobody');
}
