import { never } from './contact-history.ts';
import { postWaits } from './unproven-postal-address.ts';
import { type Common, timeRunsTo } from '../state.ts';

/**
 * The state after the end of a case at `at` (ISO 8601): every change of the contact point that still waits is
 * cancelled. A cancelled change stays cancelled if the case is reopened.
 */
export function withoutWaiting(common: Common, at: string): Common {
  return {
    ...common,
    post: postWaits(common, at) ? null : common.post,
    contactChanges: common.contactChanges.map((one) =>
      one.effectiveAt > timeRunsTo(common, at) ? { ...one, effectiveAt: never, awaitsCode: false } : one,
    ),
  };
}
