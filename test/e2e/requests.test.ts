// Requests over real HTTP to the whole system. Each invalid request must get a clear error, and no data may be lost.
import { review } from '#infra/local/demo/review.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openedSchema } from '#api/subject.ts';
import { problemSchema } from '#api/problem.ts';
import { rights } from '#domain/rights.ts';
import { routes } from '#infra/system.ts';
import {
  manualSystem,
  organisationWith,
  startTestSystem,
  type OpenedCase,
  type RawAnswer,
  type TestSystem,
} from '../support/system.ts';

const minute = 60_000;

/** Values that no response may contain. */
const typed = {
  email: 'alva.strand@example.org',
  otherEmail: 'nils.strand@example.org',
  badEmail: 'alva.strand(at)example.org',
  phone: '070-174 06 99',
  badPhone: '070-174 CALL',
  // One of Skatteverket's test personnummer with a wrong check digit.
  badPersonnummer: '189001019803',
  message: 'Mitt hemliga meddelande om mormors silver',
  controller: 'strandens-bolag',
  right: 'glomskhetsratt',
};

let test: TestSystem;
let alva: OpenedCase;
let nils: OpenedCase;
const refused: RawAnswer[] = [];

beforeAll(async () => {
  test = await startTestSystem({ organisation: organisationWith(['mailchimp', manualSystem]) });
  test.plant({ givenName: 'Alva', familyName: 'Strand', emails: [typed.email] });
}, 60_000);
afterAll(async () => await test?.close());

const good = (email = typed.email): Record<string, unknown> => ({
  controller: 'nordvik',
  rights: ['access'],
  language: 'sv',
  identifiers: [{ kind: 'email', value: email }],
});

async function post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const answer = await test.http('POST', path, { body, headers });
  if (answer.status >= 400) refused.push(answer);
  return answer;
}

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
const about = async ({ reference, token }: OpenedCase, path: string, body?: unknown): Promise<RawAnswer> =>
  await post(`/v1/requests/${reference}${path}`, body, bearer(token));

/** Checks that the response is a problem document and that it must not be cached. Returns the document. */
function problemOf(answer: RawAnswer, status: number, name: string) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expectSafe(answer);
  const problem = problemSchema.parse(JSON.parse(answer.text));
  expect({ http: answer.status, body: problem.status, type: problem.type }).toEqual({
    http: status,
    body: status,
    type: `urn:utdrag:problem:${name}`,
  });
  return problem;
}

function expectSafe({ headers }: RawAnswer): void {
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
}

const fieldsOf = (problem: ReturnType<typeof problemOf>): readonly string[] =>
  (problem.errors ?? []).map(({ field }) => field);

async function audit(reference: string): Promise<readonly string[]> {
  return (await test.rune.audit(reference)).split('\n');
}

describe('A request with a mistake', () => {
  it.each([
    ['cut off in the middle', '{"controller":"nordvik","rights":["acc'],
    ['with a comment', '{} // alva.strand@example.org'],
    ['that is a number too many', '[1,2,]'],
    ['of bytes that are no text', '\u0000\u0001\u0002'],
  ])('is refused as not JSON: a body %s', async (_, body) => {
    problemOf(await post('/v1/requests', body), 400, 'not-json');
  });

  it.each([
    ['null', 'null'],
    ['an array', '[]'],
    ['a text', '"alva.strand@example.org"'],
    ['nothing', ''],
  ])('is refused as a wrong value: %s', async (_, body) => {
    expect(fieldsOf(problemOf(await post('/v1/requests', body), 400, 'invalid'))).toEqual(['(body)']);
  });

  it('is refused unread if it is too long, by our limit and by the gateway’s', async () => {
    const long = (bytes: number): string => JSON.stringify({ ...good(), message: 'x'.repeat(bytes) });
    problemOf(await post('/v1/requests', long(64 * 1024)), 413, 'too-large');
    const huge = await post('/v1/requests', long(10 * 1024 * 1024));
    expect(huge.status).toBe(413);
    expect(huge.text).toBe('{"message":"Request Entity Too Large"}');
    // A body below the limit of the function is accepted, so only the field that is too long is refused.
    const problem = problemOf(await post('/v1/requests', long(60 * 1024)), 400, 'invalid');
    expect(fieldsOf(problem)).toEqual(['message']);
  });

  const identifiers = (...more: readonly { readonly kind: string; readonly value: unknown }[]) => ({
    identifiers: [{ kind: 'email', value: typed.email }, ...more],
  });
  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['an unknown controller', { controller: typed.controller }, ['controller']],
    ['no controller', { controller: undefined }, ['controller']],
    ['an unknown right', { rights: ['access', typed.right] }, ['rights[1]']],
    ['the same right twice', { rights: ['access', 'access'] }, ['rights']],
    ['no right', { rights: [] }, ['rights']],
    ['an unknown language', { language: 'tlh' }, ['language']],
    ['an unknown field', { colour: typed.message }, ['colour']],
    ['an unknown field whose name is an address', { [typed.email]: true }, ['*']],
    [
      'a field too many in an identifier',
      { identifiers: [{ kind: 'email', value: typed.email, note: 'x' }] },
      ['identifiers[0].note'],
    ],
    ['a bad e-mail address', { identifiers: [{ kind: 'email', value: typed.badEmail }] }, ['identifiers[0].value']],
    ['a bad phone number', identifiers({ kind: 'phone', value: typed.badPhone }), ['identifiers[1].value']],
    [
      'a personnummer with a wrong check digit',
      identifiers({ kind: 'personnummer', value: typed.badPersonnummer }),
      ['identifiers[1].value'],
    ],
    [
      'a kind of identifier that we do not know',
      identifiers({ kind: 'shoeSize', value: '39' }),
      ['identifiers[1].kind'],
    ],
    ['an identifier that is a number', identifiers({ kind: 'phone', value: 46_701_740_699 }), ['identifiers[1].value']],
    [
      'a control character',
      { identifiers: [{ kind: 'email', value: `${typed.email}\r\nBcc: x` }] },
      ['identifiers[0].value'],
    ],
    ['no identifier', { identifiers: [] }, ['identifiers']],
    ['no e-mail address', { identifiers: [{ kind: 'phone', value: typed.phone }] }, ['identifiers']],
    [
      'several things at once',
      { controller: typed.controller, ...identifiers({ kind: 'phone', value: typed.badPhone }) },
      ['controller', 'identifiers[1].value'],
    ],
    ['a message that is too long', { message: `${typed.message}${'x'.repeat(4000)}` }, ['message']],
  ])('is refused with the name of the field: %s', async (_, change, fields) => {
    const problem = problemOf(await post('/v1/requests', { ...good(), ...change }), 400, 'invalid');
    expect(fieldsOf(problem)).toEqual(fields);
  });

  it('gets a list of the allowed values if there are few', async () => {
    const problem = problemOf(await post('/v1/requests', { ...good(), rights: [typed.right] }), 400, 'invalid');
    for (const right of rights) expect(problem.errors?.[0]?.message).toContain(right);
  });

  it('is refused if it has another content type, or a key occurs twice', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      problemOf(await post('/v1/requests', JSON.stringify(good()), { 'content-type': type }), 415, 'wrong-type');
    const twice = `{"language":"sv",${JSON.stringify(good()).slice(1)}`;
    expect(fieldsOf(problemOf(await post('/v1/requests', twice), 400, 'invalid'))).toEqual(['language']);
  });

  it('gets the other methods of the path, or 404 if the path is unknown', async () => {
    const at = async (method: string, path: string): Promise<RawAnswer> => await test.http(method, path);
    for (const [method, path, allow] of [
      ['GET', '/v1/requests', 'POST'],
      ['DELETE', '/v1/requests/abcd-abcd-abcd-abcd', 'GET, HEAD'],
      ['PUT', '/v1/cases', 'GET, HEAD, POST'],
    ] as const) {
      const answer = await at(method, path);
      problemOf(answer, 405, 'method-not-allowed');
      expect(answer.headers.get('allow')).toBe(allow);
    }
    for (const path of ['/v1/nothing', '/v1/requests/', '/v1/cases/a/b/c/d'])
      problemOf(await at('GET', path), 404, 'not-found');
    for (const path of ['/nothing', '/cases/', '/index.php']) {
      const page = await at('GET', path);
      expect({ path, status: page.status, type: page.headers.get('content-type') }).toEqual({
        path,
        status: 404,
        type: 'text/html; charset=utf-8',
      });
    }
    const reloaded = await at('GET', '/cases/abcd-abcd-abcd-abcd/verification');
    expect({ status: reloaded.status, allow: reloaded.headers.get('allow') }).toEqual({ status: 405, allow: 'POST' });
  });

  it('HEAD is answered wherever GET is, with no body', async () => {
    for (const path of ['/', '/information', '/v1/openapi.json', '/console/']) {
      const [got, head] = [await test.http('GET', path), await test.http('HEAD', path)];
      expect({ path, status: head.status, type: head.headers.get('content-type'), text: head.text }).toEqual({
        path,
        status: got.status,
        type: got.headers.get('content-type'),
        text: '',
      });
    }
    expect((await test.http('HEAD', '/v1/cases')).status).toBe(401);
    expect((await test.http('HEAD', '/v1/cases', { headers: bearer(test.tokens.erik) })).status).toBe(200);
  });

  it('opens no case and causes no letter', async () => {
    expect((await test.erik.queue()).cases).toEqual([]);
    expect(test.system.ses.list()).toEqual([]);
  });
});

describe('A repeated request', () => {
  const key = randomUUID();
  const headers = { 'idempotency-key': key };

  it('gets the same response for the same key and content, however the body is written', async () => {
    const request = { ...good(), message: typed.message };
    const first = await post('/v1/requests', request, headers);
    expect(first.status).toBe(201);
    expectSafe(first);
    const { reference, accessToken } = openedSchema.parse(JSON.parse(first.text));
    alva = { reference, token: accessToken, email: typed.email };
    const again = await Promise.all([
      post('/v1/requests', request, headers),
      post('/v1/requests', JSON.stringify(Object.fromEntries(Object.entries(request).toReversed()), null, 2), headers),
    ]);
    for (const { status, text } of again) expect({ status, text }).toEqual({ status: 201, text: first.text });
    // The case is in the queue once it is settled, after the response to the request.
    await test.code(alva.reference);
    expect((await test.erik.queue()).cases).toHaveLength(1);
  });

  it('is refused for the same key and another body', async () => {
    problemOf(await post('/v1/requests', good(typed.otherEmail), headers), 409, 'idempotency-key-reused');
    problemOf(await post('/v1/requests', { ...good(), message: 'another' }, headers), 409, 'idempotency-key-reused');
  });

  it('is refused if the key has a wrong form', async () => {
    const problem = problemOf(
      await post('/v1/requests', good(), { 'idempotency-key': 'x'.repeat(256) }),
      400,
      'invalid',
    );
    expect(fieldsOf(problem)).toEqual(['Idempotency-Key']);
  });

  it('opens another case without a key, and for another person with another key', async () => {
    nils = await test.open(typed.otherEmail);
    expect(nils.reference).not.toBe(alva.reference);
    expect((await test.letters(alva.reference)).filter(({ code }) => code === 'M1')).toHaveLength(1);
  });
});

describe('A code', () => {
  const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('that is wrong and was entered with the requester’s key uses no try of the person with the mailed link', async () => {
    const code = await test.code(nils.reference);
    for (const left of [4, 3, 2, 1, 0])
      expect(problemOf(await about(nils, '/verification', { code: other(code) }), 403, 'code-wrong').triesLeft).toBe(
        left,
      );
    problemOf(await about(nils, '/verification', { code }), 403, 'too-many-tries');
    expect((await audit(nils.reference)).filter((line) => line.includes('"code-tried"'))).toEqual([]);
  });

  it('that is wrong is counted, and after five tries the right one does not work either', async () => {
    nils = await test.mailed(nils);
    const code = await test.code(nils.reference);
    for (const left of [4, 3, 2, 1, 0]) {
      const problem = problemOf(await about(nils, '/verification', { code: other(code) }), 403, 'code-wrong');
      expect(problem.triesLeft).toBe(left);
    }
    problemOf(await about(nils, '/verification', { code }), 403, 'too-many-tries');
    const tries = (await audit(nils.reference)).filter((line) => line.includes('"code-tried"'));
    expect(tries).toHaveLength(5);
  });

  it('that is not six digits is not counted as a try', async () => {
    const problem = problemOf(await about(nils, '/verification', { code: '12345a' }), 400, 'invalid');
    expect(fieldsOf(problem)).toEqual(['code']);
  });

  it('that was replaced does not work; the new one works until it expires', async () => {
    const first = await test.code(nils.reference);
    expect((await about(nils, '/verification')).status).toBe(202);
    const second = await test.code(nils.reference, 2);
    problemOf(await about(nils, '/verification', { code: first }), 403, 'code-wrong');
    test.system.clock.shift(9 * minute);
    problemOf(await about(nils, '/verification', { code: other(second) }), 403, 'code-wrong');
    test.system.clock.shift(minute + 1000);
    problemOf(await about(nils, '/verification', { code: second }), 403, 'code-expired');
  });

  it('can be requested five times in 24 hours, and once more a day later', async () => {
    for (const number of [3, 4, 5, 6]) {
      expect((await about(nils, '/verification', {})).status).toBe(202);
      await test.code(nils.reference, number);
    }
    const problem = problemOf(await about(nils, '/verification'), 429, 'too-many-codes');
    expect(problem.detail).toMatch(/^At most five codes are sent in 24 hours.* from \d{4}-\d\d-\d\dT/);
    test.system.clock.shift(24 * 60 * minute);
    expect((await about(nils, '/verification')).status).toBe(202);
    await test.code(nils.reference, 7);
    expect((await test.letters(nils.reference)).filter(({ code }) => code === 'M23')).toHaveLength(7);
  });

  it('works once', async () => {
    const code = await test.code(nils.reference, 7);
    expect((await about(nils, '/verification', { code })).status).toBe(200);
    problemOf(await about(nils, '/verification', { code }), 409, 'already-verified');
    problemOf(await about(nils, '/verification'), 409, 'already-verified');
  });
});

describe('A reference', () => {
  const unknown = '0000-0000-0000-0000';
  const strip = ({ status, headers, text }: RawAnswer) => ({
    status,
    text,
    headers: [...headers].filter(([name]) => !['date', 'apigw-requestid', 'x-amzn-requestid'].includes(name)),
  });

  it.each([
    ['GET', ''],
    ['POST', '/verification'],
    ['POST', '/download'],
  ])('that is unknown, another person’s or has a wrong token gives the same 404: %s %s', async (method, path) => {
    const ask = async (reference: string, headers: Record<string, string>): Promise<RawAnswer> =>
      await test.http(method, `/v1/requests/${reference}${path}`, {
        headers,
        ...(method === 'POST' ? { body: { code: '123456' } } : {}),
      });
    const answers = [
      await ask(unknown, bearer(alva.token)),
      await ask(nils.reference, bearer(alva.token)),
      await ask(alva.reference, bearer(nils.token)),
      await ask(alva.reference, bearer('x'.repeat(43))),
      await ask(alva.reference, bearer('short')),
      await ask(alva.reference, { authorization: `Basic ${alva.token}` }),
      await ask(alva.reference, {}),
    ];
    refused.push(...answers);
    problemOf(answers[0]!, 404, 'not-found');
    for (const answer of answers) expect(strip(answer)).toEqual(strip(answers[0]!));
  });

  it('shows nothing about the data before the identity is proven [003-21]', async () => {
    const answer = await test.http('GET', `/v1/requests/${alva.reference}`, { headers: bearer(alva.token) });
    expectSafe(answer);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 'verify', answers: [], pending: [] });
    problemOf(await about(alva, '/download'), 409, 'not-available');
    problemOf(await about(alva, '/download', { code: '123456' }), 403, 'no-code');
  });
});

describe('Staff', () => {
  const command = async (
    token: string | undefined,
    body: Record<string, unknown>,
    reference = alva.reference,
  ): Promise<RawAnswer> =>
    await post(
      `/v1/cases/${reference}/commands`,
      { commandId: randomUUID(), ...body },
      token === undefined ? {} : bearer(token),
    );
  const seqOf = async (): Promise<number> => (await test.erik.case(alva.reference)).seq;
  /**
   * Gives a command that is refused, and checks that it commits nothing. The system commits by itself too (a letter,
   * the end of a search). So the command is given again if the case has a newer commit.
   */
  const refusal = async (
    token: string,
    body: Record<string, unknown>,
    status: number,
    name: string,
    offset = 0,
  ): Promise<ReturnType<typeof problemOf>> => {
    for (let attempt = 1; ; attempt += 1) {
      const seq = await seqOf();
      const answer = await command(token, { expectedSeq: seq + offset, ...body });
      if ((await seqOf()) === seq || attempt === 20) return problemOf(answer, status, name);
    }
  };

  it('without a token, or with an invalid one, get 401 everywhere', async () => {
    for (const { method, path } of routes.filter(({ auth }) => auth === 'jwt'))
      for (const headers of [{}, bearer(alva.token), bearer(`${test.tokens.erik.slice(0, -4)}AAAA`)]) {
        const answer = await test.http(method, path.replace('{id}', alva.reference), { headers });
        expect({ path, status: answer.status, text: answer.text }).toEqual({
          path,
          status: 401,
          text: '{"message":"Unauthorized"}',
        });
        refused.push(answer);
      }
  });

  it('without the role get 403, and nothing happens [004-20]', async () => {
    await refusal(test.tokens.rune, { type: 'note', text: 'x' }, 403, 'forbidden');
    await refusal(
      test.tokens.rune,
      { type: 'release', round: 1, sheet: sha256('a sheet'), preview: sha256('a preview') },
      403,
      'forbidden',
    );
    await refusal(test.tokens.dana, { type: 'approve-search' }, 403, 'forbidden');
  });

  it('who send an invalid command get the name of the field', async () => {
    const expectedSeq = await seqOf();
    const bad = async (body: Record<string, unknown>): Promise<readonly string[]> =>
      fieldsOf(problemOf(await command(test.tokens.erik, body), 400, 'invalid'));
    expect(await bad({ expectedSeq, type: 'publish' })).toEqual(['type']);
    expect(await bad({ type: 'note', text: 'x' })).toEqual(['expectedSeq']);
    expect(await bad({ expectedSeq, type: 'note', text: 'x', commandId: 'mine' })).toEqual(['commandId']);
    expect(await bad({ expectedSeq, type: 'note', text: typed.message, also: 1 })).toEqual(['also']);
  });

  it('get 404 for a case that does not exist', async () => {
    problemOf(
      await command(test.tokens.erik, { expectedSeq: 1, type: 'note', text: 'x' }, '0000-0000-0000-0000'),
      404,
      'not-found',
    );
    for (const path of ['', '/audit'])
      problemOf(
        await test.http('GET', `/v1/cases/0000-0000-0000-0000${path}`, { headers: bearer(test.tokens.erik) }),
        404,
        'not-found',
      );
  });

  it('are refused out of order and with an old number, and the two differ', async () => {
    const { detail, rule, values } = await refusal(test.tokens.erik, { type: 'approve-search' }, 409, 'out-of-order');
    expect(detail).toBe('This cannot be done now: the case is waiting for the proof of identity.');
    expect({ rule, values }).toEqual({ rule: 'other-step', values: { status: 'identifying' } });
    const [sheet, preview] = [sha256('a sheet'), sha256('a preview')];
    await refusal(test.tokens.erik, { type: 'release', round: 1, sheet, preview }, 409, 'out-of-order');
    await refusal(test.tokens.erik, { type: 'note', text: 'x' }, 409, 'old-seq', -1);
    await refusal(test.tokens.erik, { type: 'note', text: 'x' }, 409, 'old-seq', 1);
  });

  it('who give the same command twice cause one commit', async () => {
    const note = { commandId: randomUUID(), expectedSeq: await seqOf(), type: 'note', text: 'Ringde, inget svar' };
    const [first, second] = [await command(test.tokens.erik, note), await command(test.tokens.erik, note)];
    expect([first.status, second.status]).toEqual([200, 200]);
    const { notes, timeline } = await test.erik.case(alva.reference);
    expect(notes).toHaveLength(1);
    expect(timeline.filter(({ type }) => type === 'note-added')).toHaveLength(1);
  });

  it('cannot release an answer twice as the same person', async () => {
    expect((await about(alva, '/verification', {})).status).toBe(202);
    await test.code(alva.reference, 2);
    await test.subject.verify(alva.reference, alva.token, await test.code(alva.reference, 2));
    await test.until(alva.reference, ({ waitingFor }) => waitingFor === 'search-approval');
    await test.command(test.erik, alva.reference, { type: 'approve-search' });
    await refusal(test.tokens.erik, { type: 'retry-system', system: 'nowhere' }, 400, 'unknown-system');
    await test.until(alva.reference, ({ waitingFor }) => waitingFor === 'system-answers');
    const manual = { type: 'record-manual-result', system: manualSystem };
    await refusal(test.tokens.erik, { ...manual, outcome: 'found' }, 400, 'incomplete');
    await refusal(test.tokens.erik, { ...manual, outcome: 'withheld' }, 400, 'incomplete');
    await test.command(test.erik, alva.reference, {
      type: 'record-manual-result',
      system: manualSystem,
      outcome: 'found',
      entries: [{ heading: 'Reklamation', text: 'Trasig dragkedja på en regnjacka' }],
    });
    await test.until(alva.reference, ({ waitingFor }) => waitingFor === 'release');
    const release = { type: 'release', round: 1, ...(await review(test.erik, alva.reference)) } as const;
    await test.command(test.erik, alva.reference, release);
    await refusal(test.tokens.erik, release, 403, 'second-person-required');
    await test.command(test.maja, alva.reference, release);
    await test.until(alva.reference, ({ answers }) => answers.length === 1);
  });
});

describe('A download', () => {
  it('needs a new code each time and gives a URL that is valid for five minutes at most', async () => {
    const before = (await test.letters(alva.reference)).filter(({ code }) => code === 'M23').length;
    expect((await about(alva, '/download')).status).toBe(202);
    const code = await test.code(alva.reference, before + 1);
    const granted = await about(alva, '/download', { code, round: 1 });
    expect(granted.status).toBe(200);
    expectSafe(granted);
    const { url, expiresAt } = JSON.parse(granted.text) as { readonly url: string; readonly expiresAt: string };
    const seconds = Number(new URL(url).searchParams.get('X-Amz-Expires'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(300);
    const lives = Date.parse(expiresAt) - test.system.clock.now();
    expect(lives).toBeLessThanOrEqual(300_000);
    expect(lives).toBeGreaterThan(240_000);

    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="utdrag-${alva.reference}.zip"`);
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
    // With a changed URL nothing can be downloaded.
    expect((await fetch(url.replace('/1.zip', '/2.zip'))).status).toBe(403);
    expect((await fetch(url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=3600'))).status).toBe(403);
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);

    problemOf(await about(alva, '/download', { code, round: 1 }), 403, 'code-used');
    const second = await test.address(alva, 1);
    expect((await fetch(second)).status).toBe(200);
  });

  it('of an answer that does not exist is refused, and one after its last day gives 410 or 404', async () => {
    const before = (await test.letters(alva.reference)).filter(({ code }) => code === 'M23').length;
    expect((await about(alva, '/download')).status).toBe(202);
    const code = await test.code(alva.reference, before + 1);
    problemOf(await about(alva, '/download', { code, round: 7 }), 409, 'not-available');
    test.system.clock.shift(16 * 24 * 60 * minute);
    problemOf(await about(alva, '/download'), 409, 'not-available');
  });
});

describe('The description of the interface', () => {
  interface Operation {
    readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[];
    readonly responses: Readonly<Record<string, unknown>>;
    readonly requestBody?: unknown;
    readonly security?: readonly Readonly<Record<string, unknown>>[];
  }
  interface Description {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  }
  let text: string;
  let description: Description;

  beforeAll(async () => {
    const answer = await test.http('GET', '/v1/openapi.json');
    expect(answer.status).toBe(200);
    expectSafe(answer);
    ({ text } = answer);
    description = JSON.parse(text) as Description;
  });

  it('describes every route under /v1 and no other', () => {
    const described = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const real = routes.filter(({ path }) => path.startsWith('/v1/')).map(({ method, path }) => `${method} ${path}`);
    expect(described.sort()).toEqual([...real].sort());
  });

  it('is complete: versions, responses, parameters, and no broken reference', () => {
    expect(description.openapi).toMatch(/^3\.1\.\d+$/);
    for (const [path, operations] of Object.entries(description.paths))
      for (const [method, operation] of Object.entries(operations)) {
        const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const given = (operation.parameters ?? []).filter((one) => one.in === 'path' && one.required === true);
        expect({ path, parameters: given.map(({ name }) => name) }).toEqual({ path, parameters: wanted });
        expect(
          Object.keys(operation.responses).some((status) => status.startsWith('2')),
          `${method} ${path}`,
        ).toBe(true);
        // Taking back an entry says all in its path.
        expect({ path, hasBody: operation.requestBody !== undefined }).toEqual({
          path,
          hasBody: method === 'post' && !path.endsWith('/take-back'),
        });
        for (const scheme of (operation.security ?? []).flatMap((one) => Object.keys(one)))
          expect(Object.keys(description.components['securitySchemes'] ?? {})).toContain(scheme);
      }
    for (const [, section = '', name = ''] of text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"/]+)"/g))
      expect(Object.keys(description.components[section] ?? {})).toContain(name);
    expect(text.match(/"\$ref":"(?!#\/components\/)/)).toBeNull();
  });

  it('requires a token exactly where one is needed', () => {
    for (const { method, path, auth } of routes.filter(({ path }) => path.startsWith('/v1/'))) {
      const schemes = (description.paths[path]?.[method.toLowerCase()]?.security ?? []).flatMap((one) =>
        Object.keys(one),
      );
      const wanted = auth === 'jwt' ? ['staff'] : path.includes('{reference}') ? ['subject'] : [];
      expect({ path, schemes }).toEqual({ path, schemes: wanted });
    }
  });
});

describe('No refusal', () => {
  it('repeats a value that was sent', () => {
    expect(refused.length).toBeGreaterThan(80);
    for (const { text } of refused)
      for (const value of Object.values(typed)) {
        expect(text).not.toContain(value);
        expect(text.toLowerCase()).not.toContain(encodeURIComponent(value).toLowerCase());
      }
  });

  it('caused an unexpected error', () => {
    expect(test.failures).toEqual([]);
    expect(refused.filter(({ status }) => status >= 500)).toEqual([]);
  });
});
