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

/** Resolves a host name to its IP addresses, like `dns.lookup(host, { all: true })`. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * Makes a `fetch` that connects only to IP addresses that `domain/network` allows.
 *
 * The host name is resolved once for each request, and all of its addresses must be allowed. The request connects to
 * one of these addresses, without a second DNS query that could return another one. Plain HTTP is allowed only to this
 * machine. Redirects are not followed.
 *
 * Throws a `ConnectorFailure` with `address-refused` before it sends anything, or with `unreadable` for an unknown
 * content encoding. Throws a `TypeError` if no response comes.
 */
export function guardedFetch(options: {
  readonly privateNetworks: readonly PrivateNetwork[];
  readonly resolve: Resolve;
}): Surroundings['fetch'] {
  // A later request to the same host may reuse a connection. Its address was checked when it was opened.
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
  return async (address, init) => {
    const url = new URL(address);
    const secure = url.protocol === 'https:';
    if ((!secure && url.protocol !== 'http:') || url.username !== '' || url.password !== '') throw refused();
    const addresses = await addressesOf(url.hostname, options.resolve);
    for (const { address: one } of addresses)
      if (!mayReach(one, options.privateNetworks) || (!secure && !isLoopback(one))) throw refused();
    if (addresses.length === 0) throw new TypeError('the host name of the system has no address');
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
  return new ConnectorFailure('address-refused', 'the address of the system is not allowed');
}

async function addressesOf(hostname: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  const bytes = readIpAddress(literal);
  return bytes === undefined ? await resolve(hostname) : [{ address: literal, family: bytes.length === 4 ? 4 : 6 }];
}

/** Makes a `lookup` for Node's HTTP client that returns the checked addresses. */
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
      // If the connection breaks after the headers, the body must fail too. Otherwise a body that broke off would look
      // complete.
      answer?.destroy(error);
      const { signal } = options;
      reject(signal?.aborted === true ? signal.reason : new TypeError('the system gave no response', { cause: error }));
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
    throw new TypeError('the system gave an invalid response');
  }
  if (status === 204 || status === 205 || status === 304) {
    message.resume();
    return new Response(null, { status, headers });
  }
  const decoder = decoderOf(message, headers);
  if (decoder === undefined) return new Response(message, { status, headers });
  // These two headers describe the encoded body, and the response contains the decoded one.
  headers.delete('content-encoding');
  headers.delete('content-length');
  // If the encoded stream fails, the decoded stream fails too.
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

/** The decoder for an encoded body. The request asks for no encoding, but some systems send one. */
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
      // Without this error the encoded bytes would be stored as the document.
      throw new ConnectorFailure('unreadable', 'the response has a content encoding that was not requested');
  }
}
