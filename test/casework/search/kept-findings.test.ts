// Earlier pages of findings can still be used: those of version 0.2.0, and those of a search that was killed.
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAndRecord, searching } from '../search-and-record.ts';
import { takeStep } from '#casework/workflow/take-step.ts';
import { defineConnector, type AnyConnector, type Candidate, type Page } from '#connectors/sdk/connector.ts';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { searchOf } from '#domain/case/state.ts';
import { storedPageSchema, type FindingsPage } from '#domain/findings/finding.ts';
import { documentKey } from '#store/findings.ts';
import { jsonOf } from '#test/answer/unpack.ts';
import { plainConnector } from '../../connectors/plain-connector.ts';
import { approveSearch, proveByCode, releasedFiles } from '../case-steps.ts';
import { contact, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

/** A case whose search of HubSpot has been approved. */
async function approved(): Promise<string> {
  const caseId = await rig.openNew();
  await proveByCode(rig, caseId);
  await approveSearch(rig, caseId);
  return caseId;
}

/** One call of the search, as one invocation of its function makes it. */
async function search(caseId: string, connector: AnyConnector) {
  const means = {
    records: rig.casework,
    findings: rig.findings,
    organisationAt: rig.casework.organisationAt,
    connector,
    installation: { settings: {}, secret: {} },
    surroundings: {
      fetch: async () => new Response('a document', { headers: { 'content-type': 'text/plain' } }),
      sleep: async () => undefined,
      elapsed: () => 0,
      random: () => 0,
      timeLeft: () => 600_000,
    },
  };
  return await searchAndRecord(rig, means, { caseId, system: 'hubspot', wave: 1 });
}

/** The files of the package of the case, by path. */
async function packageOf(caseId: string, connector: AnyConnector): Promise<ReadonlyMap<string, Buffer>> {
  const screen = { v: 2, caseId, step: 'screen', round: 1 } as const;
  expect(await takeStep(rig.casework, rig, rig.findings, searching(rig), screen, start)).toMatchObject({
    ok: true,
  });
  return await releasedFiles(rig, caseId, 1, [connector]);
}

async function pagesOf(caseId: string): Promise<readonly FindingsPage[]> {
  const pages: FindingsPage[] = [];
  for await (const page of rig.findings.pages(caseId, 'hubspot')) pages.push(page);
  return pages;
}

async function replyOf(caseId: string) {
  return searchOf(await rig.state(caseId))?.systems[0]?.replies[0];
}

describe('Pages of findings that version 0.2.0 stored', () => {
  /** A page, byte for byte as that version wrote it. */
  const page = (key: string, sha256: string): string =>
    `{"asOf":"2026-11-20T08:00:00.000Z","findings":[{"attachments":[],"data":{"email":"asa.berg@example.org","firstname":"Åsa"},"id":"501","partOf":null,"resource":"contact"},{"attachments":[{"bytes":10,"id":"file-1","key":"${key}","mediaType":"text/plain","sha256":"${sha256}","title":"Bilaga"}],"data":{"hs_note_body":"Ringde om leveransen."},"id":"601","partOf":{"id":"501","resource":"contact"},"resource":"note"}],"learned":[{"kind":"phone","value":"+46701740610"}],"next":null,"page":1,"possible":[{"id":"502","resource":"contact"}],"roots":[{"id":"501","resource":"contact"}],"system":"hubspot","v":1,"wave":1}`;
  const notAsked: AnyConnector = {
    ...hubspot,
    install: () => {
      throw new Error('the system was asked');
    },
  };

  it('are read, counted and used for the answer, and the system is not searched again', async () => {
    const caseId = await approved();
    const key = documentKey(caseId, 'hubspot', 'd1');
    const { sha256 } = await rig.findings.putDocument(key, Readable.from([Buffer.from('a document')]));
    await rig.putFinding(`${caseId}/pages/hubspot/000001/000001.json`, page(key, sha256));

    expect(await pagesOf(caseId)).toEqual([
      {
        v: 2,
        system: 'hubspot',
        wave: 1,
        page: 1,
        asOf: start,
        next: null,
        unread: [],
        disputed: [],
        unplaced: [],
        findings: [
          {
            resource: 'contact',
            id: '501',
            data: { email: contact, firstname: 'Åsa' },
            partOf: null,
            attachments: [],
            identifiers: [],
            tie: { as: 'unsaid' },
            unreadable: null,
          },
          {
            resource: 'note',
            id: '601',
            data: { hs_note_body: 'Ringde om leveransen.' },
            partOf: { resource: 'contact', id: '501' },
            attachments: [{ id: 'file-1', title: 'Bilaga', mediaType: 'text/plain', bytes: 10, sha256, key }],
            identifiers: [],
            tie: { as: 'unsaid' },
            unreadable: null,
          },
        ],
        possible: [
          {
            resource: 'contact',
            id: '502',
            data: {},
            partOf: null,
            identifiers: [],
            attachments: [],
            unreadable: null,
          },
        ],
        learned: [{ kind: 'phone', value: '+46701740610', weight: 'own', disputed: false }],
      },
    ]);

    expect(await search(caseId, notAsked)).toBe('searched');
    expect(await replyOf(caseId)).toMatchObject({ result: 'found', records: 2, files: 1, possible: 1, disputed: 0 });
    const files = await packageOf(caseId, hubspot);
    expect(jsonOf(files, 'systems/hubspot/contact.json')).toMatchObject([{ id: '501', fields: { firstname: 'Åsa' } }]);
    expect(jsonOf(files, 'systems/hubspot/note.json')).toMatchObject([
      { id: '601', partOf: { resource: 'contact', id: '501' }, documents: [{ title: 'Bilaga', bytes: 10, sha256 }] },
    ]);
    const name = [...files.keys()].find((path) => files.get(path)?.toString() === 'a document');
    expect(name).toMatch(/^systems\/hubspot\//);
  });

  it('with what staff entered by hand are read unchanged', async () => {
    const caseId = await approved();
    const written = page('x', 'ab'.repeat(32)).replace('"wave":1', '"wave":0');
    await rig.putFinding(`${caseId}/pages/hubspot/000000/000001.json`, written);
    const [only] = await pagesOf(caseId);
    expect(only?.findings.map(({ tie }) => tie)).toEqual([{ as: 'written' }, { as: 'written' }]);
  });
});

it('A page of the second version says what could not be read. A page without this, or of an unknown version, is refused', () => {
  const page = {
    system: 'hubspot',
    wave: 1,
    page: 1,
    asOf: start,
    next: null,
    findings: [],
    possible: [],
    learned: [],
  };
  const second = { ...page, v: 2, disputed: [], unplaced: [] };
  expect(storedPageSchema.safeParse({ ...second, unread: [] }).success).toBe(true);
  expect(storedPageSchema.safeParse(second).success).toBe(false);
  // The first version could not name the record.
  const first = { ...page, v: 1, roots: [] };
  expect(storedPageSchema.parse(first)).toEqual({ ...second, unread: [] });
  expect(storedPageSchema.safeParse({ ...first, unread: [] }).success).toBe(false);
  expect(storedPageSchema.safeParse({ ...second, unread: [], v: 3 }).success).toBe(false);
});

/** A system with these pages. The process is killed the first time that a page after the first is requested. */
function killedOnce(pages: readonly Page[]): AnyConnector {
  let isKilled = false;
  return defineConnector({
    ...archive,
    async *search({ cursor }) {
      for (const page of pages.slice(typeof cursor === 'number' ? cursor : 0)) {
        if (page !== pages[0] && !isKilled) {
          isKilled = true;
          throw new Error('killed');
        }
        yield page;
      }
    },
  });
}

const archive = {
  ...plainConnector,
  id: 'hubspot',
  calls: { file: { method: 'GET', origin: 'api', path: '/file', source: 'https://vendor.example/docs' } },
} as const;

describe('A search that was killed after a page with parts whose record had not been returned', () => {
  it('sorts them when it continues, with their own parts and documents, and leaves out parts of unknown records', async () => {
    const part = (id: string, of: string): Candidate => ({
      resource: 'card',
      id,
      data: { text: `del ${id}` },
      partOf: { resource: 'card', id: of },
      attachments: [{ id: 'f', title: `Bilaga ${id}`, mediaType: 'text/plain', fetch: { call: 'file' } }],
    });
    const connector = killedOnce([
      { candidates: [part('part-of-part', 'part'), part('part', 'card'), part('stray', 'strangers')], next: 1 },
      { candidates: [{ resource: 'card', id: 'card', data: { email: contact } }], next: null },
    ]);
    const caseId = await approved();
    await expect(search(caseId, connector)).rejects.toThrow('killed');
    const ids = (all: readonly { readonly id: string }[] = []): readonly string[] => all.map(({ id }) => id).toSorted();
    const [before, none] = await pagesOf(caseId);
    expect(none).toBeUndefined();
    expect([ids(before?.findings), ids(before?.unplaced)]).toEqual([[], ['part', 'part-of-part', 'stray']]);

    expect(await search(caseId, connector)).toBe('searched');
    const [, after] = await pagesOf(caseId);
    expect(after?.findings.map(({ id, tie, attachments }) => [id, tie.as, attachments.length])).toEqual([
      ['card', 'own', 0],
      ['part', 'part', 1],
      ['part-of-part', 'part', 1],
    ]);
    expect(await replyOf(caseId)).toMatchObject({ result: 'found', records: 3, files: 2 });
    const records = jsonOf(await packageOf(caseId, connector), 'systems/hubspot/card.json') as { id: string }[];
    expect(ids(records)).toEqual(['card', 'part', 'part-of-part']);
  });
});
