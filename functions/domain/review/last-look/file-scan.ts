import { afterBreak, Base64, endOfData, endOfRun, longestBreak, nextRun, startsOf, type Run } from './base64.ts';
import type { TextDecoder as Decoder } from 'node:util';
import { lookahead, TextScan, type Report, type Values } from './text-scan.ts';

interface Reader {
  readonly base64: Base64;
  readonly inside: FileScan;
}

/** How deep data inside data is looked into: base64 inside base64, UTF-16 inside base64 and so on. */
const deepest = 3;
/** A run of base64 up to this length is decoded from each of its first four characters. */
const shortRun = 256;
/** How many bytes of each piece of a file wait for the next piece. */
const kept = 640;

/**
 * Searches the bytes of one file, given in pieces: as text in UTF-8, ISO 8859-1 or windows-1252, and as UTF-16 if they
 * look like it. The content of base64 is searched in the same ways. At most `kept` bytes are held between two pieces.
 */
export class FileScan {
  private readonly values: Values;
  private readonly report: Report;
  private readonly depth: number;
  private readonly text: TextScan;
  /** The bytes that are read next: first `held` bytes of earlier pieces, then a piece. */
  private buffer = new Uint8Array(0);
  private held = 0;
  /** The place in the file of the first byte of `buffer`. */
  private base = 0;
  /** The readers of the run of base64 in which the last piece ended. */
  private run: readonly Reader[] = [];
  /** `undefined` until the first bytes tell whether the file is UTF-16. */
  private wide: { readonly decoder: Decoder; readonly inside: FileScan } | 'no' | undefined;

  constructor(values: Values, report: Report, depth = 0) {
    this.values = values;
    this.report = report;
    this.depth = depth;
    this.text = new TextScan(values, report);
  }

  add(piece: Uint8Array): void {
    this.read(piece, false);
  }

  end(): void {
    this.read(new Uint8Array(0), true);
  }

  private read(piece: Uint8Array, isLast: boolean): void {
    const bytes = this.hold(piece);
    if (bytes.length <= kept && !isLast) return;
    this.wide ??= this.depth < deepest ? this.asWide(bytes) : 'no';
    this.values.automaton.enter();
    this.text.resume(bytes, this.base);
    const stop = isLast ? bytes.length : bytes.length - kept;
    const at = this.wide === 'no' ? this.readBytes(bytes, stop, isLast) : this.readWide(this.wide, bytes);
    if (isLast) {
      for (const { inside } of this.run) inside.end();
      if (this.wide !== 'no') this.wide.inside.end();
      this.text.end();
    }
    this.text.park(at);
    this.values.automaton.leave();
    this.base += at;
    this.buffer.copyWithin(0, at, this.held);
    this.held -= at;
  }

  /** Adds a piece to the held bytes, and returns them. */
  private hold(piece: Uint8Array): Uint8Array {
    const length = this.held + piece.length;
    if (length > this.buffer.length) {
      const larger = new Uint8Array(length);
      larger.set(this.buffer.subarray(0, this.held));
      this.buffer = larger;
    }
    this.buffer.set(piece, this.held);
    this.held = length;
    return this.buffer.subarray(0, length);
  }

  private readWide({ decoder, inside }: Exclude<FileScan['wide'], 'no' | undefined>, bytes: Uint8Array): number {
    inside.add(new TextEncoder().encode(decoder.decode(bytes, { stream: true })));
    return bytes.length;
  }

  /** Reads the bytes to `stop`, or further if a run of base64 continues. Returns where it stopped. */
  private readBytes(bytes: Uint8Array, stop: number, isLast: boolean): number {
    let at = this.run.length === 0 ? 0 : this.goOn(bytes, 0, isLast);
    while (at < stop) {
      const run = this.depth < deepest ? nextRun(bytes, at, stop) : undefined;
      if (run === undefined) return this.text.scan(at, stop);
      at = this.text.scan(at, run.from);
      if (run.to === bytes.length && !isLast) {
        this.run = startsOf(bytes, run).map((start) => ({
          base64: new Base64(start - run.from),
          inside: this.inside(at),
        }));
        return this.goOn(bytes, run.from, isLast);
      }
      this.lookInto(bytes, run);
      if (run.isData) at = this.skipData(bytes, at, run.to);
      else at = this.text.scan(at, run.to);
    }
    return at;
  }

  /** Reads what is left of a run that began in this piece or in an earlier one. Returns where it stopped. */
  private goOn(bytes: Uint8Array, from: number, isLast: boolean): number {
    const line = afterBreak(bytes, from);
    const end = endOfRun(bytes, line, line === from);
    for (const { base64, inside } of this.run) inside.add(base64.decode(bytes, from, end));
    const after = afterBreak(bytes, end);
    if (isLast || (after < bytes.length && bytes.length - end > longestBreak)) {
      for (const { inside } of this.run) inside.end();
      this.run = [];
    }
    return this.skipData(bytes, from, end);
  }

  /** Skips a run of base64 as text, except its last line if that line is short. */
  private skipData(bytes: Uint8Array, from: number, to: number): number {
    const end = endOfData(bytes, from, to);
    if (end > from) this.text.skip(end);
    return this.text.scan(end, to);
  }

  private lookInto(bytes: Uint8Array, run: Run): void {
    const { from, to } = run;
    // What is before a short value, such as a part of a URL, may look like base64 too.
    const starts = to - from <= shortRun ? [from, from + 1, from + 2, from + 3] : startsOf(bytes, run);
    for (const start of starts) {
      const inside = this.inside(from);
      inside.add(new Base64().decode(bytes, start, to));
      inside.end();
    }
  }

  /** A search of the content of base64. It reports each value at the place where the base64 begins. */
  private inside(at: number): FileScan {
    const place = this.base + at;
    return new FileScan(this.values, (value) => this.report(value, place), this.depth + 1);
  }

  private asWide(bytes: Uint8Array): NonNullable<FileScan['wide']> {
    const encoding = wideEncoding(bytes);
    if (encoding === undefined) return 'no';
    const inside = new FileScan(this.values, (value) => this.report(value, this.base), this.depth + 1);
    return { decoder: new TextDecoder(encoding), inside };
  }
}

/**
 * The encoding of a file that is UTF-16: it has a byte order mark, or nearly every second byte is the high byte of a
 * letter of a European script. UTF-16 that begins later in the file is read too, as far as its letters are in ISO
 * 8859-1, because the automaton skips the byte 0.
 */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < 8) return undefined;
  const length = Math.min(bytes.length, 4096);
  const high = [0, 0];
  for (let at = 0; at < length; at += 1) if ((bytes[at] ?? 0) <= lastEuropean) high[at % 2] = (high[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = high.map((count) => count / (length / 2));
  if (odd > 0.8 && even < 0.5) return 'utf-16le';
  return even > 0.8 && odd < 0.5 ? 'utf-16be' : undefined;
}

/** The high byte of the last European, Hebrew and Arabic letters in Unicode. */
const lastEuropean = 6;

// After the place up to which a piece is read, enough bytes are left for an escape and for a run that is not data.
if (kept < lookahead + shortRun) throw new Error('too few bytes are kept');
