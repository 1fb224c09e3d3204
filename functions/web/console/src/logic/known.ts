import type { EventType, HoldReason, LetterCode } from '#domain/case/events.ts';
import type { Status } from '#domain/case/state.ts';

export type { EventType, HoldReason, LetterCode, Status };

/** What the interface says a case waits for; empty when the machine is at work or nothing is left to do. */
export type WaitingFor =
  | ''
  | 'staff-decision'
  | 'subject-code'
  | 'search-approval'
  | 'identifier-decision'
  | 'system-answers'
  | 'release'
  | 'second-release';

const allStatuses: Readonly<Record<Status, true>> = {
  held: true,
  identifying: true,
  planning: true,
  'approving-search': true,
  gathering: true,
  reviewing: true,
  released: true,
  assembling: true,
  assembled: true,
  delivered: true,
  refused: true,
  closed: true,
};

/** Every status that a case can have. */
export const statuses: readonly Status[] = Object.keys(allStatuses).filter((key): key is Status => key in allStatuses);

/** The status that the interface named; `undefined` for one that this console does not know yet. */
export function statusOf(text: string): Status | undefined {
  return statuses.find((status) => status === text);
}

/** Whether nothing more will be done in a case of this status. */
export function hasEnded(status: Status): boolean {
  return status === 'refused' || status === 'closed';
}
