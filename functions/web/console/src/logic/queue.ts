import type * as z from 'zod';
import type { queueQuerySchema, queueSchema } from '#api/staff.ts';
import type { Answer, Client } from '../api/client.ts';
import { hasEnded, statusOf } from './known.ts';

export type Queue = Readonly<z.infer<typeof queueSchema>>;
export type QueueLine = Readonly<Queue['cases'][number]>;

/** The query parameters of a call for one page of the queue. A parameter is missing or a text that is not empty. */
export type QueueAsked = Record<string, string> & Partial<Record<keyof z.input<typeof queueQuerySchema>, string>>;

/** The lists of cases: the work queue, and the archive of ended cases. */
export const lists = ['queue', 'archive'] as const;
export type ListName = (typeof lists)[number];

/** Whose cases the queue shows: all cases, those assigned to the user (`mine`), or those assigned to nobody. */
export const owners = ['all', 'mine', 'nobody'] as const;
export type Owners = (typeof owners)[number];

/** Which cases the page requests from the API. If `reference` is set, `list` and `owners` have no effect. */
export interface Wish {
  readonly list: ListName;
  readonly owners: Owners;
  /** A case number, or empty. */
  readonly reference: string;
}

export const wholeQueue: Wish = { list: 'queue', owners: 'all', reference: '' };

/** The lines that were loaded, and the cursor of the next page; `null` after the last page. */
export interface Loaded {
  readonly lines: readonly QueueLine[];
  readonly next: string | null;
}

const nothingLoaded: Loaded = { lines: [], next: '' };
const mostPages = 20;

/**
 * Loads the pages after `loaded` until there are `atLeast` lines or the last page is loaded. A page may be empty, so at
 * most 20 pages are loaded. If the date of a case changes while pages are loaded, the case may be in two pages; the
 * later line replaces the earlier one.
 */
export async function loadLines(
  client: Pick<Client, 'queue'>,
  wish: Wish,
  atLeast: number,
  loaded: Loaded = nothingLoaded,
): Promise<Answer<Loaded>> {
  const lines = new Map(loaded.lines.map((line) => [line.reference, line]));
  let { next } = loaded;
  for (let page = 0; page < mostPages && next !== null && lines.size < atLeast; page += 1) {
    const answer = await client.queue({ ...askedFor(wish), ...(next === '' ? {} : { cursor: next }) });
    if (!answer.ok) return answer;
    for (const line of answer.value.cases) lines.set(line.reference, line);
    ({ next } = answer.value);
  }
  return { ok: true, value: { lines: [...lines.values()], next } };
}

function askedFor({ list, owners: whose, reference }: Wish): QueueAsked {
  if (reference !== '') return { reference };
  return { list, ...(whose === 'all' ? {} : { owner: whose === 'mine' ? 'me' : 'nobody' }) };
}

/** Which of the loaded lines the page shows. An empty text matches every case. */
export interface QueueFilter {
  readonly controller: string;
  readonly status: string;
}

export const everything: QueueFilter = { controller: '', status: '' };

/**
 * Whether a case has ended. The queue contains an ended case only while staff must decide on a breach or an objection;
 * the archive contains all ended cases.
 */
export function isEnded({ status }: Pick<QueueLine, 'status'>): boolean {
  const known = statusOf(status);
  return known !== undefined && hasEnded(known);
}

/** How many lines are open cases, how many of these are late, and how many are ended cases. */
export function countsOf(lines: readonly QueueLine[]): {
  readonly open: number;
  readonly late: number;
  readonly ended: number;
} {
  const open = lines.filter((line) => !isEnded(line));
  const late = open.filter(({ daysLeft }) => daysLeft < 0).length;
  return { open: open.length, late, ended: lines.length - open.length };
}

/** The lines that match the filter, in their order. */
export function linesFor(lines: readonly QueueLine[], filter: QueueFilter): readonly QueueLine[] {
  return lines
    .filter(({ controller }) => filter.controller === '' || controller === filter.controller)
    .filter(({ status }) => filter.status === '' || status === filter.status);
}

/**
 * The lines in the order of the queue. Ended cases come first, because they have no date that reminds staff. The others
 * are sorted by `daysLeft`, then by the time of receipt.
 */
export function inOrder(lines: readonly QueueLine[]): readonly QueueLine[] {
  return lines.toSorted(
    (a, b) =>
      Number(isEnded(b)) - Number(isEnded(a)) || a.daysLeft - b.daysLeft || a.receivedAt.localeCompare(b.receivedAt),
  );
}

/** The distinct values in the lines, sorted, as options of a filter. */
export function choices(lines: readonly QueueLine[], pick: (line: QueueLine) => string): readonly string[] {
  return [...new Set(lines.map(pick))].toSorted((a, b) => a.localeCompare(b));
}

/** The queue warns if at most this many days are left for the notice of an extension or a refusal. */
const NOTICE_DAYS = 5;

/**
 * How close the last day is on which staff can send the notice of an extension or of a refusal. Without an extension it
 * is the last day for the answer. `over`: the day has passed.
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
