import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import type { ViewStores } from '#casework/review/record-view.ts';
import { accessTo } from '#casework/staff/case-access.ts';
import { auditRoles } from '#commands/role.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import { refusalProblem } from '#api/refusal-problem.ts';
import { viewsExpired } from '#casework/review/views-expired.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { forbidden, lockedOut, notFound } from '../staff/refusals.ts';
import { exportedViews } from './exported-views.ts';

const erased = refusalProblem('erased', 'staff', {
  detail: 'The views of this case are no longer kept: their retention period has ended, and they have been erased.',
});

/**
 * Responds at `now` (ISO 8601) with the chain of views of a case as JSON Lines, which `utdrag audit verify` checks. The
 * last line is the head, whose hash is stored as an anchor.
 */
export async function auditViews(
  work: Casework,
  { views, anchors }: ViewStores,
  member: Member,
  id: string,
  now: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  if (!auditRoles.some((role) => member.roles.has(role))) return forbidden();
  const { state } = await loadCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return lockedOut(access);
  const texts = await views.read(id);
  const policy = policyOf(await work.organisationAt(state.common.facts.organisation), state.common.facts.controller);
  // An empty response would mean that nobody was shown anything.
  if (texts.length === 0 && viewsExpired(state, policy, now)) return problem(erased);
  return await exportedViews(anchors, id, texts, now, 'views');
}
