import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningEndpoint } from '#infra/local/endpoint.ts';
import { bundleHandlers } from '#infra/bundles/bundle.ts';
import { startFunctions, type RunningFunctions } from '#infra/local/functions/functions.ts';
import { startGateway } from '#infra/local/aws/api-gateway/gateway.ts';

// A web framework's own Lambda adapter reads our events and writes our answers: bundled, in a function instance.
const folder = mkdtempSync(path.join(tmpdir(), 'framework-test-'));
const clock = { now: () => Date.now(), onShift: () => () => undefined };
let functions: RunningFunctions;
let gateway: RunningEndpoint;

beforeAll(async () => {
  const entries = { 'subject-api': path.join(import.meta.dirname, 'handlers', 'hono.ts') };
  const { files } = await bundleHandlers({ entries, outFolder: path.join(folder, 'out') });
  const definition = { environment: {}, timeoutSeconds: 10, memoryMegabytes: 128 };
  functions = startFunctions({
    functions: new Map([...files].map(([name, entry]) => [name, { ...definition, entry }])),
    logFolder: folder,
    clock,
  });
  gateway = await startGateway({
    routes: [{ method: 'ANY', path: '/v1/{proxy+}', function: 'subject-api', auth: 'none' }],
    invoke: functions.invoke,
    authorizer: { issuer: 'http://127.0.0.1:1', audience: 'nobody', jwksUri: 'http://127.0.0.1:1/jwks' },
    clock,
  });
});

afterAll(async () => {
  await gateway.close();
  await functions.close();
  rmSync(folder, { recursive: true });
});

test('parameters, query and cookies arrive, and cookies go back', async () => {
  const response = await fetch(`${gateway.url}/v1/requests/R-1?tag=a&tag=b`, { headers: { cookie: 'one=1; two=2' } });
  expect(await response.json()).toEqual({ reference: 'R-1', tags: 'a', cookies: { one: '1', two: '2' } });
  expect(response.headers.getSetCookie()).toEqual(['seen=yes; Path=/; HttpOnly', 'twice=yes; Path=/']);
});

test('a form arrives', async () => {
  const body = new URLSearchParams({ name: 'Åsa Öst', code: '123456' });
  const response = await fetch(`${gateway.url}/v1/requests`, { method: 'POST', body });
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({ name: 'Åsa Öst', code: '123456' });
});

test('bytes come back', async () => {
  const response = await fetch(`${gateway.url}/v1/bytes`);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 1]);
});

test('a function that dies is a 500, and the next request is answered', async () => {
  const response = await fetch(`${gateway.url}/v1/fault`);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('{"message":"Internal Server Error"}');
  expect((await fetch(`${gateway.url}/v1/requests/R-2`)).status).toBe(200);
});
