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

/** All statuses of a case that this version of the console knows. */
export const statuses: readonly Status[] = Object.keys(allStatuses).filter((key): key is Status => key in allStatuses);

/** The status with this code. `undefined` if this version of the console does not know the code. */
export function statusOf(text: string): Status | undefined {
  return statuses.find((status) => status === text);
}

/** Whether a case with this status has ended. */
export function hasEnded(status: Status): boolean {
  return status === 'refused' || status === 'closed';
}

/**
 * The reason for which a case is held. `undefined` if it is not held, or if this version of the console does not know
 * the code.
 */
export function holdOf(text: string | null): HoldReason | undefined {
  return holdReasonSchema.options.find((reason) => reason === text);
}
