import type { Assembled, Assembling, OpenedCase, Released, Reviewing } from '../state.ts';

/** The stages at which the records of an answer are fixed: from the screening until the delivery. */
export type UnderReview = Reviewing | Released | Assembling | Assembled;

/**
 * Whether staff can look at the records of an answer: from the screening until the delivery. Decisions are accepted only
 * until the release.
 */
export function isUnderReview(state: OpenedCase): state is OpenedCase<UnderReview> {
  switch (state.stage.kind) {
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return true;
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'gathering':
    case 'delivered':
    case 'refused':
    case 'closed':
      return false;
  }
}
