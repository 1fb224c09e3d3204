import { screened } from '../common-part.ts';
import { approvalsNeeded } from '../decisions/two-persons.ts';
import type { OpenedCase } from '../state.ts';
/**
 * A circumstance that requires a second person cancels a release by one person, if the answer is not delivered yet. A
 * package that has been made is made again.
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
 * A decision has changed the content of the answer. Releases of the earlier content do not count, and a package that
 * has been made is made again.
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
