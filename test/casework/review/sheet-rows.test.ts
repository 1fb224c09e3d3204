// The rows of the sheet, compared with what the package and the counts take from the same pages.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerPage } from '#casework/answer/answer-input.ts';
import type { Resource } from '#domain/findings/annotation.ts';
import { keyText } from '#domain/findings/belonging.ts';
import { countsBy, evidenceOf } from '#domain/findings/counts.ts';
import { emptyPage } from '#domain/findings/empty-page.ts';
import type { FindingsPage, HeldIdentifier, KeptFinding, KeptTie } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { standings } from '#domain/findings/standing.ts';
import { whoseBy } from '#domain/findings/whose.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { weights } from '#domain/identifiers/weight.ts';
import { readJson } from '#domain/json-reader.ts';
import { isJsonObject, type JsonObject } from '#domain/json.ts';
import { Excerpt } from '#domain/review/excerpt.ts';
import { recordAt, sheetRows, type SheetSystem } from '#domain/review/sheet.ts';
import { listSchema, type SheetEntry } from '#domain/review/sheet-entry.ts';

const field = (thirdParty: 'none' | 'possible' | 'certain') =>
  ({
    title: { sv: 'Fält', en: 'Field' },
    category: 'other',
    origin: 'provided',
    portable: false,
    thirdParty,
  }) as const;
const card: Resource = {
  title: { sv: 'Kort', en: 'Card' },
  fields: { name: field('none'), note: field('possible'), other: field('certain') },
};
const mine: Identifier = { kind: 'email', value: 'asa@x.example' };
const bos: Identifier = { kind: 'personnummer', value: '198012312388' };
const asas: Identifier = { kind: 'personnummer', value: '189001019802' };

const systemOf = (knowledge: Knowledge, change: Partial<SheetSystem> = {}): SheetSystem => ({
  id: 'crm',
  key: 'ab'.repeat(32),
  isLowRisk: false,
  resource: () => card,
  byFields: whoseBy(knowledge),
  reader: { language: 'sv', timeZone: 'Europe/Stockholm' },
  adopted: new Map(),
  searchedAgain: [],
  ...change,
});
const noRecords = emptyPage({ system: 'crm', wave: 1, page: 1, asOf: '2026-01-01T00:00:00.000Z' });
function finding(change: Partial<KeptFinding> = {}): KeptFinding {
  return {
    resource: 'card',
    id: '1',
    data: { name: 'Åsa' },
    partOf: null,
    attachments: [],
    identifiers: [{ ...mine, weight: 'own', field: 'email' }],
    tie: { as: 'own', by: [mine] },
    unreadable: null,
    ...change,
  };
}

interface Rows {
  readonly rows: readonly (SheetEntry & { readonly key: string })[];
  readonly packaged: readonly string[];
  readonly counts: { readonly possible: number; readonly disputed: number };
}
/** The sheet, the package and the counts of these pages. */
function rowsOf(pages: readonly FindingsPage[], knowledge: Knowledge, change: Partial<SheetSystem> = {}): Rows {
  const sheet = sheetRows(systemOf(knowledge, change));
  const { look, together } = standings(knowledge);
  for (const page of pages) {
    look('crm', page);
    sheet.look(page);
  }
  const found = together()('crm');
  const counts = countsBy(found);
  for (const page of pages) counts.add(evidenceOf(page));
  const waves = [...new Set(pages.map(({ wave }) => wave))].map((wave) => counts.wave(wave));
  const packaged = pages.flatMap((page) => answerPage(page, found, () => []).findings.map(keyText));
  return {
    rows: pages.flatMap((page) =>
      sheet.rows(page, found).map((entry) => ({ ...entry, key: keyText(recordAt(page, entry.at)) })),
    ),
    packaged: [...new Set(packaged)],
    counts: {
      possible: waves.reduce((sum, { possible }) => sum + possible, 0),
      disputed: waves.reduce((sum, { disputed }) => sum + disputed, 0),
    },
  };
}
const known: Knowledge = { verified: [mine], rejected: [] };
const rowOf = (one: KeptFinding, knowledge = known, page: Partial<FindingsPage> = {}): SheetEntry => {
  const [row] = rowsOf([{ ...noRecords, ...page, findings: [one] }], knowledge).rows;
  if (row === undefined) throw new Error('the record is not on the sheet');
  return row;
};

const identifier = fc.oneof(
  fc.record({ kind: fc.constant('email' as const), value: fc.constantFrom('asa@x.example', 'bo@x.example') }),
  fc.record({ kind: fc.constant('phone' as const), value: fc.constantFrom('+46701740610', '+46701740611') }),
  fc.record({ kind: fc.constant('personnummer' as const), value: fc.constantFrom(asas.value, bos.value) }),
);
const held: fc.Arbitrary<HeldIdentifier> = fc
  .tuple(identifier, fc.constantFrom(...weights))
  .map(([one, weight]) => ({ ...one, weight, field: 'f' }));
const key = fc.record({ resource: fc.constant('card'), id: fc.constantFrom('1', '2', '3', '4', '1 [2]') });
const tie: fc.Arbitrary<KeptTie> = fc.constantFrom(
  { as: 'own', by: [] },
  { as: 'contact', by: [] },
  { as: 'part' },
  { as: 'unsaid' },
  { as: 'written' },
);
const stored = fc.record({
  key,
  partOf: fc.option(key, { freq: 2 }),
  identifiers: fc.array(held, { maxLength: 2 }),
  tie,
  isRead: fc.boolean(),
  list: fc.constantFrom('findings', 'disputed', 'possible', 'unplaced'),
});
const pages: fc.Arbitrary<readonly FindingsPage[]> = fc
  .array(fc.array(stored, { maxLength: 4 }), { maxLength: 4 })
  .map((all) =>
    all.map((records, index): FindingsPage => {
      const page = { ...noRecords, wave: index < 2 ? 1 : 2, page: index + 1 };
      const lists: Record<'findings' | 'disputed' | 'possible' | 'unplaced', never[]> = {
        findings: [],
        disputed: [],
        possible: [],
        unplaced: [],
      };
      for (const { key: of, list, isRead, tie: as, ...one } of records) {
        const common = {
          ...of,
          ...one,
          data: isRead ? { name: 'x' } : {},
          unreadable: isRead ? null : 'not-text',
          attachments: [],
        };
        const by = list === 'disputed' ? { by: [], against: [] } : {};
        lists[list].push({ ...common, ...(list === 'findings' ? { tie: as } : by) } as never);
      }
      return { ...page, ...lists };
    }),
  );
const knowledge: fc.Arbitrary<Knowledge> = fc.record({
  verified: fc.array(identifier, { maxLength: 2 }),
  rejected: fc.array(identifier, { maxLength: 1 }),
});

describe('The rows of the sheet', () => {
  it('contain every record of the package once and in its order, and every possible and disputed one', () => {
    fc.assert(
      fc.property(pages, knowledge, (all, told) => {
        const { rows, packaged, counts } = rowsOf(all, told);
        const belonging = rows.filter(({ standing }) => standing === 'belongs');
        const read = belonging.filter((row) => packaged.includes(row.key)).map((row) => row.key);
        expect(read).toEqual(packaged);
        // The others could not be read, and the answer names them.
        const unread = all.flatMap((page) =>
          page.findings.filter(({ unreadable }) => unreadable !== null).map(keyText),
        );
        for (const row of belonging) if (!packaged.includes(row.key)) expect(unread).toContain(row.key);
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
        expect({
          possible: rows.filter(({ standing }) => standing === 'possible').length,
          disputed: rows.filter(({ standing }) => standing === 'disputed').length,
        }).toEqual(counts);
      }),
    );
  });

  it('contain the record that could not be read, on which staff must decide even in a low-risk system', () => {
    const one = finding({ data: {}, unreadable: 'not-text' });
    const { rows } = rowsOf([{ ...noRecords, findings: [one] }], known, { isLowRisk: true });
    expect(rows).toMatchObject([{ standing: 'belongs', rule: null }]);
    // A later page has the same record in a readable form, and the package contains that form.
    const later = rowsOf(
      [
        { ...noRecords, findings: [one] },
        { ...noRecords, page: 2, findings: [finding()] },
      ],
      known,
    );
    expect(later.rows).toMatchObject([{ version: rowOf(finding()).version }]);
  });
});

describe('An excerpt', () => {
  it('contains the same records as the pages from which they are copied, with what could not be downloaded', () => {
    fc.assert(
      fc.property(pages, fc.constantFrom('1', '2'), (all, id) => {
        const excerpt = new Excerpt();
        const copied = all.flatMap((one, number) => {
          // Each search has its own ids here, because no row of the sheet occurs twice.
          const unread = {
            resource: 'card',
            id: `${number}/${id}`,
            document: 't',
            certain: true,
            reason: 'too-large',
          } as const;
          const page = { ...named(one, number), unread: [unread] };
          const places = listSchema.options.flatMap((list) => page[list].map((_, index) => ({ list, index })));
          return excerpt.add(page, places).map((at, index) => ({ at, record: recordAt(page, places[index]!) }));
        });
        const made = excerpt.take(1) ?? noRecords;
        for (const { at, record } of copied) expect(recordAt(made, at)).toEqual(record);
        expect(excerpt.take(2)).toBeUndefined();
      }),
    );
  });
});

/** The page whose ids no other page has. */
function named(page: FindingsPage, number: number): FindingsPage {
  const own = <One extends { readonly id: string }>(records: readonly One[]): One[] =>
    records.map((one) => ({ ...one, id: `${number}/${one.id}` }));
  const { findings, disputed, possible, unplaced } = page;
  return {
    ...page,
    findings: own(findings),
    disputed: own(disputed),
    possible: own(possible),
    unplaced: own(unplaced),
  };
}

describe('A record that is found late', () => {
  it('is one more row. Every other row keeps its version, so the decisions on it stay', () => {
    const early = ['1', '2'].map((id) => finding({ id }));
    const late = finding({ id: '3', data: { name: 'late' } });
    // The later wave finds the first record too, with another identifier that ties it.
    const again = finding({ identifiers: [...finding().identifiers, { ...asas, weight: 'own', field: 'n' }] });
    const first: FindingsPage = { ...noRecords, findings: early };
    const second: FindingsPage = { ...noRecords, wave: 2, findings: [again, late] };
    const told: Knowledge = { verified: [mine, asas], rejected: [] };
    const names = (rows: Rows['rows']) => rows.map(({ key: of, id, version }) => [of, id, version]);
    const [before, after] = [names(rowsOf([first], known).rows), names(rowsOf([first, second], told).rows)];
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)?.[0]).toBe(keyText(late));
  });
});

describe('A record that is possible on one page and the person’s on another', () => {
  it.each([1, 2])('is the person’s on the sheet, with its documents (order %i)', (order) => {
    const { resource, id, partOf, identifiers, unreadable } = finding();
    const apart = { resource, id, data: { name: 'old' }, partOf, identifiers, attachments: [], unreadable };
    const first: FindingsPage = { ...noRecords, possible: [apart] };
    const second: FindingsPage = { ...noRecords, wave: 2, findings: [finding()] };
    const { rows } = rowsOf(order === 1 ? [first, second] : [second, first], known);
    expect(rows).toMatchObject([{ standing: 'belongs', at: { list: 'findings' }, version: rowOf(finding()).version }]);
  });
});

describe('A record is released without a decision', () => {
  const ruleOf = (one: KeptFinding, isLowRisk = true, page: Partial<FindingsPage> = {}) =>
    rowsOf([{ ...noRecords, ...page, findings: [one] }], known, { isLowRisk }).rows[0]?.rule;

  it('by the rule for own data of a low-risk system, and by no other rule', () => {
    expect(ruleOf(finding())).toBe('own-data-of-low-risk-system');
    expect(ruleOf(finding({ data: { name: 'Åsa', note: '', other: null } }))).toBe('own-data-of-low-risk-system');
    expect(ruleOf(finding(), false)).toBeNull();
  });

  it.each<[string, Partial<KeptFinding>, Partial<FindingsPage>]>([
    ['a filled field can concern others', { data: { note: 'x' } }, {}],
    ['a filled field concerns others', { data: { other: 'x' } }, {}],
    ['nothing is declared of a filled field', { data: { shoe_size: '38' } }, {}],
    [
      'it has a document',
      { attachments: [{ id: 'd', title: 't', mediaType: 'text/plain', bytes: 1, sha256: '0'.repeat(64), key: 'k' }] },
      {},
    ],
    [
      'a document of it could not be fetched',
      {},
      { unread: [{ resource: 'card', id: '1', document: 't', certain: true, reason: 'too-large' }] },
    ],
    [
      'it is disputed',
      {
        identifiers: [
          { ...mine, weight: 'contact', field: 'f' },
          { ...bos, weight: 'own', field: 'f' },
        ],
      },
      {},
    ],
    ['it is possible', { identifiers: [] }, {}],
  ])('unless %s', (_, change, page) => {
    expect(ruleOf(finding(change), true, page)).toBeNull();
  });
});

describe('The version of an item', () => {
  const document = { id: 'd', title: 't', mediaType: 'text/plain', bytes: 1, sha256: '0'.repeat(64), key: 'k' };
  const plain = finding({ attachments: [document] });
  const before = rowOf(plain).version;

  it.each<[string, Partial<KeptFinding>, Knowledge]>([
    ['a value', { data: { name: 'Asa' } }, known],
    ['a further value', { data: { name: 'Åsa', note: 'x' } }, known],
    ['the exact form of a number', { data: numbers('{"name":1.10}') }, known],
    ['a document', { attachments: [{ ...document, sha256: '1'.repeat(64) }] }, known],
    ['the title of a document', { attachments: [{ ...document, title: 'u' }] }, known],
    ['a document that is gone', { attachments: [] }, known],
    ['the record that it belongs to', { partOf: { resource: 'card', id: '9' } }, known],
    ['the weight of its tie', { identifiers: [{ ...mine, weight: 'contact', field: 'email' }] }, known],
    ['its standing', {}, { verified: [], rejected: [mine] }],
  ])('changes with %s', (_, change, told) => {
    expect(rowOf({ ...plain, ...change }, told).version).not.toBe(before);
    if ('data' in change) expect(rowOf({ ...plain, ...change }).version).toBe(rowOf({ ...plain, ...change }).version);
  });

  it('tells two forms of a number apart', () => {
    const [one, other] = ['{"name":1.10}', '{"name":1.1}'].map(
      (text) => rowOf(finding({ data: numbers(text) })).version,
    );
    expect(one).not.toBe(other);
  });

  it('changes if its values are shown in another way', () => {
    const versionFor = (data: JsonObject, timeZone: string) =>
      rowsOf([{ ...noRecords, findings: [finding({ data })] }], known, { reader: { language: 'sv', timeZone } }).rows[0]
        ?.version;
    const [here, there] = ['Europe/Stockholm', 'America/New_York'] as const;
    const data = { name: '2026-01-02T03:04:05Z' };
    expect(versionFor(data, here)).not.toBe(versionFor(data, there));
    expect(versionFor({ name: 'Åsa' }, here)).toBe(versionFor({ name: 'Åsa' }, there));
  });

  it('stays the same if one more identifier ties it in the same way', () => {
    const both: KeptFinding = { ...plain, identifiers: [...plain.identifiers, { ...asas, weight: 'own', field: 'n' }] };
    expect(rowOf(both, { verified: [mine, asas], rejected: [] }).version).toBe(rowOf(both).version);
    const whole = finding({ id: '9' });
    const part: KeptFinding = {
      ...plain,
      partOf: { resource: 'card', id: '9' },
      tie: { as: 'part' },
      identifiers: [{ ...asas, weight: 'own', field: 'n' }],
    };
    const versionIn = (told: Knowledge) => rowsOf([{ ...noRecords, findings: [whole, part] }], told).rows[1]?.version;
    expect(versionIn({ verified: [mine, asas], rejected: [] })).toBe(versionIn(known));
  });

  it('changes if only a contact identifier still ties it', () => {
    const phone: Identifier = { kind: 'phone', value: '+46701740610' };
    const both: KeptFinding = {
      ...plain,
      identifiers: [
        { ...bos, weight: 'stated', field: 'n' },
        ...plain.identifiers,
        { ...phone, weight: 'contact', field: 't' },
      ],
    };
    const [own, contact] = [[mine, phone], [phone]].map((verified) => rowOf(both, { verified, rejected: [] }));
    expect([own?.standing, contact?.standing]).toEqual(['belongs', 'belongs']);
    expect(own?.version).not.toBe(contact?.version);
  });

  it('changes with a document that could not be downloaded', () => {
    const unread: FindingsPage['unread'] = [
      { resource: 'card', id: '1', document: 't', certain: true, reason: 'too-large' },
    ];
    expect(rowOf(plain, known, { unread }).version).not.toBe(before);
  });

  it('stays the same wherever the record and its documents are stored, and in any order of its fields', () => {
    const moved = { ...plain, attachments: [{ ...document, key: 'elsewhere' }], tie: { as: 'own' as const, by: [] } };
    const page: Partial<FindingsPage> = { wave: 2, page: 7, asOf: '2027-01-01T00:00:00.000Z' };
    expect(rowOf(moved, known, page).version).toBe(before);
    const [one, other] = [
      { name: 'Åsa', note: 'x' },
      { note: 'x', name: 'Åsa' },
    ].map((data) => rowOf(finding({ data })).version);
    expect(one).toBe(other);
  });

  it('changes with the way in which values are shown, but not with a title', () => {
    const versionIn = (resource: Resource): string | undefined =>
      rowsOf([{ ...noRecords, findings: [plain] }], known, { resource: () => resource }).rows[0]?.version;
    const { name } = card.fields;
    if (name === undefined) throw new Error('the kind has no such field');
    const titled = { ...card, fields: { ...card.fields, name: { ...name, title: { sv: 'Namn', en: 'Name' } } } };
    expect(versionIn(titled)).toBe(before);
    for (const change of [{ written: { as: 'html' } as const }, { thirdParty: 'possible' as const }])
      expect(versionIn({ ...card, fields: { ...card.fields, name: { ...name, ...change } } })).not.toBe(before);
  });
});

function numbers(text: string): JsonObject {
  const value = readJson(text, 10);
  if (!isJsonObject(value)) throw new Error('not an object');
  return value;
}
