import type { CaseView } from '#api/staff.ts';
import { hasEnded, statusOf } from './known.ts';

/** Whether an automatic step is due, so that the case will change soon without staff. */
export function movesByItself({ status, waitingFor }: Pick<CaseView, 'status' | 'waitingFor'>): boolean {
  const known = statusOf(status);
  return known !== undefined && !hasEnded(known) && waitingFor === '';
}
