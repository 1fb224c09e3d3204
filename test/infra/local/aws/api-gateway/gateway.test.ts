import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendRaw, startBench, type Bench } from './bench.ts';

let bench: Bench;
let url: string;

beforeAll(async () => {
  bench = await startBench({
    integrationSeconds: 0.2,
    routes: [
      { method: 'GET', path: '/v1/requests/{reference}', function: 'subject-api', auth: 'none' },
      { method: 'HEAD', path: '/v1/requests/{reference}', function: 'subject-api', auth: 'none' },
      { method: 'POST', path: '/v1/requests', function: 'subject-api', auth: 'none' },
    ],
  });
  url = bench.gateway.url;
});

afterAll(() => bench.gateway.close());

async function answered(payload: unknown, method = 'GET'): Promise<Response> {
  bench.answer(payload);
  return fetch(`${url}/v1/requests/R-1`, { method, redirect: 'manual' });
}

async function expectGatewayError(response: Response, status: number, message: string): Promise<void> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('apigw-requestid')).not.toBeNull();
  expect(await response.text()).toBe(JSON.stringify({ message }));
}

describe("a function's answer", () => {
  test('is sent as it says: status, headers, cookies and body', async () => {
    const response = await answered({
      statusCode: 303,
      headers: { Location: '/next', 'X-Count': 3, 'Content-Security-Policy': "default-src 'none'" },
      cookies: ['a=1; HttpOnly', 'b=2; Path=/'],
      body: 'weiter → nästa',
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/next');
    expect(response.headers.get('x-count')).toBe('3');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(response.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
    expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2; Path=/']);
    expect(await response.text()).toBe('weiter → nästa');
  });

  test('may be binary', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    const headers = { 'content-type': 'image/png' };
    const response = await answered({
      statusCode: 200,
      headers,
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test.each([
    [{ reference: 'R-1' }, '{"reference":"R-1"}'],
    ['hello', 'hello'],
    [[1, 2], '[1,2]'],
    [null, 'null'],
  ])('without a status code is the JSON body of a 200: %j', async (payload, text) => {
    const response = await answered(payload);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe(text);
  });

  test('does not decide about the connection', async () => {
    const headers = { Connection: 'close', 'Transfer-Encoding': 'chunked', 'Content-Length': '1', 'Keep-Alive': 'x' };
    const response = await answered({ statusCode: 200, headers, body: 'four' });
    expect(response.headers.get('transfer-encoding')).toBeNull();
    expect(response.headers.get('content-length')).toBe('4');
    expect(await response.text()).toBe('four');
  });

  test('has no body where HTTP allows none', async () => {
    expect(await (await answered({ statusCode: 204, body: 'ignored' })).text()).toBe('');
    const head = await answered({ statusCode: 200, body: 'four' }, 'HEAD');
    expect(head.headers.get('content-length')).toBe('4');
    expect(await head.text()).toBe('');
  });

  test.each([
    { statusCode: 'ok' },
    { statusCode: 99 },
    { statusCode: 200.5 },
    { statusCode: 200, body: { not: 'text' } },
    { statusCode: 200, headers: { 'x-one': { two: 3 } } },
    { statusCode: 200, headers: { 'x-one': 'a\r\nset-cookie: stolen=1' } },
    { statusCode: 200, headers: { 'bad name': 'a' } },
    { statusCode: 200, cookies: ['a=1\r\nx: y'] },
    { statusCode: 200, body: 'not base64!', isBase64Encoded: true },
  ])('that is not valid is a 500: %j', async (payload) => {
    await expectGatewayError(await answered(payload), 500, 'Internal Server Error');
  });
});

describe('a function that does not answer', () => {
  test.each([
    ['failed', () => Promise.resolve({ kind: 'failed', errorType: 'Error', errorMessage: 'secret detail' } as const)],
    ['is missing', () => Promise.resolve({ kind: 'missing' } as const)],
    ['cannot be invoked', () => Promise.reject(new Error('secret detail'))],
  ])('and %s is a 500 that says no more', async (_, outcome) => {
    bench.end(outcome);
    await expectGatewayError(await fetch(`${url}/v1/requests/R-1`), 500, 'Internal Server Error');
  });

  test('in time is a 503', async () => {
    bench.end(() => new Promise(() => undefined));
    await expectGatewayError(await fetch(`${url}/v1/requests/R-1`), 503, 'Service Unavailable');
  });
});

describe('a request that is refused', () => {
  test('because no route has its path and method', async () => {
    await expectGatewayError(await fetch(`${url}/v2`), 404, 'Not Found');
    await expectGatewayError(await fetch(`${url}/v1/requests/R-1`, { method: 'DELETE' }), 404, 'Not Found');
    await expectGatewayError(await fetch(`${url}/v1/requests`, { method: 'OPTIONS' }), 404, 'Not Found');
  });

  test('because its body is over ten megabytes, while one at the limit passes', async () => {
    bench.answer({ statusCode: 202 });
    bench.taken();
    const post = (size: number): Promise<Response> =>
      fetch(`${url}/v1/requests`, { method: 'POST', body: new Uint8Array(size) });
    await expectGatewayError(await post(10_485_761), 413, 'Request Entity Too Large');
    expect(bench.taken()).toHaveLength(0);
    expect((await post(10_485_760)).status).toBe(202);
  });

  test('because the function does not take so much', async () => {
    bench.end(() => Promise.resolve({ kind: 'failed', errorType: 'RequestTooLargeException', errorMessage: '' }));
    await expectGatewayError(await fetch(`${url}/v1/requests/R-1`), 413, 'Request Entity Too Large');
  });

  test.each([
    ['/v1/requests/..', 400],
    ['/v1/requests/../requests/R-1', 400],
    ['/v1/requests/%2e%2E', 400],
    ['/v1/./requests', 400],
    ['/v1/requests/a%2fb', 400],
    ['/v1/requests/a%5Cb', 400],
    ['/v1/requests/a%3Fb', 400],
    ['/v1/requests/a%00b', 400],
    ['/v1/requests/a%0d%0ab', 400],
    ['/v1/requests/%', 400],
    ['/v1/requests/%zz', 400],
    ['/v1/requests/%ff', 400],
    ['/v1/requests/a#b', 400],
    ['http://example.org/v1/requests/R-1', 400],
    ['*', 400],
    ['//v1/requests/R-1', 404],
    ['/v1//requests/R-1', 404],
    ['/v1/requests/', 404],
    ['/v1/requests/R-1/', 404],
  ])('because of its target: %s', async (target, status) => {
    bench.answer({ statusCode: 200 });
    bench.taken();
    const answer = await sendRaw(url, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(bench.taken()).toHaveLength(0);
  });

  test.each([
    ['two lengths', 'Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde'],
    ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['an unknown framing', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['a folded header', 'X-One: a\r\n b\r\nContent-Length: 0 \r\n : x\r\n\r\n'],
    ['a null in a header', 'X-One: a\0b\r\n\r\n'],
  ])('because it could be read in two ways: %s', async (_, rest) => {
    bench.taken();
    const smuggled = 'GET /v1/requests/SMUGGLED HTTP/1.1\r\nHost: a\r\n\r\n';
    const answer = await sendRaw(url, `POST /v1/requests HTTP/1.1\r\nHost: a\r\n${rest}${smuggled}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.stringify(bench.taken())).not.toContain('SMUGGLED');
  });

  test('and the gateway goes on after all of it', async () => {
    await sendRaw(url, '\0\0\0').catch(() => undefined);
    await sendRaw(url, 'CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n').catch(() => undefined);
    await sendRaw(url, 'POST /v1/requests HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\ncut').catch(
      () => undefined,
    );
    expect((await answered({ statusCode: 200 })).status).toBe(200);
  });
});
