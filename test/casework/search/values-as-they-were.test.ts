// A whole search over HTTP, from a vendor that sends values which programs often change silently, to the package.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { answerPage } from '#casework/answer/answer-input.ts';
import { searchAndRecord } from '../search-and-record.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { defineConnector, type Candidate } from '#connectors/sdk/connector.ts';
import { field, given } from '#connectors/sdk/field.ts';
import { guardedFetch } from '#connectors/sdk/guarded-fetch.ts';
import { itemsOf, unreadCandidate, UnreadRecord } from '#connectors/sdk/unread-record.ts';
import { recordName, recordWith } from '#connectors/sdk/vendor-values.ts';
import { searchOf } from '#domain/case/state.ts';
import { standInFor } from '#domain/findings/stand-in.ts';
import type { FindingsPage } from '#domain/findings/finding.ts';
import { sampleInput, system } from '../../answer/sample.ts';
import { assembled, textOf } from '../../answer/unpack.ts';
import { plainConnector } from '../../connectors/plain-connector.ts';
import { contact, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

const archive = defineConnector({
  ...plainConnector,
  id: 'archive',
  title: { sv: 'Arkiv', en: 'Archive' },
  settings: z.strictObject({ baseUrl: z.string() }),
  origins: ({ baseUrl }) => ({ api: baseUrl }),
  learns: ['email'],
  calls: {
    cards: { method: 'GET', origin: 'api', path: '/cards', source: 'https://vendor.example/docs' },
    file: { method: 'GET', origin: 'api', path: '/files/{id}', source: 'https://vendor.example/docs' },
  },
  limits: { perSecond: 1e6, timeoutMilliseconds: 10_000, mostFileBytes: 1000 },
  resources: {
    card: {
      title: { sv: 'Kort', en: 'Card' },
      fields: { id: field('Nummer', 'Number', 'other', given), email: field('E-post', 'E-mail', 'contact', given) },
      otherFields: field('Uppgift', 'Item', 'other', given),
    },
  },
  async *search(context) {
    const answer = z.object({ cards: itemsOf(recordWith(z.object({ id: recordName }))) });
    const { cards } = await context.request('cards', { answer });
    yield {
      candidates: cards.map((card, index): Candidate => {
        if (card instanceof UnreadRecord)
          return unreadCandidate({ resource: 'card', id: standInFor(index + 1), data: card.data }, card, 'id');
        return {
          resource: 'card',
          id: card.id,
          data: card.data,
          attachments:
            card.data['file'] === undefined
              ? []
              : [
                  {
                    id: 'file',
                    title: `Bild ${card.id}`,
                    mediaType: 'image/png',
                    fetch: { call: 'file', path: { id: card.id } },
                  },
                ],
        };
      }),
      next: null,
    };
  },
});

/** The unreadable records on the first page. */
const unreadOf = ([first]: readonly FindingsPage[]) => first?.findings.filter(({ unreadable }) => unreadable !== null);

/** The result of one search of a vendor that sends these cards: the reply in the log, the pages, and the package. */
async function searched(cards: string | Uint8Array) {
  const server = createServer((request, response) => {
    if (request.url === '/cards')
      response.end(Buffer.concat([Buffer.from('{"cards":['), Buffer.from(cards), Buffer.from(']}')]));
    else response.end('x'.repeat(request.url === '/files/small' ? 1000 : 1001));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const caseId = await rig.openNew();
    await sendCode(rig.casework, caseId, 'identity', start);
    const challenge = (await rig.state(caseId)).common.challenges.at(-1)?.id ?? '';
    const code = rig.casework.keys.oneTimeCode(caseId, challenge);
    expect(await verifyIdentity(rig.casework, caseId, code, start)).toMatchObject({ ok: true });
    const plan = { id: 'archive', mode: 'automatic', level: 'contact-point', special: false } as const;
    await rig.command(caseId, { type: 'plan-search', systems: [plan] });
    await rig.command(caseId, { type: 'approve-search' });
    const means = {
      records: rig.casework,
      findings: rig.findings,
      organisationAt: rig.casework.organisationAt,
      connector: archive,
      installation: {
        settings: { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
        secret: {},
      },
      surroundings: {
        fetch: guardedFetch({ privateNetworks: ['loopback'], resolve: async () => [] }),
        sleep: async () => undefined,
        elapsed: () => 0,
        random: () => 0,
        timeLeft: () => 600_000,
      },
    };
    expect(await searchAndRecord(rig, means, { caseId, system: 'archive', wave: 1 })).toBe('searched');
    const reply = searchOf(await rig.state(caseId))?.systems[0]?.replies[0];
    const pages: FindingsPage[] = [];
    for await (const page of rig.findings.pages(caseId, 'archive')) pages.push(page);
    const outcome = reply?.result === 'failed' ? 'failed' : 'found';
    const delivered = pages.map((page) => answerPage(page, { of: () => 'belongs' }, () => []));
    const answer = system('archive', delivered, {
      outcome,
      resources: archive.resources,
      ...(reply?.reason === undefined ? {} : { reason: reply.reason }),
    });
    const language = 'en';
    const { files } = await assembled(
      sampleInput({ language, systems: [answer], document: async (key) => await rig.findings.document(key) }),
    );
    return { reply, pages, files };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const card = (id: string, more: string): string => `{"id":${id},"email":"${contact}"${more}}`;

describe('Values that programs often change silently', () => {
  it('are in the package as the system sent them', async () => {
    const values = [
      '"big":12345678901234567890',
      '"price":1.10',
      '"huge":1e400',
      '"minus":-0',
      String.raw`"half":"\ud83d here"`,
      '"__proto__":"p"',
      '"constructor":"c"',
      '"toString":{"hasOwnProperty":[9007199254740993]}',
    ];
    const { reply, files } = await searched(card('98765432109876543210', `,${values.join(',')}`));
    expect(reply).toMatchObject({ result: 'found', records: 1 });
    const json = textOf(files, 'systems/archive/card.json');
    expect(json).toContain('{"id":"98765432109876543210","fields":');
    for (const value of values) expect(json).toContain(value);
    const csv = textOf(files, 'systems/archive/card.csv');
    const page = textOf(files, 'index.html');
    for (const shown of ['12345678901234567890', '1.10', '1e400', '-0']) {
      expect(csv).toContain(shown);
      expect(page).toContain(shown);
    }
    expect(csv).toContain('"{""hasOwnProperty"":[9007199254740993]}"');
    expect(csv).toContain(String.raw`\ud83d here`);
    expect(page).toContain('[U+D83D] here');
    expect(`${csv}${page}`).not.toContain('\ufffd');
  });

  it('are in the package in both records if two records have one id and different contents', async () => {
    const cards = ['"1"', '"1"', '1', '"1"'].map((id, index) => card(id, `,"note":"note ${index % 3}"`));
    const { reply, files } = await searched(cards.join(','));
    expect(reply).toMatchObject({ result: 'found', records: 3 });
    const json = textOf(files, 'systems/archive/card.json');
    for (const note of ['note 0', 'note 1', 'note 2']) expect(json.split(note)).toHaveLength(2);
    expect(textOf(files, 'index.html')).toContain('The answer contains 3 records');
  });

  it.each([
    ['a field that comes twice', ',"note":"a","note":"b"', 'duplicate-key', 'the same field occurs twice'],
    ['20,000 levels', `,"note":${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'too-deep', 'nested in too many levels'],
    ['bytes that are no text', ',"note":"\u0001"', 'not-text', 'the text is not valid'],
  ])('make their record unread and named, and the other records are delivered: %s', async (_, more, reason, words) => {
    const broken = Buffer.from(card('"bad-1"', more));
    const byte = broken.indexOf(1);
    if (byte >= 0) broken[byte] = 0xff;
    const cards = [
      Buffer.from(`${card('"good-1"', ',"note":"first"')},`),
      broken,
      Buffer.from(`,${card('"good-2"', '')}`),
    ];
    const { reply, pages, files } = await searched(Buffer.concat(cards));
    expect(reply).toMatchObject({ result: 'failed', reason: 'unread-records', records: 2 });
    expect(unreadOf(pages)).toMatchObject([
      { resource: 'card', id: 'bad-1', data: {}, attachments: [], unreadable: reason },
    ]);
    const json = textOf(files, 'systems/archive/card.json');
    expect(JSON.parse(json)).toMatchObject([{ id: 'good-1' }, { id: 'good-2' }]);
    expect(json).not.toContain('bad-1');
    expect(textOf(files, 'index.html')).toMatch(new RegExp(`Card, which the system calls bad-1: .*${words}`));
    expect(JSON.parse(textOf(files, 'manifest.json'))).toMatchObject({
      systems: [
        {
          outcome: 'failed',
          reasonCode: 'unread-records',
          records: 2,
          unread: [{ resource: 'card', id: 'bad-1', reason }],
        },
      ],
    });
  });

  it('a record for which nobody can read whose it is: it is counted, and its id is not shown', async () => {
    const unknown = '{"id":"whose","email":"a@example.org","email":"b@example.org"}';
    const { reply, files } = await searched(`${card('"good"', '')},${unknown}`);
    expect(reply).toMatchObject({ result: 'failed', reason: 'unread-records', records: 1 });
    expect(textOf(files, 'index.html')).toContain('Card, which may or may not be about you');
    for (const path of ['index.html', 'manifest.json', 'systems/archive/card.json'])
      expect(textOf(files, path)).not.toContain('whose"');
  });

  it('a record whose field for an address contains no text: it is counted, and its id is not shown', async () => {
    const { reply, pages } = await searched(`${card('"good"', '')},{"id":"whose","email":{"a":1}}`);
    expect(reply).toMatchObject({ result: 'failed', reason: 'unread-records', records: 1 });
    expect(pages[0]?.unread).toEqual([
      { resource: 'card', id: 'whose', document: null, certain: false, reason: 'another-shape' },
    ]);
  });

  it('a record whose own id cannot be read is named without an id', async () => {
    const { reply, pages, files } = await searched(`${card('"good"', '')},${card('"a","id":"b"', '')}`);
    expect(reply).toMatchObject({ result: 'failed', reason: 'unread-records', records: 1 });
    expect(unreadOf(pages)).toMatchObject([{ unreadable: 'duplicate-key' }]);
    expect(textOf(files, 'index.html')).toContain(
      'Card, whose name in the system cannot be read: the same field occurs twice in the answer from the system',
    );
    expect(JSON.parse(textOf(files, 'manifest.json'))).toMatchObject({
      systems: [{ unread: [{ resource: 'card', reason: 'duplicate-key' }] }],
    });
    for (const path of ['index.html', 'manifest.json']) expect(textOf(files, path)).not.toContain('unread:');
  });

  it('a record of somebody else that cannot be read does not affect this case', async () => {
    const other = '{"id":"other","email":"other@example.org","note":1,"note":2}';
    const { reply, pages } = await searched(`${card('"good"', '')},${other}`);
    expect(reply).toMatchObject({ result: 'found', records: 1 });
    expect(pages[0]?.unread).toEqual([]);
  });
});

it('A file that is too large for the connector is named as missing, and the answer has the record with its other files', async () => {
  const { reply, pages, files } = await searched(
    `${card('"small"', ',"file":true')},${card('"large"', ',"file":true')}`,
  );
  expect(reply).toMatchObject({ result: 'failed', reason: 'unread-records', records: 2, files: 1 });
  expect(pages[0]?.findings.map(({ attachments }) => attachments.map(({ bytes }) => bytes))).toEqual([[1000], []]);
  expect(textOf(files, 'index.html')).toContain(
    'the file Bild large (Card, called large): the file is larger than we can download',
  );
});
