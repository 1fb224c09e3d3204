import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accessTo } from '#casework/staff/case-access.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { registerRequest } from '#casework/intake/register-request.ts';
import type { InboundMails } from '#store/inbound-mails.ts';
import { longestRegistration, registeredSchema, registrationSchema } from '#api/register.ts';
import { ok, readJson } from '../http/json.ts';
import { named } from '#api/problem.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { forbidden, lockedOut } from '../staff/refusals.ts';

/**
 * Registers at `now` (ISO 8601) a request that came by post, by telephone or in person, or that staff found elsewhere.
 */
export async function register(
  work: Casework,
  mails: InboundMails,
  organisationHash: string,
  member: Member,
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  now: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  if (!member.roles.has('case-worker')) return forbidden();
  const read = readJson(event, registrationSchema, longestRegistration);
  if (!read.ok) return problem(read.problem);
  const invalid = (errors: readonly { readonly field: string; readonly message: string }[]) =>
    problem(named('invalid', 400, 'The request is not valid', { errors: [...errors] }));
  const key = event.headers['idempotency-key'];
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key))
    return invalid([{ field: 'Idempotency-Key', message: 'one to 255 visible ASCII characters' }]);
  const { bundle } = read.value;
  if (bundle !== undefined) {
    const { state } = await loadCase(work, bundle);
    const access = state === undefined ? undefined : await accessTo(work, state.common, member);
    if (access?.ok === false) return await lockedOut(access);
  }
  const registered = await registerRequest(
    {
      casework: work,
      mails,
      organisationHash,
      member: member.id,
      idempotencyKey: key ?? work.newId(),
      newCaseKey: randomBytes(32).toString('hex'),
    },
    read.value,
    now,
  );
  if (registered.ok) {
    const { reference, seq, due } = registered;
    return ok(registeredSchema, { reference, seq, due }, 201);
  }
  return registered.code === 'invalid'
    ? invalid(registered.problems)
    : problem(named('idempotency-key-reused', 409, 'This idempotency key was used for another request'));
}
