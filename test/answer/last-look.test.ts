import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { AnswerInput } from '#answer/answer.ts';
import { zipWriter } from '#answer/zip/writer.ts';
import type { Hit, LookedForValue, LookFor, Place } from '#answer/last-look.ts';
import { attachment, finding, page, person, sampleInput, system } from './sample.ts';
import { assembled } from './unpack.ts';

const sentence = 'Grannen Gustav Gran ringde om häcken. ';

function look(...values: readonly (string | Partial<LookedForValue>)[]): LookFor {
  return {
    values: values.map((one) => ({
      text: '',
      stoodIn: [],
      mayStandIn: [],
      ...(typeof one === 'string' ? { text: one } : one),
    })),
    own: [],
    region: 'SE',
  };
}

async function hitsOf(lookFor: LookFor, input: Partial<AnswerInput> = {}): Promise<readonly Hit[]> {
  return (await assembled(sampleInput({ ...input, lookFor }))).facts.hits;
}

const contact = (id: string, data: Parameters<typeof finding>[2]) => finding('contacts', id, data);
const inCrm = (id: string) => ({ system: 'crm', resource: 'contacts', id });
const note = (id: string): Place => ({ ...inCrm(id), field: 'note' });

function records(...found: readonly ReturnType<typeof finding>[]): Partial<AnswerInput> {
  return { systems: [system('crm', [page('crm', 1, found)])] };
}

function document(content: Uint8Array, title = 'Avtal.txt', mediaType = 'text/plain'): Partial<AnswerInput> {
  const record = finding(
    'contacts',
    '7',
    { phone: '1' },
    { attachments: [attachment('d-1', title, content, mediaType)] },
  );
  return { ...records(record), document: async () => Readable.from([content]) };
}

async function zipped(path: string, content: string, level: 0 | 6): Promise<Buffer> {
  const zip = zipWriter('2026-11-30T12:00:00.000Z');
  const written: Uint8Array[] = [];
  for await (const piece of zip.add(path, Readable.from([Buffer.from(content)]), level)) written.push(piece);
  return Buffer.concat([...written, ...zip.finish()]);
}

describe('the last look at a package', () => {
  it('finds nothing in a package without the values', async () => {
    expect(await hitsOf(look('Gustav Gran', '+46701740605', 'gustav@example.com', '189001019802'))).toEqual([]);
    expect((await assembled(sampleInput())).facts.hits).toEqual([]);
  });

  it('does not change the package', async () => {
    const [with_, without] = [
      await assembled(sampleInput({ lookFor: look('Gustav') })),
      await assembled(sampleInput()),
    ];
    expect(with_.facts.sha256).toBe(without.facts.sha256);
  });

  it('finds a value in each file that has it, with the record and the field', async () => {
    const at = { record: inCrm('7'), field: 'note' };
    expect(
      await hitsOf(look('nobody here', 'gran, gustav'), records(contact('7', { note: sentence, phone: '1' }))),
    ).toEqual([
      { value: 1, path: 'index.html', ...at },
      { value: 1, path: 'systems/crm/contacts.json', ...at },
      { value: 1, path: 'systems/crm/contacts.csv', ...at },
    ]);
  });

  it('tells the system whose record has the value outside its fields', async () => {
    const hits = await hitsOf(look('Åsa Sjöö'), document(Buffer.from('Avtal'), 'Åsa Sjöö.txt'));
    expect(hits[0]).toEqual({ value: 0, path: 'index.html', system: 'crm' });
  });

  it('finds a value in nested values, in HTML, in ids, in names of fields and beside the cells of a row', async () => {
    const paths = async (data: Parameters<typeof finding>[2], id = '7'): Promise<readonly string[]> =>
      (await hitsOf(look('Åsa Sjöö'), records(contact(id, data)))).map(({ path }) => path);
    const both = ['systems/crm/contacts.json', 'systems/crm/contacts.csv'];
    expect(await paths({ address: { lines: ['c/o Sjöö, Åsa'] } })).toEqual(['index.html', ...both]);
    expect(await paths({ note: '<p>&Aring;sa&nbsp;<b>Sj&ouml;&#246;</b></p>' })).toEqual(['index.html', ...both]);
    expect(await paths({ note: Buffer.from('Ring Åsa Sjöö!').toString('base64') })).toEqual(['index.html', ...both]);
    expect(await paths({ phone: '1' }, 'Åsa Sjöö')).toEqual(both);
    expect(await paths({ 'Åsa Sjöö': '1' })).toEqual(
      expect.arrayContaining(['index.html', ...both, 'systems/crm/schema.json']),
    );
    expect(await paths({ email: 'Åsa', phone: 'Sjöö' })).toContain('systems/crm/contacts.csv');
  });

  it('finds a value in paths, titles of documents, the manifest and the information', async () => {
    const renamed = { ...records(contact('7', { phone: '1' })) };
    const gran = { systems: [system('gustav-gran', [page('gustav-gran', 1, [contact('7', { phone: '1' })])])] };
    expect(new Set((await hitsOf(look('Gustav Gran'), gran)).map(({ path }) => path))).toEqual(
      new Set([
        'index.html',
        'systems/gustav-gran/schema.json',
        'systems/gustav-gran/contacts.json',
        'systems/gustav-gran/contacts.csv',
        'manifest.json',
      ]),
    );
    expect(await hitsOf(look('Gustav Gran'), renamed)).toEqual([]);
    expect(
      (await hitsOf(look('Gustav Gran'), document(Buffer.from('x'), 'Avtal_GustavGran.txt'))).map(({ path }) => path),
    ).toEqual(['index.html', 'systems/crm/contacts.json']);
  });

  it.each([
    ['UTF-8', Buffer.from(sentence)],
    ['ISO 8859-1', Buffer.from(`${sentence} Å`, 'latin1')],
    ['UTF-16', Buffer.from(sentence, 'utf16le')],
    ['a mail', Buffer.from(`Subject: x\r\n\r\n${Buffer.from(sentence).toString('base64')}\r\n`)],
    [
      'a long file',
      Buffer.concat([Buffer.alloc(300_000, 'rad\n'), Buffer.from(sentence), Buffer.alloc(300_000, 'rad\n')]),
    ],
  ])('finds a value in a document: %s', async (_, content) => {
    const hits = await hitsOf(look('Gustav Gran'), document(content));
    expect(hits).toEqual([{ value: 0, path: 'systems/crm/documents/1.txt' }]);
    const decided = { ...inCrm('7'), document: 'd-1' };
    expect(await hitsOf(look({ text: 'Gustav Gran', mayStandIn: [decided] }), document(content))).toEqual([]);
  });

  it('searches DOCX, XLSX and other zips, and skips zips that cannot be read', async () => {
    const word = '<w:t>Grannen Gustav</w:t></w:r><w:r w:rsidR="00A1"><w:t xml:space="preserve"> Gran</w:t>';
    const docx = await zipped('word/document.xml', word, 6);
    expect(docx.includes('Gustav')).toBe(false);
    const path = 'systems/crm/documents/1.docx';
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(await hitsOf(look('Gustav Gran'), document(docx, 'Avtal.docx', type))).toEqual([{ value: 0, path }]);
    expect(await hitsOf(look('Gustav Grahn'), document(docx, 'Avtal.docx', type))).toEqual([]);
    const place = { ...inCrm('7'), document: 'd-1' };
    expect(
      await hitsOf(look({ text: 'Gustav Gran', mayStandIn: [place] }), document(docx, 'Avtal.docx', type)),
    ).toEqual([]);
    for (let length = 4; length < docx.length; length += 7)
      expect(await hitsOf(look('Gustav Gran'), document(docx.subarray(0, length), 'Avtal.docx', type))).toEqual([]);
  });

  it('accepts a value at the places on which staff decided, and at no other place', async () => {
    const two = records(contact('7', { note: sentence }), contact('8', { note: sentence }));
    const decided = (...mayStandIn: readonly Place[]) => look({ text: 'Gustav Gran', mayStandIn });
    expect(await hitsOf(decided(note('7'), note('8')), two)).toEqual([]);
    expect((await hitsOf(decided(note('7')), two)).map(({ record, field }) => [record?.id, field])).toEqual([
      ['8', 'note'],
      ['8', 'note'],
      ['8', 'note'],
    ]);
    const twice = records(contact('7', { note: sentence, phone: 'Gustav Gran' }));
    expect((await hitsOf(decided(note('7')), twice)).map(({ field }) => field)).toEqual(['phone', 'phone', 'phone']);
  });

  it('ignores the person’s own values', async () => {
    const own = { ...look('Anna'), own: [{ text: 'Anna Berg' }] };
    expect(await hitsOf(own, records(contact('7', { note: 'Hej Anna Berg' })))).toEqual([]);
    expect(await hitsOf(own, records(contact('7', { note: 'Hej Anna' })))).toHaveLength(3);
  });

  it('searches for a short value only in the field that contained it', async () => {
    const short = look({ text: 'Bo', stoodIn: [note('7')] });
    expect(
      await hitsOf(short, records(contact('7', { note: 'Hej Bo', phone: 'Bo' }), contact('8', { note: 'Bo' }))),
    ).toEqual(
      ['index.html', 'systems/crm/contacts.json', 'systems/crm/contacts.csv'].map((path) => ({
        value: 0,
        path,
        record: inCrm('7'),
        field: 'note',
      })),
    );
    expect(await hitsOf(short, records(contact('7', { note: 'Hej Bosse', phone: 'Bo' })))).toEqual([]);
  });

  it('never contains a value in its hits, and limits the number of hits', async () => {
    const many = Array.from({ length: 500 }, (_, index) => contact(String(index), { note: sentence }));
    const hits = await hitsOf(look('Gustav Gran'), records(...many));
    expect(hits).toHaveLength(1000);
    expect(JSON.stringify(hits)).not.toMatch(/gustav|gran/i);
  });

  it('finds the identifiers of a rejected record', async () => {
    const rejected = look({ text: '+46701740605', kind: 'phone' }, { text: '189001019802', kind: 'personnummer' });
    const hits = await hitsOf(rejected, records(contact('7', { note: 'Nås på 070-174 06 05 (900101-9802)' })));
    expect(new Set(hits.map(({ value }) => value))).toEqual(new Set([0, 1]));
    expect(await hitsOf(rejected, records(person))).toEqual([]);
  });
});
