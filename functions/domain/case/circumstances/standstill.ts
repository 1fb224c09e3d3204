import { isRefusedInWords } from '../decisions/part-refusals.ts';
import { hasEnded, type OpenedCase } from '../state.ts';

/**
 * Whether the case waits for a decision of staff: on a circumstance that protects somebody, or, after the release, on a
 * refusal of a part that does not say which kinds of record to leave out. The workflow waits for the decision, and the
 * legal dates continue to run.
 */
export function isAtStandstill(state: OpenedCase): boolean {
  const { common, stage } = state;
  if (common.undecided.size > 0) return stage.kind !== 'delivered' && !hasEnded(state);
  const beyondReview = stage.kind === 'released' || stage.kind === 'assembling' || stage.kind === 'assembled';
  return beyondReview && isRefusedInWords(common);
}
