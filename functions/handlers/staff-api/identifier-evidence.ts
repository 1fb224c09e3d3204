import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { evidenceListSchema, evidenceRequestSchema } from '#api/evidence.ts';
import { refusalProblem } from '#api/refusal-problem.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import type { Seen } from '#domain/review/views.ts';
import { accessTo } from '#casework/staff/case-access.ts';
import { identifierEvidence, type EvidenceMeans } from '#casework/staff/identifier-evidence.ts';
import { revealRoles } from '#commands/role.ts';
import { ok, readJson } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { forbidden, lockedOut, notFound } from '../staff/refusals.ts';

const erased = refusalProblem('erased', 'staff', {
  detail: 'The material of this case has been erased, so nothing of it can be shown.',
});
const unknown = refusalProblem('unknown-identifier', 'staff', {
  errors: [{ field: 'identifiers', message: 'expected identifiers that the case view lists in `learned`' }],
});

/**
 * Responds at `now` (ISO 8601) with the records that contain the learned identifiers of the request, after it was logged
 * for each identifier who sees them.
 */
export async function evidence(
  work: Casework,
  stores: ViewStores & EvidenceMeans,
  member: Member,
  id: string,
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  now: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const read = readJson(event, evidenceRequestSchema);
  if (!read.ok) return problem(read.problem);
  if (!revealRoles.some((role) => member.roles.has(role))) return forbidden();
  const { state } = await loadCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return await lockedOut(access);
  const profile = await work.profiles.get(id);
  if (state.common.purged || profile === undefined) return problem(erased);
  const asked = [...new Set(read.value.identifiers)];
  const identifiers = await identifierEvidence(stores, state, profile, asked);
  if (identifiers.length < asked.length) return problem(unknown);
  for (const { identifier } of identifiers) {
    const seen: Seen = { kind: 'identifier-evidence', identifiers: [identifier] };
    await recordView(work, stores, state, { member: member.id, seen }, now);
  }
  return ok(evidenceListSchema, { identifiers });
}
