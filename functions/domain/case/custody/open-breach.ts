import type { Breach, Common } from '../state.ts';

/**
 * Whether staff have decided about telling the authority of a breach: a notification, or why none is needed (Art.
 * 33(1)).
 */
export function isSettled({ steps }: Breach): boolean {
  return steps.some(({ step }) => step === 'authority-notified' || step === 'no-notification-needed');
}

/** Whether a breach of the case is open. Its 72 hours run after the end of the case, and its evidence is kept. */
export function hasOpenBreach(common: Common): boolean {
  return common.breaches.some((breach) => !isSettled(breach));
}
