import { createHash } from 'node:crypto';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Planted, TestPerson } from '#connectors/sdk/fake.ts';
import { startFakes } from '#infra/local/runner/fakes.ts';
import type { Vendor } from '#infra/local/runner/environment.ts';

/** One request that the stand-in of a vendor received. */
export interface SeenRequest {
  readonly connector: string;
  /** The time of the request, in milliseconds on the machine's clock. */
  readonly at: number;
  /**
   * The method, the path, and a hash of query and body. If two requests have the same `question`, they ask the vendor
   * for the same data.
   */
  readonly question: string;
}

/**
 * The stand-ins of the vendors, with a record of every request. The stand-ins run outside the process that is killed.
 */
export interface Vendors {
  readonly vendors: ReadonlyMap<string, Vendor>;
  readonly planted: ReadonlyMap<string, Planted>;
  readonly seen: readonly SeenRequest[];
  /** Called when a request arrives. The request is passed on to the stand-in after the promise has resolved. */
  onRequest: (request: SeenRequest) => Promise<void> | void;
  close(): Promise<void>;
}

/**
 * Starts a stand-in for each connector, with records of the person. A proxy before each stand-in records the requests.
 */
export async function startVendors(connectors: readonly string[], person: TestPerson): Promise<Vendors> {
  const fakes = await startFakes(connectors, []);
  const seen: SeenRequest[] = [];
  const vendors = new Map<string, Vendor>();
  const planted = new Map<string, Planted>();
  const closers: (() => Promise<void>)[] = [];
  const all: Vendors = { vendors, planted, seen, onRequest: () => undefined, close };
  for (const [connector, fake] of fakes) {
    planted.set(connector, fake.plant(person));
    closers.push(fake.close);
    const settings = JSON.stringify(fake.settings);
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(settings)?.[0];
    if (origin === undefined) throw new Error('the stand-in has no address of a server');
    const front = await startFront(origin, async (request, body) => {
      const url = new URL(request.url ?? '/', origin);
      const asked = createHash('sha256').update(url.search).update('\n').update(body).digest('hex').slice(0, 12);
      const one = { connector, at: Date.now(), question: `${request.method ?? ''} ${url.pathname} ${asked}` };
      seen.push(one);
      await all.onRequest(one);
    });
    closers.push(front.close);
    vendors.set(connector, {
      settings: JSON.parse(settings.replaceAll(origin, front.url)) as unknown,
      secret: fake.secret,
    });
  }
  async function close(): Promise<void> {
    for (const closer of closers.toReversed()) await closer();
  }
  return all;
}

async function startFront(
  origin: string,
  note: (request: IncomingMessage, body: Buffer) => Promise<void>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    await note(request, body);
    const onward = send(`${origin}${request.url ?? '/'}`, {
      method: request.method,
      headers: request.headers,
      agent: false,
    });
    onward.once('error', () => response.destroy());
    onward.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.end(body);
  }
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
