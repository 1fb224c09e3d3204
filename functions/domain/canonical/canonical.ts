import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The text of a JSON value in the form of RFC 8785: keys in a fixed order, no spaces. Equal values have the same text,
 * so the text can be hashed.
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('the value has no JSON text');
  return text;
}

/** SHA-256 in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** HMAC-SHA-256 in lower-case hex; `key` is any secret text. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
