import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refusalProblem } from '#api/refusal-problem.ts';
import { revealedSchema, revealSchema } from '#api/reveal.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { attachedProfiles } from '#casework/intake/attached-view.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import { revealable } from '#casework/review/revealable.ts';
import { accessTo } from '#casework/staff/case-access.ts';
import { revealRoles } from '#commands/role.ts';
import { ok, readJson } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { forbidden, lockedOut, notFound } from '../staff/refusals.ts';

const erased = refusalProblem('erased', 'staff', {
  detail: 'The material of this case has been erased, so nothing of it can be shown.',
});
const unknown = refusalProblem('unknown-identifier', 'staff', {
  errors: [{ field: 'identifier', message: 'expected one of those that the case view lists in `revealable`' }],
});

/**
 * Responds at `now` (ISO 8601) with a value that the case view masks or leaves out, after the look is recorded. A
 * repeated request is recorded again, with the same command id, because the value is shown again.
 */
export async function reveal(
  work: Casework,
  stores: ViewStores,
  member: Member,
  id: string,
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  now: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const read = readJson(event, revealSchema);
  if (!read.ok) return problem(read.problem);
  if (!revealRoles.some((role) => member.roles.has(role))) return forbidden();
  const { state } = await loadCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return lockedOut(access);
  const profile = await work.profiles.get(id);
  if (state.common.purged || profile === undefined) return problem(erased);
  const { commandId, identifier } = read.value;
  const value = revealable(state, profile, await attachedProfiles(work, id), now).get(identifier);
  if (value === undefined) return problem(unknown);
  const seen = { kind: 'revealed-identifier', identifier } as const;
  await recordView(work, stores, state, { commandId, member: member.id, seen }, now);
  return ok(revealedSchema, { kind: value.kind, value: value.value });
}
