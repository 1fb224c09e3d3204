import type { RefusedCommand } from '#domain/case/decision.ts';
import { type CaseState, hasEnded } from '#domain/case/state.ts';

/** Tells the workflow, by its name, that there is nothing left to drive. */
export class CaseEnded extends Error {
  override readonly name = 'CaseEnded';
}

/** Throws `CaseEnded` when the case has ended or is not there. */
export function ensureGoing(state: CaseState): void {
  if (state === undefined || hasEnded(state)) throw new CaseEnded('the case has ended');
}

/** A refusal of a command that the workflow itself gives is a fault, unless the case has ended. */
export function refusedToWorkflow(refusal: Pick<RefusedCommand, 'message'> & { readonly code: string }): never {
  if (refusal.code === 'case-ended' || refusal.code === 'no-such-case') throw new CaseEnded('the case has ended');
  throw new Error(`the workflow gave a command that was refused: ${refusal.code}`);
}
