import type * as z from 'zod';
import type { queueSchema } from '#api/staff.ts';
import { hasEnded, statusOf } from './known.ts';

export type Queue = Readonly<z.infer<typeof queueSchema>>;
export type QueueLine = Readonly<Queue['cases'][number]>;

/** Whose cases are shown: `all`, the user's own (`mine`), or those that nobody is responsible for (`nobody`). */
export const owners = ['all', 'mine', 'nobody'] as const;
export type Owners = (typeof owners)[number];

/** The filters of the queue. An empty text matches every case. */
export interface QueueFilter {
  readonly controller: string;
  readonly status: string;
  readonly owners: Owners;
}

export const everything: QueueFilter = { controller: '', status: '', owners: 'all' };

/**
 * Whether a case has ended. An ended case is in the queue because of an open breach or objection; no answer is owed.
 */
export function isEnded({ status }: Pick<QueueLine, 'status'>): boolean {
  const known = statusOf(status);
  return known !== undefined && hasEnded(known);
}

/** How many cases are open, how many of the open cases are late, and how many cases have ended. */
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
 * The lines that match the filter for the user `member` (an opaque id). Ended cases come first, because no date reminds
 * staff of them. Other cases are sorted by the days left to the date without suspensions, then by the time of receipt.
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

/** The different values in the lines, for a filter. */
export function choices(lines: readonly QueueLine[], pick: (line: QueueLine) => string): readonly string[] {
  return [...new Set(lines.map(pick))].toSorted((a, b) => a.localeCompare(b));
}

/** The queue warns when so many days, or fewer, are left until the last day for a notice. */
const NOTICE_DAYS = 5;

/**
 * How close the last day for an extension or a refusal is. This day is the last day for the answer as long as the
 * period is not extended.
 */
export function noticeOf({ extended, daysLeft }: Pick<QueueLine, 'extended' | 'daysLeft'>): 'calm' | 'near' | 'over' {
  if (extended || daysLeft > NOTICE_DAYS) return 'calm';
  return daysLeft < 0 ? 'over' : 'near';
}

/** Whether a suspension is open, or has moved the last day for the answer. If so, the queue shows both dates. */
export function suspensionOf({
  due,
  suspendedDue,
}: Pick<QueueLine, 'due' | 'suspendedDue'>): 'none' | 'open' | 'moved' {
  if (suspendedDue === null) return 'open';
  return suspendedDue === due ? 'none' : 'moved';
}
