import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { anchorHead } from '#casework/commit/anchor-head.ts';
import { headLine } from '#domain/case/log/audit.ts';
import { noViews, readViews, viewHead } from '#domain/review/views.ts';
import type { Anchors, Chain } from '#store/anchors.ts';
import { safeHeaders } from '../http/problem.ts';

/**
 * A chain of views as JSON Lines, which `utdrag audit verify` checks. The last line is the head, whose hash is stored
 * as an anchor. Throws if the chain is damaged.
 */
export async function exportedViews(
  anchors: Anchors,
  id: string,
  texts: readonly string[],
  now: string,
  chain: Chain,
): Promise<APIGatewayProxyStructuredResultV2> {
  // A damaged chain is not exported as if it were whole.
  readViews(texts);
  const last = texts.at(-1);
  const { seq, hash } = last === undefined ? noViews : viewHead(last);
  const head = last === undefined ? { anchoredAt: now } : await anchorHead(anchors, id, { seq, hash }, now, chain);
  const end = headLine({ caseId: id, seq, hash, anchoredAt: head.anchoredAt, chain: 'views' });
  return {
    statusCode: 200,
    headers: { ...safeHeaders, 'content-type': 'application/jsonl; charset=utf-8' },
    body: [...texts, end].map((line) => `${line}\n`).join(''),
  };
}
