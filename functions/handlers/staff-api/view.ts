import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Casework } from '#casework/commit/casework.ts';
import { loadWholeCase } from '#casework/commit/commit-command.ts';
import type { ResourcesOf } from '#casework/search/resources-of.ts';
import { accessTo, readerOf } from '#casework/staff/case-access.ts';
import { caseView } from '#casework/staff/case-view.ts';
import { caseViewSchema } from '#api/staff.ts';
import { ok } from '../http/json.ts';
import { logger } from '../log.ts';
import type { Member } from '../staff/member.ts';
import { lockedOut, notFound } from '../staff/refusals.ts';

/** Responds with a case as this member of staff may see it at `now` (ISO 8601). */
export async function view(
  work: Casework,
  resources: ResourcesOf,
  member: Member,
  id: string,
  now: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const texts = await work.log.read(id);
  const { state } = await loadWholeCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return await lockedOut(access);
  const organisation = await work.organisationAt(state.common.facts.organisation);
  const reader = await readerOf(work, organisation, state.common, member);
  // The log line says which member of staff has opened which case. Both ids are opaque.
  logger.info('a case was looked at', { caseId: id, by: member.id });
  const profile = await work.profiles.get(id);
  return ok(caseViewSchema, caseView(state, texts, profile, organisation, now, { ...reader, resources }));
}
