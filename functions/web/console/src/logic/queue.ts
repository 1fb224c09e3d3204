import type * as z from 'zod';
import type { queueSchema } from '#api/staff.ts';
import { hasEnded, statusOf } from './known.ts';

export type Queue = Readonly<z.infer<typeof queueSchema>>;
export type QueueLine = Readonly<Queue['cases'][number]>;

/** Whose cases the queue shows: all cases, those assigned to the user (`mine`), or those assigned to nobody. */
export const owners = ['all', 'mine', 'nobody'] as const;
export type Owners = (typeof owners)[number];

/** The filters of the queue. An empty text matches every case. */
export interface QueueFilter {
  readonly controller: string;
  readonly status: string;
  readonly owners: Owners;
}

export const everything: QueueFilter = { controller: '', status: '', owners: 'all' };

/** Whether a case has ended. The queue lists an ended case only while a breach or an objection is open in it. */
export function isEnded({ status }: Pick<QueueLine, 'status'>): boolean {
  const known = statusOf(status);
  return known !== undefined && hasEnded(known);
}

/** The numbers of open cases, of late cases among them, and of ended cases. */
export function countsOf(lines: readonly QueueLine[]): {
  readonly open: number;
  readonly late: number;
  readonly ended: number;
} {
  const open = lines.filter((line) => !isEnded(line));
  const late = open.filter(({ daysLeft }) => daysLeft < 0).length;
  return { open: open.length, late, ended: lines.length - open.length };
}

/**
 * The lines that match the filter, in the order of the queue. Ended cases come first, because no date reminds staff of
 * them. The others are sorted by `daysLeft`, then by the time of receipt. `member` is the id of the user.
 */
export function linesFor(lines: readonly QueueLine[], filter: QueueFilter, member: string): readonly QueueLine[] {
  return lines
    .filter(({ controller }) => filter.controller === '' || controller === filter.controller)
    .filter(({ status }) => filter.status === '' || status === filter.status)
    .filter(({ owner }) => isOf(filter.owners, owner, member))
    .toSorted(
      (a, b) =>
        Number(isEnded(b)) - Number(isEnded(a)) || a.daysLeft - b.daysLeft || a.receivedAt.localeCompare(b.receivedAt),
    );
}

function isOf(owned: Owners, owner: string | null, member: string): boolean {
  switch (owned) {
    case 'all':
      return true;
    case 'mine':
      return owner === member;
    case 'nobody':
      return owner === null;
  }
}

/** The distinct values in the lines, sorted, as options of a filter. */
export function choices(lines: readonly QueueLine[], pick: (line: QueueLine) => string): readonly string[] {
  return [...new Set(lines.map(pick))].toSorted((a, b) => a.localeCompare(b));
}

/** The queue warns if at most so many days are left for the notice of an extension or a refusal. */
const NOTICE_DAYS = 5;

/**
 * How close the last day for the notice of an extension or a refusal is. Before an extension, this day is the last day
 * for the answer. `over`: the day has passed.
 */
export function noticeOf({ extended, daysLeft }: Pick<QueueLine, 'extended' | 'daysLeft'>): 'calm' | 'near' | 'over' {
  if (extended || daysLeft > NOTICE_DAYS) return 'calm';
  return daysLeft < 0 ? 'over' : 'near';
}

/**
 * Whether the period is suspended (`open`), or an earlier suspension has moved the last day (`moved`). In both cases
 * the queue shows two dates.
 */
export function suspensionOf({
  due,
  suspendedDue,
}: Pick<QueueLine, 'due' | 'suspendedDue'>): 'none' | 'open' | 'moved' {
  if (suspendedDue === null) return 'open';
  return suspendedDue === due ? 'none' : 'moved';
}
