import type { EventOf } from '../events.ts';
import { searchOf, type OpenedCase } from '../state.ts';
import { identityMethods } from '../../identity-methods/methods.ts';
import { type Level, suffices } from '../vocabulary.ts';

type Proof = EventOf<'identity-proven'>;

/**
 * The proofs that belong to one person: the first proof, and each later proof for which one of these holds:
 *
 * - It contains the same identifier as the first proof.
 * - It contains an identifier from a record that staff accepted.
 * - Staff or a register confirmed that it is this person's (`seenTo`).
 *
 * An identifier that was only stated does not tie a later proof to the first one. Otherwise an e-ID of somebody else
 * would open the person's data (practice 21).
 */
export function tiedProofs(state: OpenedCase): readonly Proof[] {
  const [first] = state.common.proofs;
  const learned = searchOf(state)?.learned ?? [];
  return state.common.proofs.filter(
    ({ identifier: { hash }, method }) =>
      hash === first?.identifier.hash ||
      identityMethods[method].seenTo ||
      learned.some((one) => one.identifier.hash === hash && one.decision?.accepted === true),
  );
}

/** How strongly the identity is proven; `null` if it is not proven. */
export function provenLevel(state: OpenedCase): Level | null {
  return tiedProofs(state).reduce<Level | null>(
    (best, { level }) => (best !== null && suffices(best, level) ? best : level),
    null,
  );
}

/** Whether the identity is proven strongly, without a decision of staff. */
export function isStronglyProven(state: OpenedCase): boolean {
  return tiedProofs(state).some(({ level, method }) => suffices(level, 'strong') && method !== 'override');
}

/**
 * Computes the level of proof for the search again. After staff have accepted an identifier, a proof may count that did
 * not count before.
 */
export function measured(state: OpenedCase): OpenedCase {
  const { common, stage } = state;
  const level = provenLevel(state);
  if (level === null) return state;
  switch (stage.kind) {
    case 'planning':
      return { common, stage: { ...stage, search: { ...stage.search, level } } };
    case 'approving-search':
      return { common, stage: { ...stage, search: { ...stage.search, level } } };
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
    case 'delivered':
      return { common, stage: { ...stage, search: { ...stage.search, level } } };
    case 'held':
    case 'identifying':
    case 'refused':
    case 'closed':
      return state;
  }
}
