import { screened } from '../common-part.ts';
import { approvalsNeeded } from '../decisions/two-persons.ts';
import type { OpenedCase } from '../state.ts';
/**
 * A mark that asks for a second person takes an answer back that one person has released and that is not delivered yet.
 * What was made of it already is made anew.
 */
export function reviewedAgain(state: OpenedCase): OpenedCase {
  switch (state.status) {
    case 'released':
    case 'assembling':
    case 'assembled':
      return state.approvals.length >= approvalsNeeded(state)
        ? state
        : { ...screened(state), status: 'reviewing', approvals: state.approvals };
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'gathering':
    case 'reviewing':
    case 'delivered':
    case 'refused':
    case 'closed':
      return state;
  }
}

/**
 * A decision on what the answer holds has changed: whoever released it had seen another one, so that nobody has released
 * this one. What was made of it already is made anew.
 */
export function changedBeforeRelease(state: OpenedCase): OpenedCase {
  switch (state.status) {
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return { ...screened(state), status: 'reviewing', approvals: [] };
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'gathering':
    case 'delivered':
    case 'refused':
    case 'closed':
      return state;
  }
}
