import { isAdoption } from '../../review/ownership.ts';
import type { ReviewEntry } from '../../review/entry.ts';
import { changedBeforeRelease } from '../answer/review-again.ts';
import { gatheringAgain } from '../search/evolve.ts';
import { lastWave } from '../search/waves.ts';
import { withCommon, type OpenedCase, type Search } from '../state.ts';
import type { ReviewEvent } from './events.ts';

/** The state after an event of the topic. What was approved before was another answer, so it must be approved again. */
export function evolveReview(state: OpenedCase, event: ReviewEvent): OpenedCase {
  const { review } = state.common;
  switch (event.type) {
    case 'review-decided': {
      const { decision: command, by, at, entries } = event;
      return searchedAgain(
        changedBeforeRelease(
          withCommon(state, { review: [...review, { command, by: by.id, at, entries, undone: false }] }),
        ),
        entries,
      );
    }
    case 'review-undone': {
      const undone = review.find(({ command }) => command === event.decision);
      const after = changedBeforeRelease(
        withCommon(state, { review: review.map((one) => (one === undone ? { ...one, undone: true } : one)) }),
      );
      return undone?.entries.some(isAdoption) === true ? screenedAgain(after) : after;
    }
  }
}

/**
 * The state after decisions. If records were adopted, one wave searches their systems again, so that their parts and
 * documents come. The answer is then screened and reviewed again.
 */
function searchedAgain(state: OpenedCase, entries: readonly ReviewEntry[]): OpenedCase {
  const { common, stage } = state;
  if (stage.kind !== 'reviewing') return state;
  const adopted = new Set(entries.filter(isAdoption).map(({ system }) => system));
  const systems = stage.search.systems
    .filter(({ id, mode }) => mode === 'automatic' && adopted.has(id))
    .map(({ id }) => id);
  if (systems.length === 0) return state;
  const search: Search = {
    ...stage.search,
    adoptions: [...stage.search.adoptions, { wave: lastWave(stage.search) + 1, systems }],
  };
  return { common, stage: gatheringAgain({ ...stage, search }) };
}

/** The state after an adoption was taken back. What the adopted record brought leaves the answer at the screening. */
function screenedAgain(state: OpenedCase): OpenedCase {
  const { common, stage } = state;
  return stage.kind === 'reviewing' ? { common, stage: gatheringAgain(stage) } : state;
}
