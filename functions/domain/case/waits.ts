import { isUndecided } from './search/learned-rules.ts';
import { cameToSomething, isBlocked, isUnresolved, missingWaves, outcomeOf } from './search/outcome.ts';
import { lastWave } from './search/waves.ts';
import { isAtStandstill } from './circumstances/standstill.ts';
import { searchOf, hasEnded, type CaseState, type Search, searchIn } from './state.ts';

/** The points at which the workflow waits for the case. */
export const waitNames = ['VerifyIdentity', 'ApproveSearch', 'ApproveIdentifiers', 'AwaitAnswers', 'Review'] as const;
export type WaitName = (typeof waitNames)[number];

/** An automatic search that is still to be made: one system, one wave. */
export interface DueSearch {
  readonly system: string;
  readonly wave: number;
}

/**
 * The searches of automatic systems that have no result yet. If identifiers were accepted or proven, or records adopted,
 * since the latest wave, the searches of the next wave are included.
 */
export function searchesDue(search: Search): readonly DueSearch[] {
  const needed = { wave: lastWave(search), adoptions: search.adoptions };
  return search.systems
    .filter(({ mode }) => mode === 'automatic')
    .flatMap((system) => missingWaves(system, needed).map((number) => ({ system: system.id, wave: number })));
}

/**
 * Whether everything was searched and delivered, and every learned identifier was accepted or rejected: the case can be
 * closed without a further answer.
 */
export function nothingLeft(search: Search): boolean {
  return (
    searchesDue(search).length === 0 &&
    search.systems.every(({ deliveredIn }) => deliveredIn !== null) &&
    !search.learned.some(isUndecided)
  );
}

/** The next step of the workflow, for a case at any stage. */
export function nextStep(
  state: CaseState,
): 'search' | 'wait' | 'screen' | 'review' | 'assemble' | 'deliver' | 'close' | 'ended' {
  if (state === undefined) return 'ended';
  const { stage } = state;
  if (searchIn(stage) !== undefined && isAtStandstill(state)) return 'wait';
  switch (stage.kind) {
    case 'gathering':
      if (searchesDue(stage.search).length > 0) return 'search';
      if (nothingLeft(stage.search)) return 'close';
      return answersAreIn(stage.search, stage.cutOff) ? 'screen' : 'wait';
    case 'reviewing':
      return 'review';
    case 'released':
    case 'assembling':
      return 'assemble';
    case 'assembled':
      return 'deliver';
    case 'delivered':
      return 'close';
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'refused':
    case 'closed':
      return 'ended';
  }
}

/**
 * Whether a wait has ended. Only the state of the case decides this; `casework/commit/settle` then lets the workflow
 * continue. A wait also ends when the case ends, so that no execution of the workflow runs on.
 */
export function isOver(wait: WaitName, state: CaseState): boolean {
  if (state === undefined) return false;
  if (hasEnded(state)) return true;
  if (isAtStandstill(state)) return false;
  switch (wait) {
    case 'VerifyIdentity':
      return state.stage.kind !== 'held' && state.stage.kind !== 'identifying';
    case 'ApproveSearch':
      return searchOf(state) !== undefined;
    case 'ApproveIdentifiers':
      return state.stage.kind === 'gathering'
        ? state.stage.cutOff || !state.stage.search.learned.some(isUndecided)
        : searchOf(state) !== undefined;
    case 'AwaitAnswers':
      return state.stage.kind === 'gathering'
        ? answersAreIn(state.stage.search, state.stage.cutOff)
        : searchOf(state) !== undefined;
    case 'Review':
      // The wait also ends if a correction or an adopted record has sent the case back to gathering: the answer is
      // screened again.
      return searchOf(state) !== undefined && state.stage.kind !== 'reviewing';
  }
}

/**
 * Whether the wait for results of systems has ended. The first answer waits for every pending system until the cut-off
 * (`cutOffDaysBeforeDue` of the policy). It does not wait for a failed system. If everything that was found needs a
 * stronger proof of identity, it also waits for this proof until the cut-off. A supplement (round 2 or later) needs a
 * new result; it then waits for pending systems until the cut-off.
 */
function answersAreIn(search: Search, cutOff: boolean): boolean {
  if (searchesDue(search).length > 0 || nothingLeft(search)) return true;
  // A search by an undecided identifier may find more records, so the answer waits for the decision.
  if (!cutOff && search.learned.some(isUndecided)) return false;
  const pending = search.systems.some((system) => {
    const outcome = outcomeOf(system, search);
    return outcome.outcome === 'pending' && outcome.reason !== 'stronger-proof';
  });
  if (search.round === 1) return cutOff || (!pending && !onlyBlocked(search));
  const fresh = search.systems.some((system) => system.deliveredIn === null && !isUnresolved(system, search));
  return fresh && (cutOff || !pending);
}

/** Whether everything that was found needs a stronger proof of identity. */
function onlyBlocked(search: Search): boolean {
  const found = search.systems.filter(cameToSomething);
  return found.length > 0 && found.every((system) => isBlocked(system, search));
}
