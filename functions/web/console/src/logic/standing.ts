import type { CaseView } from '#api/staff.ts';
import { hasEnded, statusOf } from './known.ts';

/** Whether the system is working on the case, so that it will soon change without staff. */
export function movesByItself({ status, waitingFor }: Pick<CaseView, 'status' | 'waitingFor'>): boolean {
  const known = statusOf(status);
  return known !== undefined && !hasEnded(known) && waitingFor === '';
}
