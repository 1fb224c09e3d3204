import { approvalsNeeded } from '../decisions/two-persons.ts';
import type { OpenedCase } from '../state.ts';
import { onItsWay } from './on-its-way.ts';

/**
 * The state after a circumstance was marked. If the answer now needs a second person and is not delivered yet, its
 * release by one person is cancelled. A package that was already made is made again.
 */
export function reviewedAgain(state: OpenedCase): OpenedCase {
  const { common, stage } = state;
  const released = onItsWay(stage);
  if (released === undefined || released.screening.approvals.length >= approvalsNeeded(common, released.screening))
    return state;
  return { common, stage: { kind: 'reviewing', search: released.search, screening: released.screening } };
}

/**
 * The state after a decision has changed the content of the answer. Approvals of the earlier content no longer count. A
 * package that was already made is made again.
 */
export function changedBeforeRelease(state: OpenedCase): OpenedCase {
  const { common, stage } = state;
  const shown = stage.kind === 'reviewing' ? stage : onItsWay(stage);
  if (shown === undefined) return state;
  const { search, screening } = shown;
  return { common, stage: { kind: 'reviewing', search, screening: { ...screening, approvals: [] } } };
}
