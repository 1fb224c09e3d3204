import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerInput, SystemAnswer } from '#answer/answer.ts';
import { manifestSchema, type Manifest } from '#answer/manifest.ts';
import { assembleAnswer } from '#answer/package.ts';
import { verifyExport } from '#answer/verify-export.ts';
import {
  attachment,
  controller,
  crm,
  documentBytes,
  field,
  finding,
  page,
  person,
  sampleInput,
  signing,
  system,
} from './sample.ts';
import { parseCsv } from './csv.ts';
import { assembled, jsonOf, textOf } from './unpack.ts';

const run = promisify(execFile);

function manifestOf(files: ReadonlyMap<string, Buffer>): Manifest {
  return manifestSchema.parse(JSON.parse(textOf(files, 'manifest.json')));
}

function withSystems(...systems: SystemAnswer[]): AnswerInput {
  return sampleInput({ systems });
}

describe('the package of an answer', () => {
  it('contains the pages, the information, the data of each system and a manifest of all of it [002-17] [004-34]', async () => {
    const { files, facts, zip } = await assembled(sampleInput());
    expect([...files.keys()]).toEqual([
      'index.html',
      'information/article-15.html',
      'information/article-15.json',
      'information/article-15.jsonld',
      'systems/crm/schema.json',
      'systems/crm/contacts.json',
      'systems/crm/contacts.csv',
      'systems/crm/tickets.json',
      'systems/crm/tickets.csv',
      'systems/sign/schema.json',
      'systems/sign/agreements.json',
      'systems/sign/agreements.csv',
      'systems/sign/documents/1.pdf',
      'manifest.json',
    ]);
    const manifest = manifestOf(files);
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = files.get(path)!;
      expect({ path, bytes, sha256 }).toEqual({
        path,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      });
    }
    expect(manifest.files).toHaveLength(files.size - 1);
    expect(facts).toMatchObject({
      bytes: zip.length,
      entries: files.size,
      sha256: createHash('sha256').update(zip).digest('hex'),
      manifestSha256: createHash('sha256').update(files.get('manifest.json')!).digest('hex'),
    });
    expect(facts.systems).toContainEqual({ id: 'crm', records: 3, files: 5 });
  });

  // The hash is that of an earlier build. Whoever changes what a person gets must change this hash.
  it('has this manifest as long as nobody changes what an answer says', async () => {
    const { facts } = await assembled(sampleInput());
    expect(facts.manifestSha256).toBe('fc816dbab38e97262b2333da6ea3cb3335ee950d0308de35e562e9c44c0ff634');
  });

  it('names every system with its outcome, whether it was searched or not', async () => {
    const { files } = await assembled(sampleInput());
    expect(manifestOf(files).systems).toMatchObject([
      { id: 'crm', outcome: 'found', records: 3, files: 5 },
      { id: 'sign', outcome: 'found', records: 1, files: 4 },
      { id: 'empty', outcome: 'nothing-held', records: 0 },
      { id: 'broken', outcome: 'failed', reason: 'systemet svarade inte i tid', reasonCode: 'timeout' },
      { id: 'secret', outcome: 'withheld', ground: 'Dataskyddslagen 5:2' },
      { id: 'late', outcome: 'pending', reason: 'en medarbetare ska söka igenom det för hand' },
    ]);
    const index = textOf(files, 'index.html');
    for (const words of [
      'Svaret innehåller 3 poster',
      'hittade inga uppgifter om dig',
      'svarade inte i tid',
      'Dataskyddslagen 5:2',
      'för hand',
    ])
      expect(index).toContain(words);
    expect(index).toContain('Svarstiden för din begäran går ut 20 november 2026.');
  });

  it('gives the day on which the time to answer ends: that of an extension, and no day that has passed', async () => {
    const late = system('late', [], { outcome: 'pending', reason: 'manual-search' });
    const indexWith = async (dueDate: string): Promise<string> =>
      textOf((await assembled(sampleInput({ language: 'en', systems: [late], dueDate }))).files, 'index.html');
    expect(await indexWith('2027-01-20')).toContain('The time to answer your request ends on 20 January 2027.');
    expect(await indexWith('2026-10-21')).not.toContain('The time to answer your request ends');
  });

  it.each([
    ['sv', 'Det här i systemet läser sökningen inte', 'Ordrar. Sökningen läser bara fakturor.'],
    ['en', 'The search does not read this in the system', 'Orders. The search reads invoices only.'],
  ] as const)(
    'says beside each system what its search does not read, and why (%s)',
    async (language, words, unread) => {
      const doesNotRead = [
        {
          what: { sv: 'Ordrar', en: 'Orders' },
          why: { sv: 'Sökningen läser bara fakturor.', en: 'The search reads invoices only.' },
        },
      ];
      for (const outcome of ['found', 'nothing-held', 'failed'] as const) {
        const pages = outcome === 'found' ? [page('crm', 1, [person])] : [];
        const { files } = await assembled({ ...withSystems(system('crm', pages, { outcome, doesNotRead })), language });
        expect(textOf(files, 'index.html')).toContain(words);
        expect(textOf(files, 'index.html')).toContain(unread);
        expect(manifestOf(files).systems[0]).toMatchObject({ notRead: [doesNotRead[0]!.what[language]] });
      }
      const byHand = await assembled({ ...withSystems(system('crm', [page('crm', 1, [person])])), language });
      expect(textOf(byHand.files, 'index.html')).not.toContain(words);
    },
  );

  it('does not present a system as empty if its search was not completed', async () => {
    const { files } = await assembled(
      withSystems(system('half', [page('half', 1, [person])], { outcome: 'failed', reason: 'unavailable' })),
    );
    const index = textOf(files, 'index.html');
    expect(index).toContain('Minst 1');
    expect(index).toContain('det kan finnas fler');
    expect(files.has('systems/half/contacts.json')).toBe(true);
    const none = await assembled(withSystems(system('dark', [], { outcome: 'failed', reason: 'unavailable' })));
    expect(textOf(none.files, 'index.html')).toContain('Okänt');
    expect(textOf(none.files, 'index.html')).toContain('Svaret är inte fullständigt, så det säger inte');
  });

  it('gives every field by name, in full', async () => {
    const { files } = await assembled(sampleInput());
    const { referredBy: _, ...data } = person.data;
    expect(jsonOf(files, 'systems/crm/contacts.json')).toEqual([
      { id: '501', fields: data },
      { id: '502', fields: { email: 'asa.berg@example.com' } },
    ]);
    expect(JSON.parse(textOf(files, 'systems/crm/tickets.json'))).toEqual([
      { id: 't-1', partOf: { resource: 'contacts', id: '501' }, fields: { subject: 'Fel storlek' } },
    ]);
    expect(jsonOf(files, 'systems/sign/agreements.json', 0, 'documents')).toMatchObject([
      { path: 'documents/1.pdf', title: 'Medlemsavtal.pdf', bytes: documentBytes.length },
    ]);
    expect(files.get('systems/sign/documents/1.pdf')).toEqual(documentBytes);
  });

  it('leaves other people out of every file, and says that it does', async () => {
    const { files } = await assembled(sampleInput());
    for (const [name, content] of files) {
      expect(content.includes('somebody-else'), name).toBe(false);
      if (name.startsWith('systems/')) expect(content.includes('referredBy'), name).toBe(false);
    }
    expect(textOf(files, 'index.html')).toContain(
      'Fält som bara gäller andra personer, till exempel vår handläggare, har utelämnats',
    );
    const { referredBy: _, ...alone } = person.data;
    const without = await assembled(
      withSystems(system('crm', [page('crm', 1, [finding('contacts', '1', { ...alone, referredBy: '' })])])),
    );
    expect(textOf(without.files, 'index.html')).not.toContain(
      'Fält som bara gäller andra personer, till exempel vår handläggare, har utelämnats',
    );
  });

  it.each(['sv', 'en'] as const)('says in %s that the law may forbid to tell', async (language) => {
    for (const systems of [sampleInput().systems, []]) {
      const { files } = await assembled(sampleInput({ language, systems }));
      expect(textOf(files, 'index.html').replaceAll(/\s+/g, ' ')).toContain(
        {
          sv: 'Uppgifter som vi enligt lag inte får lämna ut ingår inte. Vi får inte alltid berätta om sådana finns.',
          en: 'Data that the law forbids us to disclose are not included. We may not always say whether there are any.',
        }[language],
      );
    }
  });

  it('does not read what is withheld', async () => {
    const read = system('secret', [], { outcome: 'withheld', ground: 'x', pages: () => expect.fail('was read') });
    const { files } = await assembled(withSystems(read));
    expect([...files.keys()].filter((name) => name.startsWith('systems/'))).toEqual([]);
  });

  it('asks the person to ask us if no reason or ground was given', async () => {
    const { files } = await assembled(
      withSystems(
        system('a', [], { outcome: 'withheld', ground: '' }),
        system('b', [], { outcome: 'failed', reason: '' }),
        system('c', [], { outcome: 'pending', reason: 'some-new-code' }),
      ),
    );
    const index = textOf(files, 'index.html');
    for (const words of ['inte angiven, fråga oss', 'skälet är inte angivet', 'tekniskt fel (some-new-code)'])
      expect(index).toContain(words);
    expect(manifestOf(files).systems.map(({ ground, reasonCode }) => ground ?? reasonCode)).toEqual([
      undefined,
      undefined,
      'some-new-code',
    ]);
  });

  it('contains a record once if several pages and waves repeat it, in the first version', async () => {
    const repeated = finding(
      'contacts',
      '1',
      { email: 'first@example.org' },
      { attachments: [attachment('d', 'd.pdf', documentBytes)] },
    );
    const { files, facts } = await assembled(
      withSystems(
        system('crm', [
          page('crm', 1, [repeated, finding('tickets', '1', { subject: 'same id, other resource' })]),
          page('crm', 2, [repeated]),
          page(
            'crm',
            1,
            [
              { ...repeated, data: { email: 'later@example.org' } },
              finding('contacts', '2', {}, { attachments: [attachment('e', 'e.pdf', documentBytes)] }),
            ],
            2,
          ),
        ]),
      ),
    );
    expect(facts.systems).toEqual([{ id: 'crm', records: 3, files: 7 }]);
    expect(JSON.parse(textOf(files, 'systems/crm/contacts.json'))).toMatchObject([
      { id: '1', fields: { email: 'first@example.org' }, documents: [{ path: 'documents/1.pdf' }] },
      { id: '2', documents: [{ path: 'documents/2.pdf' }] },
    ]);
    expect(textOf(files, 'index.html')).toContain('href="systems/crm/documents/2.pdf"');
  });

  it('says in which answer data were delivered before', async () => {
    const { files } = await assembled({
      ...withSystems(system('crm', [], { deliveredIn: 1 })),
      round: 2,
      supplements: true,
    });
    expect(textOf(files, 'index.html')).toContain('Uppgifterna finns i svar nummer 1');
    expect(textOf(files, 'index.html')).toContain('svar nummer 2');
    expect(manifestOf(files).systems[0]).toMatchObject({ outcome: 'found', deliveredIn: 1, records: 0 });
  });

  it('explains each field in both languages [000-61]', async () => {
    const { files } = await assembled(sampleInput());
    const place = ['$defs', 'contacts', 'items', 'properties', 'fields', 'properties'] as const;
    expect(jsonOf(files, 'systems/crm/schema.json', ...place, 'score', 'x-texts')).toEqual({
      sv: { title: 'Intressepoäng', description: 'Hur tjänster används. En slutsats av andra uppgifter.' },
      en: { title: 'Interest score', description: 'Use of services. Inferred from other data.' },
    });
    expect(jsonOf(files, 'systems/crm/schema.json', ...place, 'medlemsnivå', 'title')).toBe('Eget fält: medlemsnivå');
  });

  it('tells what Art. 15(1) and 15(2) ask for, with recipients by name [002-17] [004-33]', async () => {
    const { files } = await assembled(sampleInput());
    const text = textOf(files, 'information/article-15.html').replaceAll(/\s+/g, ' ');
    for (const words of [
      'Svara på frågor från kunder',
      'Avtal med dig (artikel 6.1 b)',
      'Kontaktuppgifter · Meddelanden och annan kommunikation',
      'CRM Example Ltd',
      'Irland',
      'USA. Utanför EES. Skydd: standardavtalsklausuler',
      'Två år efter det senaste ärendet',
      'Radering',
      'Du kan klaga hos Integritetsskyddsmyndigheten (IMY) (www.imy.se, imy@imy.se)',
      'väcka talan vid domstol',
      'Du själv',
      'enbart genom automatiserad behandling (artikel 22)',
    ])
      expect(text).toContain(words);
    expect(jsonOf(files, 'information/article-15.json', 'activities', 0, 'recipients', 1)).toMatchObject({
      name: 'Hosting Example Inc.',
      country: 'US',
      outsideEea: true,
    });
    expect(jsonOf(files, 'information/article-15.jsonld', '@graph', 1, 'dpv:hasLegalBasis', 1)).toMatchObject({
      '@type': 'eu-gdpr:A6-1-f',
    });
  });

  it('tells how an automated decision is made [002-28]', async () => {
    const [activity] = sampleInput().activities;
    const decided = {
      ...activity!,
      automatedDecision: {
        logic: { sv: 'Inkomst vägs mot skuld', en: 'Income is weighed against debt' },
        significance: { sv: 'Avgör om du får kredit', en: 'Decides whether you get credit' },
        consequences: { sv: 'Du kan få nej', en: 'You may be refused' },
      },
    };
    const { files } = await assembled(sampleInput({ activities: [decided], language: 'en' }));
    const text = textOf(files, 'information/article-15.html');
    for (const words of ['Income is weighed', 'Decides whether', 'You may be refused', 'right to have a human review'])
      expect(text).toContain(words);
  });
});

describe('the bytes of a package', () => {
  it('are the same for the same input, in whatever pieces it arrives and however slowly it is read', async () => {
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * index) % 251));
    const input = (size: number): AnswerInput => ({
      ...withSystems(
        system(
          'sign',
          [
            page('sign', 1, [
              finding(
                'agreements',
                '1',
                {},
                { attachments: [attachment('d', 'd', content), attachment('t', 't', content, 'text/plain')] },
              ),
            ]),
          ],
          { resources: signing },
        ),
      ),
      document: async () => Readable.from(cut(content, size)),
    });
    const whole = await assembled(input(content.length));
    for (const size of [1_000, 65_536, 70_001]) {
      const { stream } = assembleAnswer(input(size));
      const parts: Buffer[] = [];
      for await (const part of stream) {
        parts.push(part as Buffer);
        if (size === 1_000) await new Promise((resolve) => setTimeout(resolve, 2));
      }
      expect(Buffer.concat(parts).equals(whole.zip)).toBe(true);
    }
  });

  it('do not depend on the time zone of the machine', async () => {
    // On that day the clocks in Stockholm skip the time 02:30.
    const input = sampleInput({ createdAt: '2026-03-29T02:30:30.000Z' });
    const before = process.env['TZ'];
    const zips: string[] = [];
    for (const zone of ['UTC', 'Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env['TZ'] = zone;
      zips.push((await assembled(input)).facts.sha256);
    }
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(new Set(zips).size).toBe(1);
  });

  it('carry the time of the answer in UTC', async () => {
    const { zip } = await assembled(sampleInput({ createdAt: '2026-03-29T02:30:30.000Z' }));
    expect([zip.readUInt16LE(10), zip.readUInt16LE(12)]).toEqual([
      (2 << 11) | (30 << 5) | 15,
      (46 << 9) | (3 << 5) | 29,
    ]);
  });
});

describe('an answer that cannot be made whole', () => {
  it.each([
    ['a page that cannot be read', withSystems(system('crm', [], { pages: () => failing() }))],
    ['a document that cannot be read', { ...sampleInput(), document: () => Promise.reject(new Error('gone')) }],
    ['a document that breaks off', { ...sampleInput(), document: async () => Readable.from(failing()) }],
    [
      'a document that is not the one that was stored',
      { ...sampleInput(), document: async () => Readable.from([Buffer.from('other')]) },
    ],
    [
      'a field without an annotation',
      withSystems(
        system('sign', [page('sign', 1, [finding('agreements', '1', { constructor: 'x' })])], { resources: signing }),
      ),
    ],
    ['a resource that is not declared', withSystems(system('crm', [page('crm', 1, [finding('toString', '1', {})])]))],
    [
      'records of a system that is said to hold nothing',
      withSystems(system('crm', [page('crm', 1, [person])], { outcome: 'nothing-held' })),
    ],
    [
      'a resource whose name is no file name',
      withSystems(
        system('crm', [page('crm', 1, [finding('../up', '1', {})])], { resources: { '../up': crm['tickets']! } }),
      ),
    ],
    [
      'two files of one name',
      withSystems(
        system('crm', [page('crm', 1, [finding('schema', '1', {})])], { resources: { schema: crm['tickets']! } }),
      ),
    ],
    [
      'two systems of one name',
      withSystems(system('crm', [page('crm', 1, [person])]), system('crm', [page('crm', 1, [person])])),
    ],
  ] as [string, AnswerInput][])('fails for %s, on the stream and in `done`', async (_, input) => {
    const { stream, done } = assembleAnswer(input);
    await expect(
      (async () => {
        for await (const _part of stream) {
          /* read on */
        }
      })(),
    ).rejects.toThrow();
    await expect(done).rejects.toThrow();
  });

  it('closes the documents that it reads if nobody reads the package any more', async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<Buffer> {
      try {
        for (;;) yield Buffer.alloc(65_536, Math.random() > 0.5 ? 1 : 2);
      } finally {
        ended = true;
      }
    }
    const { stream, done } = assembleAnswer({ ...sampleInput(), document: async () => Readable.from(endless()) });
    let bytes = 0;
    for await (const part of stream) {
      bytes += (part as Buffer).length;
      if (bytes > 100_000) break;
    }
    await expect(done).rejects.toThrow();
    await expect.poll(() => ended).toBe(true);
  });
});

describe('hostile data', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</td></table></body><!--',
    '&lt;script&gt;',
    'invoice\u202efdp.exe',
    'a\u0000b\u001b[31mc\u009bd',
    '\ud800 lone',
    '2026-02-31',
    '=HYPERLINK("https://evil.example")',
  ];

  it('stays text on the pages, and unchanged in the JSON file', async () => {
    const records = hostile.map((text, index) =>
      finding('contacts', text, {
        note: text,
        [text]: text,
        interests: [{ [text]: [text] }],
        address: { deep: { deep: { deep: { deep: text } } } },
        phone: `${index}`,
      }),
    );
    const documents = [
      attachment('d', hostile[1]!, documentBytes, 'text/html'),
      attachment('e', hostile[5]!, documentBytes, '../../x'),
    ];
    const { files } = await assembled({
      ...withSystems(
        system('crm', [page('crm', 1, [...records, finding('tickets', '1', {}, { attachments: documents })])], {
          reason: hostile[0]!,
          title: { sv: hostile[1]!, en: 'x' },
        }),
      ),
      reference: hostile[0]!,
    });
    const index = textOf(files, 'index.html');
    expect(index).not.toMatch(/<script|<img|<!--|onmouseover='|\u202e|[\u0000-\u0008\u000b-\u001f\u0080-\u009f]/);
    expect(index).toContain('invoice[U+202E]fdp.exe');
    expect(index).not.toMatch(/(?:src|href|action)\s*=\s*["']?\s*(?:[a-z]+:|\/\/)/i);
    expect(jsonOf(files, 'systems/crm/contacts.json', 0, 'fields', hostile[0]!)).toBe(hostile[0]);
    expect([...files.keys()].filter((name) => name.includes('documents'))).toEqual([
      'systems/crm/documents/1.txt',
      'systems/crm/documents/2.bin',
    ]);
  });

  it('does not become a formula in a spreadsheet', async () => {
    const cells = ['=1+1', '+46701740610', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '"=1"', '＝1', 'a;=1', 'a; "@x"'];
    const { files } = await assembled(
      withSystems(
        system('crm', [
          page(
            'crm',
            1,
            cells.map((note, index) => finding('contacts', `=${index}`, { note, score: -5 - index })),
          ),
        ]),
      ),
    );
    const csv = textOf(files, 'systems/crm/contacts.csv');
    expect(csv.startsWith('\ufeff_id;email;')).toBe(true);
    const parsed = parseCsv(csv.slice(1), ';');
    for (const row of parsed.slice(1))
      for (const cell of row) {
        expect(cell).not.toMatch(/^[\s"]*[=+@\uff1d]/);
        expect(cell).not.toMatch(/^\s*-(?!\d+$)/);
        expect(cell).not.toMatch(/;[\s"]*[=+\-@]/);
      }
    expect(parsed[1]![parsed[0]!.indexOf('score')]).toBe('-5');
    expect(parsed[1]![parsed[0]!.indexOf('note')]).toBe("'=1+1");
  });

  it.each(['a, "b"\r\nc', 'a\nb', 'a\rb', ' a ', '""'])(
    'in CSV %j stays in its cell, and lists are JSON',
    async (note) => {
      const { files } = await assembled(
        withSystems(
          system('crm', [
            page('crm', 1, [finding('contacts', '1', { note, interests: ['x', 'y'], subscribed: false })]),
          ]),
        ),
      );
      const [header, row, ...rest] = parseCsv(textOf(files, 'systems/crm/contacts.csv').slice(1), ';');
      expect(rest).toEqual([]);
      const cell = (name: string): string | undefined => row![header!.indexOf(name)];
      expect([cell('note'), cell('interests'), cell('subscribed'), cell('email')]).toEqual([
        note,
        '["x","y"]',
        'false',
        '',
      ]);
    },
  );
});

describe('the index page', () => {
  it('shows values as people read them', async () => {
    const { files } = await assembled(sampleInput());
    const index = textOf(files, 'index.html').replaceAll(/\s+/g, ' ');
    expect(index).toContain('<time datetime="2024-02-29T23:30:05.123Z">1 mars 2024 kl. 00:30</time>');
    expect(index).toContain('<time datetime="1980-01-31">31 januari 1980</time>');
    expect(index).toMatch(/Vill ha nyhetsbrev<\/bdi ?> ?<\/th> ?<td> ?Ja ?<\/td>/);
    expect(index).toMatch(/<li> ?<bdi>vandring<\/bdi> ?<\/li>/);
    expect(index).toContain('(vår slutsats)');
    expect(index).toMatch(/Hör till ?<\/th> ?<td> ?<bdi>Kontakt 501<\/bdi>/);
    expect(index).toContain('<html lang="sv">');
  });

  it('shows the first records if there are very many, and says where the others are', async () => {
    const many = Array.from({ length: 1_200 }, (_, index) =>
      finding('tickets', `${index}`, { subject: `nummer-${index}.` }),
    );
    const { files } = await assembled(withSystems(system('crm', [page('crm', 1, many)])));
    const index = textOf(files, 'index.html').replaceAll('\u00a0', ' ');
    expect(index).toContain('nummer-999.');
    expect(index).not.toContain('nummer-1000.');
    expect(index).toContain('Här visas de första 1 000 av 1 200 poster');
    expect(JSON.parse(textOf(files, 'systems/crm/tickets.json'))).toHaveLength(1_200);
  });

  it('says whether data are processed at all', async () => {
    const none = await assembled(withSystems(system('crm', [], { outcome: 'nothing-held' })));
    expect(textOf(none.files, 'index.html')).toContain('Vi har inte hittat några personuppgifter om dig');
    const some = await assembled(sampleInput({ language: 'en', controller: { ...controller, name: 'A & B' } }));
    expect(textOf(some.files, 'index.html')).toContain('Yes, we process personal data about you.');
    expect(textOf(some.files, 'index.html')).toContain('<title>Your personal data at A &amp; B</title>');
  });

  it('shows a field whose name is a property of every JavaScript object', async () => {
    const resources = { contacts: { ...crm['contacts']!, otherFields: field('Eget fält', 'Custom field') } };
    const odd = Object.fromEntries([
      ['__proto__', 'p-value'],
      ['constructor', 'c-value'],
      ['hasOwnProperty', 'h-value'],
    ]);
    const { files } = await assembled(
      withSystems(system('crm', [page('crm', 1, [finding('contacts', '1', odd)])], { resources })),
    );
    for (const name of ['index.html', 'systems/crm/contacts.json', 'systems/crm/contacts.csv'])
      for (const value of ['p-value', 'c-value', 'h-value']) expect(textOf(files, name), name).toContain(value);
  });
});

describe('other tools', () => {
  let folder = '';
  let file = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'utdrag-answer-'));
    file = path.join(folder, 'export.zip');
    await writeFile(file, (await assembled(sampleInput())).zip);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.for([
    ['unzip', ['-tqq'], ['-v']],
    ['python3', ['-m', 'zipfile', '-t'], ['-c', 'import zipfile']],
    ['7z', ['t'], ['i']],
    ['bsdtar', ['-tf'], ['--version']],
  ] as const)('%s accepts the package', async ([tool, test, probe], { skip }) => {
    const there = await run(tool, probe).then(
      () => true,
      () => false,
    );
    skip(!there, `${tool} is not installed`);
    await run(tool, [...test, file]);
  });

  it('our own verdict accepts it', async () => {
    expect(await verifyExport(file)).toEqual({ ok: true, entries: 14, signature: 'none' });
  });
});

async function* failing(): AsyncGenerator<never> {
  yield* [];
  throw new Error('broken off');
}

function* cut(content: Buffer, size: number): Generator<Buffer> {
  for (let offset = 0; offset < content.length; offset += size) yield content.subarray(offset, offset + size);
}

/** RFC 4180, strictly. */
