import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendRaw, startBench, type Bench } from './bench.ts';

let bench: Bench;
let host: string;

beforeAll(async () => {
  bench = await startBench({
    routes: [
      { method: 'GET', path: '/v1/requests/{reference}', function: 'subject-api', auth: 'none' },
      { method: 'POST', path: '/v1/requests', function: 'subject-api', auth: 'none' },
      { method: 'ANY', path: '/portal/{proxy+}', function: 'portal', auth: 'none' },
    ],
  });
  host = new URL(bench.gateway.url).host;
});

afterAll(() => bench.gateway.close());

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function eventOf(lines: readonly string[], body = ''): Promise<Record<string, unknown>> {
  await sendRaw(bench.gateway.url, [...lines, `Host: ${host}`, 'Connection: close', '', body].join('\r\n'));
  const [invocation] = bench.taken();
  if (invocation === undefined) throw new Error('nothing was invoked');
  return invocation.event;
}

test('a request becomes the event that an HTTP API would send', async () => {
  const event = await eventOf([
    'GET /v1/requests/R%C3%A4tt%20svar?lang=sv&tag=a&tag=b%2Cc&empty=&q=%C3%A5+b HTTP/1.1',
    'User-Agent: curl/8.2.1',
    'Accept: text/html',
    'Accept: application/json',
    'X-Forwarded-For: 192.0.2.7',
    'Cookie: first=1; second=two',
    'Cookie: third=3',
    'TE: trailers',
  ]);
  expect(event).toEqual({
    version: '2.0',
    routeKey: 'GET /v1/requests/{reference}',
    rawPath: '/v1/requests/Rätt svar',
    rawQueryString: 'lang=sv&tag=a&tag=b%2Cc&empty=&q=%C3%A5+b',
    cookies: ['first=1', 'second=two', 'third=3'],
    headers: {
      accept: 'text/html,application/json',
      host,
      'user-agent': 'curl/8.2.1',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-6b94419e-[0-9a-f]{24}$/) as unknown,
      'x-forwarded-for': '192.0.2.7, 127.0.0.1',
      'x-forwarded-port': host.split(':')[1],
      'x-forwarded-proto': 'http',
    },
    queryStringParameters: { lang: 'sv', tag: 'a,b,c', empty: '', q: 'å b' },
    pathParameters: { reference: 'Rätt svar' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: host,
      domainPrefix: 'local',
      http: {
        method: 'GET',
        path: '/v1/requests/Rätt svar',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'curl/8.2.1',
      },
      requestId: expect.stringMatching(UUID) as unknown,
      routeKey: 'GET /v1/requests/{reference}',
      stage: '$default',
      time: '12/Mar/2027:19:03:58 +0000',
      timeEpoch: 1_804_878_238_390,
    },
    isBase64Encoded: false,
  });
});

test('a bare request has none of the optional parts', async () => {
  const event = await eventOf(['POST /v1/requests HTTP/1.1', 'Content-Length: 0']);
  for (const absent of ['body', 'cookies', 'pathParameters', 'queryStringParameters', 'stageVariables']) {
    expect(event).not.toHaveProperty(absent);
  }
  expect(event).toMatchObject({ routeKey: 'POST /v1/requests', rawQueryString: '', isBase64Encoded: false });
});

test('a greedy parameter takes the rest of the path', async () => {
  const event = await eventOf(['DELETE /portal/a/b%20c/d HTTP/1.1']);
  expect(event).toMatchObject({ routeKey: 'ANY /portal/{proxy+}', pathParameters: { proxy: 'a/b c/d' } });
});

test.each([
  ['application/json', '{"å":1}', false],
  ['Application/JSON; charset=utf-8', '{"å":1}', false],
  ['text/plain', 'åäö', false],
  ['application/xml', '<å/>', false],
  // As measured against AWS: only these few types are text.
  ['application/x-www-form-urlencoded', 'code=123', true],
  ['application/problem+json', '{}', true],
  ['multipart/form-data; boundary=x', '--x--', true],
  ['application/octet-stream', '\u0000\u0001', true],
  [undefined, '{}', true],
])('a body of type %s is passed on', async (type, body, encoded) => {
  const bytes = Buffer.from(body);
  const lines = ['POST /v1/requests HTTP/1.1', `Content-Length: ${bytes.length}`];
  const event = await eventOf(
    [...lines, ...(type === undefined ? [] : [`Content-Type: ${type}`])],
    bytes.toString('latin1'),
  );
  expect(event).toMatchObject({ body: encoded ? bytes.toString('base64') : body, isBase64Encoded: encoded });
});

test('a chunked body arrives whole, and the framing does not', async () => {
  const event = await eventOf(
    ['POST /v1/requests HTTP/1.1', 'Content-Type: text/plain', 'Transfer-Encoding: chunked'],
    '3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n',
  );
  expect(event).toMatchObject({ body: 'abcde' });
  expect(event['headers']).not.toHaveProperty('transfer-encoding');
});

test('names that mean something to JavaScript are only names', async () => {
  const event = await eventOf(['GET /v1/requests/__proto__?__proto__=1&constructor=2 HTTP/1.1', '__proto__: 3']);
  expect(JSON.stringify(event['queryStringParameters'])).toBe('{"__proto__":"1","constructor":"2"}');
  expect(Object.keys(event['headers'] as object)).toContain('__proto__');
  expect(event['pathParameters']).toEqual({ reference: '__proto__' });
});
