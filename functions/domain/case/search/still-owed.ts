import { isUndecided } from './learned-rules.ts';
import { toldOutcome } from './outcome.ts';
import { asWorking, type LivingCase } from '../state.ts';

/**
 * Whether we owe the person an answer: none is there that was not taken back, or a system or a found identifier is still
 * to be worked on after a first part (Art. 12(3) runs on for the rest). What waits for a stronger proof is not ours to
 * give before.
 */
export function isAnswerOwed(state: LivingCase): boolean {
  if (state.deliveries.every(({ revoked }) => revoked)) return true;
  const working = asWorking(state);
  if (working === undefined) return true;
  return (
    working.learned.some(isUndecided) ||
    working.systems.some((system) => {
      const outcome = toldOutcome(system, working);
      return system.deliveredIn === null && !(outcome.outcome === 'pending' && outcome.reason === 'stronger-proof');
    })
  );
}
