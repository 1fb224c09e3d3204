import { approvalsNeeded } from '../decisions/two-persons.ts';
import type { OpenedCase } from '../state.ts';

/**
 * A circumstance that requires a second person cancels a release by one person, if the answer is not delivered yet. A
 * package that has been made is made again.
 */
export function reviewedAgain(state: OpenedCase): OpenedCase {
  const { common, stage } = state;
  switch (stage.kind) {
    case 'released':
    case 'assembling':
    case 'assembled': {
      const { search, screening } = stage;
      return screening.approvals.length >= approvalsNeeded(common, screening)
        ? state
        : { common, stage: { kind: 'reviewing', search, screening } };
    }
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
  const { common, stage } = state;
  switch (stage.kind) {
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled': {
      const { search, screening } = stage;
      return { common, stage: { kind: 'reviewing', search, screening: { ...screening, approvals: [] } } };
    }
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
