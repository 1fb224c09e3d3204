import { latestOf } from '#domain/clock/latest-of.ts';
import { hasEnded, type OpenedCase } from '#domain/case/state.ts';
import { makeView, type Seen } from '#domain/review/views.ts';
import type { Anchors, Chain } from '#store/anchors.ts';
import type { ViewLog } from '#store/view-log.ts';
import { anchorHead } from '../commit/anchor-head.ts';
import type { Casework } from '../commit/casework.ts';
import { TooMuchTraffic, waitBefore } from '../commit/commit-command.ts';
import { timeAfter } from '../commit/time-after.ts';

/** The stores of the chain of views. */
export interface ViewStores {
  readonly views: ViewLog;
  readonly anchors: Anchors;
  /** Which chain `views` is; absent: that of the case. */
  readonly chain?: Chain;
  /** Whether the request is HEAD. The response to HEAD shows nothing, so no view is recorded. */
  readonly isHead?: boolean;
}

/** What a member of staff (an opaque id) is about to be shown. */
export interface Look {
  readonly member: string;
  readonly seen: Seen;
  /** The id of the command with which the member asked for it. Absent: the view gets a new id. */
  readonly commandId?: string;
}

/**
 * The maximum number of attempts to append a view. An attempt fails if another view of the case is appended first. A
 * browser can load several pages of a document at once, so there are more attempts than for a command.
 */
const attempts = 12;

/**
 * Appends a view to the chain of a case at `now` (ISO 8601). The caller must call it before the response, and must show
 * nothing if it throws. It throws `TooMuchTraffic` if another view was appended first at every attempt. An error of the
 * store is passed on.
 *
 * The head of the chain is anchored at the release, at the end of the case and each day. No scheduled function reads a
 * case that has ended, so the anchor of a view in such a case is stored at once.
 */
export async function recordView(
  work: Pick<Casework, 'now' | 'pause' | 'random' | 'newId'>,
  { views, anchors, chain = 'views', isHead = false }: ViewStores,
  state: OpenedCase,
  { member, seen, commandId = work.newId() }: Look,
  now: string,
): Promise<void> {
  if (isHead) return;
  const { caseId } = state.common;
  const shown = { by: member, seen };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await work.pause(waitBefore(attempt, work.random()));
    const head = await views.head(caseId);
    const at = latestOf(attempt === 1 ? now : timeAfter(work, now), head.at);
    const view = makeView(caseId, head, { commandId, ...shown }, at);
    if ((await views.append(caseId, view, { ...shown, at })) === 'conflict') continue;
    if (hasEnded(state)) await anchorHead(anchors, caseId, view, at, chain);
    return;
  }
  throw new TooMuchTraffic(`another view was appended first at each of ${attempts} attempts`);
}
