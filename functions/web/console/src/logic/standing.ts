import type { CaseView } from '#api/staff.ts';
import { isSilentHold } from '#domain/case/lifecycle/hold-rules.ts';
import { hasEnded, holdOf, statusOf } from './known.ts';

/** Whether nothing has been written to the sender before staff have decided on the hold. */
export function isSilent({ hold }: Pick<CaseView, 'hold'>): boolean {
  const reason = holdOf(hold);
  return reason !== undefined && isSilentHold(reason);
}

/** Whether the request is one that a package answers. */
export function isForAccess({ matter, rights }: Pick<CaseView, 'matter' | 'rights'>): boolean {
  return matter === 'request' && rights.includes('access');
}

/** Whether the machine is at work on the case, so that it changes by itself before long. */
export function movesByItself({ status, waitingFor }: Pick<CaseView, 'status' | 'waitingFor'>): boolean {
  const known = statusOf(status);
  return known !== undefined && !hasEnded(known) && waitingFor === '';
}
