import type { Mark } from './words.ts';
import { piecesOf, type Piece, type Shown } from './shown.ts';

/** A piece of the flat text of a value (`textOf`): from `from` up to, but not including, `to`, in UTF-16 code units. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** The letter of the masked person, such as `A`; `null` if staff gave none. */
  readonly letter: string | null;
}

/** The value with a visible mark in place of each span of `spansToMask`. */
export function maskShown(shown: Shown, spans: readonly Span[], mark: Mark): Shown {
  const pieces = maskedPieces(shown, spans).filter(({ piece }) => piece.is !== 'fixed');
  return withTexts(shown, pieces.map((one) => maskText(one, mark)).values());
}

/** One mark in place of the whole value. */
export function maskWhole(letter: string | null, mark: Mark): Shown {
  return { kind: 'text', text: mark(letter), form: 'ours' };
}

/**
 * The spans that are really masked, in ascending order and without overlaps.
 *
 * A span is cut at the characters that we added to the flat text, such as the line break between two items of a list.
 * It is widened to whole characters as a reader sees them, such as a letter with its accents. If a span touches the
 * name of an entry, the whole name is masked. If it touches the words of an HTML text, the whole source below the words
 * is masked too, because the source contains the same words.
 *
 * Throws a `RangeError` if a span is empty or is not within the flat text.
 */
export function spansToMask(shown: Shown, spans: readonly Span[]): readonly Span[] {
  return maskedPieces(shown, spans).flatMap(({ masked }) => masked);
}

/** A piece of the flat text, where it begins, and what of it is masked. */
interface MaskedPiece {
  readonly piece: Piece;
  readonly start: number;
  readonly masked: readonly Span[];
}

function maskedPieces(shown: Shown, spans: readonly Span[]): readonly MaskedPiece[] {
  const pieces = piecesOf(shown);
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  for (const { from, to } of spans)
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || from >= to || to > length)
      throw new RangeError('a span is not within the text of the value');
  const left = spans.toSorted((a, b) => b.from - a.from);
  let reaching: readonly Span[] = [];
  let at = 0;
  let ofWords: readonly Span[] = [];
  return pieces.map((piece) => {
    const start = at;
    at += piece.text.length;
    const asked = [...reaching, ...beginningBefore(at, left)].filter(({ to }) => to > start);
    reaching = asked.filter(({ to }) => to > at);
    if (piece.is === 'fixed') return { piece, start, masked: [] };
    const before = ofWords;
    ofWords = piece.is === 'words' && piece.text !== '' ? asked : [];
    if (piece.text === '') return { piece, start, masked: [] };
    if (piece.is === 'source' && before.length > 0)
      return { piece, start, masked: whole(start, at, [...before, ...asked]) };
    if (piece.is === 'name') return { piece, start, masked: whole(start, at, asked) };
    return { piece, start, masked: merged(widened(piece, start, asked)) };
  });
}

/**
 * Removes from `left` the spans that begin before `at`, and returns them in ascending order. They are at the end of
 * `left`, which is in descending order of `from`.
 */
function beginningBefore(at: number, left: Span[]): readonly Span[] {
  const first = left.findLastIndex(({ from }) => from >= at) + 1;
  return left.splice(first).reverse();
}

function whole(from: number, to: number, spans: readonly Span[]): readonly Span[] {
  return spans.length === 0 ? [] : [spans.map((span) => ({ ...span, from, to })).reduce(joined)];
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1);
    if (last === undefined || span.from >= last.to) result.push(span);
    else result[result.length - 1] = joined(last, span);
  }
  return result;
}

/** One span that covers both. It has a letter only if both have that letter. */
function joined(one: Span, other: Span): Span {
  const letter = one.letter === other.letter ? one.letter : null;
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to), letter };
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The parts of the spans in the piece, which begins at `start` of the flat text, widened to whole characters. */
function widened({ text }: Piece, start: number, spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0) return [];
  const segments = characters.segment(text);
  return spans.map((span) => {
    const first = Math.max(span.from - start, 0);
    const last = Math.min(span.to - start, text.length) - 1;
    const from = segments.containing(first)?.index ?? first;
    const end = segments.containing(last);
    const to = end === undefined ? last + 1 : end.index + end.segment.length;
    return { ...span, from: start + from, to: start + withoutCombining(text, to) };
  });
}

/**
 * The first position, at or after `at`, whose character would not combine with a `]` before it. A mark ends with `]`.
 */
function withoutCombining(text: string, at: number): number {
  let position = at;
  for (;;) {
    const first = characters.segment(`]${text.slice(position, position + 8)}`).containing(0)?.segment ?? ']';
    if (first === ']') return position;
    position += first.length - 1;
  }
}

function maskText({ piece: { text }, start, masked }: MaskedPiece, mark: Mark): string {
  let result = '';
  let at = 0;
  for (const { from, to, letter } of masked) {
    result += text.slice(at, from - start) + mark(letter);
    at = to - start;
  }
  return result + text.slice(at);
}

/** The same value with other texts, in the order of its pieces. */
function withTexts(shown: Shown, texts: Iterator<string, unknown>): Shown {
  const next = (): string => {
    const { done, value } = texts.next();
    if (done === true) throw new Error('there are fewer texts than pieces of the value');
    return value;
  };
  switch (shown.kind) {
    case 'text': {
      const text = next();
      return text === shown.text ? shown : { kind: 'text', text, form: shown.form };
    }
    case 'html': {
      const words = next();
      if (shown.source === undefined) return { kind: 'html', words };
      return { kind: 'html', words, source: { heading: shown.source.heading, text: next() } };
    }
    case 'list':
      return { kind: 'list', items: shown.items.map((item) => withTexts(item, texts)) };
    case 'entries':
      return {
        kind: 'entries',
        entries: shown.entries.map((entry) => ({ name: next(), shown: withTexts(entry.shown, texts) })),
      };
  }
}
