import type { Head } from '#domain/case/log/commit.ts';
import type { Anchor, Anchors } from '#store/anchors.ts';

/**
 * Stores the hash of a log's last commit where nobody can change it; `now` is an ISO 8601 instant. Throws if another
 * hash is stored for that commit: the log has been rewritten.
 */
export async function anchorHead(anchors: Anchors, caseId: string, head: Head, now: string): Promise<Anchor> {
  const kept = await anchors.put({ caseId, seq: head.seq, hash: head.hash, anchoredAt: now });
  if (kept.hash !== head.hash) throw new Error('the hash of the log differs from its stored anchor');
  return kept;
}
