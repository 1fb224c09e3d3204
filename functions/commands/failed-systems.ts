import { outcomeOf } from '#domain/case/search/outcome.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';

/** Ids of the systems whose search has failed in the present state of the case. */
export function failedSystems(state: OpenedCase): readonly string[] {
  const search = searchOf(state);
  if (search === undefined) return [];
  return search.systems.filter((system) => outcomeOf(system, search).outcome === 'failed').map(({ id }) => id);
}
