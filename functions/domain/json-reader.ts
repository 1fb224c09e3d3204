import { ExactNumber } from './json.ts';

/** Why a value could not be copied unchanged. `another-shape`: the value is JSON, but does not match the schema. */
export const unreadableReasons = ['duplicate-key', 'too-deep', 'not-text', 'another-shape'] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/**
 * Stands in place of a value that cannot be kept unchanged. Such values are the value of a duplicate key, a list or
 * object that is nested too deeply, and a text that is not UTF-8. A value that does not match the schema is replaced
 * too. A record that contains such a value counts as unreadable; other records are read.
 */
export class Unreadable {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    this.reason = reason;
  }
}

/** What `readJson` returns: values exactly as they were written, or `Unreadable`. */
export type ReadJson =
  | null
  | boolean
  | number
  | string
  | ExactNumber
  | Unreadable
  | readonly ReadJson[]
  | { readonly [key: string]: ReadJson };

/** The reason of the first unreadable part in a value; `undefined` if every part is readable. */
export function unreadableIn(value: ReadJson): UnreadableReason | undefined {
  if (value instanceof Unreadable) return value.reason;
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return undefined;
  for (const part of Object.values(value)) {
    const reason = unreadableIn(part);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

type Frame =
  | { readonly kind: 'list'; readonly items: ReadJson[] }
  | { readonly kind: 'object'; readonly entries: Map<string, ReadJson>; key: string };

/**
 * Reads a JSON text (RFC 8259). `JSON.parse` silently alters some values; this function keeps them, or returns
 * `Unreadable` in their place. Numbers keep their digits. The value of a duplicate key is `Unreadable`, and so are
 * lists and objects nested deeper than `deepest`. An unpaired surrogate that is written as an escape (`\ud800`) is
 * kept. An unpaired surrogate that is not written as an escape stands for a byte that was not UTF-8 (`textOfJson` puts
 * it there). It makes its text `Unreadable`. The function uses no recursion. If the text is not JSON, the function
 * throws a `SyntaxError` that contains nothing of the text.
 */
export function readJson(text: string, deepest: number): ReadJson {
  const open: Frame[] = [];
  let at = 0;

  function fail(): never {
    throw new SyntaxError('not a JSON text');
  }
  function skipBlanks(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at += 1;
    }
  }
  function word(expected: string, value: boolean | null): boolean | null {
    if (!text.startsWith(expected, at)) fail();
    at += expected.length;
    return value;
  }
  function number(): number | ExactNumber {
    numberPattern.lastIndex = at;
    const source = numberPattern.exec(text)?.[0];
    if (source === undefined) fail();
    at += source.length;
    const value = Number(source);
    return String(value) === source ? value : new ExactNumber(source);
  }
  /** Reads a text between quotation marks. `whole` is false if the text contains bytes that are not UTF-8. */
  function quoted(): { readonly value: string; readonly whole: boolean } {
    at += 1;
    let value = '';
    let whole = true;
    for (;;) {
      plainPattern.lastIndex = at;
      const plain = plainPattern.exec(text)?.[0] ?? '';
      at += plain.length;
      whole &&= plain.isWellFormed();
      value += plain;
      const end = text.charAt(at);
      if (end === '"') {
        at += 1;
        return { value, whole };
      }
      escapePattern.lastIndex = at;
      const escape = escapePattern.exec(text);
      if (escape === null) fail();
      at += escape[0].length;
      value +=
        escape[1] === undefined
          ? (escapes.get(escape[0].charAt(1)) ?? fail())
          : String.fromCharCode(Number.parseInt(escape[1], 16));
    }
  }
  /** Skips a list or an object that is nested too deeply. */
  function skipped(): Unreadable {
    let depth = 0;
    do {
      const next = text.charAt(at);
      if (next === '') fail();
      if (next === '"') {
        quoted();
        continue;
      }
      if (next === '[' || next === '{') depth += 1;
      if (next === ']' || next === '}') depth -= 1;
      at += 1;
    } while (depth > 0);
    return new Unreadable('too-deep');
  }
  /**
   * Reads a value that contains no other values. If a list or an object begins here, opens it and returns `undefined`.
   */
  function simple(): ReadJson | undefined {
    skipBlanks();
    switch (text.charAt(at)) {
      case '"': {
        const { value, whole } = quoted();
        return whole ? value : new Unreadable('not-text');
      }
      case 't':
        return word('true', true);
      case 'f':
        return word('false', false);
      case 'n':
        return word('null', null);
      case '[':
        return opened({ kind: 'list', items: [] }, ']');
      case '{':
        return opened({ kind: 'object', entries: new Map(), key: '' }, '}');
      default:
        return number();
    }
  }
  function opened(frame: Frame, end: string): ReadJson | undefined {
    if (open.length >= deepest) return skipped();
    at += 1;
    skipBlanks();
    if (text.charAt(at) === end) {
      at += 1;
      return valueOf(frame);
    }
    open.push(frame);
    if (frame.kind === 'object') readKey(frame);
    return undefined;
  }
  function readKey(frame: Frame & { readonly kind: 'object' }): void {
    skipBlanks();
    if (text.charAt(at) !== '"') fail();
    const { value, whole } = quoted();
    frame.key = whole ? value : value.toWellFormed();
    if (frame.entries.has(frame.key)) frame.entries.set(frame.key, new Unreadable('duplicate-key'));
    else if (!whole) frame.entries.set(frame.key, new Unreadable('not-text'));
    skipBlanks();
    if (text.charAt(at) !== ':') fail();
    at += 1;
  }
  function put(frame: Frame, value: ReadJson): void {
    if (frame.kind === 'list') frame.items.push(value);
    // If `readKey` has already entered the key (it occurred before, or is not UTF-8), its value is `Unreadable`, and
    // stays so.
    else if (!frame.entries.has(frame.key)) frame.entries.set(frame.key, value);
  }

  for (;;) {
    let value = simple();
    if (value === undefined) continue;
    for (;;) {
      const frame = open.at(-1);
      skipBlanks();
      if (frame === undefined) {
        if (at < text.length) fail();
        return value;
      }
      put(frame, value);
      const next = text.charAt(at);
      at += 1;
      if (next === ',') {
        if (frame.kind === 'object') readKey(frame);
        break;
      }
      if (next !== (frame.kind === 'list' ? ']' : '}')) fail();
      open.pop();
      value = valueOf(frame);
    }
  }
}

function valueOf(frame: Frame): ReadJson {
  // `Object.fromEntries` defines an own property for every key, even for `__proto__`.
  return frame.kind === 'list' ? frame.items : Object.fromEntries(frame.entries);
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainPattern = /[^"\\\u0000-\u001f]*/y;
const escapePattern = /\\(?:["\\/bfnrt]|u([0-9a-fA-F]{4}))/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
