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
 * Whether the contact point at the time of the first proof (without a proof: at `now`, ISO 8601) differs from the
 * contact point at the opening of the case. If so, the proof says nothing about the owner of the first address.
 */
function isMoved(common: Common, now: string): boolean {
  return contactAt(common, common.proofs[0]?.at ?? now).hash !== common.facts.contact.hash;
}

/**
 * Whether the requests that are attached to this case continue without it: `watch-attached.ts` opens a case for the
 * oldest, and attaches the others to that case. Usually they end with this case, because its letters told the common
 * address of the answer, the refusal or the missing proof. They continue in two cases:
 *
 * 1. This case was withdrawn without a proof. A stranger may have withdrawn it, and a stranger can withdraw only their
 *    own request. All attached requests continue at the same time. Otherwise somebody who attached many requests and
 *    withdrew them one by one could keep the person waiting for days.
 * 2. Letters of this case went to another address before identity was proven.
 */
export function othersGoOn({ common, stage }: OpenedCase, now: string): boolean {
  return (
    isMoved(common, now) || (stage.kind === 'closed' && stage.ending === 'withdrawn' && common.proofs.length === 0)
  );
}
