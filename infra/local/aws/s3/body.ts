import { createHash } from 'node:crypto';
import { awsChunkedDecoder } from './aws-chunked.ts';
import { checksumAlgorithm, checksumHasher, checksumHeader, isChecksum } from './checksum.ts';
import { Refusal } from './refusal.ts';

/** The length, hashes and checksums that a request states for its body. */
export interface BodyClaims {
  /** The number of payload bytes, without the bytes that `aws-chunked` adds. */
  readonly length: number;
  readonly chunked: boolean;
  /** The SHA-256 of the payload in lower-case hex, if the signature covers the payload. */
  readonly sha256: string | undefined;
  /** Base64. */
  readonly md5: string | undefined;
  /**
   * `undefined` if the request has no checksum. `value` is the checksum in base64, or `undefined` if the checksum comes
   * in the trailer, after the body.
   */
  readonly checksum: { readonly value: string | undefined } | undefined;
}

/** The size, hash and checksum of a received body that matches its `BodyClaims`. */
export interface ReceivedBody {
  readonly size: number;
  readonly md5: Buffer;
  /** Base64. */
  readonly checksum: string;
}

const unsignedTrailer = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
const largestBody = 5 * 2 ** 30;

/**
 * Reads what the headers state about the body. `signedPayload` is the value of `x-amz-content-sha256`: the SHA-256 of
 * the payload, `UNSIGNED-PAYLOAD` or `STREAMING-...`.
 */
export function readBodyClaims(headers: ReadonlyMap<string, string>, signedPayload: string): BodyClaims | Refusal {
  const chunked = signedPayload === unsignedTrailer;
  const sha256 = /^[0-9a-f]{64}$/.test(signedPayload) ? signedPayload : undefined;
  if (!chunked && sha256 === undefined && signedPayload !== 'UNSIGNED-PAYLOAD') {
    return signedPayload.startsWith('STREAMING-')
      ? new Refusal('NotImplemented')
      : new Refusal('InvalidArgument', 'x-amz-content-sha256 must be UNSIGNED-PAYLOAD or a valid sha256 value.');
  }
  const stated = headers.get(chunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (stated === undefined) return new Refusal('MissingContentLength');
  if (!/^\d{1,15}$/.test(stated)) return new Refusal('InvalidArgument');
  const length = Number(stated);
  if (length > largestBody) return new Refusal('EntityTooLarge');

  const md5 = headers.get('content-md5');
  if (md5 !== undefined && (!/^[A-Za-z0-9+/]{22}==$/.test(md5) || Buffer.from(md5, 'base64').length !== 16))
    return new Refusal('InvalidDigest');
  const checksum = readChecksumClaim(headers, chunked);
  if (checksum instanceof Refusal) return checksum;
  return { length, chunked, sha256, md5, checksum };
}

function readChecksumClaim(headers: ReadonlyMap<string, string>, chunked: boolean): BodyClaims['checksum'] | Refusal {
  const value = headers.get(checksumHeader);
  const trailer = headers.get('x-amz-trailer');
  const announced = headers.get('x-amz-sdk-checksum-algorithm');
  if (trailer !== undefined) {
    if (trailer.toLowerCase() !== checksumHeader) return new Refusal('NotImplemented');
    if (!chunked) return new Refusal('InvalidRequest', 'x-amz-trailer needs a streaming payload.');
    if (value !== undefined)
      return new Refusal(
        'InvalidRequest',
        'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
      );
  }
  if (value !== undefined && !isChecksum(value))
    return new Refusal('InvalidRequest', `Value for ${checksumHeader} header is invalid.`);
  const isClaimed = value !== undefined || trailer !== undefined;
  if (announced !== undefined && (announced !== checksumAlgorithm || !isClaimed))
    return new Refusal(
      'InvalidRequest',
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  return isClaimed ? { value } : undefined;
}

/**
 * Receives a body in pieces, passes them to `write`, and compares the body with `claims`. If the result is a refusal,
 * the caller must discard the bytes that `write` has received. Throws if the connection breaks or `write` throws.
 */
export async function receiveBody(
  wire: AsyncIterable<Buffer>,
  claims: BodyClaims,
  write: (piece: Buffer) => Promise<void>,
): Promise<ReceivedBody | Refusal> {
  const decoder = claims.chunked ? awsChunkedDecoder() : undefined;
  const hasher = checksumHasher();
  const md5 = createHash('md5');
  const sha256 = claims.sha256 === undefined ? undefined : createHash('sha256');
  let size = 0;
  for await (const bytes of wire) {
    const pieces = decoder?.push(bytes) ?? [bytes];
    if (pieces instanceof Refusal) return pieces;
    for (const piece of pieces) {
      size += piece.length;
      if (size > claims.length) return new Refusal('IncompleteBody');
      md5.update(piece);
      sha256?.update(piece);
      hasher.update(piece);
      await write(piece);
    }
  }
  const trailers = decoder?.finish();
  if (trailers instanceof Refusal) return trailers;
  if (size !== claims.length) return new Refusal('IncompleteBody');
  if (sha256 !== undefined && sha256.digest('hex') !== claims.sha256) return new Refusal('XAmzContentSHA256Mismatch');
  const digest = md5.digest();
  if (claims.md5 !== undefined && digest.toString('base64') !== claims.md5)
    return new Refusal('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  const checksum = hasher.digest();
  if (claims.checksum !== undefined) {
    const expected = claims.checksum.value ?? trailers?.get(checksumHeader);
    if (expected === undefined) return new Refusal('MalformedTrailerError');
    if (expected !== checksum)
      return new Refusal('BadDigest', `The ${checksumAlgorithm} you specified did not match the calculated checksum.`);
  }
  return { size, md5: digest, checksum };
}
