import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { guardedFetch, type Resolve } from '#connectors/sdk/guarded-fetch.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Starts a vendor on this machine, and returns its port. */
async function vendor(answer: RequestListener, host = '127.0.0.1'): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const unresolved: Resolve = () => Promise.reject(new Error('nothing was to be looked up'));
const addresses =
  (...all: readonly string[]): Resolve =>
  () =>
    Promise.resolve(all.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

async function refusalOf(run: Promise<Response>): Promise<string> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConnectorFailure);
  return (error as ConnectorFailure).code;
}

describe('A request to a system', () => {
  it('reaches this machine if the system names loopback, and is sent unchanged', async () => {
    let seen = '';
    const port = await vendor((request, response) => {
      request.setEncoding('utf8').on('data', (part: string) => (seen += part));
      request.on('end', () => {
        seen = `${request.method} ${request.url} ${request.headers['authorization']} ${request.headers['content-length']} ${seen}`;
        response.writeHead(201, { 'content-type': 'application/json', 'x-a': ['1', '2'] }).end('{"a":"å"}');
      });
    });
    const reach = guardedFetch({ privateNetworks: ['loopback'], resolve: unresolved });
    const answer = await reach(`http://127.0.0.1:${port}/x?y=1`, {
      method: 'POST',
      body: 'å',
      headers: { authorization: 'Bearer t' },
    });
    expect([answer.status, answer.headers.get('x-a'), await answer.json()]).toEqual([201, '1, 2', { a: 'å' }]);
    expect(seen).toBe('POST /x?y=1 Bearer t 2 å');
  });

  it('reaches no private address that the system does not name, by number or by name, and sends nothing', async () => {
    let requests = 0;
    const port = await vendor((_, response) => {
      requests += 1;
      response.end();
    });
    const plain = guardedFetch({ privateNetworks: [], resolve: addresses('127.0.0.1') });
    const named = guardedFetch({ privateNetworks: ['10.0.0.0/8'], resolve: addresses('127.0.0.1') });
    for (const reach of [plain, named])
      for (const host of [
        '127.0.0.1',
        '127.1',
        '2130706433',
        '0x7f.1',
        '0177.0.0.1',
        '[::1]',
        '[::ffff:127.0.0.1]',
        '0.0.0.0',
        'localhost',
        'vendor.example',
        'vendor.example.',
      ])
        expect(await refusalOf(reach(`http://${host}:${port}/`, {}))).toBe('address-refused');
    expect(requests).toBe(0);
  });

  it('is not made to a name with several addresses of which one is not allowed', async () => {
    let requests = 0;
    const port = await vendor((_, response) => {
      requests += 1;
      response.end();
    });
    for (const bad of ['169.254.169.254', '10.0.0.1', 'fd00:ec2::254', '::ffff:169.254.169.254', '0.0.0.0'])
      for (const all of [
        ['127.0.0.1', bad],
        [bad, '127.0.0.1'],
      ]) {
        const reach = guardedFetch({ privateNetworks: ['loopback'], resolve: addresses(...all) });
        expect(await refusalOf(reach(`http://vendor.example:${port}/`, {}))).toBe('address-refused');
      }
    expect(requests).toBe(0);
  });

  it('is made to the checked address, even if the name has another address a moment later', async () => {
    const port = await vendor((request, response) => response.end(request.headers.host));
    let lookups = 0;
    const reach = guardedFetch({
      privateNetworks: ['loopback'],
      resolve: async () => {
        lookups += 1;
        return [{ address: lookups === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
      },
    });
    // No resolver of the machine knows this name, so only the checked address can have been used.
    const answer = await reach(`http://rebinding.invalid:${port}/`, {});
    expect(await answer.text()).toBe(`rebinding.invalid:${port}`);
    expect(lookups).toBe(1);
    expect(await refusalOf(reach(`http://rebinding.invalid:${port}/`, {}))).toBe('address-refused');
  });

  it('uses plain http only to this machine, and has no user name', async () => {
    const reach = guardedFetch({ privateNetworks: ['loopback', '10.0.0.0/8'], resolve: addresses('93.184.215.14') });
    for (const url of [
      'http://vendor.example/',
      'http://10.0.0.1/',
      'https://u:p@vendor.example/',
      'ftp://vendor.example/',
    ])
      expect(await refusalOf(reach(url, {}))).toBe('address-refused');
  });

  it('to a name without an address, or to a closed port, ends without a response', async () => {
    const none = guardedFetch({ privateNetworks: [], resolve: addresses() });
    await expect(none('https://vendor.example/', {})).rejects.toThrow(TypeError);
    const port = await vendor(() => {});
    servers.splice(0).forEach((server) => server.close());
    const reach = guardedFetch({ privateNetworks: ['loopback'], resolve: unresolved });
    await expect(reach(`http://127.0.0.1:${port}/`, {})).rejects.toThrow(TypeError);
  });

  it('ends with the reason of its signal, before the response and in the middle of it', async () => {
    const port = await vendor((request, response) => {
      if (request.url === '/half') response.writeHead(200).write('half');
    });
    const reach = guardedFetch({ privateNetworks: ['loopback'], resolve: unresolved });
    const late = new DOMException('late', 'TimeoutError');
    const before = new AbortController();
    const waiting = reach(`http://127.0.0.1:${port}/`, { signal: before.signal });
    before.abort(late);
    await expect(waiting).rejects.toBe(late);
    const during = new AbortController();
    const reader = (await reach(`http://127.0.0.1:${port}/half`, { signal: during.signal })).body!.getReader();
    expect(Buffer.from((await reader.read()).value).toString()).toBe('half');
    during.abort(late);
    await expect(reader.read()).rejects.toThrow();
  });

  it('decodes an encoded response, and fails if fewer bytes arrive than announced', async () => {
    const port = await vendor((request, response) => {
      if (request.url === '/packed') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}'));
      else {
        response.writeHead(200, { 'content-length': '10' }).write('12345');
        response.socket?.end();
      }
    });
    const reach = guardedFetch({ privateNetworks: ['loopback'], resolve: unresolved });
    expect(await (await reach(`http://127.0.0.1:${port}/packed`, {})).json()).toEqual({ a: 1 });
    await expect((await reach(`http://127.0.0.1:${port}/short`, {})).text()).rejects.toThrow();
  });

  it.each(['zstd', 'gzip, gzip', 'compress', 'x'])('accepts no response that is encoded as %s', async (encoding) => {
    const port = await vendor((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end('packed'));
    const reach = guardedFetch({ privateNetworks: ['loopback'], resolve: unresolved });
    expect(await refusalOf(reach(`http://127.0.0.1:${port}/`, {}))).toBe('unreadable');
  });

  it('is not made to a name with a public address beside a private one that the system does not name', async () => {
    for (const [all, named] of [
      [['93.184.215.14', '127.0.0.1'], []],
      [['93.184.215.14', '10.0.0.1'], ['10.1.0.0/16']],
      [['93.184.215.14', '::ffff:10.0.0.1'], ['loopback']],
      [['2606:2800:21f:cb07:6820:80da:af6b:8b2c', 'fd00:ec2::254'], ['fc00::/7']],
    ] as const) {
      const reach = guardedFetch({ privateNetworks: [...named], resolve: addresses(...all) });
      expect(await refusalOf(reach('https://vendor.example/', {}))).toBe('address-refused');
    }
  });

  it('follows no redirect', async () => {
    const port = await vendor((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    const reach = guardedFetch({ privateNetworks: ['loopback'], resolve: unresolved });
    expect((await reach(`http://127.0.0.1:${port}/`, {})).status).toBe(302);
  });
});
