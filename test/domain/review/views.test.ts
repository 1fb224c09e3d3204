import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headLine, verifyAudit } from '#domain/case/log/audit.ts';
import { DamagedLog } from '#domain/case/log/commit.ts';
import {
  hasSeen,
  makeView,
  noViews,
  readViews,
  toRecord,
  viewHead,
  type LastLook,
  type Seen,
  type SeenBy,
  unseenPages,
} from '#domain/review/views.ts';

const at = '2026-11-20T08:00:00.000Z';
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const itemOf = fc.record({ item: hex(32), version: hex(16) });
const ordinal = fc.integer({ min: 1, max: 99 });
const seen: fc.Arbitrary<Seen> = fc.oneof(
  fc.record({ kind: fc.constant('sheet-page' as const), items: fc.array(itemOf, { minLength: 1, maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('document-page' as const),
    item: hex(32),
    version: hex(16),
    document: hex(48),
    page: ordinal,
  }),
  fc.record({
    kind: fc.constant('raw-mail' as const),
    source: fc.constant('mail' as const),
    mails: fc.array(ordinal, { minLength: 1, maxLength: 3 }),
    part: fc.option(ordinal),
  }),
  fc.constant({ kind: 'raw-mail' as const, source: 'scan' as const }),
  fc.record({ kind: fc.constant('preview-page' as const), preview: hex(64), path: fc.constant('index.html') }),
  fc.constant({ kind: 'printed-letter' as const, letter: 'M23/identity-1' }),
  fc.record({
    kind: fc.constant('identifier-evidence' as const),
    identifiers: fc.array(hex(64), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('revealed-identifier' as const),
    identifier: fc.oneof(hex(64), fc.constantFrom('contact' as const, 'name' as const, 'address' as const)),
  }),
);
const looks = fc.array(fc.record({ commandId: fc.uuid(), by: fc.constantFrom('erik', 'maja'), seen }), {
  maxLength: 8,
});

/** The stored texts of a chain with these views. */
function chainOf(made: readonly (SeenBy & { readonly commandId: string })[], caseId = 'c-1'): string[] {
  let head = noViews;
  return made.map((look) => {
    const { text } = makeView(caseId, head, look, at);
    head = viewHead(text);
    return text;
  });
}

function exported(texts: readonly string[], caseId = 'c-1'): string {
  const last = texts.at(-1);
  const { seq, hash } = last === undefined ? noViews : viewHead(last);
  return [...texts, headLine({ caseId, seq, hash, anchoredAt: at, chain: 'views' })].map((one) => `${one}\n`).join('');
}

const page = (...items: [string, string][]): Seen => ({
  kind: 'sheet-page',
  items: items.map(([item, version]) => ({ item: item.repeat(32), version: version.repeat(16) })),
});
const look = (by: string, shown: Seen) => ({ commandId: 'k', by, seen: shown });

describe('The chain of views', () => {
  it('is read back unchanged, and is verified like a log', async () => {
    await fc.assert(
      fc.asyncProperty(looks, async (made) => {
        const texts = chainOf(made);
        expect(readViews(texts)).toEqual(made.map((one, index) => ({ seq: index + 1, at, ...one })));
        expect(await verifyAudit(exported(texts))).toEqual({ ok: true, commits: made.length });
      }),
      { numRuns: 60 },
    );
  });

  it('shows every view that was changed, removed or swapped', async () => {
    await fc.assert(
      fc.asyncProperty(
        looks.filter((made) => made.length > 1),
        fc.nat(),
        async (made, place) => {
          const texts = chainOf(made);
          const [first, second] = [place % texts.length, (place + 1) % texts.length];
          const changed = texts.with(first, (texts[first] ?? '').replace(/"id":"\w/, '"id":"x'));
          const dropped = texts.toSpliced(first, 1);
          const swapped = texts.with(first, texts[second] ?? '').with(second, texts[first] ?? '');
          const end = exported(texts).split('\n').at(-2) ?? '';
          for (const lines of [changed, dropped, swapped]) {
            const verdict = await verifyAudit([...lines, end].map((one) => `${one}\n`).join(''));
            expect(verdict.ok).toBe(false);
          }
          for (const lines of [swapped, texts.slice(1)]) expect(() => readViews(lines)).toThrow(DamagedLog);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('cannot be presented as the log of a case, nor shortened to nothing', async () => {
    const texts = chainOf([look('erik', page(['a', '1']))]);
    const asLog = exported(texts)
      .replace(',"chain":"views"', '')
      .replace(/,?"check":"[0-9a-f]+"/, '');
    expect(await verifyAudit(asLog.replace('{,', '{'))).toMatchObject({ ok: false, firstBad: 2 });
    const none = headLine({ caseId: 'c-1', seq: 0, hash: '0'.repeat(64), anchoredAt: at });
    expect(await verifyAudit(`${none}\n`)).toMatchObject({ ok: false, firstBad: 1 });
    const [end = ''] = exported(texts).split('\n').slice(-2);
    expect(await verifyAudit(`${end}\n`)).toMatchObject({ ok: false, firstBad: 1 });
  });

  it('contains only references: a value that is no hash is refused', () => {
    const bad = [
      { kind: 'revealed-identifier', identifier: 'asa.berg@example.org' },
      { kind: 'sheet-page', items: [{ item: 'hubspot-contact-17', version: '1'.repeat(16) }] },
      { kind: 'sheet-page', items: [{ item: 'a'.repeat(32), version: '1'.repeat(16), value: 'Åsa' }] },
      { kind: 'raw-mail', source: 'mail', mails: [1], part: null, subject: 'Hej' },
    ];
    for (const shown of bad) expect(() => makeView('c-1', noViews, look('erik', shown as Seen), at)).toThrow();
  });
});

describe('A member of staff has seen an item', () => {
  const views = [
    look('erik', page(['a', '1'], ['b', '1'])),
    look('maja', page(['c', '1'])),
    look('erik', {
      kind: 'document-page',
      item: 'd'.repeat(32),
      version: '1'.repeat(16),
      document: 'f'.repeat(32),
      page: 2,
    }),
    look('erik', {
      kind: 'document-page',
      item: 'd'.repeat(32),
      version: '2'.repeat(16),
      document: 'f'.repeat(32),
      page: 1,
    }),
  ];
  const item = (letter: string) => letter.repeat(32);
  const version = (digit: string) => digit.repeat(16);

  it('that a page of the sheet showed them, in that version, and none that only a colleague saw', () => {
    expect(hasSeen(views, 'erik', item('a'), version('1'))).toBe(true);
    expect(hasSeen(views, 'erik', item('b'), version('1'))).toBe(true);
    expect(hasSeen(views, 'erik', item('a'), version('2'))).toBe(false);
    expect(hasSeen(views, 'erik', item('c'), version('1'))).toBe(false);
    expect(hasSeen(views, 'maja', item('c'), version('1'))).toBe(true);
    expect(hasSeen(views, 'maja', item('a'), version('1'))).toBe(false);
    expect(hasSeen([], 'erik', item('a'), version('1'))).toBe(false);
  });

  it('and the view is recorded again after an hour, for a new version, or for another member', () => {
    const looks = [{ by: 'erik', seen: page(['a', '1'], ['b', '1']), at }];
    const items = [{ item: item('a'), version: version('1') }];
    const recorded = (minutes: number, member = 'erik', asked = items) =>
      toRecord(looks, member, asked, new Date(Date.parse(at) + minutes * 60_000).toISOString());
    expect(recorded(59)).toEqual([]);
    expect(recorded(60)).toEqual(items);
    expect(recorded(1, 'maja')).toEqual(items);
    const changed = [{ item: item('a'), version: version('2') }];
    expect(recorded(1, 'erik', [...items, ...changed])).toEqual(changed);
  });

  it('but not if a page had only the start of a long value, which is recorded once as well', () => {
    const of = { item: item('a'), version: version('1') };
    const begun: LastLook[] = [{ by: 'erik', seen: { kind: 'sheet-page', items: [{ ...of, cut: true }] }, at }];
    expect(hasSeen(begun, 'erik', of.item, of.version)).toBe(false);
    expect(toRecord(begun, 'erik', [{ ...of, cut: true }], at)).toEqual([]);
    expect(toRecord(begun, 'erik', [of], at)).toEqual([of]);
    const whole: LastLook[] = [...begun, { by: 'erik', seen: { kind: 'sheet-page', items: [of] }, at }];
    expect(hasSeen(whole, 'erik', of.item, of.version)).toBe(true);
    expect(toRecord(whole, 'erik', [of, { ...of, cut: true }], at)).toEqual([]);
  });

  it('but not if they opened a document of it; a document is opened in the version of its item', () => {
    expect(hasSeen(views, 'erik', item('d'), version('1'))).toBe(false);
  });
});

describe('A document counts as opened', () => {
  const on = {
    item: 'd'.repeat(32),
    version: '1'.repeat(16),
    document: 'f'.repeat(48),
    pieces: 1,
    content: 'c'.repeat(64),
  };
  const isOpened = (...of: Parameters<typeof unseenPages>): boolean => unseenPages(...of)?.length === 0;
  const shown = (page: number, more: object = {}, by = 'erik'): SeenBy => ({
    by,
    seen: { kind: 'document-page', item: on.item, version: on.version, document: on.document, page, ...more },
  });

  it('when all pieces of it were downloaded', () => {
    expect(isOpened([shown(1)], 'erik', on)).toBe(true);
    expect(isOpened([shown(1)], 'erik', { ...on, pieces: 2 })).toBe(false);
    expect(isOpened([shown(2), shown(1, { of: 2 })], 'erik', { ...on, pieces: 2 })).toBe(false);
    expect(isOpened([shown(2), shown(1)], 'erik', { ...on, pieces: 2 })).toBe(true);
  });

  it('when each of its pages was shown to the member, in any order and any number of times', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(11), { maxLength: 40 }), (of, at) => {
        const pages = at.map((one) => (one % of) + 1);
        expect(
          isOpened(
            pages.map((page) => shown(page, { of })),
            'erik',
            on,
          ),
        ).toBe(new Set(pages).size === of);
        const unseen = unseenPages(
          pages.map((page) => shown(page, { of })),
          'erik',
          on,
        );
        const all = Array.from({ length: of }, (_, index) => index + 1);
        const missing = all.filter((page) =>
          (unseen ?? all.map((one) => ({ from: one, to: one }))).some(({ from, to }) => from <= page && page <= to),
        );
        expect(missing).toEqual(all.filter((page) => !pages.includes(page)));
      }),
    );
  });

  it.each([
    ['another member saw the second page', [shown(1, { of: 2 }), shown(2, { of: 2 }, 'maja')]],
    ['only the text of the second page was shown', [shown(1, { of: 2 }), shown(2, { of: 2, textOnly: true })]],
    ['its item had another version', [shown(1, { version: '2'.repeat(16) })]],
    ['it was another document', [shown(1, { document: 'e'.repeat(48) })]],
  ])('not if %s', (_, views) => {
    expect(isOpened(views, 'erik', on)).toBe(false);
  });

  it('an item with pieces of long values is seen when they make up each value, and no sooner', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(fc.array(range, { maxLength: 5 }), { minLength: 1, maxLength: 3 }), (values) => {
        const of = { item: '3'.repeat(32), version: '1'.repeat(16), cut: true as const };
        const looks: SeenBy[] = values.flatMap((ranges, field) =>
          [[0, 0] as const, ...ranges].map(([a, b]) => ({
            by: 'erik',
            seen: {
              kind: 'sheet-page' as const,
              items: [{ ...of, pieces: [{ field, from: Math.min(a, b), to: Math.max(a, b), of: 12 }] }],
            },
          })),
        );
        const isCovered = values.every((ranges) =>
          Array.from({ length: 12 }, (_, at) => at).every((at) =>
            ranges.some(([a, b]) => Math.min(a, b) <= at && at < Math.max(a, b)),
          ),
        );
        expect(hasSeen(looks, 'erik', of.item, of.version)).toBe(isCovered);
        expect(hasSeen(looks, 'maja', of.item, of.version)).toBe(false);
      }),
    );
  });
});
