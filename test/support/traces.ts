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

// Values with fewer bytes are not searched for in base64, in hex or as hashes. The short encoded texts would also occur
// by chance.
const shortestEncoded = 6;

/**
 * Returns a function that lists the names of the values that occur in a text or in bytes. A value is found unchanged,
 * in upper or lower case, in UTF-8 or Latin-1, escaped (`\u00e5`), percent-encoded and quoted-printable. It is also
 * found in base64 at any offset, in hex, and as its MD5, SHA-1 or SHA-256 without a salt.
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
 * How the bytes appear in the base64 of a longer text. Base64 encodes groups of three bytes; `offset` says how many
 * bytes of the first group come before these bytes (0, 1 or 2). Characters that also encode bytes of the text around
 * them are cut off.
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
