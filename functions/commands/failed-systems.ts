import { outcomeOf } from '#domain/case/search/outcome.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';

/** Ids of the systems whose last search failed. Staff can search them again or give them up. */
export function failedSystems(state: OpenedCase): readonly string[] {
  const search = searchOf(state);
  if (search === undefined) return [];
  return search.systems.filter((system) => outcomeOf(system, search).outcome === 'failed').map(({ id }) => id);
}
