import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { named, type Problem } from '#api/problem.ts';
import { refusalProblem } from '#api/refusal-problem.ts';
import { wishedSchema, wishSchema } from '#api/subject-wish.ts';
import {
  addressSchema,
  codeSentSchema,
  downloadSchema,
  enteredSchema,
  openedSchema,
  statusSchema,
  contactCodeSchema,
  verificationSchema,
  verifiedSchema,
} from '#api/subject.ts';
import { sendAttached, tryAttached } from '#casework/identity/attached-code.ts';
import { attachedWith, endedWithFirst } from '#casework/intake/attached-view.ts';
import type { Casework } from '#casework/commit/casework.ts';
import type { WantedCode } from '#casework/identity/issue-code.ts';
import { caseAsOpened } from '#casework/intake/open-case.ts';
import { checkRequest, holdFor } from '#casework/intake/open-request.ts';
import { receiveRequest } from '#casework/intake/receive-request.ts';
import {
  confirmContact,
  fetchAnswer,
  openedWith,
  sendCode,
  subjectStatus,
  verifyIdentity,
  visitorOf,
  type CodeResult,
} from '#casework/subject/subject-actions.ts';
import { partsOf } from '#casework/linked/parts-of.ts';
import { carryOutWish, type Wished } from '#casework/subject/subject-wishes.ts';
import { changeAwaitingCode } from '#domain/case/contact/confirmed-contact.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import type { OpenedCase, Common } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import { requestSchema } from '#domain/request.ts';
import { exportsStore } from '#store/exports.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { guard } from '../http/guard.ts';
import { ok, readJson } from '../http/json.ts';
import { bodilessForHead, methodsAt, routeOf } from '../http/methods.ts';
import { networkOf } from '../http/network.ts';
import { retryAfter } from '../http/retry-after.ts';
import { problem, safeHeaders } from '../http/problem.ts';
import { refusalText } from '../http/refusal-text.ts';
import { once } from '../once.ts';
import { caseworkFrom, forOneEvent } from '../wiring.ts';

const environment = readEnvironment({ ...caseworkEnvironment, EXPORTS_BUCKET: z.string().min(1) });
const casework = once(async () => await caseworkFrom(environment));
const exports = exportsStore(new S3Client({}), environment.EXPORTS_BUCKET);

/**
 * The OpenAPI description. It is loaded when it is first needed, because it describes all commands of staff (110 KiB).
 */
const description = once(async () => (await import('#api/openapi.ts')).openApi());

type Answer = APIGatewayProxyStructuredResultV2;

/**
 * Lambda function for the API of data subjects, `/v1/requests...`, for the OpenAPI description, and for unknown paths
 * of `/v1`.
 */
export const handler = middy<APIGatewayProxyEventV2, Answer>()
  .use(bodilessForHead())
  .use(guard())
  .handler(async (event) => {
    const now = readClock();
    switch (routeOf(event)) {
      case 'GET /v1/openapi.json':
        return {
          statusCode: 200,
          headers: { ...safeHeaders, 'content-type': 'application/json' },
          body: JSON.stringify(await description()),
        };
      case 'POST /v1/requests':
        return await open(forOneEvent(await casework()), event, now);
      case 'GET /v1/requests/{reference}':
        return await withCase(event, now, async (work, state, by) =>
          ok(statusSchema, subjectStatus(state, await partsOf(work, state.common, now, by), now)),
        );
      case 'POST /v1/requests/{reference}/verification':
        return await withCase(
          event,
          now,
          async (work, state, by) => await verification({ work, event, now, by }, state.common.caseId),
        );
      case 'POST /v1/requests/{reference}/download':
        return await withCase(
          event,
          now,
          async (work, state, by) => await download({ work, event, now, by }, state.common.caseId),
        );
      case 'POST /v1/requests/{reference}/contact':
        return await withCase(
          event,
          now,
          async (work, state, by) => await contact({ work, event, now, by }, state.common),
        );
      case 'POST /v1/requests/{reference}/wishes':
        return await withCase(
          event,
          now,
          async (work, state, by) => await wish({ work, event, now, by }, state.common.caseId),
        );
      default:
        return await elsewhere(event.rawPath);
    }
  });

/**
 * Responds to a call that fits no route. The status is 405 if the path has other methods, and 404 if the path is
 * unknown. The header `Allow` also lists the methods of paths for staff.
 */
async function elsewhere(path: string): Promise<Answer> {
  const { paths = {} } = await description();
  const described = Object.entries(paths).flatMap(([template, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${template}`),
  );
  const methods = methodsAt(described, path);
  return methods.length === 0
    ? problem(named('not-found', 404, 'Not found'))
    : problem(named('method-not-allowed', 405, 'This path has other methods'), { allow: methods.join(', ') });
}

async function open(work: Casework, event: APIGatewayProxyEventV2, now: string): Promise<Answer> {
  const read = readJson(event, requestSchema);
  if (!read.ok) return problem(read.problem);
  const checked = checkRequest(work.organisation, read.value, now);
  if (!checked.ok) return problem(named('invalid', 400, 'The request is not valid', { errors: [...checked.problems] }));
  const key = event.headers['idempotency-key'];
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key))
    return problem(
      named('invalid', 400, 'The request is not valid', {
        errors: [{ field: 'Idempotency-Key', message: 'one to 255 visible ASCII characters' }],
      }),
    );
  const received = await receiveRequest(
    work,
    environment.ORGANISATION,
    checked.checked,
    {
      channel: 'api',
      receivedAt: now,
      route: 'POST /v1/requests',
      idempotencyKey: key ?? work.newId(),
      hold: holdFor(checked.checked.request),
    },
    {
      network: networkOf(event.requestContext.http.sourceIp),
      newCaseKey: randomBytes(32).toString('hex'),
    },
    now,
  );
  if (received.ok) {
    const { caseId: reference, accessToken, receivedAt, due } = received;
    return ok(openedSchema, { reference, accessToken, receivedAt, due }, 201);
  }
  switch (received.code) {
    case 'key-reused':
      return problem(named('idempotency-key-reused', 409, 'This idempotency key was used for another request'));
    case 'too-many-requests':
      return problem(
        named('too-many-requests', 429, 'Too many requests', {
          detail: `Requests from this network are accepted again at ${received.from}.`,
        }),
        retryAfter(received.from, now),
      );
    case 'enough-kept':
      return problem(
        named('enough-kept', 409, 'Many requests wait for this address', {
          detail:
            'So many requests were received for this address today that this one was not stored. The link in our mail leads to the stored requests. A mail from the address itself is always accepted.',
        }),
      );
  }
}

/**
 * Responds to a call about an attached request as if it were a first request, so nobody learns whether another request
 * exists for the address. The request is attached to a first case (`casework/intake/receive-request.ts`). Until the
 * first case ends, the status is that of a new case. The code in our mail proves the identity for the first case.
 */
async function answerAttached(
  work: Casework,
  profile: SubjectProfile,
  event: APIGatewayProxyEventV2,
  now: string,
): Promise<Answer> {
  const controller = controllerOf(work.organisation, profile.controller);
  const state = await caseAsOpened(work, environment.ORGANISATION, profile, controller, now);
  const ended = await endedWithFirst(work, profile, now);
  if (event.requestContext.http.method !== 'POST') {
    const status = subjectStatus(state, [], now);
    return ok(statusSchema, ended ? { ...status, status: 'closed' } : status);
  }
  if (ended || !event.rawPath.endsWith('/verification'))
    return problem(
      named('out-of-order', 409, 'This cannot be done now', { detail: 'Open the link in our mail first.' }),
    );
  const read = readJson(event, verificationSchema);
  if (!read.ok) return problem(read.problem);
  const { code } = read.value ?? {};
  if (code === undefined) {
    const sent = await sendAttached(work, profile, now);
    if (sent.ok) return ok(codeSentSchema, { codeSent: true }, 202);
    const { from } = sent.values;
    return problem(await codeProblem(sent), from === undefined ? {} : retryAfter(from, now));
  }
  const tried = await tryAttached(work, profile, code, now);
  return tried.ok ? ok(verifiedSchema, { verified: true }) : problem(await codeProblem(tried));
}

/** A call about one case: its HTTP request, its time, and who makes it. */
interface Asked {
  readonly work: Casework;
  readonly event: APIGatewayProxyEventV2;
  /** ISO 8601. */
  readonly now: string;
  readonly by: Actor;
}

async function verification(asked: Asked, caseId: string): Promise<Answer> {
  const { work, event, now, by } = asked;
  const read = readJson(event, verificationSchema);
  if (!read.ok) return problem(read.problem);
  const { code, via } = read.value ?? {};
  if (code === undefined)
    return await newCode(asked, caseId, { purpose: 'identity', via: via === 'sms' ? 'sms' : 'contact' });
  const result = await verifyIdentity(work, caseId, code, now, by);
  return result.ok ? ok(verifiedSchema, { verified: true }) : problem(await codeProblem(result));
}

async function download(asked: Asked, caseId: string): Promise<Answer> {
  const { work, event, now, by } = asked;
  const read = readJson(event, downloadSchema);
  if (!read.ok) return problem(read.problem);
  const { code, round } = read.value ?? {};
  if (code === undefined) return await newCode(asked, caseId, { purpose: 'download' });
  const result = await fetchAnswer(work, exports, caseId, { code, ...(round === undefined ? {} : { round }) }, now, by);
  return result.ok
    ? ok(addressSchema, { url: result.url, expiresAt: result.expiresAt })
    : problem(await codeProblem(result));
}

/**
 * Enters the code for a new contact address. The present address can be confirmed only on the page of the case, because
 * that needs a sign-in.
 */
async function contact(asked: Asked, common: Common): Promise<Answer> {
  const { work, event, now, by } = asked;
  const read = readJson(event, contactCodeSchema);
  if (!read.ok) return problem(read.problem);
  if (changeAwaitingCode(common) === undefined)
    return problem(named('not-now', 409, 'No new contact address waits for a code'));
  const { caseId } = common;
  const code = read.value?.code;
  if (code === undefined) return await newCode(asked, caseId, { purpose: 'contact' });
  const result = await confirmContact(work, caseId, { code, signedIn: false }, now, by);
  return result.ok ? ok(enteredSchema, { entered: true }) : problem(await codeProblem(result));
}

async function newCode({ work, now, by }: Asked, caseId: string, { purpose, via }: WantedCode): Promise<Answer> {
  const sent = await sendCode(work, caseId, purpose, now, via, by);
  if (sent.ok) return ok(codeSentSchema, { codeSent: true }, 202);
  const { from } = sent.values;
  return problem(await codeProblem(sent), from === undefined ? {} : retryAfter(from, now));
}

async function wish({ work, event, now, by }: Asked, caseId: string): Promise<Answer> {
  const read = readJson(event, wishSchema);
  if (!read.ok) return problem(read.problem);
  const wished = await carryOutWish(work, caseId, read.value, now, by);
  return wished.ok
    ? ok(wishedSchema, { done: true, ...(wished.reference === undefined ? {} : { reference: wished.reference }) })
    : problem(await wishProblem(wished));
}

async function wishProblem(wished: Exclude<Wished, { readonly ok: true }>): Promise<Problem> {
  const { code } = wished;
  if (code === 'invalid') {
    const errors = [{ field: wished.field, message: wished.message }];
    return named('invalid', 400, 'The request is not valid', { errors });
  }
  const detail = 'rule' in wished ? await refusalText(wished) : wished.message;
  const errors = [{ field: 'wishId', message: 'use a new id for each wish' }];
  return refusalProblem(code, 'wish', code === 'wish-id-reused' ? { errors } : { detail });
}

/**
 * Calls `answer` with the case, if the token is a key of it. For the token of an attached request, `answerAttached`
 * responds. An unknown reference and another person's case give the same 404.
 */
async function withCase(
  event: APIGatewayProxyEventV2,
  now: string,
  answer: (work: Casework, state: OpenedCase, by: Actor) => Promise<Answer>,
): Promise<Answer> {
  const work = forOneEvent(await casework());
  const token = /^Bearer ([\w-]{20,100})$/.exec(event.headers['authorization'] ?? '')?.[1] ?? '';
  const reference = event.pathParameters?.['reference'] ?? '';
  const state = await openedWith(work, reference, token, now);
  if (state !== undefined) return await answer(work, state, visitorOf(work, reference, token));
  const attached = await attachedWith(work, reference, token);
  if (attached === undefined) return problem(named('not-found', 404, 'Not found'));
  return await answerAttached(work, attached, event, now);
}

async function codeProblem(
  result: Exclude<CodeResult<object>, { readonly ok: true }> | RefusedCommand,
): Promise<Problem> {
  return refusalProblem(
    result.code,
    'code',
    result.code === 'code-wrong' ? { triesLeft: result.triesLeft } : { detail: await refusalText(result) },
  );
}
