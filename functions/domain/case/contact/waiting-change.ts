import { never } from './contact-history.ts';
import { postWaits } from '../circumstances/standing-time.ts';
import { type Common, timeRunsTo } from '../state.ts';

/**
 * What is known once a case ends. A change of the contact point that still waits never takes effect, because nobody
 * could cancel it then.
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
