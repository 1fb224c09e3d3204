// The deployed function for staff: its routes that show personal data, and the chain of views that they write.
import { randomUUID } from 'node:crypto';
import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { verifyAudit } from '#domain/case/log/audit.ts';
import { startRig, type Rig } from '../portal/rig.ts';

type Handler = (event: unknown, context: Context) => Promise<{ statusCode: number; body: string }>;
const email = 'asa.berg@example.org';

let rig: Rig;
let staffApi: Handler;
let reference: string;

beforeAll(async () => {
  rig = await startRig();
  for (const bucket of ['FINDINGS', 'ANCHORS', 'MAIL']) process.env[`${bucket}_BUCKET`] = 'exports';
  staffApi = (await import('#handlers/staff-api/index.ts')).handler as unknown as Handler;
  const registered = await staff('POST /v1/cases', 'erik', '', {
    controller: 'nordvik',
    rights: ['access'],
    language: 'sv',
    channel: 'post',
    receivedAt: '2026-11-19T08:00:00Z',
    contact: { email },
    scan: { mediaType: 'application/pdf', base64: Buffer.from('%PDF-1.7 brev').toString('base64') },
  });
  ({ reference } = JSON.parse(registered.body) as { reference: string });
});
afterAll(async () => await rig.close());
afterEach(() => vi.restoreAllMocks());

async function staff(routeKey: string, member: string, id = reference, body?: object) {
  const [method] = routeKey.split(' ');
  return await staffApi(
    {
      routeKey,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      pathParameters: { id },
      requestContext: {
        authorizer: { jwt: { claims: { sub: member, roles: '[case-worker auditor]' } } },
        http: { method },
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    {} as Context,
  );
}

const reveal = async (member: string, identifier = 'contact') =>
  await staff('POST /v1/cases/{id}/reveal', member, reference, { commandId: randomUUID(), identifier });

/** Makes every write of a view fail with this error. */
function failViews(error: Error): void {
  const { send } = DynamoDBDocumentClient.prototype;
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(function (this: unknown, ...input: unknown[]) {
    const [command] = input;
    if (command instanceof PutCommand && String(command.input.Item?.['sk']).startsWith('VIEW#')) throw error;
    return Reflect.apply(send, this, input);
  });
}

it('Two members who look at the same time are both shown the value, and both looks are in the exported chain', async () => {
  const answers = await Promise.all([reveal('erik'), reveal('maja'), staff('GET /v1/cases/{id}/scan', 'maja')]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect(JSON.parse(answers[0].body)).toEqual({ kind: 'email', value: email });
  const { statusCode, body } = await staff('GET /v1/cases/{id}/audit/views', 'rune');
  expect([statusCode, await verifyAudit(body)]).toEqual([200, { ok: true, commits: 3 }]);
  const kinds = [...body.matchAll(/"kind":"staff".*?"kind":"([\w-]+)"/g)].map(([, kind]) => kind);
  expect(kinds.toSorted()).toEqual(['raw-mail', 'revealed-identifier', 'revealed-identifier']);
  expect(body).not.toContain(email);
  const log = await staff('GET /v1/cases/{id}/audit', 'rune');
  expect(log.body).not.toContain('material-viewed');
});

it('A response to HEAD shows nothing, so no look is recorded', async () => {
  const looks = async () => (await staff('GET /v1/cases/{id}/audit/views', 'rune')).body;
  const before = await looks();
  const { statusCode, body } = await staff('HEAD /v1/cases/{id}/scan', 'maja');
  expect([statusCode, body]).toEqual([200, '']);
  expect((await looks()).split('\n').length).toBe(before.split('\n').length);
  await staff('GET /v1/cases/{id}/scan', 'maja');
  expect((await looks()).split('\n').length).toBe(before.split('\n').length + 1);
});

it.each([
  ['for a moment', new ProvisionedThroughputExceededException({ message: 'busy', $metadata: {} }), 503],
  ['for good', new Error('broken'), 500],
])('Nothing is shown if the view cannot be stored %s', async (_, error, status) => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  failViews(error);
  for (const answer of [await reveal('erik'), await staff('GET /v1/cases/{id}/scan', 'erik')]) {
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toMatch(/asa\.berg|JVBERi/);
  }
});

it('A value is requested with a command id and a name from the case view; an error names only the field', async () => {
  for (const [body, field] of [
    [{ commandId: 'x', identifier: 'contact' }, 'commandId'],
    [{ commandId: randomUUID(), identifier: email }, 'identifier'],
    [{ commandId: randomUUID() }, 'identifier'],
  ] as const) {
    const answer = await staff('POST /v1/cases/{id}/reveal', 'erik', reference, body);
    expect([answer.statusCode, JSON.parse(answer.body)]).toMatchObject([400, { errors: [{ field }] }]);
    expect(answer.body).not.toContain(email);
  }
});
