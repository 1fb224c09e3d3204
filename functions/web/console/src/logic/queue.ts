import type * as z from 'zod';
import type { queueSchema } from '#api/staff.ts';

export type QueueLine = Readonly<z.infer<typeof queueSchema>['cases'][number]>;

/** An empty text lets everything through. */
export interface QueueFilter {
  readonly controller: string;
  readonly status: string;
}

export const everything: QueueFilter = { controller: '', status: '' };

/** The lines that a filter lets through: the fewest days left first, and among equals the longest known. */
export function linesFor(lines: readonly QueueLine[], filter: QueueFilter): readonly QueueLine[] {
  return lines
    .filter(({ controller }) => filter.controller === '' || controller === filter.controller)
    .filter(({ status }) => filter.status === '' || status === filter.status)
    .toSorted((a, b) => a.daysLeft - b.daysLeft || a.receivedAt.localeCompare(b.receivedAt));
}

/** The values that a filter can be set to: those that occur. */
export function choices(lines: readonly QueueLine[], pick: (line: QueueLine) => string): readonly string[] {
  return [...new Set(lines.map(pick))].toSorted((a, b) => a.localeCompare(b));
}
