import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { handFileSchema, keptHandFileSchema, longestHandFile } from '#api/hand-file.ts';
import { named } from '#api/problem.ts';
import { refusalProblem } from '#api/refusal-problem.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { bytesOfBase64 } from '#casework/intake/scan.ts';
import { keepHandFile } from '#casework/search/hand-files.ts';
import { accessTo } from '#casework/staff/case-access.ts';
import { maySearchByHand } from '#casework/staff/search-by-hand.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import { searchOf } from '#domain/case/state.ts';
import type { Findings } from '#store/findings.ts';
import { ok, readJson } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { explained, forbidden, lockedOut, notFound } from '../staff/refusals.ts';

/**
 * Stores a file that staff found when they searched a system by hand. The command `record-manual-result` then names the
 * file.
 */
export async function handFile(
  work: Casework,
  findings: Findings,
  member: Member,
  { id, system }: { readonly id: string; readonly system: string },
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
): Promise<APIGatewayProxyStructuredResultV2> {
  if (!member.roles.has('case-worker')) return forbidden();
  const read = readJson(event, handFileSchema, longestHandFile);
  if (!read.ok) return problem(read.problem);
  const { state } = await loadCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return await lockedOut(access);
  if (state.common.purged) return problem(refusalProblem('erased', 'staff', {}));
  if (searchOf(state)?.systems.some((one) => one.id === system) !== true) return notFound();
  if (!maySearchByHand(await work.organisationAt(state.common.facts.organisation), system, member.id)) {
    const refused = refuse('only-designated-handlers');
    return problem(refusalProblem(refused.code, 'staff', await explained(refused)));
  }
  const content = bytesOfBase64(read.value.base64);
  if (content === undefined)
    return problem(
      named('invalid', 400, 'The request is not valid', {
        errors: [{ field: 'base64', message: 'a file that is not empty, in base64' }],
      }),
    );
  return ok(keptHandFileSchema, await keepHandFile(findings, id, system, content), 201);
}
