import { changedBeforeRelease } from '../answer/review-again.ts';
import { withCommon, type OpenedCase } from '../state.ts';
import type { ReviewEvent } from './events.ts';

/** The state after an event of the topic. What was approved before was another answer, so it must be approved again. */
export function evolveReview(state: OpenedCase, event: ReviewEvent): OpenedCase {
  const { review } = state.common;
  switch (event.type) {
    case 'review-decided': {
      const { decision: command, by, at, entries } = event;
      return changedBeforeRelease(
        withCommon(state, { review: [...review, { command, by: by.id, at, entries, undone: false }] }),
      );
    }
    case 'review-undone':
      return changedBeforeRelease(
        withCommon(state, {
          review: review.map((one) => (one.command === event.decision ? { ...one, undone: true } : one)),
        }),
      );
  }
}
