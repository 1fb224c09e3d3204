import type { AnyConnector, Call, CallArguments, RequestArguments, Requester } from './connector.ts';
import { readJson } from '#domain/json-reader.ts';
import { ConnectorFailure, type FailureCode } from './failure.ts';
import { fillPath } from './path-template.ts';
import { textOfJson } from './text-of-json.ts';
import { waitAsked } from './throttle.ts';

/** What the client needs from outside: `fetch`, time and random numbers. Tests pass their own. */
export interface Surroundings {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Resolves after this number of milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** A clock in milliseconds that never goes backward. */
  elapsed(): number;
  /** A random number from 0 to below 1, evenly distributed. */
  random(): number;
  /**
   * How many milliseconds remain until Lambda stops the function. If the wait before another attempt would be longer,
   * the client gives up.
   */
  timeLeft(): number;
}

/** The client that `casework/search` uses. Connectors get it as a `Requester`, without `download`. */
export interface Client extends Requester {
  /**
   * Downloads the document of a declared call as a stream. An HTML or JSON response fails with `unreadable`, because it
   * is a sign-in page or an error message in place of the document.
   */
  download(call: string, args: CallArguments): Promise<ReadableStream<Uint8Array>>;
}

// Unless the response says how long to wait, the client waits 0.5, 1, 2 and 4 seconds between attempts, and a random
// extra time of up to half as long. After the last attempt the search fails.
const attempts = 5;
const firstWait = 500;
const longestAnswer = 32 * 1024 * 1024;
// How many levels deep the JSON of a response may be nested. Data of real systems have fewer levels, and the programs
// that read a package support more.
const deepestAnswer = 100;
const mostFileBytes = 1024 ** 3;
const mostHops = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
// If fewer milliseconds than this remain, the client gives up a download, because the search needs the time to store
// its results.
const leastTimeLeft = 5_000;

/**
 * Makes the HTTP client through which a connector reaches its system.
 *
 * The client makes only declared calls, and no more in a second than `limits` allows. It repeats a call after
 * throttling, a timeout, a status 408 or 5xx, or a broken connection. After a 401 it authorises again and repeats the
 * call once. It follows redirects only for documents, and only to origins in `redirectsTo` of the call.
 *
 * It throws a `ConnectorFailure`, whose message contains no value of the system or the case.
 */
export function createClient(
  connector: Pick<AnyConnector, 'calls' | 'limits' | 'secretOrigin'>,
  origins: Readonly<Record<string, string>>,
  authorise: (requester: Requester) => Promise<Readonly<Record<string, string>>>,
  surroundings: Surroundings,
): Client {
  let authorisation: Promise<Readonly<Record<string, string>>> | undefined;
  let nextSlot = 0;

  const bare = requesterOf(async (name, args) => await attemptAll(name, args, {}));
  const authorised = async (name: string, args: Arguments): Promise<Response> => {
    authorisation ??= authorise(bare);
    try {
      return await attemptAll(name, args, await authorisation);
    } catch (error) {
      if (!(error instanceof ConnectorFailure) || error.code !== 'unauthorised') throw error;
      authorisation = authorise(bare);
      return await attemptAll(name, args, await authorisation);
    }
  };

  async function attemptAll(
    name: string,
    args: Arguments,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    const call = connector.calls[name];
    if (call === undefined) throw new ConnectorFailure('not-declared', `the call ${name} is not declared`);
    const url = addressOf(name, call, args, origins);
    for (let attempt = 1; ; attempt += 1) {
      await keepRate();
      const outcome = await once(name, call, url, args, headers);
      if (outcome.kind === 'answer') return outcome.response;
      const wait = outcome.wait ?? firstWait * 2 ** (attempt - 1) * (1 + surroundings.random() / 2);
      if (attempt >= attempts || wait > surroundings.timeLeft()) throw outcome.failure;
      await surroundings.sleep(wait);
    }
  }

  async function keepRate(): Promise<void> {
    const now = surroundings.elapsed();
    const start = Math.max(now, nextSlot);
    nextSlot = start + 1000 / connector.limits.perSecond;
    if (start > now) await surroundings.sleep(start - now);
  }

  async function once(
    name: string,
    call: Call,
    url: string,
    args: Arguments,
    headers: Readonly<Record<string, string>>,
  ): Promise<Outcome> {
    const { timeoutMilliseconds } = connector.limits;
    // A download may take as long as it needs, as long as further pieces arrive in time.
    const patience = args.streamed ? progress(timeoutMilliseconds) : undefined;
    const signal = patience?.signal ?? AbortSignal.timeout(timeoutMilliseconds);
    let response: Response;
    try {
      patience?.start();
      response = await surroundings.fetch(url, {
        method: call.method,
        redirect: 'manual',
        signal,
        headers: {
          accept: 'application/json',
          ...bodyHeaders(args),
          ...args.headers,
          ...(call.origin === connector.secretOrigin ? headers : {}),
        },
        ...bodyOf(args),
      });
      if (args.streamed && call.redirectsTo !== undefined)
        response = await followed(name, call.redirectsTo, { url, response }, signal);
    } catch (error) {
      if (error instanceof ConnectorFailure) throw error;
      const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
      return retry(timedOut ? 'timeout' : 'unavailable', `${name}: no answer`);
    } finally {
      patience?.stop();
    }
    if (response.status < 300 || (response.status === 404 && args.optional))
      return patience === undefined
        ? await whole(name, response)
        : { kind: 'answer', response: await documentOf(name, response, patience) };
    patience?.start();
    const body = (await bytesOf(name, response).catch(() => Buffer.alloc(0))).toString('utf8', 0, 4_000);
    patience?.stop();
    const failed = `${name}: status ${response.status}`;
    if (response.status === 401) throw new ConnectorFailure('unauthorised', failed);
    const wait = waitAsked(response.status, response.headers, body);
    if (wait !== 'not-throttled') return retry('throttled', failed, wait);
    if (response.status === 403) throw new ConnectorFailure('forbidden', failed);
    if (response.status >= 500 || response.status === 408) return retry('unavailable', failed);
    throw new ConnectorFailure('refused', failed);
  }

  /**
   * Follows redirects to origins that the connector declares, and returns the last response. A redirected request has
   * no authorisation headers, because it is not a declared call.
   */
  async function followed(
    name: string,
    redirectsTo: readonly string[],
    first: { readonly url: string; readonly response: Response },
    signal: AbortSignal,
  ): Promise<Response> {
    let { url, response } = first;
    for (let hop = 1; redirects.has(response.status); hop += 1) {
      await response.body?.cancel();
      if (hop > mostHops) throw new ConnectorFailure('refused', `${name}: redirected too often`);
      const next = targetOf(url, response.headers.get('location'));
      if (next === undefined || !redirectsTo.some((one) => sameOrigin(next, origins[one])))
        throw new ConnectorFailure('address-refused', `${name}: redirected to an address that is not declared`);
      url = next;
      response = await surroundings.fetch(url, {
        method: 'GET',
        redirect: 'manual',
        signal,
        headers: { accept: '*/*' },
      });
    }
    return response;
  }

  /**
   * Returns the response with a stream that checks the document: its announced length, its maximum size, the time
   * between two pieces, and the time until Lambda stops the function. An HTML or JSON response fails at once.
   */
  async function documentOf(name: string, response: Response, patience: Patience): Promise<Response> {
    const { status, headers, body } = response;
    if (isPage(response) || /^application\/(?:[a-z.]+\+)?json\b/i.test(mediaTypeOf(response))) {
      await body?.cancel();
      throw new ConnectorFailure('unreadable', `${name}: the response is HTML or JSON in place of a document`);
    }
    if (body === null) throw new ConnectorFailure('unreadable', `${name}: the document is empty`);
    const most = connector.limits.mostFileBytes ?? mostFileBytes;
    const told = headers.has('content-encoding') ? null : headers.get('content-length');
    if (Number(told ?? 0) > most) {
      await body.cancel();
      throw new ConnectorFailure('too-large', `${name}: the document is too long`);
    }
    async function* counted(source: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
      const reader = source.getReader();
      let bytes = 0;
      try {
        for (;;) {
          patience.start();
          const { done, value } = await reader.read();
          patience.stop();
          if (done) break;
          bytes += value.length;
          if (bytes > most) throw new ConnectorFailure('too-large', `${name}: the document is too long`);
          if (surroundings.timeLeft() < leastTimeLeft)
            throw new ConnectorFailure('timeout', `${name}: the document takes too long`);
          yield value;
        }
      } catch (error) {
        if (error instanceof ConnectorFailure) throw error;
        const code = patience.signal.aborted ? 'timeout' : 'unavailable';
        throw new ConnectorFailure(code, `${name}: the document ended before its last byte`);
      } finally {
        patience.stop();
        // Closes the connection if the caller stops before the end of the document.
        await reader.cancel().catch(() => {});
      }
      if (told !== null && bytes !== Number(told))
        throw new ConnectorFailure('unavailable', `${name}: the document does not have the announced length`);
    }
    return new Response(ReadableStream.from(counted(body)), { status, headers });
  }

  return {
    ...requesterOf(authorised),
    async download(name, args) {
      const response = await authorised(name, {
        ...args,
        headers: { accept: '*/*' },
        optional: false,
        streamed: true,
      });
      if (response.body === null) throw new ConnectorFailure('unreadable', `${name}: the document is empty`);
      return response.body;
    },
  };
}

interface Arguments extends Omit<RequestArguments<unknown>, 'answer'> {
  /** Whether status 404 means that the record does not exist. Otherwise 404 is a failure. */
  readonly optional: boolean;
  /** Whether the caller reads the body as a stream. */
  readonly streamed: boolean;
}

type Outcome =
  | { readonly kind: 'answer'; readonly response: Response }
  | { readonly kind: 'retry'; readonly failure: ConnectorFailure; readonly wait?: number };

function retry(code: FailureCode, message: string, wait?: number): Outcome {
  const failure = new ConnectorFailure(code, message);
  return wait === undefined ? { kind: 'retry', failure } : { kind: 'retry', failure, wait };
}

function requesterOf(send: (name: string, args: Arguments) => Promise<Response>): Requester {
  return {
    request: async (name, args) =>
      await parsed(name, args, await send(name, { ...args, optional: false, streamed: false })),
    async find(name, args) {
      const response = await send(name, { ...args, optional: true, streamed: false });
      if (response.status !== 404) return await parsed(name, args, response);
      // An HTML page with status 404 comes from a proxy or another host, so the record may exist.
      if (isPage(response)) throw new ConnectorFailure('unreadable', `${name}: status 404 came from another server`);
      return undefined;
    },
  };
}

/**
 * Reads the whole body. If the connection breaks in the middle of the body, the call is repeated, as it is for other
 * faults of the connection.
 */
async function whole(name: string, response: Response): Promise<Outcome> {
  try {
    const bytes = await bytesOf(name, response);
    const headers = { 'content-type': mediaTypeOf(response) };
    const body = bytes.length === 0 ? null : bytes;
    return { kind: 'answer', response: new Response(body, { status: response.status, headers }) };
  } catch (error) {
    if (error instanceof ConnectorFailure && error.code === 'unavailable') return { kind: 'retry', failure: error };
    throw error;
  }
}

interface Patience {
  readonly signal: AbortSignal;
  /** Starts the time limit for the next piece. */
  start(): void;
  stop(): void;
}

/** Makes a signal that aborts the request if, after `start`, this many milliseconds pass without a piece. */
function progress(milliseconds: number): Patience {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    start() {
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(new DOMException('no bytes came', 'TimeoutError')), milliseconds);
    },
    stop: () => clearTimeout(timer),
  };
}

/**
 * The URL of a redirect. `undefined` if the header is missing or the URL is refused. A URL is refused if it leads from
 * https to http, has a user name or a password, or writes its host in another way than `new URL` does (such as `0x7f.1`
 * for 127.0.0.1).
 */
function targetOf(from: string, location: string | null): string | undefined {
  if (location === null || location.includes('\\') || !URL.canParse(location, from)) return undefined;
  const next = new URL(location, from);
  const written = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]*)/i.exec(location)?.[1]?.toLowerCase();
  if (written !== undefined && written !== next.host && written !== `${next.host}:443`) return undefined;
  next.hash = '';
  const safe = next.protocol === 'https:' || (next.protocol === 'http:' && from.startsWith('http:'));
  return safe && next.username === '' && next.password === '' ? next.href : undefined;
}

function sameOrigin(url: string, declared: string | undefined): boolean {
  return declared !== undefined && new URL(url).origin === new URL(declared).origin;
}

function mediaTypeOf(response: Response): string {
  return response.headers.get('content-type') ?? '';
}

function isPage(response: Response): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(mediaTypeOf(response));
}

async function parsed<T>(name: string, args: RequestArguments<T>, response: Response): Promise<T> {
  const text = textOfJson(await response.bytes());
  let json: unknown;
  try {
    json = readJson(text, deepestAnswer);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConnectorFailure('unreadable', `${name}: the response is not JSON`);
  }
  const result = args.answer.safeParse(json);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.map(partName).join('.');
  throw new ConnectorFailure('unexpected-answer', `${name}: the response has another shape at ${where || '(root)'}`);
}

/**
 * Returns a key for an error message. A key can be personal data, such as an e-mail address. So a key that does not
 * look like a field name becomes `*`.
 */
function partName(part: PropertyKey): string {
  if (typeof part === 'number') return '[]';
  return typeof part === 'string' && /^[a-z][a-z_]{0,40}$/i.test(part) ? part : '*';
}

async function bytesOf(name: string, response: Response): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const body: AsyncIterable<Uint8Array> | null = response.body;
    for await (const part of body ?? []) {
      size += part.length;
      if (size > longestAnswer) throw new ConnectorFailure('unreadable', `${name}: the response is too long`);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof ConnectorFailure) throw error;
    throw new ConnectorFailure('unavailable', `${name}: the response ended before its last byte`);
  }
  return Buffer.concat(parts);
}

function addressOf(name: string, call: Call, args: CallArguments, origins: Readonly<Record<string, string>>): string {
  const origin = origins[call.origin];
  if (origin === undefined)
    throw new ConnectorFailure('not-declared', `${name}: the settings have no address for ${call.origin}`);
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(args.query ?? {})) if (value !== undefined) query.set(key, String(value));
  const text = query.toString();
  return `${origin}${fillPath(call.path, args.path ?? {})}${text === '' ? '' : `?${text}`}`;
}

function bodyHeaders(args: Arguments): Record<string, string> {
  if (args.json !== undefined) return { 'content-type': 'application/json' };
  return args.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
}

function bodyOf(args: Arguments): { body?: string } {
  if (args.json !== undefined) return { body: JSON.stringify(args.json) };
  return args.form === undefined ? {} : { body: new URLSearchParams(args.form).toString() };
}
