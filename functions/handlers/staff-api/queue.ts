import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { listedFor } from '#casework/staff/case-access.ts';
import { nameOfController } from '#casework/staff/case-view.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { daysBetween, localDate } from '#domain/clock/deadline.ts';
import { queueSchema } from '#api/staff.ts';
import { ok } from '../http/json.ts';
import type { Member } from './member.ts';

type Answer = APIGatewayProxyStructuredResultV2;
const mostCases = 500;

/**
 * Responds with the work queue at `now` (ISO 8601). Ended cases with an open decision come first, then open cases by
 * due date. Cases that this member of staff may not open are left out.
 */
export async function queue(work: Casework, member: Member, now: string): Promise<Answer> {
  const [open, ...ended] = await Promise.all(
    (['open', 'owing', 'ended', 'purged'] as const).map(async (list) => await work.summaries.list(list, mostCases)),
  );
  const listed = open?.length ?? 0;
  // If all open cases were read, the number counts only cases that this member of staff may open.
  const all = listed < mostCases ? undefined : await work.summaries.count('open');
  const unsettled = ended.flat().filter((one) => one.unsettled > 0);
  const zoneOf = (controller: string): string =>
    work.organisation.controllers.find(({ id }) => id === controller)?.timeZone ?? 'UTC';
  const mine = await listedFor(work, [...unsettled, ...(open ?? [])], member);
  return ok(queueSchema, {
    cases: mine.map((one) => ({
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
    open: all ?? mine.filter(({ list }) => list === 'open').length,
    more: all !== undefined && all > listed,
  });
}
