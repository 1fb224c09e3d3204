import type { CaseView } from '#api/staff.ts';
import { hasEnded, statusOf } from './known.ts';

/** Whether the case has not ended and waits for nobody. The workflow will then soon change the case. */
export function movesByItself({ status, waitingFor }: Pick<CaseView, 'status' | 'waitingFor'>): boolean {
  const known = statusOf(status);
  return known !== undefined && !hasEnded(known) && waitingFor === '';
}
