import { isSilent } from '../lifecycle/hold-rules.ts';
import { asLiving, contactAt, type OpenedCase, type Common } from '../state.ts';

/**
 * Whether later requests for the same address, rights and controller are attached to this case. That is so if nobody
 * has proven the case and its letters go to that address, because whoever reads them can prove the case. Nothing is
 * attached to a case that is held silently, because it sends no letter. Nothing is attached either if its letters go
 * elsewhere at `now` (ISO 8601).
 */
export function takesOthers(state: OpenedCase, now: string): boolean {
  return (
    asLiving(state) !== undefined && state.common.proofs.length === 0 && !isSilent(state) && !isMoved(state.common, now)
  );
}

/**
 * Whether letters of the case went to another address than its first one before anybody had proven it. The proof of the
 * case then says nothing of the owner of the first address.
 */
function isMoved(common: Common, now: string): boolean {
  return contactAt(common, common.proofs[0]?.at ?? now).hash !== common.facts.contact.hash;
}

/**
 * Whether a request attached to this case continues after its end. Usually it ends with the case, because all letters
 * of the case went to the address: an answer, a refusal, the end without proof. It continues after a withdrawal that
 * needed no proof, since a stranger may have withdrawn and can withdraw only their own request. All such requests
 * continue at once: otherwise somebody who attached many requests and withdrew them one by one could keep the person
 * waiting for days. It also continues if letters of the case went to another address before the case was proven.
 */
export function othersGoOn({ common, stage }: OpenedCase, now: string): boolean {
  return (
    isMoved(common, now) || (stage.kind === 'closed' && stage.ending === 'withdrawn' && common.proofs.length === 0)
  );
}
