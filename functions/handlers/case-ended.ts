import { type CaseState, hasEnded } from '#domain/case/state.ts';

/**
 * Fails a task of the workflow because the case has ended. The workflow recognises the error by its name, and does not
 * repeat the task.
 */
export class CaseEnded extends Error {
  override readonly name = 'CaseEnded';
}

/** Throws `CaseEnded` if the case has ended or does not exist. */
export function ensureGoing(state: CaseState): void {
  if (state === undefined || hasEnded(state)) throw new CaseEnded('the case has ended');
}

/**
 * Throws because the rules refused a command of the workflow: `CaseEnded` if the case has ended or does not exist,
 * otherwise a plain `Error`.
 */
export function refusedToWorkflow(refusal: { readonly code: string }): never {
  if (refusal.code === 'case-ended' || refusal.code === 'no-such-case') throw new CaseEnded('the case has ended');
  throw new Error(`a command of the workflow was refused: ${refusal.code}`);
}
