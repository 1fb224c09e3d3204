import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refusalProblem } from '#api/refusal-problem.ts';
import { reservedResultSchema } from '#api/reserved-result.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { recordView } from '#casework/review/record-view.ts';
import { reservedResult as resultOf } from '#casework/staff/reserved-result.ts';
import { isReserved, mayKnowResult } from '#casework/staff/search-by-hand.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { Anchors } from '#store/anchors.ts';
import type { Findings } from '#store/findings.ts';
import type { ViewLog } from '#store/view-log.ts';
import { ok } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { explained, notFound } from '../staff/refusals.ts';
import { openedCase } from '../staff/under-review.ts';
import { exportedViews } from './exported-views.ts';

type Answer = APIGatewayProxyStructuredResultV2;

export interface ReservedStores {
  readonly findings: Findings;
  readonly anchors: Anchors;
  /** The chain of views of a reserved system. */
  reservedViews(system: string): ViewLog;
  /** Whether the request is HEAD. */
  readonly isHead?: boolean;
}

interface Asked {
  readonly id: string;
  readonly system: string;
}

/**
 * Responds at `now` (ISO 8601) with what the handlers of a reserved system answered, after it was logged who sees it.
 * The log is a chain of its own, because the chain of the case can be read by others.
 */
export async function reservedResult(
  work: Casework,
  stores: ReservedStores,
  member: Member,
  { id, system }: Asked,
  now: string,
): Promise<Answer> {
  const found = await openedReserved(work, member, { id, system });
  if (!found.ok) return found.answer;
  const { state, profile } = found;
  const result = await resultOf(stores.findings, state, profile, system);
  if (result === undefined) return notFound();
  const views = { ...stores, views: stores.reservedViews(system), chain: { reserved: system } };
  await recordView(work, views, state, { member: member.id, seen: { kind: 'reserved-result', system } }, now);
  return ok(reservedResultSchema, result);
}

/** Responds at `now` (ISO 8601) with the views of the result of a reserved system, as JSON Lines. */
export async function reservedViews(
  work: Casework,
  { anchors, reservedViews: viewsOf }: Pick<ReservedStores, 'anchors' | 'reservedViews'>,
  member: Member,
  { id, system }: Asked,
  now: string,
): Promise<Answer> {
  const found = await openedReserved(work, member, { id, system });
  if (!found.ok) return found.answer;
  const texts = await viewsOf(system).read(id);
  return await exportedViews(anchors, id, texts, now, { reserved: system });
}

async function openedReserved(work: Casework, member: Member, { id, system }: Asked): ReturnType<typeof openedCase> {
  const found = await openedCase(work, member, id);
  if (!found.ok) return found;
  const organisation = await work.organisationAt(found.state.common.facts.organisation);
  if (!isReserved(organisation, system)) return { ok: false, answer: notFound() };
  if (mayKnowResult(organisation, system, member)) return found;
  const refused = refuse('only-designated-handlers');
  return { ok: false, answer: problem(refusalProblem(refused.code, 'staff', await explained(refused))) };
}
