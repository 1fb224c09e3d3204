import type { Page, Summary, Wanted } from '#store/summaries.ts';
import { listedFor, type CaseVisitor } from './case-access.ts';
import type { Casework } from '../commit/casework.ts';

/**
 * The work queue and the archive each show several lists of summaries, one after the other. A segment is one of these:
 * which list is read, in which order, and which of its rows.
 */
interface Segment {
  readonly list: Summary['list'];
  readonly order: 'oldest-first' | 'newest-first';
  readonly wanted: Wanted;
}

/**
 * The segments of each list, in order. `queue`: first ended cases in which staff must still decide, then open cases by
 * due date. `archive`: ended cases for which something is still to be done, then other ended cases, then cases whose
 * data are erased. In each segment of the archive the case that ended last comes first.
 */
const lists = {
  queue: [
    { list: 'owing', order: 'oldest-first', wanted: { kind: 'unsettled' } },
    { list: 'open', order: 'oldest-first', wanted: { kind: 'all' } },
  ],
  archive: [
    { list: 'owing', order: 'newest-first', wanted: { kind: 'all' } },
    { list: 'ended', order: 'newest-first', wanted: { kind: 'all' } },
    { list: 'purged', order: 'newest-first', wanted: { kind: 'all' } },
  ],
} as const satisfies Readonly<Record<string, readonly Segment[]>>;
export type ListName = keyof typeof lists;

export interface ListAsked {
  readonly list: ListName;
  /** Only the cases of one member of staff; `null`: only the cases that nobody owns; `undefined`: all cases. */
  readonly owner: string | null | undefined;
  /** `next` of the previous page; `undefined` for the first page. */
  readonly cursor: string | undefined;
  /** The maximum number of cases in the page. */
  readonly limit: number;
}

export interface CasePage {
  readonly cases: readonly Summary[];
  /** The cursor of the next page; `null` after the last page. */
  readonly next: string | null;
}

/**
 * One page of the queue or of the archive, without the cases that the visitor may not open. The index gives the ids,
 * and the summaries are then read in batches. The index may be outdated: a case that has left the list since is left
 * out, so a page may be short or empty. `invalid-cursor`: the cursor is not from a page of this list.
 */
export async function caseList(
  casework: Casework,
  visitor: CaseVisitor,
  { list, owner, cursor, limit }: ListAsked,
): Promise<CasePage | 'invalid-cursor'> {
  const segments: readonly Segment[] = lists[list];
  const start = cursor === undefined ? { segment: 0, after: undefined } : readCursor(segments, cursor);
  if (start === undefined) return 'invalid-cursor';
  const listOf = new Map<string, Summary['list']>();
  let next: string | null = null;
  for (const [index, segment] of segments.entries()) {
    if (index < start.segment) continue;
    const page: Page = await casework.summaries.page(segment.list, {
      wanted: owner === undefined || segment.wanted.kind !== 'all' ? segment.wanted : { kind: 'owned', by: owner },
      limit: limit - listOf.size,
      after: index === start.segment ? start.after : undefined,
      order: segment.order,
    });
    for (const caseId of page.caseIds) listOf.set(caseId, segment.list);
    if (page.next !== undefined) next = cursorOf(segment.list, page.next);
    if (next !== null) break;
    const following = segments[index + 1];
    if (listOf.size >= limit && following !== undefined) {
      next = cursorOf(following.list, '');
      break;
    }
  }
  const read = await casework.summaries.many([...listOf.keys()]);
  const present = read.filter(
    (one) => one.list === listOf.get(one.caseId) && (owner === undefined || one.owner === owner),
  );
  const wanted = list === 'queue' ? present.filter((one) => one.list === 'open' || one.unsettled > 0) : present;
  return { cases: await listedFor(casework, wanted, visitor), next };
}

/** A cursor names a list of summaries and a position in it. An empty position is the beginning of the list. */
function cursorOf(list: Summary['list'], position: string): string {
  return Buffer.from(`${list} ${position}`).toString('base64url');
}

/** A position: a date or an instant, `#` and the id of a case. */
const position = /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,15}Z)?#[\w-]{1,100}$/;

function readCursor(
  segments: readonly Segment[],
  cursor: string,
): { readonly segment: number; readonly after: string | undefined } | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [list, after = '', ...more] = text.split(' ');
  const segment = segments.findIndex((one) => one.list === list);
  const isRight = segment >= 0 && more.length === 0 && (after === '' || position.test(after));
  if (!isRight || Buffer.from(text).toString('base64url') !== cursor) return undefined;
  return { segment, after: after === '' ? undefined : after };
}
