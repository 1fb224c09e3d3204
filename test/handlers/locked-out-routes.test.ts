// Nobody who is kept out of a case gets anything of it, by any route. The routes are those of the deployed system, so
// that a new route cannot be forgotten here.
import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCase } from '#casework/commit/commit-command.ts';
import { routes } from '#infra/system.ts';
import { startRig, type Rig } from './portal/rig.ts';

type Handler = (event: unknown, context: Context) => Promise<{ statusCode: number; body: string }>;
interface Visitor {
  readonly sub: string;
  readonly email?: string;
}

const [erik, maja, dana] = ['staff-7f3a', 'staff-2c91', 'staff-b04e'];
const routesOfCases = routes.filter(({ path }) => path.startsWith('/v1/cases/{id}'));
const keys = routesOfCases.map(({ method, path }) => `${method} ${path}`);

/** A request that a route takes. A route that needs a body or a query and is not here answers 400, and its test fails. */
const commandId = randomUUID();
const bodies: Readonly<Record<string, object>> = {
  'POST /v1/cases/{id}/systems/{system}/files': { base64: 'eA==' },
  'POST /v1/cases/{id}/reveal': { commandId, identifier: 'contact' },
  'POST /v1/cases/{id}/identifiers': { identifiers: ['0'.repeat(64)] },
  'POST /v1/cases/{id}/systems/{system}/entries': { entry: randomUUID(), heading: 'Pärm', text: 'x' },
  'POST /v1/cases/{id}/review/documents/{document}/cut': { pages: [{ from: 1, to: 1 }] },
  'POST /v1/cases/{id}/review': { commandId, undo: randomUUID() },
  'POST /v1/cases/{id}/review/touched': { decisions: [{ alike: { value: 'Åsa' }, do: 'mask' }] },
  'POST /v1/cases/{id}/review/search': { text: 'Åsa' },
  'POST /v1/cases/{id}/commands': { commandId, expectedSeq: 1, type: 'note', text: 'x' },
};
const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'GET /v1/cases/{id}/review/documents/{document}': { page: '1' },
  'GET /v1/cases/{id}/review/preview/page': { path: 'index.html' },
};

let rig: Rig;
let handlers: Readonly<Record<string, Handler>>;
let subjectApi: Handler;
beforeAll(async () => {
  rig = await startRig();
  for (const bucket of ['FINDINGS', 'ANCHORS', 'MAIL']) process.env[`${bucket}_BUCKET`] = 'exports';
  handlers = {
    'staff-api': (await import('#handlers/staff-api/index.ts')).handler as unknown as Handler,
    'render-document': (await import('#handlers/render-document/index.ts')).handler as unknown as Handler,
  };
  subjectApi = (await import('#handlers/subject-api/index.ts')).handler as unknown as Handler;
});
afterAll(async () => await rig.close());

async function open(contact: string): Promise<string> {
  const { body } = await subjectApi(
    {
      routeKey: 'POST /v1/requests',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1' } },
      body: JSON.stringify({
        controller: 'nordvik',
        rights: ['access'],
        language: 'sv',
        identifiers: [{ kind: 'email', value: contact }],
      }),
    },
    {} as Context,
  );
  return (JSON.parse(body) as { reference: string }).reference;
}

async function ask(routeKey: string, id: string, { sub, email }: Visitor, body = bodies[routeKey]) {
  const route = routesOfCases.find(({ method, path }) => `${method} ${path}` === routeKey);
  const respond = handlers[route?.function ?? ''];
  if (respond === undefined) throw new Error(`no handler answers ${routeKey} in this test`);
  const claims = { sub, roles: '[case-worker approver dpo auditor]', ...(email === undefined ? {} : { email }) };
  const { statusCode, body: answer } = await respond(
    {
      routeKey,
      headers: { 'content-type': 'application/json' },
      pathParameters: { id, system: 'butiksarkiv', letter: 'M1', mail: '1', part: '1', item: 'x', document: 'x' },
      queryStringParameters: queries[routeKey],
      requestContext: { authorizer: { jwt: { claims } }, http: { method: routeKey.split(' ')[0] } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    {} as Context,
  );
  return { statusCode, answer };
}

describe.each(keys)('%s', (routeKey) => {
  it('refuses who is locked out of the case, their manager, and the person of the case', async () => {
    const contact = `${randomUUID()}@example.org`;
    const id = await open(contact);
    const locked = await ask(
      'POST /v1/cases/{id}/commands',
      id,
      { sub: maja },
      {
        commandId: randomUUID(),
        expectedSeq: (await loadCase(rig.casework, id)).state?.common.seq,
        type: 'lock-out',
        member: erik,
      },
    );
    expect(locked).toMatchObject({ statusCode: 200, answer: expect.stringContaining('seq') as unknown });
    for (const visitor of [{ sub: erik }, { sub: dana }, { sub: 'staff-55d8', email: contact }]) {
      const { statusCode, answer } = await ask(routeKey, id, visitor);
      expect({ statusCode, rule: (JSON.parse(answer) as { rule?: string }).rule }, visitor.sub).toEqual({
        statusCode: 403,
        rule: 'case-concerns-you',
      });
    }
    // Whoever is not kept out is not refused for this reason.
    expect((await ask(routeKey, id, { sub: maja })).answer).not.toContain('case-concerns-you');
  });
});
