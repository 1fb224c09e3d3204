import { isAdoption, movesOthers } from '../../review/ownership.ts';
import type { ReviewEntry } from '../../review/entry.ts';
import { changedBeforeRelease } from '../answer/review-again.ts';
import { measured } from '../identity/proofs.ts';
import { gatheringAgain } from '../search/evolve.ts';
import { lastWave } from '../search/waves.ts';
import { searchOf, withCommon, type LearnedIdentifier, type OpenedCase, type Search } from '../state.ts';
import { isOf, withoutWithdrawn, type WithdrawnIdentifier } from '../search/withdrawn.ts';
import type { ReviewEvent } from './events.ts';

/**
 * The state after an event of the topic. Earlier approvals were for another answer, so the answer must be approved
 * again.
 */
export function evolveReview(state: OpenedCase, event: ReviewEvent): OpenedCase {
  const { review } = state.common;
  const { withdrawn = [] } = event;
  switch (event.type) {
    case 'review-decided': {
      const { decision: command, by, at, entries } = event;
      const withdrew = (searchOf(state)?.learned ?? []).filter((one) => withdrawn.some((of) => isOf(of, one)));
      const group = { command, by: by.id, at, entries, undone: false, withdrew };
      const after = changedBeforeRelease(withCommon(state, { review: [...review, group] }));
      return entries.some(movesOthers) || withdrew.length > 0
        ? screenedAgain(after, (search) => searchedAgain(withLearned(search, [], withdrawn), entries))
        : after;
    }
    case 'review-undone': {
      const undone = review.find(({ command }) => command === event.decision);
      const after = changedBeforeRelease(
        withCommon(state, { review: review.map((one) => (one === undone ? { ...one, undone: true } : one)) }),
      );
      if (undone === undefined) return after;
      return undone.entries.some(movesOthers) || undone.withdrew.length + withdrawn.length > 0
        ? screenedAgain(after, (search) => withLearned(search, undone.withdrew, withdrawn))
        : after;
    }
  }
}

/**
 * The state after a decision that changes which other records are the person's: the answer is screened and reviewed
 * again. If the case is still gathering results, the screening follows after the searches.
 */
function screenedAgain(state: OpenedCase, change: (search: Search) => Search): OpenedCase {
  const { common, stage } = state;
  switch (stage.kind) {
    case 'reviewing':
      return measured({ common, stage: gatheringAgain({ ...stage, search: change(stage.search) }) });
    case 'gathering':
      return measured({ common, stage: { ...stage, search: change(stage.search) } });
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'released':
    case 'assembling':
    case 'assembled':
    case 'delivered':
    case 'refused':
    case 'closed':
      return state;
  }
}

/** If records were adopted, one wave searches their systems again, so that their parts and documents are fetched. */
function searchedAgain(search: Search, entries: readonly ReviewEntry[]): Search {
  const adopted = new Set(entries.filter(isAdoption).map(({ system }) => system));
  const systems = search.systems.filter(({ id, mode }) => mode === 'automatic' && adopted.has(id)).map(({ id }) => id);
  if (systems.length === 0) return search;
  return { ...search, adoptions: [...search.adoptions, { wave: lastWave(search) + 1, systems }] };
}

/** The search in which the identifiers of `again` count as before, and those of `withdrawn` do not count any more. */
function withLearned(
  search: Search,
  again: readonly LearnedIdentifier[],
  withdrawn: readonly WithdrawnIdentifier[],
): Search {
  const isAgain = (one: LearnedIdentifier): boolean =>
    again.some(({ identifier }) => identifier.hash === one.identifier.hash);
  const restored = [...search.learned.filter((one) => !isAgain(one)), ...again];
  return { ...search, learned: withoutWithdrawn(restored, withdrawn) };
}
