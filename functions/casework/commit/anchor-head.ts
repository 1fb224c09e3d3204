import type { Head } from '#domain/case/log/commit.ts';
import type { Anchor, Anchors } from '#store/anchors.ts';

/**
 * Stores the hash of a log's last commit in a bucket with object lock, where nobody can change it. `now` is an ISO 8601
 * instant. The function throws if the bucket already holds another hash for this commit, because the log has then been
 * rewritten.
 */
export async function anchorHead(anchors: Anchors, caseId: string, head: Head, now: string): Promise<Anchor> {
  const kept = await anchors.put({ caseId, seq: head.seq, hash: head.hash, anchoredAt: now });
  if (kept.hash !== head.hash) throw new Error('the hash of the log differs from its stored anchor');
  return kept;
}
