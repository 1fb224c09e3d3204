import { decodeEntities } from '../../mail/html/html-entities.ts';

/**
 * What an escape stands for: the code of a character, or nothing, such as a soft line break. A tag of HTML can stand for
 * a gap (`<br>`) or for nothing (`<b>`).
 */
export type Meant = number | 'nothing' | 'gap or nothing';

/** Takes a reading of some bytes as an escape. `to` is the place of the first byte after the escape. */
export type Take = (meant: Meant, to: number) => void;

/** The most bytes of an escape that is read here. */
export const longestEscape = 320;
const longestTag = 256;
const longestName = 8;

const backslash = 0x5c;
const ampersand = 0x26;
const percent = 0x25;
const equals = 0x3d;
const lessThan = 0x3c;
const semicolon = 0x3b;

/** The bytes with which an escape can begin. */
export const introducers: readonly number[] = [backslash, ampersand, percent, equals, lessThan];

/**
 * Gives the readings of the bytes at `at` as an escape, if they are one:
 *
 * - `\u00e5`, `\x41`, `\n` and so on, also with further backslashes (JSON inside JSON), `\'e5` (RTF), `\345` (PDF);
 * - `&aring;`, `&#229;`, `&#xe5;`;
 * - `%C3%A5` (URL) and `=C3=A5` (quoted-printable), also for ISO 8859-1, and the soft line break of the latter;
 * - a tag of HTML.
 *
 * The character that is meant can begin an escape itself, as in `&amp;aring;`: then both readings are given.
 */
export function readEscapes(bytes: Uint8Array, at: number, take: Take): void {
  readFrom(bytes[at] ?? 0, bytes, at + 1, 0, take);
}

function readFrom(introducer: number, bytes: Uint8Array, at: number, depth: number, take: Take): void {
  const one = (meant: Meant, to: number): void => {
    take(meant, to);
    if (typeof meant === 'number' && depth < 3 && introducers.includes(meant))
      readFrom(meant, bytes, to, depth + 1, take);
  };
  switch (introducer) {
    case backslash:
      afterBackslash(bytes, at, one);
      break;
    case ampersand:
      reference(bytes, at, one);
      break;
    case percent:
      encodedByte(percent, bytes, at, one);
      break;
    case equals:
      if (!softBreak(bytes, at, one)) encodedByte(equals, bytes, at, one);
      break;
    case lessThan:
      tag(bytes, at, one);
      break;
    default:
  }
}

function afterBackslash(bytes: Uint8Array, from: number, take: Take): void {
  let at = from;
  while (bytes[at] === backslash && at - from < 16) at += 1;
  const letter = bytes[at] ?? 0;
  // u
  if (letter === 0x75) unicode(bytes, at + 1, take);
  // x, or the single quotation mark of RTF
  else if (letter === 0x78 || letter === 0x27) {
    const byte = hexAt(bytes, at + 1, 2);
    if (byte !== undefined) take(latin1(byte), at + 3);
  } else if (isLineEscape(letter)) take(0x0a, at + 1);
  else {
    const [first, second, third] = [letter - 0x30, (bytes[at + 1] ?? 0) - 0x30, (bytes[at + 2] ?? 0) - 0x30];
    const isOctal = first >= 0 && first <= 3 && second >= 0 && second <= 7 && third >= 0 && third <= 7;
    if (isOctal) take(latin1(first * 64 + second * 8 + third), at + 3);
  }
}

/** Whether a letter after a backslash stands for a line break, a tab or another gap: `b`, `f`, `n`, `r`, `t` or `v`. */
export function isLineEscape(letter: number): boolean {
  return letter === 0x6e || letter === 0x72 || letter === 0x74 || letter === 0x62 || letter === 0x66 || letter === 0x76;
}

function unicode(bytes: Uint8Array, at: number, take: Take): void {
  const code = hexAt(bytes, at, 4);
  if (code === undefined) return;
  let low = at + 4;
  while (bytes[low] === backslash && low - at < 20) low += 1;
  const second = code >= 0xd800 && code <= 0xdbff && bytes[low] === 0x75 ? hexAt(bytes, low + 1, 4) : undefined;
  if (second === undefined || second < 0xdc00 || second > 0xdfff) take(code, at + 4);
  else take(0x10000 + (code - 0xd800) * 0x400 + second - 0xdc00, low + 5);
}

function reference(bytes: Uint8Array, at: number, take: Take): void {
  if (bytes[at] === 0x23) numericReference(bytes, at + 1, take);
  else namedReference(bytes, at, take);
}

function numericReference(bytes: Uint8Array, from: number, take: Take): void {
  const isHex = ((bytes[from] ?? 0) | 0x20) === 0x78;
  const [start, base, most] = isHex ? [from + 1, 16, 6] : [from, 10, 7];
  let code = 0;
  let to = start;
  for (; to - start < most; to += 1) {
    const digit = hexDigit(bytes[to] ?? 0);
    if (digit === undefined || digit >= base) break;
    code = code * base + digit;
  }
  if (to > start && code <= 0x10ffff) take(latin1(code), bytes[to] === semicolon ? to + 1 : to);
}

/** What a name means: its first character, and how many letters after it belong to the text. */
interface Meaning {
  readonly meant: Meant;
  readonly after: number;
}
/** Names that were read before, because a file has the same few names many times. */
const meanings = new Map<number, Meaning | undefined>();
const mostMeanings = 4096;

function namedReference(bytes: Uint8Array, at: number, take: Take): void {
  // The name as one number: at most eight letters and digits of six bits each.
  let key = 0;
  let to = at;
  for (; to - at < longestName; to += 1) {
    const value = letterValue(bytes[to] ?? 0);
    if (value === 0) break;
    key = key * 64 + value;
  }
  if (to - at < 2) return;
  const isClosed = bytes[to] === semicolon;
  if (isClosed) to += 1;
  key = key * 2 + (isClosed ? 1 : 0);
  if (!meanings.has(key)) {
    if (meanings.size >= mostMeanings) meanings.clear();
    meanings.set(key, meaningOf(`&${String.fromCharCode(...bytes.subarray(at, to))}`));
  }
  const meaning = meanings.get(key);
  if (meaning !== undefined) take(meaning.meant, to - meaning.after);
}

function meaningOf(written: string): Meaning | undefined {
  const text = decodeEntities(written);
  if (text === written) return undefined;
  const code = text.codePointAt(0);
  if (code === undefined) return { meant: 'nothing', after: 0 };
  return { meant: code, after: text.length - String.fromCodePoint(code).length };
}

/** A number from 1 to 62 for a letter or digit of ASCII; 0 for any other byte. */
function letterValue(byte: number): number {
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x60;
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x26;
  return byte >= 0x30 && byte <= 0x39 ? byte + 0x05 : 0;
}

/** Reads `%C3%A5` or `%E5`, or the same with another sign in place of `%`. */
function encodedByte(sign: number, bytes: Uint8Array, at: number, take: Take): void {
  const first = hexAt(bytes, at, 2);
  if (first === undefined) return;
  const all = [first];
  let to = at + 2;
  while (all.length < utf8Length(first)) {
    const next = continuation(sign, bytes, to);
    if (next === undefined) break;
    all.push(next.byte);
    ({ to } = next);
  }
  const code = all.length > 1 ? utf8At(Uint8Array.from(all), 0) : -1;
  if (code === -1) take(latin1(first), at + 2);
  else take(code, to);
}

/** The next encoded byte of a character. The sign before it may be encoded itself, and a line may be broken before it. */
function continuation(sign: number, bytes: Uint8Array, from: number) {
  let at = from;
  if (sign === equals && bytes[at] === equals && isBreak(bytes, at + 1)) at += bytes[at + 1] === 0x0d ? 3 : 2;
  if (bytes[at] !== sign) return undefined;
  at += 1;
  let byte = hexAt(bytes, at, 2);
  for (let depth = 0; byte === sign && depth < 3; depth += 1) {
    at += 2;
    byte = hexAt(bytes, at, 2);
  }
  return byte === undefined || byte >> 6 !== 2 ? undefined : { byte, to: at + 2 };
}

function isBreak(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] === 0x0a);
}

function softBreak(bytes: Uint8Array, at: number, take: Take): boolean {
  if (!isBreak(bytes, at)) return false;
  take('nothing', bytes[at] === 0x0d ? at + 2 : at + 1);
  return true;
}

function tag(bytes: Uint8Array, at: number, take: Take): void {
  const first = bytes[at] ?? 0;
  const isTag =
    (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a) || first === 0x2f || first === 0x21;
  if (!isTag) return;
  const last = Math.min(at + longestTag, bytes.length);
  for (let place = at + 1; place < last; place += 1) {
    const length = tagEnd(bytes, place);
    if (length === 0) continue;
    take('gap or nothing', place + length);
    return;
  }
}

/** How many bytes the end of a tag has: `>`, or the same as an escape, `&gt;` or `\u003e`. 0 if this is not the end. */
function tagEnd(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === 0x3e) return 1;
  if (byte === ampersand)
    return bytes[at + 1] === 0x67 && bytes[at + 2] === 0x74 && bytes[at + 3] === semicolon ? 4 : 0;
  return byte === backslash && bytes[at + 1] === 0x75 && hexAt(bytes, at + 2, 4) === 0x3e ? 6 : 0;
}

function hexAt(bytes: Uint8Array, at: number, digits: number): number | undefined {
  let value = 0;
  for (let index = at; index < at + digits; index += 1) {
    const digit = hexDigit(bytes[index] ?? 0);
    if (digit === undefined) return undefined;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(byte: number): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}

/** How many bytes a character of UTF-8 has that begins with this byte; 1 if none begins with it. */
export function utf8Length(first: number): 1 | 2 | 3 | 4 {
  if (first < 0xc2 || first > 0xf4) return 1;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** The character of UTF-8 at this place, if it has more than one byte. Otherwise -1. */
export function utf8At(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = utf8Length(first);
  if (length === 1) return -1;
  let code = first & (0x7f >> length);
  for (let index = at + 1; index < at + length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte >> 6 !== 2) return -1;
    code = code * 64 + (byte & 63);
  }
  return code > 0x10ffff ? -1 : code;
}

// The letters that windows-1252 has and ISO 8859-1 has not: Š, Œ, Ž, š, œ, ž, Ÿ.
const windows1252: ReadonlyMap<number, number> = new Map([
  [0x8a, 0x160],
  [0x8c, 0x152],
  [0x8e, 0x17d],
  [0x9a, 0x161],
  [0x9c, 0x153],
  [0x9e, 0x17e],
  [0x9f, 0x178],
]);

/** The character of a byte in windows-1252. */
export function latin1(byte: number): number {
  return byte >= 0xa0 || byte < 0x80 ? byte : (windows1252.get(byte) ?? byte);
}
