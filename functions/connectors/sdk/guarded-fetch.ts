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

/** The addresses of a host name at this moment, as `dns.lookup(host, { all: true })` returns them. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * A `fetch` that reaches only the allowed addresses of a system. A name is resolved once, and all of its addresses must
 * be allowed. The connection goes to one of the checked addresses, even if the name is changed a moment later. Plain
 * http is allowed only to this machine. Redirects are not followed. Throws a `ConnectorFailure` with `address-refused`
 * before anything is sent, or with `unreadable` for an unknown content encoding. Throws a `TypeError` if no response
 * comes.
 */
export function guardedFetch(options: {
  readonly privateNetworks: readonly PrivateNetwork[];
  readonly resolve: Resolve;
}): Surroundings['fetch'] {
  // Connections are reused by host name. Each goes to the address that was checked for that name.
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

/** A `lookup` that returns the checked addresses for any host name. */
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
      // An error after the response headers, for example if more bytes come than announced. The body must not look
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
  // These headers described the encoded body.
  headers.delete('content-encoding');
  headers.delete('content-length');
  // The stream of decoded bytes fails if the encoded stream fails.
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

/** Some systems send an encoded body although the request did not allow one. */
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
      // Encoded bytes must not be stored as if they were the document.
      throw new ConnectorFailure('unreadable', 'the response has a content encoding that was not requested');
  }
}
