// How often one HTTP request reads the log of a case from the table.
import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startRig, start, type Rig } from './portal/rig.ts';

type Handler = (event: unknown, context: Context) => Promise<{ statusCode: number; body: string }>;

let rig: Rig;
let staffApi: Handler;
let subjectApi: Handler;

beforeAll(async () => {
  rig = await startRig();
  for (const bucket of ['FINDINGS', 'ANCHORS', 'MAIL']) process.env[`${bucket}_BUCKET`] = 'exports';
  staffApi = (await import('#handlers/staff-api/index.ts')).handler as unknown as Handler;
  subjectApi = (await import('#handlers/subject-api/index.ts')).handler as unknown as Handler;
});
afterAll(async () => await rig.close());
afterEach(() => vi.restoreAllMocks());

/** The reads of the log during an action, by case. */
async function readsOf<T>(doing: () => Promise<T>): Promise<{ done: T; reads: Record<string, number> }> {
  const reads: Record<string, number> = {};
  const { send } = DynamoDBDocumentClient.prototype;
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(function (this: unknown, ...input: unknown[]) {
    const [{ input: asked }] = input as [{ input: Record<string, Record<string, string>> }];
    const { ':pk': key = '', ':sk': kind } = asked['ExpressionAttributeValues'] ?? {};
    if (kind === 'COMMIT#') reads[key] = (reads[key] ?? 0) + 1;
    return Reflect.apply(send, this, input);
  });
  const done = await doing();
  vi.restoreAllMocks();
  return { done, reads };
}

async function staff(routeKey: string, id: string, body?: object) {
  const claims = { sub: 'erik', roles: '[case-worker approver dpo]' };
  return await staffApi(
    {
      routeKey,
      headers: { 'content-type': 'application/json' },
      pathParameters: { id },
      requestContext: { authorizer: { jwt: { claims } }, http: { method: routeKey.split(' ')[0] } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    {} as Context,
  );
}

async function subject(routeKey: string, more: object) {
  return await subjectApi(
    {
      routeKey,
      headers: {},
      requestContext: { http: { method: routeKey.split(' ')[0], sourceIp: '127.0.0.1' } },
      ...more,
    },
    {} as Context,
  );
}

async function open({ email = `${randomUUID()}@example.org`, rights = ['access'], language = 'sv' } = {}): Promise<{
  reference: string;
  headers: Record<string, string>;
}> {
  const identifiers = [{ kind: 'email', value: email }];
  const answer = await subject('POST /v1/requests', {
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ controller: 'nordvik', rights, language, identifiers }),
  });
  const { reference, accessToken } = JSON.parse(answer.body) as { reference: string; accessToken: string };
  return { reference, headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' } };
}

/** The calls to AWS during an action, by the names of their commands. */
async function callsOf<T>(doing: () => Promise<T>): Promise<{ done: T; calls: string[] }> {
  const calls: string[] = [];
  // All clients of AWS besides the document client inherit `send` from one class.
  const { prototype: common } = Object.getPrototypeOf(S3Client) as typeof S3Client;
  for (const prototype of [DynamoDBDocumentClient.prototype, common]) {
    const { send } = prototype;
    vi.spyOn(prototype, 'send').mockImplementation(function (this: unknown, ...input: unknown[]) {
      calls.push((input as [object])[0].constructor.name);
      return Reflect.apply(send, this, input) as never;
    });
  }
  const done = await doing();
  vi.restoreAllMocks();
  return { done, calls };
}

it('A request reads no log, because its case is new, and makes at most eight calls before its response', async () => {
  // The first request of a function also reads the description of the organisation and the secret.
  await open();
  const { reads } = await readsOf(open);
  expect(reads).toEqual({});
  const { calls } = await callsOf(open);
  expect(calls).toEqual([
    'BatchGetCommand',
    // The limits of the network, of the mailbox, and of the cases of the mailbox.
    'PutCommand',
    'PutCommand',
    'PutCommand',
    // The request, the first case of its two topics, and the commit.
    'PutCommand',
    'PutCommand',
    'PutCommand',
    'PutCommand',
  ]);
});

it('A request that is attached to an unproven case makes at most eight calls too', async () => {
  const [email, rights] = [`${randomUUID()}@example.org`, ['access', 'portability']];
  const first = await open({ email, rights });
  const same = await callsOf(async () => await open({ email, rights }));
  const fewer = await callsOf(async () => await open({ email }));
  for (const { done, calls } of [same, fewer]) {
    expect((await rig.casework.profiles.get(done.reference))?.attachedTo).toBe(first.reference);
    expect(calls.length).toBeLessThanOrEqual(8);
  }
});

it('The person reads their case, requests a code and writes with one read each', async () => {
  const { reference, headers } = await open();
  const of = { headers, pathParameters: { reference } };
  const once = { [`CASE#${reference}`]: 1 };
  const status = await readsOf(async () => await subject('GET /v1/requests/{reference}', of));
  expect([status.done.statusCode, status.reads]).toEqual([200, once]);
  const body = JSON.stringify({ wishId: randomUUID(), type: 'object-to-record', text: 'Radera också det här.' });
  const wish = await readsOf(async () => await subject('POST /v1/requests/{reference}/wishes', { ...of, body }));
  expect([wish.done.statusCode, wish.reads]).toEqual([200, once]);
});

it('Staff read a case with one read, and send a command with one', async () => {
  const { reference } = await open();
  const once = { [`CASE#${reference}`]: 1 };
  const seen = await readsOf(async () => await staff('GET /v1/cases/{id}', reference));
  expect([seen.done.statusCode, seen.reads]).toEqual([200, once]);
  const { seq } = JSON.parse(seen.done.body) as { seq: number };
  const document = { document: 'passport', where: 'in-person', checkedOn: start.slice(0, 10) };
  const commands = [
    { type: 'note', text: 'Ringde.' },
    { type: 'record-identity-check', ...document },
    { type: 'set-legal-hold', reason: 'Tvist.' },
  ];
  let expectedSeq = seq;
  for (const command of commands) {
    const given = await readsOf(
      async () =>
        await staff('POST /v1/cases/{id}/commands', reference, { commandId: randomUUID(), expectedSeq, ...command }),
    );
    expect([command.type, given.done.statusCode, given.reads]).toEqual([command.type, 200, once]);
    const view = await staff('GET /v1/cases/{id}', reference);
    expectedSeq = (JSON.parse(view.body) as { seq: number }).seq;
  }
});
