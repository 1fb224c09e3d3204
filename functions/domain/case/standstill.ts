import { isRefusedInWords } from './part-refusals.ts';
import type { OpenedCase } from './state.ts';

/**
 * Whether nothing more is made of the answer before staff have decided something: a part is refused, and nobody has said
 * yet what of the answer that is. The workflow waits, and the dates run on.
 */
export function isAtStandstill(state: OpenedCase): boolean {
  const beyondReview = state.status === 'released' || state.status === 'assembling' || state.status === 'assembled';
  return beyondReview && isRefusedInWords(state);
}
