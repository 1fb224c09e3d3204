import { isRefusedInWords } from '../decisions/part-refusals.ts';
import { hasEnded, type OpenedCase } from '../state.ts';

/**
 * Whether the case waits for a decision of staff: on a circumstance that protects somebody, or on the records that a
 * refusal in words leaves out. The workflow waits, and the legal dates still run.
 */
export function isAtStandstill(state: OpenedCase): boolean {
  if (state.undecided.size > 0) return state.status !== 'delivered' && !hasEnded(state);
  const beyondReview = state.status === 'released' || state.status === 'assembling' || state.status === 'assembled';
  return beyondReview && isRefusedInWords(state);
}
