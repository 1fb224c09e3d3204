// No file of the package contains data that staff refused. The package names each refusal with its ground.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { AnswerInput, RefusedKind } from '#answer/answer.ts';
import { manifestSchema, type Manifest } from '#answer/manifest.ts';
import { verifyExport } from '#answer/verify-export.ts';
import { attachment, finding, page, sampleInput, system } from './sample.ts';
import { assembled, jsonOf, textOf } from './unpack.ts';

const paper = Buffer.from('%PDF canary-document %%EOF');
const others: RefusedKind = {
  resource: 'tickets',
  ground: { code: 'others-rights' },
  reason: 'Ärendena handlar om en granne.',
  text: 'kept-text',
  known: 3,
};
const pages = [
  page('crm', 1, [
    finding('contacts', '501', { email: 'asa.berg@example.org' }),
    finding('tickets', 't-1', { subject: 'canary-one' }, { partOf: { resource: 'contacts', id: '501' } }),
    finding('tickets', 't-2', { subject: 'canary-two' }, { attachments: [attachment('doc', 'canary.pdf', paper)] }),
  ]),
  // A later wave finds the same ticket again. It is still counted once.
  page('crm', 2, [finding('tickets', 't-2', { subject: 'canary-two' })], 2),
];

function withRefused(refused: readonly RefusedKind[], language: 'sv' | 'en' = 'sv'): AnswerInput {
  const title = { sv: 'Kundregister', en: 'Customer register' };
  return sampleInput({
    language,
    systems: [system('crm', pages, { title, refused })],
    document: async () => Readable.from([paper]),
  });
}
const manifestOf = (files: ReadonlyMap<string, Buffer>): Manifest =>
  manifestSchema.parse(JSON.parse(textOf(files, 'manifest.json')));

describe('A kind of record that is refused', () => {
  it('is in no file of the package: neither its values, nor its documents, nor its fields', async () => {
    const { files } = await assembled(withRefused([others]));
    expect([...files.keys()].filter((name) => /tickets|documents/.test(name))).toEqual([]);
    expect([...files.values()].map(String).join()).not.toContain('canary');
    expect(Object.keys(jsonOf(files, 'systems/crm/schema.json', '$defs') as object).join()).not.toContain('tickets');
    expect(jsonOf(files, 'systems/crm/contacts.json')).toHaveLength(1);
  });

  it('is counted in the manifest with the code of its ground, and what is left is counted without it', async () => {
    const { files, facts } = await assembled(withRefused([others]));
    const manifest = manifestOf(files);
    expect(manifest.withheld).toEqual([
      { system: 'crm', resource: 'tickets', count: 2, ground: 'others-rights', kind: 'withheld' },
    ]);
    expect(manifest.systems).toMatchObject([{ id: 'crm', outcome: 'found', records: 1 }]);
    expect(facts.systems).toMatchObject([{ id: 'crm', records: 1 }]);
  });

  it.each([
    ['sv', 'Ärende', '2 poster', 'det skulle skada någon annans rättigheter'],
    ['en', 'Ticket', '2 records', 'the rights or freedoms of somebody else'],
  ] as const)('is listed in %s on a separate page under its system', async (language, kind, number, ground) => {
    const { files } = await assembled(withRefused([{ ...others, until: '2027-01-31' }], language));
    for (const name of ['withheld.html', 'index.html']) {
      const text = textOf(files, name).replaceAll(/<[^>]*>/g, '');
      for (const words of [kind, number, ground, 'Ärendena handlar om en granne.', '2027'])
        expect(text).toContain(words);
    }
    expect(textOf(files, 'index.html')).toContain('href="withheld.html"');
  });

  it('does not remove a part of another kind, and no part that is not named', async () => {
    const refused = { ...others, resource: 'contacts' };
    const { files } = await assembled(withRefused([refused]));
    expect(jsonOf(files, 'systems/crm/tickets.json')).toHaveLength(2);
    const text = [...files.values()].map(String).join();
    expect(text).not.toContain('asa.berg@example.org');
    // The remaining parts do not name the refused record either.
    expect(text).not.toContain('"501"');
    expect(jsonOf(files, 'systems/crm/tickets.json', '0')).not.toHaveProperty('partOf');
  });

  it('leaves a package that verifies', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'utdrag-withheld-'));
    try {
      for (const refused of [[others], [others, { ...others, resource: 'contacts' }]]) {
        const { zip } = await assembled(withRefused(refused));
        const file = path.join(folder, 'answer.zip');
        await writeFile(file, zip);
        expect(await verifyExport(file)).toMatchObject({ ok: true });
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('A system of which everything is refused', () => {
  const all = [others, { ...others, resource: 'contacts', ground: { code: 'draft-or-note' } as const }];

  it('is withheld with its grounds, and nobody is told that nothing was found', async () => {
    const { files } = await assembled(withRefused(all));
    expect(manifestOf(files).systems).toMatchObject([
      { id: 'crm', outcome: 'withheld', ground: 'others-rights, draft-or-note', records: 0, files: 0 },
    ]);
    expect([...files.keys()].filter((name) => name.startsWith('systems/'))).toEqual([]);
    const index = textOf(files, 'index.html');
    expect(index).toContain('Ja, vi behandlar personuppgifter om dig.');
    expect(index).not.toMatch(/inte hittat några personuppgifter/);
  });
});

describe('A refused kind of which nothing is left', () => {
  const crm = (deliveredIn?: number) =>
    sampleInput({
      systems: [
        system('crm', deliveredIn === undefined ? pages.slice(0, 0) : [], {
          outcome: deliveredIn === undefined ? 'nothing-held' : 'found',
          refused: [{ ...others, known: deliveredIn === undefined ? 3 : 0 }],
          ...(deliveredIn === undefined ? {} : { deliveredIn }),
        }),
      ],
    });

  it.each([
    ['read', undefined],
    ['of a system that was delivered earlier', 1],
  ] as const)('is not mentioned if it is %s: there is no page, no line and no zero', async (_, deliveredIn) => {
    const { files } = await assembled(crm(deliveredIn));
    expect(manifestOf(files).withheld).toEqual([]);
    expect(files.has('withheld.html')).toBe(false);
    const index = textOf(files, 'index.html');
    expect(index).not.toContain('Ärendena handlar om en granne.');
    expect(index).not.toContain('Nedan står vad som inte lämnas ut');
  });
});

describe('An answer of which nothing is refused', () => {
  it('has an empty list and no page of what was left out', async () => {
    const { files } = await assembled(withRefused([]));
    expect(manifestOf(files).withheld).toEqual([]);
    expect(files.has('withheld.html')).toBe(false);
  });
});
