import { commonAndStage } from './steps/common-and-stage.ts';
import { lettersByName } from './steps/letters-by-name.ts';
import { nothingAdopted } from './steps/nothing-adopted.ts';
import { nothingReviewed } from './steps/nothing-reviewed.ts';
import { noneReturned } from './steps/returned-letters.ts';

/**
 * Converts the states in `before/`, which the versions recorded that wrote the logs, to the form that the same logs
 * fold to today. There is one step for each change of the form of a state, the oldest first. No step loses a fact.
 */
const steps: readonly ((recorded: unknown) => unknown)[] = [lettersByName, noneReturned, commonAndStage, nothingReviewed, nothingAdopted];

/** A recorded state in today's form. */
export function asToday(recorded: unknown): unknown {
  return steps.reduce((state, step) => step(state), recorded);
}
