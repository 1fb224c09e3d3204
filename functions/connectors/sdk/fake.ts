import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RecordKey } from '#domain/findings/finding.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import { matchesTemplate } from './path-template.ts';

/**
 * An invented person whose records a stand-in can hold. The e-mail addresses are at reserved domains. Telephone numbers
 * and personnummer are official test numbers.
 */
export interface TestPerson {
  readonly givenName: string;
  readonly familyName: string;
  /** The e-mail addresses as the person spells them. The first address is the main address. */
  readonly emails: readonly string[];
  /** E.164. */
  readonly phone?: string;
  /** A personnummer of twelve digits. */
  readonly personnummer?: string;
  readonly customerNumber?: string;
  /** Spellings that the stand-in uses for these identifiers in place of the usual ones of its vendor. */
  readonly spelled?: { readonly email?: string; readonly phone?: string; readonly personnummer?: string };
}

/** A planted record, with all fields that a connector must return for it. */
export interface PlantedRecord extends RecordKey {
  readonly data: JsonObject;
}

/** The records and documents of a person in a stand-in, all of which a connector must find. */
export interface Planted {
  readonly records: readonly PlantedRecord[];
  /** The documents of these records, each with the SHA-256 of its bytes. */
  readonly documents: readonly { readonly id: string; readonly sha256: string; readonly mediaType: string }[];
}

/**
 * A fault that a stand-in simulates for requests with a matching path. The fault affects the next `times` requests.
 * With `times: Infinity` it lasts until `heal` is called.
 */
export interface Fault {
  readonly kind: 'status' | 'html' | 'garbage' | 'hang' | 'disconnect' | 'same-cursor' | 'altered';
  /** For `altered`: changes the JSON of a successful response. */
  readonly alter?: (json: Json) => Json;
  /**
   * For `altered`: changes the text of a successful response, for faults that `alter` cannot make, such as a duplicate
   * key.
   */
  readonly alterText?: (text: string) => string | Uint8Array;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly times: number;
  /** A regular expression for the paths that are affected; all paths if missing. */
  readonly path?: RegExp;
}

/** A running stand-in of one vendor: an HTTP server on 127.0.0.1. */
export interface Fake {
  /** The settings and the secret with which `connector.install` gets this stand-in. */
  readonly settings: Json;
  readonly secret: Json;
  plant(person: TestPerson): Planted;
  /** Adds a fault. It ends after `times` requests, or when `heal` is called. */
  fail(fault: Fault): void;
  heal(): void;
  /** `METHOD /path` of every request so far, without the query string. */
  requests(): readonly string[];
  /** Invalidates all access tokens that the stand-in has issued. Does nothing if the vendor's tokens do not expire. */
  expireTokens(): void;
  close(): Promise<void>;
}

export interface FakeOptions {
  /** The maximum page size, to test that a connector reads further pages. */
  readonly pageSize?: number;
  readonly port?: number;
  /**
   * The clock for rate limits, in milliseconds; the clock of the machine if missing. Tests pass a clock that jumps
   * ahead in place of waiting.
   */
  readonly elapsed?: () => number;
}

/** Starts a stand-in of one vendor. */
export type StartFake = (options?: FakeOptions) => Promise<Fake>;

/** A parsed request to a stand-in. */
export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  /** The decoded values for the `{name}`s of the path template. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the fault `same-cursor` is active: the stand-in must then return the same cursor again and again. */
  readonly sameCursor: boolean;
}

export interface FakeAnswer {
  readonly status: number;
  readonly json?: Json;
  readonly bytes?: Uint8Array;
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  answer(request: FakeRequest): FakeAnswer | Promise<FakeAnswer>;
}

export interface FakeServer {
  readonly url: string;
  fail(fault: Fault): void;
  heal(): void;
  requests(): readonly string[];
  close(): Promise<void>;
}

/**
 * Starts the HTTP server that all stand-ins use, with routes, faults and a list of the requests. A path without a route
 * gets status 404.
 */
export async function startFakeServer(routes: readonly FakeRoute[], port = 0): Promise<FakeServer> {
  const faults: { readonly fault: Fault; left: number }[] = [];
  const seen: string[] = [];
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    seen.push(`${request.method ?? ''} ${url.pathname}`);
    const active = faults.find(({ fault, left }) => left > 0 && (fault.path?.test(url.pathname) ?? true));
    if (active !== undefined) {
      active.left -= 1;
      if (active.fault.kind !== 'same-cursor' && active.fault.kind !== 'altered')
        return breakDown(active.fault, response);
    }
    const route = routes.find(({ method, path }) => method === request.method && matchesTemplate(path, url.pathname));
    if (route === undefined) return send(response, { status: 404, json: { message: 'no such path' } });
    const answer = await route.answer({
      method: route.method,
      path: url.pathname,
      params: paramsOf(route.path, url.pathname),
      query: url.searchParams,
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: Buffer.concat(parts).toString('utf8'),
      sameCursor: active?.fault.kind === 'same-cursor',
    });
    const { json } = answer;
    if (active === undefined || json === undefined || answer.status >= 300) return send(response, answer);
    const { alter = (same) => same, alterText = (same) => same } = active.fault;
    const bytes = Buffer.from(alterText(JSON.stringify(alter(json))));
    return send(response, { ...answer, bytes, mediaType: answer.mediaType ?? 'application/json' });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no TCP address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    fail: (fault) => void faults.push({ fault, left: fault.times }),
    heal: () => void faults.splice(0),
    requests: () => [...seen],
    close: async () =>
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function breakDown(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status ?? 500, fault.headers ?? {}).end(fault.body ?? '');
      return;
    case 'html':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><body>We are down for maintenance</body></html>');
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"results": [{"id": 1, "em');
      return;
    case 'disconnect':
      response.destroy();
      return;
    case 'hang':
    case 'same-cursor':
    case 'altered':
      return;
  }
}

function send(response: ServerResponse, answer: FakeAnswer): void {
  const body = answer.bytes ?? (answer.json === undefined ? '' : JSON.stringify(answer.json));
  const mediaType = answer.mediaType ?? (answer.json === undefined ? 'application/octet-stream' : 'application/json');
  response.writeHead(answer.status, { 'content-type': mediaType, ...answer.headers }).end(body);
}

function paramsOf(template: string, path: string): Record<string, string> {
  const values = path.split('/');
  return Object.fromEntries(
    template.split('/').flatMap((part, index) => {
      const name = /^\{([A-Za-z]+)\}$/.exec(part)?.[1];
      return name === undefined ? [] : [[name, decodeURIComponent(values[index] ?? '')]];
    }),
  );
}
