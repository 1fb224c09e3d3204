import type { CaseView } from '#api/staff.ts';
import { isHoldWithoutContact, isSilentHold } from '#domain/case/lifecycle/hold-rules.ts';
import { hasEnded, holdOf, statusOf } from './known.ts';

/** Whether nothing is written to the sender before staff have decided on the hold. */
export function isSilent({ hold }: Pick<CaseView, 'hold'>): boolean {
  const reason = holdOf(hold);
  return reason !== undefined && isSilentHold(reason);
}

/** Whether a held request came from where the person cannot be written to, and no other contact has been named yet. */
export function lacksContact({ hold, timeline }: Pick<CaseView, 'hold' | 'timeline'>): boolean {
  const reason = holdOf(hold);
  const named = timeline.some(({ type }) => type === 'contact-changed' || type === 'moved-to-post');
  return reason !== undefined && isHoldWithoutContact(reason) && !named;
}

/** Whether the request is one that the system itself can search for and answer. */
export function isForAccess({ matter, rights }: Pick<CaseView, 'matter' | 'rights'>): boolean {
  return matter === 'request' && rights.includes('access');
}

/** Whether the case cannot go on without something from the person: a proof of identity, or an answer. */
export function waitsForPerson({
  status,
  askings,
  systems,
}: Pick<CaseView, 'status' | 'askings' | 'systems'>): boolean {
  if (status === 'identifying') return true;
  if (status === 'held') return askings.some(({ answeredAt }) => answeredAt === null);
  return status === 'gathering' && systems.every(({ deliveredIn, blocked }) => deliveredIn !== null || blocked);
}

/** Whether somebody may still add a proof of the person's identity. */
export function mayBeProven({ status, hold }: Pick<CaseView, 'status' | 'hold'>): boolean {
  return status !== 'held' || hold === 'right-handled-by-staff';
}

/** Whether the machine is at work on the case, so that it changes by itself before long. */
export function movesByItself({ status, waitingFor }: Pick<CaseView, 'status' | 'waitingFor'>): boolean {
  const known = statusOf(status);
  return known !== undefined && !hasEnded(known) && waitingFor === '';
}
