import { never } from './contact-history.ts';
import { postWaits } from '../circumstances/standing-time.ts';
import { type Common, timeRunsTo } from '../state.ts';

/**
 * The state when a case ends: every change of the contact point that still waits is cancelled, because nobody could
 * cancel it later.
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
