import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import { listedFor } from '#casework/staff/case-access.ts';
import { caseList, type CasePage } from '#casework/staff/case-list.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { daysBetween, localDate } from '#domain/clock/deadline.ts';
import { nameOfController } from '#domain/organisation/scope.ts';
import { named } from '#api/problem.ts';
import { queueQuerySchema, queueSchema } from '#api/staff.ts';
import { expectedInWords } from '../http/expected.ts';
import { issuesOf, ok } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';

type Answer = APIGatewayProxyStructuredResultV2;
type Query = Readonly<Record<string, string | undefined>>;

/**
 * Responds at `now` (ISO 8601) with a page of the work queue or of the archive, or with the one case that the query
 * names. Cases that this member of staff may not open are left out.
 */
export async function queue(work: Casework, member: Member, query: Query, now: string): Promise<Answer> {
  const asked = queueQuerySchema.safeParse(query, { error: expectedInWords });
  if (!asked.success) return invalid(issuesOf(asked.error));
  const page = await pageOf(work, member, asked.data);
  if (page === 'invalid-cursor')
    return invalid([{ field: 'cursor', message: 'expected `next` of the previous page of the same list' }]);
  const zoneOf = (controller: string): string =>
    work.organisation.controllers.find(({ id }) => id === controller)?.timeZone ?? 'UTC';
  return ok(queueSchema, {
    cases: page.cases.map((one) => ({
      reference: one.caseId,
      status: one.status,
      controller: one.controller,
      controllerName: nameOfController(work.organisation, one.controller),
      rights: one.rights,
      language: one.language,
      receivedAt: one.receivedAt,
      timeZone: zoneOf(one.controller),
      due: one.due,
      daysLeft: daysBetween(localDate(now, zoneOf(one.controller)), one.due),
      extended: one.extended,
      waitingFor: one.waitingFor === '' && one.unsettled > 0 ? 'unsettled' : one.waitingFor,
      failed: one.failed,
      pending: one.pending,
      matter: one.matter,
      owner: one.owner,
      decideBy: one.decideBy,
      suspendedDue: one.suspendedDue,
      proposals: one.proposals,
      unsent: one.unsent,
    })),
    next: page.next,
  });
}

async function pageOf(
  work: Casework,
  member: Member,
  { list, owner, reference, cursor, limit }: z.infer<typeof queueQuerySchema>,
): Promise<CasePage | 'invalid-cursor'> {
  if (reference === undefined)
    return await caseList(work, member, {
      list,
      owner: owner === undefined ? undefined : owner === 'me' ? member.id : null,
      cursor,
      limit,
    });
  const summary = await work.summaries.get(reference);
  return { cases: summary === undefined ? [] : await listedFor(work, [summary], member), next: null };
}

function invalid(errors: readonly { readonly field: string; readonly message: string }[]): Answer {
  return problem(named('invalid', 400, 'The request is not valid', { errors: [...errors] }));
}
