import type * as z from 'zod';
import type { queueSchema } from '#api/staff.ts';
import { hasEnded, statusOf } from './known.ts';

export type Queue = Readonly<z.infer<typeof queueSchema>>;
export type QueueLine = Readonly<Queue['cases'][number]>;

/** Whose cases are shown: everybody's, one's own, or unassigned ones. */
export const owners = ['all', 'mine', 'nobody'] as const;
export type Owners = (typeof owners)[number];

/** An empty text matches everything. */
export interface QueueFilter {
  readonly controller: string;
  readonly status: string;
  readonly owners: Owners;
}

export const everything: QueueFilter = { controller: '', status: '', owners: 'all' };

/** Whether a case has ended. The queue then shows it because of a breach or an objection, and no answer is owed. */
export function isEnded({ status }: Pick<QueueLine, 'status'>): boolean {
  const known = statusOf(status);
  return known !== undefined && hasEnded(known);
}

/** How many cases are open, how many of them are late, and how many have ended with an open decision. */
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
 * The lines that match a filter for a member of staff (an opaque id): ended cases first, because no date reminds of
 * them. Then by days left to the date without suspensions; among equals the oldest first.
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

/** The values that a filter offers: those that occur. */
export function choices(lines: readonly QueueLine[], pick: (line: QueueLine) => string): readonly string[] {
  return [...new Set(lines.map(pick))].toSorted((a, b) => a.localeCompare(b));
}

/** Days before the last day for a notice from which the queue warns. */
const NOTICE_DAYS = 5;

/**
 * How close a request is to the last day for an extension or a refusal, which is the legal date until it is extended.
 */
export function noticeOf({ extended, daysLeft }: Pick<QueueLine, 'extended' | 'daysLeft'>): 'calm' | 'near' | 'over' {
  if (extended || daysLeft > NOTICE_DAYS) return 'calm';
  return daysLeft < 0 ? 'over' : 'near';
}

/** Whether a suspension moves the date, or is open: then both dates are shown. */
export function suspensionOf({
  due,
  suspendedDue,
}: Pick<QueueLine, 'due' | 'suspendedDue'>): 'none' | 'open' | 'moved' {
  if (suspendedDue === null) return 'open';
  return suspendedDue === due ? 'none' : 'moved';
}
