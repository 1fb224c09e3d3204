import { never } from './contact-history.ts';
import { postWaits } from '../circumstances/standing-time.ts';
import { type Opened, timeRunsTo } from '../state.ts';
/**
 * A change of the contact point that still waits when the case ends never takes effect, because nobody could cancel it
 * then.
 */
export function withoutWaiting(state: Opened, at: string): Pick<Opened, 'contactChanges' | 'post'> {
  return {
    post: postWaits(state, at) ? null : state.post,
    contactChanges: state.contactChanges.map((one) =>
      one.effectiveAt > timeRunsTo(state, at) ? { ...one, effectiveAt: never, awaitsCode: false } : one,
    ),
  };
}
