/** A shorter run of base64 is not looked into: it holds fewer than nine bytes. */
const shortestRun = 12;
/** A run of at least this many characters is not read as text if it has capitals, small letters and digits. */
const surelyData = 48;
/** After a line of at least this many characters, the next line may continue the run. */
const shortestLine = 40;

const longestPath = 64;
/** The most bytes of a line break that is written as in JSON. */
export const longestBreak = 8;

const none = 255;
const values = new Uint8Array(256).fill(none);
for (const [index, sign] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  values[sign.charCodeAt(0)] = index;
// The alphabet for URLs (RFC 4648, section 5).
values['-'.charCodeAt(0)] = 62;
values['_'.charCodeAt(0)] = 63;

/** Bytes that may be base64: from `from` up to `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Whether the bytes are certainly no words, so that they need not be read as text. */
  readonly isData: boolean;
}

/** The first run of base64 that begins at `from` or after it, and before `to`. */
export function nextRun(bytes: Uint8Array, from: number, to: number): Run | undefined {
  for (let probe = from + shortestRun - 1; probe < Math.min(to + shortestRun, bytes.length);) {
    if (values[bytes[probe] ?? 0] === none) {
      probe += shortestRun;
      continue;
    }
    let start = probe;
    while (start > from && values[bytes[start - 1] ?? 0] !== none) start -= 1;
    // The letter of an escaped line break does not belong to the run.
    if (bytes[start - 1] === 0x5c && start < probe) start += 1;
    const end = endOfRun(bytes, start);
    if (end - start >= shortestRun && start < to) {
      const kinds = kindsIn(bytes, start, Math.min(end, start + 256));
      if (kinds.isMixed) return { from: start, to: end, isData: end - start >= surelyData && kinds.hasDigits };
    }
    probe = end + shortestRun;
  }
  return undefined;
}

/**
 * Where the data of a run may begin: at its first character, and after what may be the beginning of a path, such as
 * `/files/` in a URL.
 */
export function startsOf(bytes: Uint8Array, { from, to }: Pick<Run, 'from' | 'to'>): readonly number[] {
  let start = from;
  for (let at = from; at < Math.min(to, from + longestPath); at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2f || byte === 0x2d || byte === 0x5f) start = at + 1;
    else if (byte >= 0x41 && byte <= 0x5a) break;
  }
  // Four characters are three bytes, so the data are the same from every fourth character on.
  return (start - from) % 4 === 0 ? [from] : [from, start];
}

/**
 * The place after the last character of the run that begins at `start`, line breaks included. `goesOn`: the first line
 * began before `start`, so it may be a long one.
 */
export function endOfRun(bytes: Uint8Array, start: number, goesOn = false): number {
  let end = endOfLine(bytes, start);
  let isLong = end - start >= shortestLine || (goesOn && end > start);
  while (isLong) {
    const line = afterBreak(bytes, end);
    const next = endOfLine(bytes, line);
    if (line === end || next === line) break;
    isLong = next - line >= shortestLine;
    end = next;
  }
  return end;
}

function endOfLine(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && values[bytes[end] ?? 0] !== none) end += 1;
  return end;
}

/** The place after a line break, which may be written as in JSON (`\r\n`). The same place if there is none. */
export function afterBreak(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    const escaped = byte === 0x5c ? bytes[at + 1] : undefined;
    if (byte === 0x0d || byte === 0x0a || byte === 0x20) at += 1;
    else if (escaped === 0x72 || escaped === 0x6e) at += 2;
    else return at;
  }
}

/**
 * The place up to which a run is certainly data. A short last line may be text that follows the data. The result is
 * then the place of the line break before it.
 */
export function endOfData(bytes: Uint8Array, from: number, to: number): number {
  let start = to;
  while (start > from && to - start < shortestLine && values[bytes[start - 1] ?? 0] !== none) start -= 1;
  return to - start < shortestLine && start > from ? start - 1 : to;
}

function kindsIn(bytes: Uint8Array, from: number, to: number) {
  let [capitals, small, digits] = [0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x41 && byte <= 0x5a) capitals += 1;
    else if (byte >= 0x61 && byte <= 0x7a) small += 1;
    else if (byte >= 0x30 && byte <= 0x39) digits += 1;
  }
  // Hashes, identifiers, paths and words have only small or only capital letters, apart from the first letter.
  return { isMixed: capitals >= 2 && small >= 1, hasDigits: digits > 0 };
}

/** Decodes base64 piece by piece, without its first `skipped` characters. Skips characters that are not base64. */
export class Base64 {
  private bits = 0;
  private held = 0;
  private skipped: number;

  constructor(skipped = 0) {
    this.skipped = skipped;
  }

  decode(bytes: Uint8Array, from: number, to: number): Uint8Array {
    const decoded = new Uint8Array(Math.ceil(((to - from) * 3) / 4) + 3);
    let length = 0;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      const value = values[byte] ?? none;
      if (value === none) {
        // The letter of an escaped line break does not belong to the data.
        if (byte === 0x5c) at += 1;
        continue;
      }
      if (this.skipped > 0) {
        this.skipped -= 1;
        continue;
      }
      this.held = ((this.held << 6) | value) & 0xffff;
      this.bits += 6;
      if (this.bits >= 8) {
        this.bits -= 8;
        decoded[length] = (this.held >> this.bits) & 0xff;
        length += 1;
      }
    }
    return decoded.subarray(0, length);
  }
}
