import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { handFileSchema, keptHandFileSchema, longestHandFile } from '#api/hand-file.ts';
import { named } from '#api/problem.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { bytesOfBase64 } from '#casework/intake/scan.ts';
import { keepHandFile } from '#casework/search/hand-files.ts';
import type { Findings } from '#store/findings.ts';
import { ok, readJson } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { handSearchOf, type InSystem } from './hand-search.ts';

/**
 * Stores a file that staff found when they searched a system by hand. The command `record-manual-result` then names the
 * file.
 */
export async function handFile(
  work: Casework,
  findings: Findings,
  member: Member,
  of: InSystem,
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
): Promise<APIGatewayProxyStructuredResultV2> {
  const read = readJson(event, handFileSchema, longestHandFile);
  if (!read.ok) return problem(read.problem);
  const found = await handSearchOf(work, member, of);
  if (!found.ok) return found.answer;
  const content = bytesOfBase64(read.value.base64);
  if (content === undefined)
    return problem(
      named('invalid', 400, 'The request is not valid', {
        errors: [{ field: 'base64', message: 'a file that is not empty, in base64' }],
      }),
    );
  return ok(keptHandFileSchema, await keepHandFile(findings, of.id, of.system, content), 201);
}
