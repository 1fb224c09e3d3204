import { isRefusedInWords } from '../decisions/part-refusals.ts';
import { hasEnded, type OpenedCase } from '../state.ts';

/**
 * Whether the case does not move by itself before staff have decided something: what a circumstance that protects
 * somebody asks for, or what of the answer a refusal in words leaves out. The workflow waits, and the dates run on.
 */
export function isAtStandstill(state: OpenedCase): boolean {
  if (state.undecided.size > 0) return state.status !== 'delivered' && !hasEnded(state);
  const beyondReview = state.status === 'released' || state.status === 'assembling' || state.status === 'assembled';
  return beyondReview && isRefusedInWords(state);
}
