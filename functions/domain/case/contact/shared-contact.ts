import { provenLevel, tiedProofs } from '../identity/proofs.ts';
import { refuse, type Refused } from '../refusals/refuse.ts';
import type { Challenge, OpenedCase } from '../state.ts';
import { suffices } from '../vocabulary.ts';

/** Whether several people read what comes this way: its code shows only that one of them is there (practice 14). */
export function isShared({ circumstances }: Pick<OpenedCase, 'circumstances'>, via: Challenge['via']): boolean {
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
 * The way whose code is read by several people, where nothing else proves who asks: nothing is released on it, whenever
 * staff come to know (practice 14). Whoever has proven a number of their own may have a mailbox that others read: the
 * code for the answer goes to the number.
 */
export function readByOthers(state: OpenedCase): 'email' | 'sms' | undefined {
  if (suffices(provenLevel(state) ?? 'contact-point', 'account')) return undefined;
  const via = tiedProofs(state).some(({ method }) => method === 'sms-code') ? 'sms' : 'email';
  return isShared(state, via) ? via : undefined;
}

/** The refusal of what a shared mailbox or telephone does not prove. */
export function provesNobody(via: Challenge['via']): Refused<'mailbox-proves-nobody' | 'phone-proves-nobody'> {
  return via === 'sms' ? refuse('phone-proves-nobody') : refuse('mailbox-proves-nobody');
}
