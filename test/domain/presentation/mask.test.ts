import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskShown, maskWhole, spansToMask, type Span } from '#domain/presentation/mask.ts';
import { piecesOf, textOf, type Shown } from '#domain/presentation/shown.ts';
import { presentationWords } from '#domain/presentation/words.ts';

const { mark } = presentationWords.sv;
const held = (text: string): Shown => ({ kind: 'text', text, form: 'held' });
/** The spans of each occurrence of `part` in the flat text of `shown`. */
function spansOf(shown: Shown, part: string): Span[] {
  const pieces = textOf(shown).split(part);
  expect(pieces.length).toBeGreaterThan(1);
  return pieces.slice(0, -1).map((_, index) => {
    const from = pieces.slice(0, index + 1).join(part).length;
    return { from, to: from + part.length, letter: null };
  });
}
const masked = (shown: Shown, part: string): Shown => maskShown(shown, spansOf(shown, part), mark);

describe('A masked span', () => {
  it('is a mark in the flat text and in the tree', () => {
    const shown = held('Ring Bo Ek om fakturan');
    expect(masked(shown, 'Bo Ek')).toEqual(held('Ring [annan person] om fakturan'));
    expect(maskShown(shown, [{ from: 5, to: 10, letter: 'A' }], mark)).toEqual(held('Ring [person A] om fakturan'));
    expect(maskShown(shown, [{ from: 5, to: 10, letter: null }], presentationWords.en.mark)).toEqual(
      held('Ring [another person] om fakturan'),
    );
  });

  it('leaves the rest of a list and of entries in place', () => {
    const shown: Shown = {
      kind: 'entries',
      entries: [
        { name: 'adress', shown: held('Bo Ek, Björkgatan 3') },
        { name: 'kontakter', shown: { kind: 'list', items: [held('Bo Ek'), held('Åsa Berg')] } },
      ],
    };
    expect(textOf(shown)).toBe('adress: Bo Ek, Björkgatan 3\nkontakter:\n  • Bo Ek\n  • Åsa Berg');
    expect(textOf(masked(shown, 'Bo Ek'))).toBe(
      'adress: [annan person], Björkgatan 3\nkontakter:\n  • [annan person]\n  • Åsa Berg',
    );
  });

  it('of several items gives each of them its mark', () => {
    const shown: Shown = { kind: 'list', items: [held('Bo Ek'), held('Åsa Berg'), held('Li Ek')] };
    expect(textOf(maskShown(shown, [{ from: 5, to: 14, letter: null }], mark))).toBe(
      '• Bo [annan person]\n• [annan person]Berg\n• Li Ek',
    );
  });

  it('masks the whole name of an entry that it touches', () => {
    const shown: Shown = { kind: 'entries', entries: [{ name: 'bo.ek@example.org', shown: held('granne') }] };
    expect(textOf(maskShown(shown, [{ from: 3, to: 5, letter: null }], mark))).toBe('[annan person]: granne');
    expect(textOf(maskShown(shown, [{ from: 16, to: 21, letter: null }], mark))).toBe(
      '[annan person]: [annan person]anne',
    );
  });

  it('of the words of an HTML text masks its source too, which contains the same words', () => {
    const source = '<p title="granne">Ring <b>Bo</b> Ek</p>';
    const shown: Shown = { kind: 'html', words: 'Ring Bo Ek', source: { heading: 'Texten', text: source } };
    expect(textOf(shown)).toBe(`Ring Bo Ek\nTexten:\n${source}`);
    expect(textOf(masked(shown, 'Bo Ek'))).toBe('Ring [annan person]\nTexten:\n[annan person]');
    expect(textOf(masked(shown, 'granne'))).toBe(
      'Ring Bo Ek\nTexten:\n<p title="[annan person]">Ring <b>Bo</b> Ek</p>',
    );
  });

  it('of a whole value is one mark', () => {
    expect(textOf(maskWhole('B', mark))).toBe('[person B]');
    expect(textOf(maskWhole(null, presentationWords.en.mark))).toBe('[another person]');
  });

  it('of a date leaves no stored date', () => {
    const shown: Shown = { kind: 'text', text: '31 januari 1980', form: 'ours', time: '1980-01-31' };
    expect(JSON.stringify(masked(shown, 'januari'))).not.toContain('1980-01-31');
  });

  it.each([
    ['a surrogate pair', '😀 hej', 1, 2, '[annan person] hej'],
    ['a family', 'x👩‍👩‍👧y', 1, 3, 'x[annan person]y'],
    ['a letter and its accent', 'A\u030asa', 0, 1, '[annan person]sa'],
    ['an accent alone', 'A\u030asa', 1, 2, '[annan person]sa'],
    ['a flag', '🇸🇪🇳🇴', 1, 2, '[annan person]🇳🇴'],
    ['Arabic with vowel signs', 'مَرحبا', 0, 1, '[annan person]رحبا'],
    ['a line break before a lone accent', '\n\u0301x', 0, 1, '[annan person]x'],
  ])('never leaves half of %s', (_, text, from, to, expected) => {
    expect(textOf(maskShown(held(text), [{ from, to, letter: null }], mark))).toBe(expected);
  });

  it('that overlaps a span of another person is a mark that names nobody', () => {
    const shown = held('Bo Ek');
    const both = (letter: string): Span[] => [
      { from: 0, to: 3, letter: 'A' },
      { from: 2, to: 5, letter },
    ];
    expect(textOf(maskShown(shown, both('A'), mark))).toBe('[person A]');
    expect(textOf(maskShown(shown, both('B'), mark))).toBe('[annan person]');
  });

  it('that starts where another ends is its own mark', () => {
    const spans: Span[] = [
      { from: 2, to: 5, letter: 'B' },
      { from: 0, to: 2, letter: 'A' },
    ];
    expect(spansToMask(held('Bo Ek'), spans)).toEqual(spans.toReversed());
    expect(textOf(maskShown(held('Bo Ek'), spans, mark))).toBe('[person A][person B]');
  });

  it.each([
    [-1, 2],
    [0, 6],
    [2, 2],
    [0.5, 2],
    [Number.NaN, 2],
  ])('from %d to %d of five is refused', (from, to) => {
    expect(() => maskShown(held('Bo Ek'), [{ from, to, letter: null }], mark)).toThrow(RangeError);
  });
});

describe('Masking any value', () => {
  const parts = [
    'a',
    ' ',
    '\n',
    '😀',
    '👩‍👩‍👧',
    'e\u0301',
    '\u0301',
    '\u200d',
    '🇸🇪',
    'שלום',
    'مَرحبا',
    '\u0600',
    'Bo',
    'ﷺ',
    '\ud800',
    '👍🏽',
  ];
  const text = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((found) => found.join(''));
  const { shown: anyShown } = fc.letrec<{ shown: Shown }>((tie) => ({
    shown: fc.oneof(
      { depthSize: 'small' },
      fc.record({ kind: fc.constant('text' as const), text, form: fc.constantFrom('held' as const, 'ours' as const) }),
      fc.record({ kind: fc.constant('html' as const), words: text }),
      fc.record({
        kind: fc.constant('html' as const),
        words: text,
        source: fc.record({ heading: fc.constant('Texten'), text }),
      }),
      fc.record({ kind: fc.constant('list' as const), items: fc.array(tie('shown'), { maxLength: 3 }) }),
      fc.record({
        kind: fc.constant('entries' as const),
        entries: fc.array(fc.record({ name: text, shown: tie('shown') }), { maxLength: 3 }),
      }),
    ),
  }));
  const shownAndSpans = anyShown
    .filter((shown) => textOf(shown) !== '')
    .chain((shown) => {
      const { length } = textOf(shown);
      const span = fc
        .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 12 }), fc.constantFrom(null, 'A', 'B'))
        .map(([from, size, letter]): Span => ({ from, to: Math.min(from + size, length), letter }));
      return fc.tuple(fc.constant(shown), fc.array(span, { maxLength: 4 }));
    });

  it('replaces the masked spans of the flat text, and nothing else', () => {
    fc.assert(
      fc.property(shownAndSpans, ([shown, spans]) => {
        let expected = textOf(shown);
        for (const { from, to, letter } of spansToMask(shown, spans).toReversed())
          expected = expected.slice(0, from) + mark(letter) + expected.slice(to);
        expect(textOf(maskShown(shown, spans, mark))).toBe(expected);
      }),
    );
  });

  it('masks each character that a span touches, with its whole name or source, and no other', () => {
    const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const isTouched = (spans: readonly Span[], start: number, length: number): boolean =>
      length > 0 && spans.some(({ from, to }) => from < start + length && to > start);
    fc.assert(
      fc.property(shownAndSpans, ([shown, spans]) => {
        const expected = new Set<number>();
        let at = 0;
        let wordsTouched = false;
        for (const { is, text: piece } of piecesOf(shown)) {
          const start = at;
          at += piece.length;
          if (is === 'fixed') continue;
          const whole = (is === 'name' && isTouched(spans, start, piece.length)) || (is === 'source' && wordsTouched);
          if (is !== 'source') wordsTouched = is === 'words' && isTouched(spans, start, piece.length);
          let before = false;
          for (const { segment, index } of characters.segment(piece)) {
            const joins: boolean = before && [...characters.segment(`]${segment}`)].length === 1;
            before = whole || joins || isTouched(spans, start + index, segment.length);
            if (before) for (let unit = 0; unit < segment.length; unit += 1) expected.add(start + index + unit);
          }
        }
        const found = spansToMask(shown, spans).flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, unit) => from + unit),
        );
        expect(found).toEqual([...expected]);
      }),
      { numRuns: 500 },
    );
  });
});
