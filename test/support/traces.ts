import { createHash } from 'node:crypto';

/**
 * A value to search for, and a name for it. The output of a test shows the name, because the value is personal data.
 */
export interface Wanted {
  readonly name: string;
  readonly value: string;
}

interface Needle {
  readonly name: string;
  readonly bytes: string;
}

// Shorter values are not searched for in base64, in hex or as hashes, because short sequences also occur by chance.
const shortestEncoded = 6;

/**
 * Finds the values in text or bytes. The value may be unchanged, in another letter case, in UTF-8, in Latin-1, escaped
 * or percent-encoded. It may also be in base64 at any offset, in hex, or hashed without salt.
 */
export function tracer(wanted: readonly Wanted[]): (haystack: string | Uint8Array) => readonly string[] {
  const needles = wanted.flatMap(needlesOf);
  return (haystack) => {
    const text = latin1(typeof haystack === 'string' ? Buffer.from(haystack) : Buffer.from(haystack));
    return [...new Set(needles.filter(({ bytes }) => text.includes(bytes)).map(({ name }) => name))];
  };
}

function needlesOf({ name, value }: Wanted): readonly Needle[] {
  const cases = [...new Set([value, value.toLowerCase(), value.toUpperCase(), value.normalize('NFD')])];
  const plain = cases.flatMap((one): Needle[] => [
    { name, bytes: utf8(one) },
    { name: `${name} in Latin-1`, bytes: one },
    { name: `${name} escaped`, bytes: escaped(one) },
    { name: `${name} escaped`, bytes: escaped(one).toUpperCase().replaceAll('\\U', '\\u') },
    ...[encodeURIComponent(one), encodeURIComponent(one).replaceAll('%20', '+')].flatMap((encoded) => [
      { name: `${name} URL-encoded`, bytes: encoded },
      { name: `${name} URL-encoded`, bytes: encoded.replaceAll(/%../g, (part) => part.toLowerCase()) },
    ]),
    { name: `${name} quoted-printable`, bytes: quotedPrintable(one) },
  ]);
  if (Buffer.byteLength(value) < shortestEncoded) return plain;
  const encoded = cases.flatMap((one): Needle[] => {
    const bytes = Buffer.from(one);
    const base64 = [0, 1, 2].map((offset) => middleOfBase64(bytes, offset));
    return [
      ...base64.map((text) => ({ name: `${name} in base64`, bytes: text })),
      ...base64.map((text) => ({
        name: `${name} in base64url`,
        bytes: text.replaceAll('+', '-').replaceAll('/', '_'),
      })),
      { name: `${name} in hex`, bytes: bytes.toString('hex') },
      { name: `${name} in hex`, bytes: bytes.toString('hex').toUpperCase() },
      ...['md5', 'sha1', 'sha256'].flatMap((algorithm) => [
        { name: `${algorithm} of ${name}`, bytes: createHash(algorithm).update(bytes).digest('hex') },
        { name: `${algorithm} of ${name}`, bytes: createHash(algorithm).update(bytes).digest('base64') },
      ]),
    ];
  });
  return [...plain, ...encoded];
}

/**
 * The base64 of the bytes if `offset` bytes (0, 1 or 2) come before them in a group of three. Characters at the ends
 * that also depend on other bytes are cut off.
 */
function middleOfBase64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor(((offset + bytes.length) * 8) / 6);
  return text.slice(from, to);
}

function escaped(text: string): string {
  return text.replaceAll(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function quotedPrintable(text: string): string {
  return utf8(text).replaceAll(/[\u0080-\u00ff]/g, (one) => `=${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

function utf8(text: string): string {
  return latin1(Buffer.from(text));
}

function latin1(bytes: Buffer): string {
  return bytes.toString('latin1');
}
