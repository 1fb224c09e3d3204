import { emptyClass, hardClass, type Alphabet } from './alphabet.ts';
import { Automaton, type Items } from './automaton.ts';
import {
  introducers,
  isLineEscape,
  latin1,
  longestEscape,
  readEscapes,
  utf8At,
  utf8Length,
  type Meant,
} from './escapes.ts';

/** Called with the index of a value, and with the place of the first byte after it or after the gap that ends it. */
export type Report = (value: number, at: number) => void;

/** What all searches of the same values share. */
export interface Values {
  readonly alphabet: Alphabet;
  readonly automaton: Automaton;
  /** How many letters and digits each value has. */
  readonly lengths: readonly number[];
}

/** A byte that has no class of its own: it begins an escape. */
const escape = 254;
/**
 * A byte that has no class of its own: it is a part of a character, or a character that has no class or several
 * classes.
 */
const character = 255;
/** A value with fewer letters and digits occurs by chance in bytes that are no text. */
const leastInNoise = 6;
/** This many bytes after a control character may be no text. */
const noise = 64;

/**
 * Reads bytes as text: UTF-8, and ISO 8859-1 or windows-1252 where they are not UTF-8. Each escape is read both as it
 * stands and as what it means; after it, the state of the automaton has both readings.
 */
export class TextScan {
  private readonly values: Values;
  private readonly report: Report;
  private readonly classes: Uint8Array;
  /** The class of each byte that is a character of windows-1252; negative as in `Alphabet.single`. */
  private readonly alone: Int16Array;
  private state = 0;
  private kept: Items = Automaton.start;
  /** Readings of escapes whose last byte is at a later place, in the order of these places. */
  private pending: { readonly at: number; state: number; items: Items }[] = [];
  private bytes: Uint8Array = new Uint8Array(0);
  /** The place in the file of the first of `bytes`. */
  private base = 0;
  /** The place of the present step. */
  private at = 0;
  /** The state before the present escape. */
  private before = 0;
  /** The last control character of earlier pieces. */
  private lastControl = -Infinity;

  constructor(values: Values, report: Report) {
    this.values = values;
    this.report = report;
    ({ classes: this.classes, alone: this.alone } = classesOfBytes(values.alphabet));
  }

  /** Gives up the states, so that the automaton may forget them. `read` bytes of the piece have been read. */
  park(read: number): void {
    const { automaton } = this.values;
    this.kept = automaton.itemsOf(this.state);
    for (const one of this.pending) one.items = automaton.itemsOf(one.state);
    this.lastControl = this.controlBefore(read);
  }

  /** Restores the states, and takes the next piece. `base`: the position in the file of the first byte of `bytes`. */
  resume(bytes: Uint8Array, base: number): void {
    const { automaton } = this.values;
    this.bytes = bytes;
    this.base = base;
    this.state = automaton.stateOf(this.kept);
    for (const one of this.pending) one.state = automaton.stateOf(one.items);
  }

  /**
   * Reads the piece from `from` to `to`, and a little further if a character goes beyond `to`. Returns where it stopped.
   * Unless the file ends with this piece, it must have `lookahead` bytes after `to`.
   */
  scan(from: number, to: number): number {
    let at = from;
    while (at < to) {
      const waiting = this.pending[0];
      const stop = waiting === undefined ? to : Math.min(to, waiting.at - this.base);
      at = this.readKnown(at, stop);
      if (at >= stop) this.join(at);
      else at += this.readNext(at);
    }
    return at;
  }

  /** Puts a gap in place of bytes that are not read as text. `to` is the place after them. */
  skip(to: number): void {
    this.join(to);
    this.step(hardClass, to);
  }

  /** Ends the file and its last piece. */
  end(): void {
    this.join(Infinity);
    this.at = this.bytes.length;
    this.values.automaton.end(this.state, this.found);
  }

  /**
   * Reads bytes as long as the next state is in the table. Returns where it stopped. Nearly all time is spent here, so
   * the loop does as little as possible.
   */
  private readKnown(from: number, to: number): number {
    const { bytes, classes, alone } = this;
    const { table } = this.values.automaton;
    const { single } = this.values.alphabet;
    let { state } = this;
    let at = from;
    while (at < to) {
      const byte = bytes[at] ?? 0;
      let symbol = classes[byte] ?? character;
      let length = 1;
      if (symbol >= escape) {
        if (symbol === escape) break;
        // Most characters outside of ASCII have two bytes.
        const second = bytes[at + 1] ?? 0;
        if (byte >= 0xc2 && byte <= 0xf4 && second >> 6 === 2) {
          if (byte > 0xdf) break;
          symbol = single[((byte & 0x1f) << 6) | (second & 0x3f)] ?? -1;
          length = 2;
        } else symbol = alone[byte] ?? -1;
        if (symbol < 0) break;
      }
      const next = table[state + symbol] ?? 0;
      if (next <= 0) break;
      state = next;
      at += length;
    }
    this.state = state;
    return at;
  }

  /** Reads a character, or a byte that may begin an escape. Returns how many bytes it read. */
  private readNext(at: number): number {
    const byte = this.bytes[at] ?? 0;
    const symbol = this.classes[byte] ?? character;
    if (symbol === escape) return this.readEscape(at);
    if (symbol < escape) {
      this.step(symbol, at);
      return 1;
    }
    const code = utf8At(this.bytes, at);
    this.read(code === -1 ? latin1(byte) : code, at);
    return code === -1 ? 1 : utf8Length(byte);
  }

  private readEscape(at: number): number {
    this.before = this.state;
    this.step(hardClass, at);
    const after = this.state;
    const letter = this.bytes[at + 1] ?? 0;
    if (this.bytes[at] === backslash && isLineEscape(letter)) {
      // `\n` is the most frequent escape in JSON. It is a gap, or a gap and a letter.
      this.step(this.values.alphabet.classOf(letter), at + 1);
      this.state = this.values.automaton.union(this.state, after);
      return 2;
    }
    readEscapes(this.bytes, at, this.take);
    this.state = after;
    return 1;
  }

  /** A reading of an escape. Its state is kept until all its bytes are read as they stand. */
  private readonly take = (code: Meant, to: number): void => {
    this.state = this.before;
    if (code === 'gap or nothing') this.step(emptyClass, to);
    else if (code !== 'nothing') this.read(code, to);
    const at = this.base + to;
    let place = this.pending.length;
    while (place > 0 && (this.pending[place - 1]?.at ?? 0) > at) place -= 1;
    const one = { at, state: this.state, items: Automaton.start };
    if (place === this.pending.length) this.pending.push(one);
    else this.pending.splice(place, 0, one);
  };

  /** Adds the readings of escapes that end at this place or before it. */
  private join(to: number): void {
    const at = this.base + to;
    for (let first = this.pending[0]; first !== undefined && first.at <= at; first = this.pending[0]) {
      this.state = this.values.automaton.union(this.state, first.state);
      this.pending.shift();
    }
  }

  private read(code: number, at: number): void {
    const { alphabet } = this.values;
    const symbol = alphabet.classOf(code);
    if (symbol >= 0) this.step(symbol, at);
    else for (const one of alphabet.classesOf(code)) this.step(one, at);
  }

  private step(symbol: number, at: number): void {
    this.at = at;
    this.state = this.values.automaton.next(this.state, symbol, this.found);
  }

  private readonly found = (value: number): void => {
    const isShort = (this.values.lengths[value] ?? 0) < leastInNoise;
    const at = this.base + this.at;
    if (!isShort || at - this.controlBefore(this.at) > noise) this.report(value, at);
  };

  /** The place in the file of the last control character among the `noise` bytes before this place. */
  private controlBefore(to: number): number {
    for (let at = Math.min(to, this.bytes.length) - 1; at >= Math.max(0, to - noise); at -= 1)
      if (isControl(this.bytes[at] ?? 0)) return this.base + at;
    return this.lastControl;
  }
}

const backslash = 0x5c;

/** Whether a byte is a control character that a text does not have. The byte 0 is a half of a letter in UTF-16. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 0 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f;
}

/** How many bytes a scan needs after the place up to which it reads. */
export const lookahead = longestEscape;

interface ByteClasses {
  /** The class of each byte, or `escape` or `character`. */
  readonly classes: Uint8Array;
  readonly alone: Int16Array;
}

const known = new WeakMap<Alphabet, ByteClasses>();

function classesOfBytes(alphabet: Alphabet): ByteClasses {
  const before = known.get(alphabet);
  if (before !== undefined) return before;
  const classes = new Uint8Array(256).fill(character);
  const alone = new Int16Array(256).fill(-1);
  for (let byte = 0; byte < 0x80; byte += 1)
    classes[byte] = isControl(byte) ? hardClass : introducers.includes(byte) ? escape : alphabet.classOf(byte);
  for (let byte = 0x80; byte < 0x100; byte += 1) alone[byte] = alphabet.classOf(latin1(byte));
  classes[0] = emptyClass;
  known.set(alphabet, { classes, alone });
  return { classes, alone };
}
