import type { Head } from '#domain/case/log/commit.ts';
import type { Anchor, Anchors, Chain } from '#store/anchors.ts';
import type { ViewLog } from '#store/view-log.ts';

/** The bucket of the anchors, and the chain of views, whose head is stored with that of the log. */
export interface Anchoring {
  readonly anchors: Anchors;
  readonly views: Pick<ViewLog, 'head'>;
}

/**
 * Stores the hash of a chain's last commit in a bucket with object lock, where nobody can change it. `now` is an ISO
 * 8601 instant. The function throws if the bucket already holds another hash for this commit, because the chain has
 * then been rewritten.
 */
export async function anchorHead(
  anchors: Anchors,
  caseId: string,
  head: Head,
  now: string,
  chain: Chain = 'log',
): Promise<Anchor> {
  const kept = await anchors.put({ caseId, seq: head.seq, hash: head.hash, anchoredAt: now }, chain);
  if (kept.hash !== head.hash)
    throw new Error(`the hash of the ${chain === 'log' ? 'log' : 'views'} differs from its stored anchor`);
  return kept;
}

/** Stores the hash of the last commit of the log, and the hash of the last view if the case has views. */
export async function anchorHeads(
  { anchors, views }: Anchoring,
  caseId: string,
  head: Head,
  now: string,
): Promise<void> {
  await anchorHead(anchors, caseId, head, now);
  const viewed = await views.head(caseId);
  if (viewed.seq > 0) await anchorHead(anchors, caseId, viewed, now, 'views');
}
