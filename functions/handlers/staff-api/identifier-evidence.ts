import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { evidenceListSchema } from '#api/evidence.ts';
import { refusalProblem } from '#api/refusal-problem.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import { accessTo } from '#casework/staff/case-access.ts';
import { identifierEvidence, type EvidenceMeans } from '#casework/staff/identifier-evidence.ts';
import { revealRoles } from '#commands/role.ts';
import { ok } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { forbidden, lockedOut, notFound } from '../staff/refusals.ts';

const erased = refusalProblem('erased', 'staff', {
  detail: 'The material of this case has been erased, so nothing of it can be shown.',
});

/**
 * Responds at `now` (ISO 8601) with the learned identifiers of a case and the records that contain them, after it was
 * logged who sees them.
 */
export async function evidence(
  work: Casework,
  stores: ViewStores & EvidenceMeans,
  member: Member,
  id: string,
  now: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  if (!revealRoles.some((role) => member.roles.has(role))) return forbidden();
  const { state } = await loadCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return await lockedOut(access);
  const profile = await work.profiles.get(id);
  if (state.common.purged || profile === undefined) return problem(erased);
  const identifiers = await identifierEvidence(stores, state, profile);
  if (identifiers.length > 0) {
    const seen = { kind: 'identifier-evidence', identifiers: identifiers.map(({ identifier }) => identifier) } as const;
    await recordView(work, stores, state, { member: member.id, seen }, now);
  }
  return ok(evidenceListSchema, { identifiers });
}
