import { isUndecided } from './learned-rules.ts';
import { toldOutcome } from './outcome.ts';
import { searchOf, type LivingCase } from '../state.ts';

/**
 * Whether the controller still owes the person an answer. An answer is owed if none was sent, or if every answer was
 * taken back. After the first answer, another is owed while the result of a system is not delivered, or an identifier
 * from a record is not decided on (Art. 12(3)). Data that wait for a stronger proof are not owed.
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
