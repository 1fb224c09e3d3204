import { isRefusedInWords } from '../decisions/part-refusals.ts';
import { hasEnded, type OpenedCase } from '../state.ts';

/**
 * Whether the case waits for a decision of staff: on a circumstance that protects somebody, or on the records that a
 * refusal in words leaves out. The workflow waits, and the legal dates still run.
 */
export function isAtStandstill(state: OpenedCase): boolean {
  if (state.common.undecided.size > 0) return state.stage.kind !== 'delivered' && !hasEnded(state);
  const beyondReview =
    state.stage.kind === 'released' || state.stage.kind === 'assembling' || state.stage.kind === 'assembled';
  return beyondReview && isRefusedInWords(state.common);
}
