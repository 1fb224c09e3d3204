import type { EventOf } from '../events.ts';
import { asWorking, type Identified, type LivingCase, type OpenedCase } from '../state.ts';
import { type Level, type Method, suffices } from '../vocabulary.ts';

type Proof = EventOf<'identity-proven'>;

/** Ways in which a member of staff has seen to it that the proof is one of this person, or a register has. */
const seenTo: Readonly<Record<Method, boolean>> = {
  'email-code': false,
  'sms-code': false,
  login: false,
  'e-id': false,
  'letter-code': true,
  'document-check': true,
  override: true,
};

/**
 * The proofs that are of one and the same person: the first, and later ones of the same identifier, of one that a record
 * of theirs taught and that was accepted, or that staff saw to. What was merely stated ties nobody to the data that the
 * first proof leads to: an e-ID of somebody else would open them (practice 21).
 */
export function tiedProofs(state: OpenedCase): readonly Proof[] {
  const [first] = state.proofs;
  const learned = asWorking(state)?.learned ?? [];
  return state.proofs.filter(
    ({ identifier: { hash }, method }) =>
      hash === first?.identifier.hash ||
      seenTo[method] ||
      learned.some((one) => one.identifier.hash === hash && one.decision?.accepted === true),
  );
}

/** How strongly the person of the case is proven; `null` when not at all. */
export function provenLevel(state: OpenedCase): Level | null {
  return tiedProofs(state).reduce<Level | null>(
    (best, { level }) => (best !== null && suffices(best, level) ? best : level),
    null,
  );
}

/** Whether the person is proven strongly by something else than a decision of staff. */
export function isStronglyProven(state: OpenedCase): boolean {
  return tiedProofs(state).some(({ level, method }) => suffices(level, 'strong') && method !== 'override');
}

/** The state with the level that its proofs come to: an accepted identifier may tie one that was no more than stated. */
export function measured<State extends LivingCase & Identified>(state: State): State {
  return { ...state, level: provenLevel(state) ?? state.level };
}
