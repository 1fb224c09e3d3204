import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accessTo } from '#casework/staff/case-access.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { erasuresOwed } from '#domain/case/answer/packages.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import type { StaffMeans } from '#casework/staff/staff-means.ts';
import { mayGive } from '#commands/who-may.ts';
import { acceptedSchema, staffCommandSchema, type StaffCommand } from '#api/staff-command.ts';
import { ok, readJson } from '../http/json.ts';
import { logger } from '../log.ts';
import { named, problemSchema } from '#api/problem.ts';
import { problem } from '../http/problem.ts';
import { refusalProblem } from '#api/refusal-problem.ts';
import type { Member } from '../staff/member.ts';
import { explained, forbidden, lockedOut, notFound } from '../staff/refusals.ts';

type Answer = APIGatewayProxyStructuredResultV2;

const notErased = named('not-erased', 503, 'The answer could not be erased yet', {
  detail:
    'The answer has been taken back, and nobody gets a new download URL for it. But its package could not be erased. Send the same command again.',
});
const retrySoon = { 'retry-after': '30' };

/** Whether the bucket still has a package that nobody may download any more. */
async function isStillThere(work: Casework, id: string): Promise<boolean> {
  const { state } = await loadCase(work, id);
  return state !== undefined && erasuresOwed(state).length > 0;
}

/**
 * Carries out a command of a member of staff at `now` (ISO 8601), if their role allows it. If the command is refused, a
 * log line of this function names the member of staff, the type of the command and the rule.
 */
export async function command(
  work: Casework,
  means: StaffMeans,
  member: Member,
  id: string,
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  now: string,
): Promise<Answer> {
  const read = readJson(event, staffCommandSchema);
  const given = read.ok ? read.value.type : 'not readable';
  const answer = read.ok ? await carryOut(work, means, member, id, read, now) : problem(read.problem);
  const refusedBy = ruleOf(answer);
  if (refusedBy !== undefined)
    logger.info('a command was refused', { ...knownId(id), by: member.id, command: given, rule: refusedBy });
  return answer;
}

/**
 * The rule that refused a command, or the name of the problem, such as `forbidden`, if there is no rule. `undefined` if
 * the command was carried out.
 */
function ruleOf({ statusCode = 200, body = '' }: Answer): string | undefined {
  if (statusCode < 400) return undefined;
  const { type, rule } = problemSchema.parse(JSON.parse(body));
  return rule ?? type.replace(/^.*:/, '');
}

/**
 * The case number for the log line. A path can contain anything, so a text without the form of a case number is left
 * out.
 */
function knownId(id: string): { readonly caseId?: string } {
  return /^[0-9a-z]{4}(?:-[0-9a-z]{4}){3}$/.test(id) ? { caseId: id } : {};
}

async function carryOut(
  work: Casework,
  means: StaffMeans,
  member: Member,
  id: string,
  read: { readonly value: StaffCommand },
  now: string,
): Promise<Answer> {
  if (!mayGive(member.roles, read.value)) return forbidden();
  const { state } = await loadCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return await lockedOut(access);
  if (read.value.type === 'join') {
    const { state: other } = await loadCase(work, read.value.into);
    const reach = other === undefined ? access : await accessTo(work, other.common, member);
    if (!reach.ok) return await lockedOut(reach);
  }
  const acted = await staffCommand(work, means, id, member.id, read.value, now);
  if (acted.ok) {
    const { type } = read.value;
    // `record-breach` may take an answer back. The response reports success only after the package is erased from the
    // bucket.
    if (type === 'record-breach' && (await isStillThere(work, id))) return problem(notErased, retrySoon);
    return ok(acceptedSchema, { seq: acted.state.common.seq });
  }
  if (acted.code === 'code-wrong') return problem(refusalProblem(acted.code, 'staff', { triesLeft: acted.triesLeft }));
  if (acted.code === 'no-such-case') return notFound();
  const why = await explained(acted);
  if (acted.code !== 'incomplete') return problem(refusalProblem(acted.code, 'staff', why));
  const { fields, rule } = acted;
  const errors = fields.map((field) => ({ field, message: why.detail, rule }));
  return problem(
    refusalProblem(acted.code, 'staff', { ...why, detail: `${fields.join(', ')}: ${why.detail}`, errors }),
  );
}
