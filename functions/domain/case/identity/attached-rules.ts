import { isSilent } from '../lifecycle/hold-rules.ts';
import { asLiving, contactAt, type OpenedCase } from '../state.ts';

/**
 * Whether later requests for the same address, rights and controller are attached to this case: nobody has proven it, and
 * its letters go to the address, so that whoever reads them can prove it. A case that is silently held writes to nobody:
 * what is attached to it would wait for a letter that never comes. So does one whose letters go elsewhere at `now` (ISO
 * 8601).
 */
export function takesOthers(state: OpenedCase, now: string): boolean {
  return asLiving(state) !== undefined && state.proofs.length === 0 && !isSilent(state) && !isMoved(state, now);
}

/**
 * Whether the case was written to elsewhere than at the address that it was opened for, before anybody had proven it: what
 * shows who asks for that case shows nothing of whoever reads the first address.
 */
function isMoved(state: OpenedCase, now: string): boolean {
  return contactAt(state, state.proofs[0]?.at ?? now).hash !== state.facts.contact.hash;
}

/**
 * Whether what is attached to this case goes on without it. It ends with the first, whose letters all
 * go to the one address: an answer, a refusal, that nobody proved it. Only a withdrawal that nobody had to prove may be a
 * stranger's, and withdraws no request but its own. They go on at once: whoever attached many requests of their own
 * before the person's, and withdraws one after the other, must not keep the person waiting for days. Nor does it answer
 * them where its letters went to another address before it was proven.
 */
export function othersGoOn(state: OpenedCase, now: string): boolean {
  return (
    isMoved(state, now) || (state.status === 'closed' && state.ending === 'withdrawn' && state.proofs.length === 0)
  );
}
