import { isSilent } from './hold-rules.ts';
import { asLiving, type OpenedCase } from './state.ts';

/**
 * Whether later requests for the same address, rights and controller are attached to this case: nobody has proven it, and
 * its letters go to the address, so that whoever reads them can prove it. A case that is silently held writes to nobody:
 * what is attached to it would wait for a letter that never comes.
 */
export function takesOthers(state: OpenedCase): boolean {
  return asLiving(state) !== undefined && state.proofs.length === 0 && !isSilent(state);
}

/**
 * Whether what is attached to this case goes on without it. It ends with the first, whose letters all
 * go to the one address: an answer, a refusal, that nobody proved it. Only a withdrawal that nobody had to prove may be a
 * stranger's, and withdraws no request but its own. They go on at once: whoever attached many requests of their own
 * before the person's, and withdraws one after the other, must not keep the person waiting for days.
 */
export function othersGoOn(state: OpenedCase): boolean {
  return state.status === 'closed' && state.ending === 'withdrawn' && state.proofs.length === 0;
}
