import type { Breach, Common } from '../state.ts';

/** Whether staff have notified the authority of a breach, or decided that no notification is needed (Art. 33(1)). */
export function isSettled({ steps }: Breach): boolean {
  return steps.some(({ step }) => step === 'authority-notified' || step === 'no-notification-needed');
}

/**
 * Whether staff must still act on a breach: notify the authority, or decide that no notification is needed. The 72
 * hours (Art. 33(1)) also run after the end of the case. The evidence of the breach is kept until staff have acted.
 */
export function hasOpenBreach(common: Common): boolean {
  return common.breaches.some((breach) => !isSettled(breach));
}
