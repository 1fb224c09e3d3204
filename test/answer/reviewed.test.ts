// No byte of the package contradicts what staff decided in the review, and the lists of the package say the same.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerInput } from '#answer/answer.ts';
import { manifestSchema, type Manifest } from '#answer/manifest.ts';
import { readablePages } from '#answer/package.ts';
import { verifyExport } from '#answer/verify-export.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { documentId } from '#domain/review/item.ts';
import type { ReviewLine } from '#domain/review/line.ts';
import { attachment, caseKey, finding, page, review, sampleInput, system } from './sample.ts';
import { assembled, jsonOf, textOf } from './unpack.ts';

const name = 'Qvintus Zorn';
const paper = Buffer.from('%PDF canary-paper %%EOF');
/** The copy of the document without the pages that a decision leaves out. */
const copy = Buffer.from('%PDF other pages %%EOF');
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const on = { item: '1'.repeat(32), version: '2'.repeat(16), system: 'crm' };
const limit = { ground: 'others-rights', text: null, told: true } as const;

/** An answer with one contact that has a note and a document, and a ticket of it, with the decisions. */
function answer(decisions: readonly ReviewEntry[], language: 'sv' | 'en' = 'sv'): AnswerInput {
  const contact = finding(
    'contacts',
    'canary-id',
    {
      email: 'asa.berg@example.org',
      note: `Granne ${name} ringde. QVINTUS  ZÓRN svarade inte.`,
      interests: ['canary-list', 'kajak'],
      'canary-name': 'canary-other',
    },
    {
      attachments: [attachment('doc', 'canary-title.pdf', paper)],
      decisions: decisions.filter((one) => 'item' in one),
    },
  );
  const ticket = finding(
    'tickets',
    't-1',
    { subject: 'Fel storlek' },
    { partOf: { resource: 'contacts', id: 'canary-id' } },
  );
  return sampleInput({
    language,
    systems: [
      system('crm', [page('crm', 1, [contact, ticket]), page('crm', 2, [contact], 2)], {
        title: { sv: 'Kundregister', en: 'Customer register' },
      }),
    ],
    review: {
      ...review(decisions, { reason: 'Han är hotad.', person: name, list: 'canary-list', other: 'canary-other' }),
      cut: async () =>
        await Promise.resolve({ key: 'copy.pdf', textKey: 'copy.txt', bytes: copy.length, sha256: hashOf(copy) }),
    },
    document: async (key) => Readable.from([key.startsWith('copy') ? copy : paper]),
  });
}

/** Every form in which a text could be in a file. */
function forms(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  // The base64 of the text at each of the three positions. The characters that also depend on neighbouring bytes are
  // left out.
  const encoded = [0, 1, 2].map((before) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(before), bytes])
        .toString('base64')
        .slice(before === 0 ? 0 : 4)
        .replace(/.{0,3}=*$/, ''),
    ),
  );
  const plain = [bytes, Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le'), Buffer.from(text.toUpperCase())];
  // A shorter piece of base64 could occur by chance.
  return [...plain, ...encoded.filter(({ length }) => length >= 6)];
}
/** The paths of the files that hold the text, in their content or their path. */
function placesOf(files: ReadonlyMap<string, Buffer>, text: string): readonly string[] {
  const all = forms(text);
  return [...files]
    .filter(([name_, content]) => all.some((form) => content.includes(form) || Buffer.from(name_).includes(form)))
    .map(([name_]) => name_);
}
const manifestOf = (files: ReadonlyMap<string, Buffer>): Manifest =>
  manifestSchema.parse(JSON.parse(textOf(files, 'manifest.json')));
const line = (kind: ReviewLine['kind'], count: number, more: Partial<ReviewLine> = {}): ReviewLine => ({
  system: 'crm',
  resource: 'contacts',
  kind,
  ...limit,
  count,
  ...more,
});

const document = documentId(caseKey, 'crm', { resource: 'contacts', id: 'canary-id' }, 'doc');
const withhold = { do: 'withhold', ...on, ...limit } as const;
const mask = { do: 'mask', ...on, letter: null, ...limit } as const;
const maskAlike = { do: 'mask-alike', letter: null, ...limit } as const;
const withholdAlike = { do: 'withhold-alike', ...limit } as const;
const contacts = { system: 'crm', resource: 'contacts' } as const;
const all = [name, 'canary-list', 'canary-other', 'canary-title', 'canary-paper'] as const;

const kinds: readonly (readonly [string, ReviewEntry, readonly string[], readonly ReviewLine[]])[] = [
  ['a masked span', { ...mask, field: 'note', span: { from: 7, to: 19 } }, [name], [line('masked', 1)]],
  ['a masked field', { ...mask, field: 'interests', span: null }, ['canary-list'], [line('masked', 1)]],
  [
    'a value that is masked everywhere',
    { ...maskAlike, alike: { all: 'value', text: 'person' } },
    [name, 'ZÓRN'],
    [line('masked', 2)],
  ],
  [
    'a field that is masked everywhere',
    { ...maskAlike, alike: { all: 'field', ...contacts, field: 'note' } },
    [name],
    [line('masked', 1)],
  ],
  [
    'a kind of record that is masked',
    { ...maskAlike, alike: { all: 'resource', ...contacts } },
    [...all, 'asa.berg'],
    [line('masked', 4), line('withheld', 1)],
  ],
  ['a withheld field', { ...withhold, part: { of: 'field', field: 'note' } }, [name], [line('withheld', 1)]],
  [
    'a withheld field of which the person is not told',
    { ...withhold, told: false, part: { of: 'field', field: 'note' } },
    [name],
    [line('withheld', 1, { told: false })],
  ],
  [
    'a value that is withheld everywhere',
    { ...withholdAlike, alike: { all: 'value', text: 'list' } },
    ['canary-list'],
    [line('withheld', 1)],
  ],
  [
    'a withheld document',
    { ...withhold, part: { of: 'document', document } },
    ['canary-title', 'canary-paper'],
    [line('withheld', 1)],
  ],
  [
    'pages of a document',
    { ...withhold, part: { of: 'pages', document, from: 2, to: 3 } },
    ['canary-paper'],
    [line('pages', 2)],
  ],
  [
    'a withheld record',
    { ...withhold, part: { of: 'record' } },
    [...all, 'canary-id', 'asa.berg'],
    [line('withheld', 1)],
  ],
  [
    'a withheld record, with a reason',
    { ...withhold, text: 'reason', part: { of: 'record' } },
    [...all, 'canary-id'],
    [line('withheld', 1, { text: 'reason' })],
  ],
  [
    'a kind of record that is withheld',
    { ...withholdAlike, alike: { all: 'resource', ...contacts } },
    [...all, 'canary-id'],
    [line('withheld', 1)],
  ],
  [
    'a system that is withheld',
    { ...withholdAlike, alike: { all: 'system', system: 'crm' } },
    [...all, 'canary-id', 'storlek'],
    [line('withheld', 1), line('withheld', 1, { resource: 'tickets' })],
  ],
  ['a record that is not the person’s', { do: 'reject', ...on }, [...all, 'canary-id', 'asa.berg'], []],
];

describe.each(kinds)('After the decision on %s', (_, decision, gone, lines) => {
  it('the package contains the text if it was released, and nowhere otherwise', async () => {
    const released = await assembled(answer([{ do: 'release', ...on }]));
    const decided = await assembled(answer([decision]));
    for (const text of gone) {
      expect(placesOf(released.files, text), text).not.toEqual([]);
      expect(placesOf(decided.files, text), text).toEqual([]);
    }
  });
  it('the preview reads the records of a system once, and once more for each kind of record', async () => {
    let readings = 0;
    const input = answer([decision]);
    const systems = input.systems.map((one) => ({
      ...one,
      pages: () => {
        readings += one.id === 'crm' ? 1 : 0;
        return one.pages();
      },
    }));
    await readablePages({ ...input, systems });
    expect(readings).toBeLessThanOrEqual(3);
  });
  it.each(['sv', 'en'] as const)('manifest, pages and lines say the same (%s)', async (language) => {
    const input = answer([decision], language);
    const { files, facts } = await assembled(input);
    expect(facts.lines).toEqual(lines);
    const preview = await readablePages(input);
    expect(preview.lines).toEqual(lines);
    for (const { path: of, html } of preview.pages) expect(html).toBe(textOf(files, of));
    const told = lines.filter((one) => one.told);
    expect(manifestOf(files).withheld).toEqual(
      told.map(({ system: of, resource, count, ground, kind }) => ({ system: of, resource, count, ground, kind })),
    );
    expect(files.has('withheld.html')).toBe(told.length > 0);
    if (told.length === 0) return;
    const amount = {
      masked: {
        sv: { 1: '1 ställe är dolt', 2: '2 ställen är dolda', 4: '4 ställen är dolda' },
        en: { 1: '1 place is masked', 2: '2 places are masked', 4: '4 places are masked' },
      },
      withheld: { sv: { 1: '1 del är utelämnad' }, en: { 1: '1 part is left out' } },
      pages: { sv: { 2: '2 sidor är utelämnade' }, en: { 2: '2 pages are left out' } },
    };
    const ground = { sv: 'artikel 15.4', en: 'Article 15(4)' }[language];
    for (const html of ['withheld.html', 'index.html'].map((file) => textOf(files, file)))
      for (const one of told) {
        expect(html).toContain(
          Object.entries(amount[one.kind][language]).find(([count]) => Number(count) === one.count)?.[1],
        );
        expect(html).toContain(ground);
        if (one.text !== null) expect(html).toContain('Han är hotad.');
      }
    expect(textOf(files, 'withheld.html')).toContain({ sv: 'väcka talan', en: 'judicial remedy' }[language]);
  });
  it('the package verifies', async () => {
    const { zip } = await assembled(answer([decision]));
    const folder = await mkdtemp(path.join(os.tmpdir(), 'reviewed-'));
    try {
      await writeFile(path.join(folder, 'answer.zip'), zip);
      expect(await verifyExport(path.join(folder, 'answer.zip'))).toMatchObject({ ok: true });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('A mark', () => {
  it('is shown in the page, the JSON and the CSV, with the letter that staff chose', async () => {
    const decision: ReviewEntry = { ...maskAlike, letter: 'B', alike: { all: 'value', text: 'person' } };
    const { files } = await assembled(answer([decision]));
    const masked = 'Granne [person B] ringde. [person B] svarade inte.';
    expect(textOf(files, 'index.html')).toContain(masked);
    expect(jsonOf(files, 'systems/crm/contacts.json', '0', 'fields', 'note')).toBe(masked);
    expect(textOf(files, 'systems/crm/contacts.csv')).toContain(masked);
  });
  it('is shown for a field and a document that are left out', async () => {
    const { files } = await assembled(
      answer([
        { ...withhold, part: { of: 'field', field: 'note' } },
        { ...withhold, part: { of: 'document', document } },
      ]),
    );
    expect(textOf(files, 'index.html').match(/\[lämnas inte ut\]/g)).toHaveLength(2);
    expect(jsonOf(files, 'systems/crm/contacts.json', '0', 'fields', 'note')).toBe('[lämnas inte ut]');
    expect(jsonOf(files, 'systems/crm/contacts.json', '0')).not.toHaveProperty('documents');
  });
  it('is not shown if the person is not told', async () => {
    const silent = { ...withhold, told: false } as const;
    const { files } = await assembled(
      answer([
        { ...silent, part: { of: 'field', field: 'note' } },
        { ...silent, part: { of: 'document', document } },
      ]),
    );
    expect([...files.values()].map(String).join()).not.toContain('lämnas inte ut]');
    expect(jsonOf(files, 'systems/crm/contacts.json', '0', 'fields')).not.toHaveProperty('note');
  });
});

describe('A system of which all records are left out', () => {
  const system_ = (decision: ReviewEntry) => assembled(answer([decision]));
  it('is withheld if the person is told', async () => {
    const { files } = await system_({ ...withholdAlike, alike: { all: 'system', system: 'crm' } });
    expect(manifestOf(files).systems).toMatchObject([{ outcome: 'withheld', ground: 'others-rights', records: 0 }]);
    expect(textOf(files, 'index.html')).toContain('Ja, vi behandlar personuppgifter om dig.');
  });
  it('is “nothing held” if the person is not told, or if no record was the person’s', async () => {
    const silent = await system_({ ...withholdAlike, told: false, alike: { all: 'system', system: 'crm' } });
    expect(manifestOf(silent.files)).toMatchObject({
      systems: [{ outcome: 'nothing-held', records: 0 }],
      withheld: [],
    });
  });
});

describe('A record or document that could not be read', () => {
  const unread = { resource: 'tickets', id: 't-9', document: null, certain: true, reason: 'too-deep' } as const;
  const file = { ...unread, id: 't-8', document: `${name}.pdf`, reason: 'too-large' } as const;
  const answerOf = (decisions: readonly ReviewEntry[], alike: readonly ReviewEntry[] = []): AnswerInput =>
    sampleInput({
      systems: [
        system('crm', [
          {
            findings: [finding('contacts', '501', { email: 'asa.berg@example.org' })],
            unread: [
              { ...unread, decisions },
              { ...file, decisions: [] },
            ],
          },
        ]),
      ],
      review: review(alike, { person: name }),
    });

  it('is named, with masked values masked in the title', async () => {
    const { files, facts } = await assembled(answerOf([], [{ ...maskAlike, alike: { all: 'value', text: 'person' } }]));
    expect(manifestOf(files).systems[0]?.unread).toMatchObject([{ id: 't-9' }, { document: '[annan person].pdf' }]);
    expect(placesOf(files, name)).toEqual([]);
    expect(facts.lines).toEqual([line('masked', 1, { resource: 'tickets' })]);
  });
  it('is not named if it is not the person’s, and is counted without its id if it is withheld', async () => {
    const rejected = await assembled(answerOf([{ do: 'reject', ...on }]));
    expect(placesOf(rejected.files, 't-9')).toEqual([]);
    expect(rejected.facts.lines).toEqual([]);
    const withheld = await assembled(answerOf([{ ...withhold, part: { of: 'record' } }]));
    expect(placesOf(withheld.files, 't-9')).toEqual([]);
    expect(withheld.facts.lines).toEqual([line('withheld', 1, { resource: 'tickets' })]);
  });
});

describe('Any masked value', () => {
  const word = fc.stringMatching(/^[zqxwvk][zqxwvkåäö]{3,9}$/);
  const between = fc.constantFrom(' ', ', ', '\n', ' – ', ' <b>', '</b> ', '&', '"', ';', '\u00a0');
  it('is in no file of the package, wherever the record contained it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(2), between, fc.constantFrom('plain', 'upper', 'nfd')), {
          minLength: 1,
          maxLength: 8,
        }),
        async (values, parts) => {
          const written = parts
            .map(([index, gap, as]) => {
              const value = values[index % values.length] ?? '';
              return `${gap}${as === 'upper' ? value.toUpperCase() : as === 'nfd' ? value.normalize('NFD') : value}${gap}ja`;
            })
            .join('');
          const texts = Object.fromEntries(values.map((value, index) => [`v${index}`, value]));
          const entries = values.map((_, index): ReviewEntry => ({
            ...maskAlike,
            alike: { all: 'value', text: `v${index}` },
          }));
          const record = finding(
            'contacts',
            `id ${written}`,
            {
              note: written,
              interests: [written, { [written]: [[[[written]]]] }],
              [`eget ${written}`]: written,
            },
            { attachments: [attachment('doc', `fil ${written}.pdf`, paper, `application/pdf; name="${written}"`)] },
          );
          const part = finding(
            'tickets',
            't',
            { subject: 'x' },
            { partOf: { resource: 'contacts', id: `id ${written}` } },
          );
          const { files } = await assembled(
            sampleInput({
              systems: [system('crm', [page('crm', 1, [record, part])])],
              review: review(entries, texts),
              document: async () => Readable.from([paper]),
            }),
          );
          for (const value of values)
            for (const form of [value, value.toUpperCase(), value.normalize('NFD')])
              expect(placesOf(files, form)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

it('The last look reads the text of a document without pages, whose own text is compressed', async () => {
  const input = answer([{ ...withhold, part: { of: 'pages', document, from: 2, to: 3 } }]);
  const { facts } = await assembled({
    ...input,
    lookFor: { values: [{ text: name, stoodIn: [], mayStandIn: [] }], own: [], region: 'SE' },
    document: async (key) => Readable.from([key === 'copy.txt' ? Buffer.from(`Granne ${name} ringde`) : copy]),
  });
  expect(facts.hits.map(({ path: of }) => of)).toContain('systems/crm/documents/1.pdf');
});
