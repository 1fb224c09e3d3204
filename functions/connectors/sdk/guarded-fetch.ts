import type { LookupAddress } from 'node:dns';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import zlib from 'node:zlib';
import { isLoopback, mayReach, type PrivateNetwork } from '#domain/network/reach.ts';
import { readIpAddress } from '#domain/network/ip-address.ts';
import { ConnectorFailure } from './failure.ts';
import type { Surroundings } from './requester.ts';

/** Every address that a name has now, as `dns.lookup(host, { all: true })` gives them. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * A `fetch` that reaches the addresses that a system may be reached at and no other. A name is resolved once; every
 * address that it has must be allowed, and the connection is made to one of those and to nothing that the name may stand
 * for a moment later. Plain http is spoken with this very machine only. Follows no redirect.
 * Throws a `ConnectorFailure` (`address-refused`) before anything is sent, `unreadable` where the answer is packed in a
 * way that is not known here, and a `TypeError` where no answer comes.
 */
export function guardedFetch(options: {
  readonly privateNetworks: readonly PrivateNetwork[];
  readonly resolve: Resolve;
}): Surroundings['fetch'] {
  // Connections are kept under the name that they were made for, to the address that was checked then.
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
  return async (address, init) => {
    const url = new URL(address);
    const secure = url.protocol === 'https:';
    if ((!secure && url.protocol !== 'http:') || url.username !== '' || url.password !== '') throw refused();
    const addresses = await addressesOf(url.hostname, options.resolve);
    for (const { address: one } of addresses)
      if (!mayReach(one, options.privateNetworks) || (!secure && !isLoopback(one))) throw refused();
    if (addresses.length === 0) throw new TypeError('the name of the system has no address');
    const request: RequestOptions = {
      method: init.method ?? 'GET',
      headers: { 'user-agent': 'utdrag', ...Object.fromEntries(new Headers(init.headers)) },
      agent: secure ? agents.https : agents.http,
      lookup: lookupOf(addresses),
      ...(init.signal ? { signal: init.signal } : {}),
    };
    const body = typeof init.body === 'string' ? init.body : undefined;
    return responseOf(await answered(secure ? https : http, url, request, body));
  };
}

function refused(): ConnectorFailure {
  return new ConnectorFailure('address-refused', 'the address of the system may not be reached');
}

async function addressesOf(hostname: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  const bytes = readIpAddress(literal);
  return bytes === undefined ? await resolve(hostname) : [{ address: literal, family: bytes.length === 4 ? 4 : 6 }];
}

/** Gives the addresses that were checked, whatever is asked for. */
function lookupOf(addresses: readonly LookupAddress[]): LookupFunction {
  const [first] = addresses;
  return (_host, { all }, give) => {
    if (all) give(null, [...addresses]);
    else give(null, first?.address ?? '', first?.family);
  };
}

async function answered(
  client: typeof http | typeof https,
  url: URL,
  options: RequestOptions,
  body: string | undefined,
): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    let answer: IncomingMessage | undefined;
    const request = client.request(url, options, (message) => {
      answer = message;
      resolve(message);
    });
    request.on('error', (error) => {
      // After the head of the answer, as where more bytes come than it told of: what is read must not look whole.
      answer?.destroy(error);
      const { signal } = options;
      reject(signal?.aborted === true ? signal.reason : new TypeError('the system gave no answer', { cause: error }));
    });
    request.end(body);
  });
}

function responseOf(message: IncomingMessage): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headersDistinct))
    for (const one of value ?? []) headers.append(name, one);
  if (status < 200 || status > 599) {
    message.destroy();
    throw new TypeError('the system gave an answer that is none');
  }
  if (status === 204 || status === 205 || status === 304) {
    message.resume();
    return new Response(null, { status, headers });
  }
  const decoder = decoderOf(message, headers);
  if (decoder === undefined) return new Response(message, { status, headers });
  // What these told of was what was sent.
  headers.delete('content-encoding');
  headers.delete('content-length');
  // The reader of the decoded bytes hears of a failure.
  return new Response(
    pipeline(message, decoder, () => {}),
    { status, headers },
  );
}

function decoderOf(message: IncomingMessage, headers: Headers): ReturnType<typeof decoderFor> {
  try {
    return decoderFor(headers.get('content-encoding'));
  } catch (error) {
    message.destroy();
    throw error;
  }
}

/** Some systems send what they packed although nobody asked for it. */
function decoderFor(encoding: string | null): (Readable & NodeJS.ReadWriteStream) | undefined {
  switch ((encoding ?? '').trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip();
    case 'deflate':
      return zlib.createInflate();
    case 'br':
      return zlib.createBrotliDecompress();
    default:
      // Packed bytes must not pass for the document.
      throw new ConnectorFailure('unreadable', 'the answer is packed in a way that was not asked for');
  }
}
