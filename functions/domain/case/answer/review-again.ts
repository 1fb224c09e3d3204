import { approvalsNeeded } from '../decisions/two-persons.ts';
import type { OpenedCase } from '../state.ts';
import { onItsWay } from './on-its-way.ts';

/**
 * A circumstance that requires a second person cancels a release by one person, if the answer is not delivered yet. A
 * package that has been made is made again.
 */
export function reviewedAgain(state: OpenedCase): OpenedCase {
  const { common, stage } = state;
  const released = onItsWay(stage);
  if (released === undefined || released.screening.approvals.length >= approvalsNeeded(common, released.screening))
    return state;
  return { common, stage: { kind: 'reviewing', search: released.search, screening: released.screening } };
}

/**
 * A decision has changed the content of the answer. Releases of the earlier content do not count, and a package that
 * has been made is made again.
 */
export function changedBeforeRelease(state: OpenedCase): OpenedCase {
  const { common, stage } = state;
  const shown = stage.kind === 'reviewing' ? stage : onItsWay(stage);
  if (shown === undefined) return state;
  const { search, screening } = shown;
  return { common, stage: { kind: 'reviewing', search, screening: { ...screening, approvals: [] } } };
}
