import { isUndecided } from './search/learned-rules.ts';
import { cameToSomething, isBlocked, isUnresolved, missingWaves, outcomeOf } from './search/outcome.ts';
import { isAtStandstill } from './circumstances/standstill.ts';
import { asWorking, hasEnded, type CaseState, type Working } from './state.ts';

/** The places where the workflow waits for the case. */
export const waitNames = ['VerifyIdentity', 'ApproveSearch', 'ApproveIdentifiers', 'AwaitAnswers', 'Review'] as const;
export type WaitName = (typeof waitNames)[number];

/** A search that a machine owes: one system, one wave. */
export interface DueSearch {
  readonly system: string;
  readonly wave: number;
}

/** The searches that automatic systems still owe, with the wave that newly accepted identifiers open. */
export function searchesDue(state: Working): readonly DueSearch[] {
  const wave = nextWave(state);
  return state.systems
    .filter(({ mode }) => mode === 'automatic')
    .flatMap((system) => missingWaves(system, { wave }).map((number) => ({ system: system.id, wave: number })));
}

/** Whether everything has been delivered and nothing is left to decide: the case can be closed without a further answer. */
export function nothingLeft(state: Working): boolean {
  return (
    searchesDue(state).length === 0 &&
    state.systems.every(({ deliveredIn }) => deliveredIn !== null) &&
    !state.learned.some(isUndecided)
  );
}

/** What the workflow does next, wherever the case stands. */
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

/** The wave to search in: one more than before when identifiers were accepted or proven since. */
function nextWave(state: Working): number {
  return Math.max(
    state.wave,
    ...state.proven.map(({ wave }) => wave),
    ...state.learned.map(({ decision }) => (decision !== null && decision.accepted ? decision.wave : 0)),
  );
}

/**
 * Whether a wait is over: a condition on the case, never a message. Over as well when the case has ended, so that no
 * execution is left behind.
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
      // Over as well when a correction has taken the answer back: it is screened again.
      return asWorking(state) !== undefined && state.status !== 'reviewing';
  }
}

/**
 * The first answer waits for every pending system until the cut-off; a failed one does not hold it up, nor one that
 * waits for a stronger proof of identity unless there is nothing else to send. A supplement waits until something new
 * is there.
 */
function answersAreIn(state: Working, cutOff: boolean): boolean {
  if (searchesDue(state).length > 0 || nothingLeft(state)) return true;
  // An identifier that nobody has decided may be the key to more.
  if (!cutOff && state.learned.some(isUndecided)) return false;
  const pending = state.systems.some((system) => {
    const outcome = outcomeOf(system, state);
    return outcome.outcome === 'pending' && outcome.reason !== 'stronger-proof';
  });
  if (state.round === 1) return cutOff || (!pending && !onlyBlocked(state));
  const fresh = state.systems.some((system) => system.deliveredIn === null && !isUnresolved(system, state));
  return fresh && (cutOff || !pending);
}

/** Whether all that was found waits for a stronger proof of identity. */
function onlyBlocked(state: Working): boolean {
  const found = state.systems.filter(cameToSomething);
  return found.length > 0 && found.every((system) => isBlocked(system, state));
}
