import type { Breach, Opened } from '../state.ts';

/** Whether it is decided what the authority is told of a breach: a notification, or why none is needed (Art. 33(1)). */
export function isSettled({ steps }: Breach): boolean {
  return steps.some(({ step }) => step === 'authority-notified' || step === 'no-notification-needed');
}

/** Whether a breach in the case still runs: its clock goes on whatever became of the case, and what it needs is kept. */
export function hasOpenBreach(state: Opened): boolean {
  return state.breaches.some((breach) => !isSettled(breach));
}
