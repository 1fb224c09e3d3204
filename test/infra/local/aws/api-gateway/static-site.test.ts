import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendRaw, startBench, type Bench } from './bench.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'static-site-test-'));
const site = path.join(folder, 'site');
let bench: Bench;
let url: string;

beforeAll(async () => {
  mkdirSync(path.join(site, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'outside.txt'), 'must not be served');
  writeFileSync(path.join(site, 'index.html'), '<!doctype html><title>Console</title>');
  writeFileSync(path.join(site, 'assets', 'main.js'), 'export {};');
  writeFileSync(path.join(site, 'assets', 'font.woff2'), 'font');
  symlinkSync(path.join(folder, 'outside.txt'), path.join(site, 'link.txt'));
  bench = await startBench({
    routes: [{ method: 'GET', path: '/console/settings.json', function: 'console-settings', auth: 'none' }],
    staticSites: [{ prefix: '/console', folder: site, contentSecurityPolicy: "default-src 'self'" }],
  });
  url = bench.gateway.url;
});

afterAll(async () => {
  await bench.gateway.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['/console/', 'text/html; charset=utf-8', 'Console'],
  ['/console/index.html', 'text/html; charset=utf-8', 'Console'],
  ['/console/cases/C-1', 'text/html; charset=utf-8', 'Console'],
  ['/console/cases/', 'text/html; charset=utf-8', 'Console'],
  ['/console/assets/main.js', 'text/javascript; charset=utf-8', 'export {};'],
  ['/console/assets/font.woff2', 'font/woff2', 'font'],
])('%s is served as %s', async (asked, type, text) => {
  const response = await fetch(url + asked);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toContain(text);
});

test('the bare prefix leads to the page with its query', async () => {
  const response = await fetch(`${url}/console?code=1`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/console/?code=1');
});

test('a route inside the prefix goes before the files', async () => {
  bench.answer({ from: 'function' });
  expect(await (await fetch(`${url}/console/settings.json`)).json()).toEqual({ from: 'function' });
});

test.each(['/console/assets/gone.js', '/console/link.txt', '/consoles', '/', '/console//index.html'])(
  '%s is not found',
  async (asked) => {
    expect((await fetch(url + asked)).status).toBe(404);
  },
);

test.each([
  '/console/../outside.txt',
  '/console/%2e%2e/outside.txt',
  '/console/..%2foutside.txt',
  '/console/..%5coutside.txt',
  '/console/assets/../../outside.txt',
  '/console/index.html%00.js',
])('%s does not leave the folder', async (asked) => {
  const answer = await sendRaw(url, `GET ${asked} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).not.toContain('must not be served');
});

test('a site is only read', async () => {
  const response = await fetch(`${url}/console/`, { method: 'POST', body: 'x' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});
