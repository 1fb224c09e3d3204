import type { Breach, Common } from '../state.ts';

/** Whether staff have notified the authority of a breach, or decided that no notification is needed (Art. 33(1)). */
export function isSettled({ steps }: Breach): boolean {
  return steps.some(({ step }) => step === 'authority-notified' || step === 'no-notification-needed');
}

/**
 * Whether a breach of the case is open. The 72 hours also run after the end of the case, and the evidence of the breach
 * is kept.
 */
export function hasOpenBreach(common: Common): boolean {
  return common.breaches.some((breach) => !isSettled(breach));
}
