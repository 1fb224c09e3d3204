import { isUndecided } from './search/learned-rules.ts';
import { cameToSomething, isBlocked, isUnresolved, missingWaves, outcomeOf } from './search/outcome.ts';
import { isAtStandstill } from './circumstances/standstill.ts';
import { asWorking, hasEnded, type CaseState, type Working } from './state.ts';

/** The points at which the workflow waits for the case. */
export const waitNames = ['VerifyIdentity', 'ApproveSearch', 'ApproveIdentifiers', 'AwaitAnswers', 'Review'] as const;
export type WaitName = (typeof waitNames)[number];

/** An automatic search that is still to be made: one system, one wave. */
export interface DueSearch {
  readonly system: string;
  readonly wave: number;
}

/** The searches that are still to be made of automatic systems, including the wave for newly accepted identifiers. */
export function searchesDue(state: Working): readonly DueSearch[] {
  const wave = nextWave(state);
  return state.systems
    .filter(({ mode }) => mode === 'automatic')
    .flatMap((system) => missingWaves(system, { wave }).map((number) => ({ system: system.id, wave: number })));
}

/** Whether everything was delivered and every decision was made: the case can be closed without a further answer. */
export function nothingLeft(state: Working): boolean {
  return (
    searchesDue(state).length === 0 &&
    state.systems.every(({ deliveredIn }) => deliveredIn !== null) &&
    !state.learned.some(isUndecided)
  );
}

/** The next step of the workflow, whatever the status of the case. */
export function nextStep(
  state: CaseState,
): 'search' | 'wait' | 'screen' | 'review' | 'assemble' | 'deliver' | 'close' | 'ended' {
  const working = asWorking(state);
  if (working !== undefined && isAtStandstill(working)) return 'wait';
  switch (state.status) {
    case 'gathering':
      if (searchesDue(state).length > 0) return 'search';
      if (nothingLeft(state)) return 'close';
      return answersAreIn(state, state.cutOff) ? 'screen' : 'wait';
    case 'reviewing':
      return 'review';
    case 'released':
    case 'assembling':
      return 'assemble';
    case 'assembled':
      return 'deliver';
    case 'delivered':
      return 'close';
    case 'absent':
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'refused':
    case 'closed':
      return 'ended';
  }
}

/** The number of the next wave: one more than before if identifiers were accepted or proven since. */
function nextWave(state: Working): number {
  return Math.max(
    state.wave,
    ...state.proven.map(({ wave }) => wave),
    ...state.learned.map(({ decision }) => (decision !== null && decision.accepted ? decision.wave : 0)),
  );
}

/**
 * Whether a wait has ended. The condition is on the case, and never on a message. A wait also ends with the case, so
 * that no execution is left behind.
 */
export function isOver(wait: WaitName, state: CaseState): boolean {
  if (state.status === 'absent') return false;
  if (hasEnded(state)) return true;
  if (isAtStandstill(state)) return false;
  switch (wait) {
    case 'VerifyIdentity':
      return state.status !== 'held' && state.status !== 'identifying';
    case 'ApproveSearch':
      return asWorking(state) !== undefined;
    case 'ApproveIdentifiers':
      return state.status === 'gathering'
        ? state.cutOff || !state.learned.some(isUndecided)
        : asWorking(state) !== undefined;
    case 'AwaitAnswers':
      return state.status === 'gathering' ? answersAreIn(state, state.cutOff) : asWorking(state) !== undefined;
    case 'Review':
      // The wait also ends if a correction has cancelled the release: the answer is screened again.
      return asWorking(state) !== undefined && state.status !== 'reviewing';
  }
}

/**
 * The first answer waits for every pending system until the cut-off. It does not wait for a failed system. It waits for
 * a system that needs a stronger proof only if there is nothing else to send. A supplement waits for new results.
 */
function answersAreIn(state: Working, cutOff: boolean): boolean {
  if (searchesDue(state).length > 0 || nothingLeft(state)) return true;
  // An undecided identifier may lead to more records.
  if (!cutOff && state.learned.some(isUndecided)) return false;
  const pending = state.systems.some((system) => {
    const outcome = outcomeOf(system, state);
    return outcome.outcome === 'pending' && outcome.reason !== 'stronger-proof';
  });
  if (state.round === 1) return cutOff || (!pending && !onlyBlocked(state));
  const fresh = state.systems.some((system) => system.deliveredIn === null && !isUnresolved(system, state));
  return fresh && (cutOff || !pending);
}

/** Whether everything that was found needs a stronger proof of identity. */
function onlyBlocked(state: Working): boolean {
  const found = state.systems.filter(cameToSomething);
  return found.length > 0 && found.every((system) => isBlocked(system, state));
}
