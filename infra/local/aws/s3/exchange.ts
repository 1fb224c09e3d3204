import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Access } from '../../endpoint.ts';
import { isOutOfRoom } from '../../out-of-room.ts';
import { region } from '../region.ts';
import { authenticate, type Authentication, type RefusalCode } from '../signature/sigv4.ts';
import { readAddress } from './address.ts';
import type { Call, Reply, Store } from './call.ts';
import { checksumHeader } from './checksum.ts';
import { Refusal } from './refusal.ts';
import { findOperation } from './route.ts';
import { xmlError } from './xml.ts';

/**
 * Handles one request. The promise never rejects: an unexpected error is passed to `report`, and the client gets 503
 * ServiceUnavailable (the disk is full) or 500 InternalError.
 */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  access: Access,
  store: Store,
  report: (error: unknown) => void,
): Promise<void> {
  const id = store.newId();
  try {
    const reply = await decide(request, access, store);
    if (reply instanceof Refusal) refuse(request, response, reply, id);
    else await send(response, reply, id);
  } catch (error) {
    if (request.destroyed && !request.complete) return; // The caller has disconnected, so there is nobody to answer.
    if (!isDisconnect(error)) report(error);
    if (response.headersSent) response.destroy();
    else refuse(request, response, new Refusal(isOutOfRoom(error) ? 'ServiceUnavailable' : 'InternalError'), id);
  } finally {
    // The rest of a refused body is read and discarded. Otherwise the client could not use the connection again.
    request.resume();
  }
}

async function decide(request: IncomingMessage, access: Access, store: Store): Promise<Reply | Refusal> {
  const method = request.method ?? '';
  const target = request.url ?? '';
  const address = readAddress(target);
  if (address instanceof Refusal) return address;
  const { authorization, 'x-amz-content-sha256': stated } = request.headers;
  if (authorization !== undefined && address.query.has('X-Amz-Signature'))
    return new Refusal('InvalidArgument', 'Only one auth mechanism allowed');
  const authentication = authenticate(
    { method, target, headers: request.headers, bodyHash: '' },
    access.keys,
    store.now(),
  );
  if (!authentication.ok) return refuseSignature(authentication.code, authorization === undefined);
  if (!authentication.presigned && stated === undefined)
    return new Refusal('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  if (authentication.service !== 's3' || authentication.region !== region)
    return new Refusal(
      authentication.presigned ? 'AuthorizationQueryParametersError' : 'AuthorizationHeaderMalformed',
      `The credential should be scoped to s3 in ${region}`,
    );
  if (address.bucket === '') return new Refusal('NotImplemented');

  const { query, headers } = takeParameters(request, address.query, authentication);
  const operation = findOperation(method, address.key === '' ? 'bucket' : 'object', query, headers);
  if (operation instanceof Refusal) return operation;
  const call: Call = {
    bucket: address.bucket,
    key: address.key,
    query,
    headers,
    signedPayload: authentication.signedPayload,
    body: request.iterator({ destroyOnReturn: false }),
    record: (action, resource, prefix) =>
      access.record({
        principal: authentication.principal,
        action,
        resource,
        ...(prefix === undefined ? {} : { prefix }),
      }),
  };
  return operation(call, store);
}

function refuseSignature(code: RefusalCode, presigned: boolean): Refusal {
  switch (code) {
    case 'MissingAuthenticationToken':
      return new Refusal('AccessDenied');
    case 'IncompleteSignature':
      return new Refusal(presigned ? 'AuthorizationQueryParametersError' : 'AuthorizationHeaderMalformed');
    case 'RequestExpired':
      return presigned ? new Refusal('AccessDenied', 'Request has expired') : new Refusal('RequestTimeTooSkewed');
    case 'InvalidAccessKeyId':
    case 'SignatureDoesNotMatch':
      return new Refusal(code);
  }
}

const signatureParameters = new Set([
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-signedheaders',
  'x-amz-signature',
  'x-amz-content-sha256',
  'x-amz-security-token',
]);

// The SDK adds the checksum of an empty body to the query of each presigned PUT. S3 checks only a checksum in a header.
// So S3 accepts such a PUT with any body (github.com/localstack/localstack/pull/12164).
const ignoredParameters = new Set(['x-amz-sdk-checksum-algorithm', checksumHeader]);

/**
 * Splits the query of a request into headers and parameters of the operation. In a presigned URL an `x-amz-` parameter
 * counts as a header, unless it belongs to the signature or is ignored.
 */
function takeParameters(
  request: IncomingMessage,
  query: ReadonlyMap<string, string>,
  { presigned }: Extract<Authentication, { ok: true }>,
): Pick<Call, 'query' | 'headers'> {
  const parameters = new Map<string, string>();
  const headers = new Map<string, string>();
  for (const [name, value] of query) {
    const lower = name.toLowerCase();
    if (!presigned || !lower.startsWith('x-amz-')) parameters.set(name, value);
    else if (!signatureParameters.has(lower) && !ignoredParameters.has(lower)) headers.set(lower, value);
  }
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, typeof value === 'string' ? value : value.join(','));
  return { query: parameters, headers };
}

async function send(response: ServerResponse, reply: Reply, id: string): Promise<void> {
  const { status, body } = reply;
  const headers = { 'x-amz-request-id': id, 'x-amz-id-2': id, ...reply.headers };
  switch (body.kind) {
    case 'none':
      response.writeHead(
        status,
        'content-length' in headers || status === 204 ? headers : { ...headers, 'content-length': '0' },
      );
      response.end();
      return;
    case 'xml':
      response.writeHead(status, {
        ...headers,
        'content-type': 'application/xml',
        'content-length': String(Buffer.byteLength(body.text)),
      });
      response.end(body.text);
      return;
    case 'bytes': {
      const pieces = body.read()[Symbol.asyncIterator]();
      try {
        // The first piece is read before the status is sent. So if the file cannot be read, the client gets an error
        // and not status 200.
        const first = await pieces.next();
        response.writeHead(status, headers);
        await pipeline(follow(first, pieces), response);
      } finally {
        await pieces.return?.();
        body.release();
      }
      return;
    }
  }
}

async function* follow(first: IteratorResult<Buffer, unknown>, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  for (let piece = first; piece.done !== true; piece = await rest.next()) yield piece.value;
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal, id: string): void {
  const text = xmlError([
    ['Code', refusal.code],
    ['Message', refusal.message],
    ['RequestId', id],
    ['HostId', id],
  ]);
  const headers = { 'x-amz-request-id': id, 'x-amz-id-2': id, ...refusal.headers };
  if (request.method === 'HEAD' || refusal.status === 304) {
    response.writeHead(refusal.status, headers);
    response.end();
    return;
  }
  response.writeHead(refusal.status, {
    ...headers,
    'content-type': 'application/xml',
    'content-length': String(Buffer.byteLength(text)),
  });
  response.end(text);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function isDisconnect(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String(codeOf(error)));
}
