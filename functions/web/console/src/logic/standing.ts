import type { CaseView } from '#api/staff.ts';
import { hasEnded, statusOf } from './known.ts';

/** Whether the machine is at work on the case, so that it changes by itself before long. */
export function movesByItself({ status, waitingFor }: Pick<CaseView, 'status' | 'waitingFor'>): boolean {
  const known = statusOf(status);
  return known !== undefined && !hasEnded(known) && waitingFor === '';
}
