import { isSilent } from '../lifecycle/hold-rules.ts';
import { asLiving, contactAt, type OpenedCase, type Common } from '../state.ts';

/**
 * Whether later requests for the same address and controller are attached to this case, if it includes their rights.
 * Requests are attached if the case is open, nobody has proven identity in it, and its letters go to that address at
 * `now` (ISO 8601). Somebody who reads the letters can then prove identity. No request is attached to a case whose hold
 * forbids letters to the sender.
 */
export function takesOthers(state: OpenedCase, now: string): boolean {
  return (
    asLiving(state) !== undefined && state.common.proofs.length === 0 && !isSilent(state) && !isMoved(state.common, now)
  );
}

/**
 * Whether the letters of the case went to another address than its first one at the time of the first proof. Without a
 * proof, `now` (ISO 8601) counts instead. If they did, the proof says nothing about the owner of the first address.
 */
function isMoved(common: Common, now: string): boolean {
  return contactAt(common, common.proofs[0]?.at ?? now).hash !== common.facts.contact.hash;
}

/**
 * Whether the requests attached to this case continue after its end. Usually attached requests end with the case,
 * because its letters told their address of the answer, the refusal or the missing proof. Attached requests continue
 * after a withdrawal without a proof: a stranger may have withdrawn, and a stranger can withdraw only their own
 * request. All attached requests continue at the same time. Otherwise somebody who attached many requests and withdrew
 * them one by one could keep the person waiting for days. Attached requests also continue if letters of the case went
 * to another address before identity was proven.
 */
export function othersGoOn({ common, stage }: OpenedCase, now: string): boolean {
  return (
    isMoved(common, now) || (stage.kind === 'closed' && stage.ending === 'withdrawn' && common.proofs.length === 0)
  );
}
