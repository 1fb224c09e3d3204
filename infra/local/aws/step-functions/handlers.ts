import type { Catcher, Retrier, State } from './definition.ts';
import type { Failure } from './model.ts';

/**
 * Errors that `States.ALL` and `States.TaskFailed` in a `Retry` or `Catch` do not match. Source: Developer Guide,
 * "Handling errors in Step Functions workflows".
 */
const terminal: ReadonlySet<string> = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/**
 * Finds the first entry of `Retry` that matches the failure. If this entry has an attempt left, returns its index and
 * the wait before that attempt, in milliseconds; otherwise `undefined`.
 */
export function retryFor(
  state: State,
  failure: Failure,
  used: readonly number[],
  fraction: () => number,
): { readonly index: number; readonly delayMs: number } | undefined {
  if (state.Type !== 'Task' && state.Type !== 'Map' && state.Type !== 'Parallel') return undefined;
  const retriers = state.Retry ?? [];
  const index = retriers.findIndex(({ ErrorEquals }) => matches(ErrorEquals, failure));
  const retrier = retriers[index];
  if (retrier === undefined) return undefined;
  const tries = used[index] ?? 0;
  return tries < (retrier.MaxAttempts ?? 3) ? { index, delayMs: delay(retrier, tries, fraction) } : undefined;
}

export function catcherFor(state: State, failure: Failure): Catcher | undefined {
  if (state.Type !== 'Task' && state.Type !== 'Map' && state.Type !== 'Parallel') return undefined;
  return (state.Catch ?? []).find(({ ErrorEquals }) => matches(ErrorEquals, failure));
}

function matches(names: readonly string[], failure: Failure): boolean {
  const error = failure.error ?? '';
  return names.some((name) => {
    if (name === error) return true;
    switch (name) {
      case 'States.ALL':
        return !terminal.has(error);
      case 'States.TaskFailed':
        return !terminal.has(error) && error !== 'States.Timeout';
      case 'States.HeartbeatTimeout':
        return failure.kind === 'heartbeat';
      default:
        return false;
    }
  });
}

function delay(retrier: Retrier, tries: number, fraction: () => number): number {
  const seconds = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** tries;
  const capped = Math.min(seconds, retrier.MaxDelaySeconds ?? 31_622_400);
  return Math.round(capped * 1000 * (retrier.JitterStrategy === 'FULL' ? fraction() : 1));
}
