import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const bodyBytes = 64;

/**
 * Makes a task token: random bytes, signed with the secret of the journal. As on AWS it is base64 with `+`, `/` and
 * `=`.
 */
export function makeToken(secret: Uint8Array): string {
  const body = randomBytes(bodyBytes);
  return Buffer.concat([body, mark(secret, body)]).toString('base64');
}

/**
 * Whether the token was made with the secret of this journal. It may be true although no task waits for the token any
 * more.
 */
export function isOwnToken(secret: Uint8Array, token: string): boolean {
  const bytes = Buffer.from(token, 'base64');
  const given = bytes.subarray(bodyBytes);
  const expected = mark(secret, bytes.subarray(0, bodyBytes));
  return given.length === expected.length && timingSafeEqual(given, expected) && bytes.toString('base64') === token;
}

function mark(secret: Uint8Array, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(body).digest();
}
