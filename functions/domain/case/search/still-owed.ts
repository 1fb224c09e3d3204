import { isUndecided } from './learned-rules.ts';
import { toldOutcome } from './outcome.ts';
import { searchOf, type LivingCase } from '../state.ts';

/**
 * Whether we owe the person an answer. We do if there is no answer that stands, or if a system or an identifier is
 * still open after a first part (for the rest Art. 12(3) still applies). We do not owe data that wait for a stronger
 * proof.
 */
export function isAnswerOwed(state: LivingCase): boolean {
  if (state.common.deliveries.every(({ revoked }) => revoked)) return true;
  const search = searchOf(state);
  if (search === undefined) return true;
  return (
    search.learned.some(isUndecided) ||
    search.systems.some((system) => {
      const outcome = toldOutcome(system, search);
      return system.deliveredIn === null && !(outcome.outcome === 'pending' && outcome.reason === 'stronger-proof');
    })
  );
}
