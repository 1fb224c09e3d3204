import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Limits } from '#connectors/sdk/connector.ts';
import { ConnectorFailure, type FailureCode } from '#connectors/sdk/failure.ts';
import { guardedFetch } from '#connectors/sdk/guarded-fetch.ts';
import { createClient, type Client, type Surroundings } from '#connectors/sdk/requester.ts';

const servers: Server[] = [];
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) server.close();
});

interface Vendor {
  readonly url: string;
  readonly seen: IncomingMessage[];
}

async function vendor(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Vendor> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    response.shouldKeepAlive = false;
    answer(request, response);
  });
  servers.push(server);
  return { url: await listening(server), seen };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const source = 'https://vendor.example/docs';

/** A client whose call `file` may be redirected to the origin `files`, and whose secret belongs to `api`. */
function clientOf(
  origins: Readonly<Record<string, string>>,
  options: {
    readonly limits?: Partial<Limits>;
    readonly redirectsTo?: readonly string[];
    readonly fetch?: Surroundings['fetch'];
  } = {},
): Client {
  return createClient(
    {
      calls: {
        file: { method: 'GET', origin: 'api', path: '/file', source, redirectsTo: options.redirectsTo ?? ['files'] },
        plain: { method: 'GET', origin: 'api', path: '/file', source },
        read: { method: 'GET', origin: 'api', path: '/file', source, redirectsTo: options.redirectsTo ?? ['files'] },
        other: { method: 'GET', origin: 'files', path: '/other', source },
      },
      limits: { perSecond: 1e6, timeoutMilliseconds: 10_000, ...options.limits },
      secretOrigin: 'api',
    },
    origins,
    async () => ({ authorization: 'Bearer geheim', 'x-api-key': 'geheim' }),
    {
      fetch:
        options.fetch ??
        guardedFetch({
          privateNetworks: ['loopback'],
          resolve: async () => [{ address: '127.0.0.1', family: 4 }],
        }),
      sleep: async () => {},
      elapsed: () => 0,
      random: () => 0,
      timeLeft: () => 600_000,
    },
  );
}

async function contentOf(client: Client, call = 'file'): Promise<string> {
  return await new Response(await client.download(call, {})).text();
}

async function codeOf(run: Promise<unknown>): Promise<FailureCode> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConnectorFailure);
  return (error as ConnectorFailure).code;
}

const redirectTo =
  (location: string, status = 302) =>
  async () =>
    await vendor((_, response) => response.writeHead(status, { location }).end('moved'));

describe('A document behind a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    '(%d) is read if the connector declares the origin, and the secret is not sent there',
    async (status) => {
      const files = await vendor((_, response) => response.end('%PDF'));
      const api = await redirectTo(`${files.url}/signed?x=1#part`, status)();
      expect(await contentOf(clientOf({ api: api.url, files: files.url }))).toBe('%PDF');
      expect(api.seen.map(({ headers }) => [headers['authorization'], headers['x-api-key']])).toEqual([
        ['Bearer geheim', 'geheim'],
      ]);
      expect(files.seen.map(({ url }) => url)).toEqual(['/signed?x=1']);
      expect(files.seen[0]!.rawHeaders.join()).not.toContain('geheim');
    },
  );

  it('gets the secret only with the declared call, and not if it is redirected back to the origin of the secret', async () => {
    const origins = { api: '', files: '' };
    const files = await vendor((_, response) => response.writeHead(302, { location: `${origins.api}/second` }).end());
    const api = await vendor((request, response) =>
      request.url === '/file'
        ? response.writeHead(302, { location: `${origins.files}/first` }).end()
        : response.end('%PDF'),
    );
    Object.assign(origins, { api: api.url, files: files.url });
    expect(await contentOf(clientOf(origins, { redirectsTo: ['files', 'api'] }))).toBe('%PDF');
    expect(api.seen.map(({ headers }) => headers['authorization'])).toEqual(['Bearer geheim', undefined]);
    expect(files.seen.map(({ headers }) => headers['authorization'])).toEqual([undefined]);
    // A redirect to the secret's own origin is no declared call, so it must be declared too.
    expect(await codeOf(contentOf(clientOf(origins)))).toBe('address-refused');
  });

  it('gets no secret if the origin of the secret redirects to another of its paths', async () => {
    const api = await vendor((request, response) =>
      request.url === '/file' ? response.writeHead(302, { location: '/other' }).end() : response.end('%PDF'),
    );
    expect(await contentOf(clientOf({ api: api.url }, { redirectsTo: ['api'] }))).toBe('%PDF');
    expect(api.seen.map(({ url, headers }) => [url, headers['authorization']])).toEqual([
      ['/file', 'Bearer geheim'],
      ['/other', undefined],
    ]);
  });

  it('is not requested from an address that is not declared, however it is written', async () => {
    const elsewhere = await vendor((_, response) => response.end('%PDF'));
    const files = await vendor((_, response) => response.end('%PDF'));
    const port = new URL(files.url).port;
    for (const location of [
      elsewhere.url,
      `http://127.0.0.1.nip.example:${port}/`,
      `http://localhost:${port}/`,
      `http://127.1:${port}/`,
      `http://0x7f.0.0.1:${port}/`,
      `http://2130706433:${port}/`,
      `http://user:pass@127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}@evil.example/`,
      `http:\\\\127.0.0.1:${port}\\x`,
      'http://169.254.169.254/latest/meta-data/',
      'http://[::ffff:169.254.169.254]/',
      'file:///etc/passwd',
      'gopher://127.0.0.1/',
      '/elsewhere',
      'http://',
    ]) {
      const api = await redirectTo(location)();
      expect(await codeOf(contentOf(clientOf({ api: api.url, files: files.url }))), location).toBe('address-refused');
    }
    expect([elsewhere.seen, files.seen]).toEqual([[], []]);
  });

  it('is not followed from https to http, without end, without a target, or if no redirect is declared', async () => {
    const origins = { api: 'https://api.example', files: 'http://files.example' };
    const answers =
      (location: string | undefined): Surroundings['fetch'] =>
      async () =>
        new Response(null, { status: 302, ...(location === undefined ? {} : { headers: { location } }) });
    expect(await codeOf(contentOf(clientOf(origins, { fetch: answers('http://files.example/x') })))).toBe(
      'address-refused',
    );
    expect(await codeOf(contentOf(clientOf(origins, { fetch: answers(undefined) })))).toBe('address-refused');
    const round = { api: 'https://api.example', files: 'https://files.example' };
    expect(await codeOf(contentOf(clientOf(round, { fetch: answers('https://files.example/x') })))).toBe('refused');
    expect(await codeOf(contentOf(clientOf(round, { fetch: answers('https://files.example/x') }), 'plain'))).toBe(
      'refused',
    );
  });

  it('is allowed for documents only: a JSON response is never read from another place', async () => {
    const files = await vendor((_, response) => response.end('{"name":"x"}'));
    const api = await redirectTo(files.url)();
    const client = clientOf({ api: api.url, files: files.url });
    expect(await codeOf(client.request('read', { answer: z.object({}) }))).toBe('refused');
    expect(files.seen).toEqual([]);
  });
});

it('A call to another origin than that of the secret is sent without the secret', async () => {
  const files = await vendor((_, response) => response.end('{}'));
  const client = clientOf({ api: 'https://api.example', files: files.url });
  await client.request('other', { answer: z.object({}) });
  expect(files.seen[0]!.rawHeaders.join()).not.toContain('geheim');
});

describe('The bytes of a document', () => {
  it('may be as many as the connector says; one more is a failure, announced or counted', async () => {
    const sized = (bytes: number, told: boolean) =>
      vendor((_, response) => {
        if (told) response.setHeader('content-length', String(bytes));
        for (let left = bytes; left > 0; left -= 1000) response.write('x'.repeat(Math.min(left, 1000)));
        response.end();
      });
    for (const told of [true, false]) {
      const limits = { mostFileBytes: 100_000 };
      const right = await sized(100_000, told);
      expect(await contentOf(clientOf({ api: right.url }, { limits }))).toHaveLength(100_000);
      const long = await sized(100_001, told);
      expect(await codeOf(contentOf(clientOf({ api: long.url }, { limits })))).toBe('too-large');
      const half = await vendor((_, response) => {
        if (told) response.setHeader('content-length', '100');
        response.write('x'.repeat(50));
        setImmediate(() => response.destroy());
      });
      expect(await codeOf(contentOf(clientOf({ api: half.url })))).toBe('unavailable');
    }
  });

  it('are refused if they never end, and the connection is closed', async () => {
    let closed = false;
    const endless = await vendor((request, response) => {
      request.socket.once('close', () => (closed = true));
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      response.on('error', () => {});
      more();
    });
    expect(await codeOf(contentOf(clientOf({ api: endless.url }, { limits: { mostFileBytes: 1_000_000 } })))).toBe(
      'too-large',
    );
    await vi.waitFor(() => expect(closed).toBe(true), { timeout: 30_000 });
  });

  it('must be as many as announced: with more, the document is incomplete', async () => {
    const server = createSocketServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 5\r\n\r\n12345MORE'),
      );
    });
    servers.push(server);
    expect(await codeOf(contentOf(clientOf({ api: await listening(server) })))).toBe('unavailable');
  });

  it('may arrive for longer than the timeout of a request, as long as they arrive', async () => {
    useFakeTime();
    const { client, give, end } = slowly();
    const reading = contentOf(client);
    for (let part = 0; part < 20; part += 1) {
      await vi.advanceTimersByTimeAsync(900);
      give();
    }
    await vi.advanceTimersByTimeAsync(900);
    end();
    expect(await reading).toBe('x'.repeat(20));
  });

  it('that stop arriving are a failure after that time, also in the middle', async () => {
    useFakeTime();
    const { client, give, state } = slowly();
    const failed = codeOf(contentOf(client));
    await vi.advanceTimersByTimeAsync(900);
    give();
    await vi.advanceTimersByTimeAsync(900);
    give();
    expect(state()).toBe('open');
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await failed).toBe('timeout');
    expect(state()).toBe('aborted');
  });
});

/** A clock that the test moves, also for Node's own time limits: fake timers do not change `AbortSignal.timeout`. */
function useFakeTime(): void {
  vi.useFakeTimers();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('too late', 'TimeoutError')), milliseconds);
    return controller.signal;
  });
}

/** A client that gives up after a second, and a document whose bytes arrive when the test says so. */
function slowly() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let signal: AbortSignal | null | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  const client = clientOf(
    { api: 'https://api.example' },
    {
      limits: { timeoutMilliseconds: 1_000 },
      fetch: async (_, init) => {
        signal = init.signal;
        signal?.addEventListener('abort', () => controller.error(signal?.reason));
        return new Response(body, { headers: { 'content-type': 'application/pdf' } });
      },
    },
  );
  return {
    client,
    give: () => controller.enqueue(Buffer.from('x')),
    end: () => controller.close(),
    state: () => (signal?.aborted === true ? 'aborted' : 'open'),
  };
}
