import { outcomeOf } from '#domain/case/search/outcome.ts';
import { asWorking, type OpenedCase } from '#domain/case/state.ts';

/** Ids of the systems whose search has failed, as the case stands. */
export function failedSystems(state: OpenedCase): readonly string[] {
  const working = asWorking(state);
  if (working === undefined) return [];
  return working.systems.filter((system) => outcomeOf(system, working).outcome === 'failed').map(({ id }) => id);
}
