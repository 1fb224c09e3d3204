import type { CaseView } from '#api/staff.ts';
import { hasEnded, statusOf } from './known.ts';

/** Whether the system is working on the case, so that the case will soon change although staff do nothing. */
export function movesByItself({ status, waitingFor }: Pick<CaseView, 'status' | 'waitingFor'>): boolean {
  const known = statusOf(status);
  return known !== undefined && !hasEnded(known) && waitingFor === '';
}
