import { provenLevel, tiedProofs } from '../identity/proofs.ts';
import { refuse, type RefusedBy } from '../refusals/refuse.ts';
import type { Challenge, OpenedCase, Common } from '../state.ts';
import { suffices } from '../vocabulary.ts';

/**
 * Whether several people read what is sent by this method: its code shows only that one of them entered it (practice
 * 14).
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
 * The method whose code several people read, where nothing else proves identity. Nothing is released on such a proof,
 * even if staff learn of the sharing later (practice 14). A person who has proven a number of their own may have a
 * shared mailbox: the code for the answer goes to the number.
 */
export function readByOthers(state: OpenedCase): 'email' | 'sms' | undefined {
  if (suffices(provenLevel(state) ?? 'contact-point', 'account')) return undefined;
  const via = tiedProofs(state).some(({ method }) => method === 'sms-code') ? 'sms' : 'email';
  return isShared(state.common, via) ? via : undefined;
}

/** The refusal where a shared mailbox or telephone does not prove identity. */
export function provesNobody(via: Challenge['via']): RefusedBy<'mailbox-proves-nobody' | 'phone-proves-nobody'> {
  return via === 'sms' ? refuse('phone-proves-nobody') : refuse('mailbox-proves-nobody');
}
