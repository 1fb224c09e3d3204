import { commonAndStage } from './steps/common-and-stage.ts';
import { lettersByName } from './steps/letters-by-name.ts';
import { nothingAdopted } from './steps/nothing-adopted.ts';
import { nothingReviewed } from './steps/nothing-reviewed.ts';
import { noneReturned } from './steps/returned-letters.ts';

/**
 * What turns the states in `before/`, recorded by the versions that wrote the logs, into those that the same logs fold
 * to today: one step for each change of what a state looks like, the oldest first. No step loses a fact.
 */
const steps: readonly ((recorded: unknown) => unknown)[] = [lettersByName, noneReturned, commonAndStage, nothingReviewed, nothingAdopted];

/** A recorded state as it would be recorded today. */
export function asToday(recorded: unknown): unknown {
  return steps.reduce((state, step) => step(state), recorded);
}
