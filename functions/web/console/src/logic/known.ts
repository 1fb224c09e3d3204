import type { EventType } from '#domain/case/events.ts';
import type { Status } from '#domain/case/state.ts';
import { holdReasonSchema, type HoldReason } from '#domain/case/vocabulary.ts';

export type { WaitingFor } from '#api/staff.ts';
export type { EventType, HoldReason, Status };
export type {
  AskReason,
  Channel,
  Circumstance,
  Ending,
  Level,
  Matter,
  RefusalGround,
  SilentLaw,
} from '#domain/case/vocabulary.ts';

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

/** The status with the API's code; `undefined` for a code that this console does not know. */
export function statusOf(text: string): Status | undefined {
  return statuses.find((status) => status === text);
}

/** Whether a case of this status has ended. */
export function hasEnded(status: Status): boolean {
  return status === 'refused' || status === 'closed';
}

/** Why a case is held; `undefined` if the case is not held, or if this console does not know the reason. */
export function holdOf(text: string | null): HoldReason | undefined {
  return holdReasonSchema.options.find((reason) => reason === text);
}
