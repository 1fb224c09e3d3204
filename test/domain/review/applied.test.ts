// What an answer has of one record after the decisions of the review on it.
import { describe, expect, it } from 'vitest';
import type { Resource } from '#domain/findings/annotation.ts';
import type { Json } from '#domain/json.ts';
import { shownOf } from '#domain/presentation/content.ts';
import { textOf } from '#domain/presentation/shown.ts';
import { alikeRules } from '#domain/review/alike.ts';
import { applied, type Applied, type Place } from '#domain/review/applied.ts';
import type { EntryOf, ReviewEntry } from '#domain/review/entry.ts';
import { documentId } from '#domain/review/item.ts';

const field = (more: object = {}) =>
  ({
    title: { sv: 'Fält', en: 'Field' },
    category: 'communication',
    origin: 'noted',
    thirdParty: 'possible',
    portable: false,
    ...more,
  }) as const;
const notes: Resource = {
  title: { sv: 'Anteckning', en: 'Note' },
  fields: {
    text: field(),
    html: field({ written: { as: 'html' } }),
    day: field(),
    list: field(),
    staff: field({ thirdParty: 'certain' }),
  },
  otherFields: field(),
};
const key = 'k'.repeat(64);
const reader = { language: 'sv', timeZone: 'Europe/Stockholm' } as const;
const attachment = (id: string, title: string, mediaType = 'application/pdf') => ({
  id,
  title,
  mediaType,
  bytes: 3,
  sha256: 'a'.repeat(64),
  key: `findings/${id}`,
});
const record = {
  resource: 'notes',
  id: 'n-1',
  data: { text: 'Granne Bo Nyström ringde om BO  NYSTROMS staket.', staff: 'somebody@example.com' } as Record<
    string,
    Json
  >,
  partOf: null as { resource: string; id: string } | null,
  attachments: [attachment('d1', 'Avtal med Bo Nyström.pdf'), attachment('d2', 'Faktura.pdf')],
};
const on = { item: '1'.repeat(32), version: '2'.repeat(16), system: 'crm' };
const limit = { ground: 'others-rights', text: null, told: true } as const;
const value: EntryOf<'mask-alike'> = {
  do: 'mask-alike',
  alike: { all: 'value', text: 'bo' },
  letter: null,
  ...limit,
};

function decided(
  decisions: readonly ReviewEntry[],
  differences: Partial<typeof record> = {},
  texts = { bo: 'Bo Nyström' },
) {
  const alike = alikeRules(decisions, (id) => new Map(Object.entries(texts)).get(id) ?? '');
  return applied(
    { ...record, ...differences },
    { system: 'crm', resource: notes, key, decisions: decisions.filter((one) => !('alike' in one)), alike, reader },
  );
}
function given(told: Applied): Extract<Applied, { outcome: 'given' }> {
  if (told.outcome !== 'given') throw new Error(told.outcome);
  return told;
}
/** The texts of the fields; with `=` before a value that the answer has in its stored form. */
function texts(told: Applied): Record<string, string> {
  return Object.fromEntries(
    given(told).fields.map(({ name, field: of, content }) => [
      name,
      `${content.kind === 'stored' ? '=' : ''}${textOf(shownOf(content, of, reader))}`,
    ]),
  );
}
const masked: Place = { kind: 'masked', ...limit };
const withheld: Place = { kind: 'withheld', ...limit };

describe('A record without decisions', () => {
  it('is in the answer as it is stored, without fields that concern only other people', () => {
    const told = decided([]);
    const { text } = record.data;
    if (typeof text !== 'string') throw new Error('the field of the record is no text');
    expect(texts(told)).toEqual({ text: `=${text}` });
    expect(told).toMatchObject({ id: 'n-1', documents: record.attachments, reduced: true, places: [] });
  });
  it('puts into words only the values that a decision is about, because a million rows are read', () => {
    const asked: string[] = [];
    const watched = {
      language: 'sv' as const,
      get timeZone() {
        asked.push('the time zone');
        return 'Europe/Stockholm';
      },
    };
    const told = applied(
      { ...record, data: { day: '2024-02-29T23:30:05Z', text: '2024-03-01T12:00:00Z' } },
      {
        system: 'crm',
        resource: notes,
        key,
        decisions: [{ do: 'mask', ...on, field: 'text', span: { from: 0, to: 6 }, letter: null, ...limit }],
        alike: alikeRules([], () => ''),
        reader: watched,
      },
    );
    expect(texts(told)).toEqual({ text: '[annan person] 2024 kl. 13:00', day: '=1 mars 2024 kl. 00:30' });
    expect(asked).toEqual(['the time zone']);
  });
  it('is in the answer in the same way if it was released or adopted', () => {
    const all = [{ do: 'release', ...on } as const, { do: 'adopt', ...on } as const];
    expect(decided(all)).toEqual(decided([]));
  });
});

describe('A record that is not the person’s', () => {
  it('leaves no place, whatever else was decided on it', () => {
    expect(decided([value, { do: 'release', ...on }, { do: 'reject', ...on }])).toEqual({ outcome: 'rejected' });
  });
});

describe('A record that is withheld', () => {
  it.each([
    ['by itself', { do: 'withhold', ...on, part: { of: 'record' }, ...limit }],
    ['with its kind', { do: 'withhold-alike', alike: { all: 'resource', system: 'crm', resource: 'notes' }, ...limit }],
    ['with its system', { do: 'withhold-alike', alike: { all: 'system', system: 'crm' }, ...limit }],
  ] as const)('%s is one place', (_, entry) => {
    expect(decided([value, entry])).toEqual({ outcome: 'withheld', place: withheld });
  });
  it('is not withheld with another kind or another system', () => {
    const others = [
      { do: 'withhold-alike', alike: { all: 'resource', system: 'crm', resource: 'calls' }, ...limit },
      { do: 'withhold-alike', alike: { all: 'system', system: 'erp' }, ...limit },
    ] as const;
    expect(decided(others)).toEqual(decided([]));
  });
});

describe('A mask', () => {
  const mask = (span: { from: number; to: number } | null, letter: string | null = null) =>
    ({ do: 'mask', ...on, field: 'text', span, letter, ...limit }) as const;

  it('of a span leaves only the shown text, with a mark at the place', () => {
    const told = decided([mask({ from: 7, to: 17 })]);
    expect(texts(told)).toEqual({ text: 'Granne [annan person] ringde om BO  NYSTROMS staket.' });
    expect(given(told).places).toEqual([masked]);
    expect(JSON.stringify(given(told).fields)).not.toContain('Nyström');
  });
  it('of a span with a letter names the person by it', () => {
    expect(texts(decided([mask({ from: 7, to: 17 }, 'B')]))['text']).toMatch(/^Granne \[person B\] ringde/);
  });
  it('of a whole field leaves one mark, however many lines the value has', () => {
    const told = decided([{ ...mask(null), field: 'list' }], { data: { list: ['Bo', 'Eva'], text: 'x' } });
    expect(texts(told)).toEqual({ text: '=x', list: '[annan person]' });
    expect(given(told).places).toEqual([masked]);
  });
  it('of a span that is not within the text masks the field', () => {
    expect(texts(decided([mask({ from: 7, to: 400 })]))).toEqual({ text: '[annan person]' });
  });
  it('of two spans that overlap is one place', () => {
    const told = decided([mask({ from: 7, to: 12 }), mask({ from: 9, to: 17 })]);
    expect(texts(told)['text']).toMatch(/^Granne \[annan person\] ringde/);
    expect(given(told).places).toEqual([masked]);
  });
  it('of a field without a value counts nothing', () => {
    expect(given(decided([mask(null)], { data: { text: '' } }))).toMatchObject({
      places: [],
      fields: [{ content: { kind: 'stored', value: '' } }],
    });
  });
});

describe('A value that is masked everywhere', () => {
  it('is masked in every case and spelling, and in the title of a document', () => {
    const told = given(decided([value]));
    expect(texts(told)).toEqual({ text: 'Granne [annan person] ringde om [annan person] staket.' });
    expect(told.documents.map(({ title }) => title)).toEqual(['Avtal med [annan person].pdf', 'Faktura.pdf']);
    expect(told.places).toEqual([masked, masked, masked]);
  });
  it('is masked in the id of the record, of the record that contains it, and in the name of a field', () => {
    const told = given(
      decided([value], {
        id: 'bo.nystrom-7',
        partOf: { resource: 'notes', id: 'bo-nystrom' },
        data: { 'Bo Nyström': 'a', bo_nystrom: 'b', free: 'c' },
        attachments: [attachment('d', 'x', 'application/pdf; name="Bo Nyström.pdf"')],
      }),
    );
    expect(told).toMatchObject({ id: '[annan person]-7', partOf: { resource: 'notes', id: '[annan person]' } });
    expect(told.fields.map(({ name }) => name)).toEqual(['[annan person]', '[annan person] 2', 'free']);
    expect(told.documents[0]?.mediaType).toBe('application/pdf');
    expect(told.places).toEqual([masked, masked, masked]);
  });
  it('is masked with its field if only the stored form has it', () => {
    const day = { bo: '1980-02-29' };
    expect(texts(decided([value], { data: { day: '1980-02-29' } }, day))).toEqual({ day: '[annan person]' });
    const two = { list: ['1980-02-29', 'född 1980-02-29'] };
    expect(texts(decided([value], { data: two }, day))).toEqual({ list: '[annan person]' });
  });
  it('is masked in HTML with its source, which would show it again', () => {
    const told = decided([value], { data: { html: '<p title="Bo">Ring <b>Bo</b> Nystr&ouml;m</p>' }, attachments: [] });
    expect(texts(told)['html']).toMatch(/^Ring \[annan person\]\n.*\n\[annan person\]$/);
    expect(given(told).places).toHaveLength(2);
  });
  it('is not masked inside another word or number', () => {
    expect(texts(decided([value], { data: { text: 'Bo i Nyströmsgränd' } }))).toEqual({ text: '=Bo i Nyströmsgränd' });
    const short = { bo: 'Bo' };
    expect(texts(decided([value], { data: { text: 'Bosse i Bohus, bo!' } }, short))).toEqual({
      text: 'Bosse i Bohus, [annan person]!',
    });
    const number = { bo: '123456' };
    expect(texts(decided([value], { data: { text: '91234567 123 456' } }, number))).toEqual({
      text: '91234567 [annan person]',
    });
  });
  it('stops the answer if the value has been erased', () => {
    const erased = (): string => {
      throw new Error('erased');
    };
    expect(() => alikeRules([value], erased)).toThrow('erased');
  });
});

describe('What is withheld', () => {
  const part = { do: 'withhold', ...on, ...limit } as const;
  it('in a field is replaced by a mark, and is not masked as well', () => {
    const told = decided([value, { ...part, part: { of: 'field', field: 'text' } }], { attachments: [] });
    expect(texts(told)).toEqual({ text: '[lämnas inte ut]' });
    expect(given(told).places).toEqual([withheld]);
  });
  it('in a field that the person is not told of leaves no field', () => {
    const silent = { ...part, told: false, part: { of: 'field', field: 'text' } } as const;
    expect(given(decided([silent]))).toMatchObject({ fields: [], places: [{ ...withheld, told: false }] });
  });
  it('everywhere by value is the field or the document that has the value', () => {
    const entry: ReviewEntry = { do: 'withhold-alike', alike: { all: 'value', text: 'bo' }, ...limit };
    const told = given(decided([entry], { data: { text: 'Bo Nyström', day: 'x' } }));
    expect(texts(told)).toEqual({ text: '[lämnas inte ut]', day: '=x' });
    expect(told).toMatchObject({ documents: [{ id: 'd2' }], documentsWithheld: 1, places: [withheld, withheld] });
  });
  it('everywhere by field is that field', () => {
    const alike = { all: 'field', system: 'crm', resource: 'notes', field: 'text' } as const;
    expect(texts(decided([{ do: 'withhold-alike', alike, ...limit }]))).toEqual({ text: '[lämnas inte ut]' });
    expect(texts(decided([{ ...value, alike }]))).toEqual({ text: '[annan person]' });
    expect(texts(decided([{ ...value, alike: { ...alike, resource: 'calls' } }]))['text']).toMatch(/^=/);
  });
  it('of a document is the document, and of its pages the pages', () => {
    const document = documentId(key, 'crm', record, 'd1');
    const whole = given(decided([{ ...part, part: { of: 'document', document } }]));
    expect(whole).toMatchObject({ documents: [{ id: 'd2' }], documentsWithheld: 1, places: [withheld] });
    const pages = ([1, 3] as const).map(
      (from) => ({ ...part, part: { of: 'pages', document, from, to: from } }) as const,
    );
    expect(given(decided(pages))).toMatchObject({
      documents: [
        {
          id: 'd1',
          without: [
            { from: 1, to: 1 },
            { from: 3, to: 3 },
          ],
        },
        { id: 'd2', without: [] },
      ],
      documentsWithheld: 0,
      places: [
        { ...withheld, kind: 'pages', pages: 1 },
        { ...withheld, kind: 'pages', pages: 1 },
      ],
    });
    const silent = { ...part, told: false, part: { of: 'pages', document, from: 3, to: 4 } } as const;
    expect(given(decided([...pages, silent])).documents[0]).toMatchObject({
      without: [
        { from: 1, to: 1 },
        { from: 3, to: 4 },
      ],
      told: [
        { from: 1, to: 1 },
        { from: 3, to: 3 },
      ],
    });
  });
  it('is every field and document where all records of a kind are masked', () => {
    const told = given(decided([{ ...value, alike: { all: 'resource', system: 'crm', resource: 'notes' } }]));
    expect(texts(told)).toEqual({ text: '[annan person]' });
    expect(told).toMatchObject({ documents: [], places: [masked, withheld, withheld] });
  });
});
