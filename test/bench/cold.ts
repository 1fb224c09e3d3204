// The processor time of each function from its start to the end of its first event. It is compared with a bare
// function, which has the same clients of AWS, middy and zod, and makes one call with each client that the system calls
// at every start.
import { commands } from '#test/domain/case/case-book.ts';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { handFilesOf, keepHandFile } from '#casework/search/hand-files.ts';
import { fakePdf } from '#connectors/sdk/fake-pdf.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { writtenEntry } from '#domain/findings/manual.ts';
import { documentId } from '#domain/review/item.ts';
import { findings } from '#store/findings.ts';
import type { Command } from '#domain/case/command.ts';
import { bundleFunctions } from '#infra/bundles/functions.ts';
import { connectorKinds } from '#infra/constructs/described-organisation.ts';
import { receiptEvent } from '#infra/local/aws/ses-receiving/receipt.ts';
import { fakeOf } from '#infra/local/runner/fakes.ts';
import { functions, type FunctionName } from '#infra/system.ts';
import { searchOrders } from '#store/search-orders.ts';
import { bareBundle, clientsAmong } from '../support/bare-bundle.ts';
import { loadedAtStart } from '../support/loaded-at-start.ts';
import { environmentOfProcess, median, runFunction } from './function-process.ts';
import { openCase } from './opened-case.ts';
import { postRequest } from './requests.ts';
import { committedEvent, staffEvent, startStaffApi, type StaffApi } from './staff-api.ts';

const rounds = 5;
const mayBe = 1.6;

/** Processor seconds, to load the code and in total. */
interface Start {
  readonly loading: number;
  readonly total: number;
}

/** A request for a page of the portal. */
function pageOfPortal(): object {
  return {
    version: '2.0',
    routeKey: 'GET /',
    rawPath: '/',
    rawQueryString: '',
    headers: {},
    requestContext: { http: { method: 'GET', path: '/', sourceIp: '192.0.2.1' } },
    isBase64Encoded: false,
  };
}

async function give({ casework }: StaffApi, caseId: string, command: Command): Promise<void> {
  const by = { kind: 'staff', id: 'maja' } as const;
  const given = await commitCommand(
    casework,
    caseId,
    { commandId: randomUUID(), by, command },
    new Date().toISOString(),
  );
  if (!given.ok) throw new Error(`${command.type}: ${given.code}`);
}

/** A case whose letters are sent and whose search has ended. */
async function searchedCase(api: StaffApi): Promise<string> {
  const caseId = await openCase(api, 0, 'nothing-held');
  await api.settle(caseId);
  return caseId;
}

async function screenedCase(api: StaffApi): Promise<string> {
  const caseId = await searchedCase(api);
  await give(api, caseId, { type: 'screen', round: 1, settled: [] });
  await api.settle(caseId);
  return caseId;
}

/** A case under review whose only record has a PDF file. */
async function caseWithPdf(api: StaffApi): Promise<{ readonly id: string; readonly document: string }> {
  const id = await openCase(api, 0);
  const store = findings(new S3Client({}), 'bucket');
  const { file } = await keepHandFile(store, id, 'hubspot', fakePdf('Kvitto', ['Skidor']));
  const record = { resource: writtenEntry, id: '1' };
  const attachments = (await handFilesOf(store, id, 'hubspot', [{ file, title: 'Kvitto' }])) ?? [];
  await store.putPage(id, {
    v: 2,
    system: 'hubspot',
    wave: 1,
    page: 1,
    asOf: new Date().toISOString(),
    findings: [
      {
        ...record,
        data: { heading: 'Kvitto' },
        partOf: null,
        attachments: [...attachments],
        identifiers: [],
        tie: { as: 'written' },
        unreadable: null,
      },
    ],
    unread: [],
    disputed: [],
    possible: [],
    unplaced: [],
    learned: [],
    next: null,
  });
  await give(api, id, { type: 'screen', round: 1, settled: [] });
  await api.settle(id);
  const profile = await api.casework.profiles.get(id);
  if (profile === undefined) throw new Error('the case has no profile');
  return { id, document: documentId(profile.caseKey, 'hubspot', record, file) };
}

/** The events of one round: for each function the kind of event that it gets most often. */
const eventOf: Readonly<Record<FunctionName, (api: StaffApi) => Promise<object>>> = {
  // These functions run first, while the table has no case, because most of their runs have nothing to do.
  reconcile: async () => ({}),
  'watch-deadlines': async () => ({}),
  'purge-expired': async () => ({}),
  'subject-api': async () => postRequest(),
  portal: async () => pageOfPortal(),
  'staff-api': async (api) => staffEvent('GET /v1/cases/{id}', { id: await searchedCase(api) }),
  // The case has no document. So the function searches the sheet for it and responds with 404.
  async 'render-document'(api) {
    const { id, document } = await caseWithPdf(api);
    return staffEvent('GET /v1/cases/{id}/review/documents/{document}', { id, document, query: { page: '1' } });
  },
  async 'receive-mail'() {
    const sample = await readFile(path.join(import.meta.dirname, '../domain/mail/samples/registerutdrag.eml'), 'utf8');
    const messageId = randomUUID().replaceAll('-', '');
    const Body = sample.replaceAll('ake.provare@example.org', `${messageId}@example.org`);
    await new S3Client({}).send(new PutObjectCommand({ Bucket: 'bucket', Key: `inbound/${messageId}`, Body }));
    const verdicts = { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS', virus: 'PASS', spam: 'PASS' } as const;
    const receivedAt = new Date().toISOString();
    return receiptEvent({ messageId, receivedAt, recipients: ['dataskydd@nordvik.example'], verdicts });
  },
  // The case owes its first letters.
  'settle-case': async (api) => committedEvent(await openCase(api, 0)),
  'case-step': async (api) => ({ v: 2, caseId: await searchedCase(api), step: 'next' }),
  async 'await-condition'(api) {
    return { v: 2, caseId: await screenedCase(api), wait: 'Review', round: 1, token: randomUUID() };
  },
  async 'search-system'(api) {
    const of = { caseId: await searchedCase(api), system: 'hubspot', wave: 1, run: 0 };
    const identifiers = [{ kind: 'email', value: testPerson.emails[0] }] as const;
    await searchOrders(new S3Client({}), 'bucket').put({
      v: 1,
      ...of,
      searchBy: 'wanted',
      wanted: [...identifiers],
      verified: [...identifiers],
      rejected: [],
      otherKinds: [],
      reading: { timeZone: 'Europe/Stockholm', allowInterimNumbers: false, numbers: {} },
    });
    return { v: 3, ...of };
  },
  async 'assemble-export'(api) {
    const caseId = await screenedCase(api);
    await give(api, caseId, commands.release());
    return { v: 2, caseId, round: 1 };
  },
};

/**
 * `ofBare` is at most `mayBe`. It is the median of pairs of runs, one directly after the other. The start of Node is
 * not included.
 */
export async function run(): Promise<object> {
  const fake = await (await fakeOf('hubspot'))();
  fake.plant(testPerson);
  const api = await startStaffApi({ hubspot: JSON.stringify(fake.secret) });
  try {
    const environment = {
      ...environmentOfProcess(),
      EXPORTS_ORIGIN: 'https://bucket.example.org',
      SEARCH_FUNCTIONS: JSON.stringify({ hubspot: 'search-hubspot' }),
      CONNECTOR_KINDS: JSON.stringify(connectorKinds(api.organisation)),
      CONNECTOR: 'hubspot',
      SYSTEM_SECRET: 'hubspot',
      SETTINGS: JSON.stringify(fake.settings),
      PRIVATE_NETWORKS: '["loopback"]',
    };
    const { files } = await bundleFunctions();
    const measured: Record<string, object> = {};
    for (const [name, event] of Object.entries(eventOf) as [FunctionName, (typeof eventOf)[FunctionName]][]) {
      const file = files.get(functions[name].handler);
      if (file === undefined) throw new Error(`the function ${name} was not built`);
      const { bytes, packages } = await loadedAtStart(file);
      const clients = clientsAmong(packages);
      const bare = await bareBundle(clients, { calls: true });
      const pairs: { readonly own: Start; readonly bare: Start }[] = [];
      const start = async (of: string, given: object): Promise<Start> => {
        const { loading, events } = await runFunction(of, [given], environment);
        return { loading, total: loading + (events[0] ?? 0) };
      };
      for (let round = 0; round < rounds; round += 1) {
        const given = await event(api);
        const ofBare = await start(bare, {});
        pairs.push({ bare: ofBare, own: await start(file, given) });
      }
      measured[name] = {
        ofBare: median(pairs.map((pair) => pair.own.total / pair.bare.total)),
        loadingOfBare: median(pairs.map((pair) => pair.own.loading / pair.bare.loading)),
        seconds: median(pairs.map(({ own }) => own.total)),
        bareSeconds: median(pairs.map((pair) => pair.bare.total)),
        bytesMoreAtStart: bytes - (await loadedAtStart(await bareBundle(clients))).bytes,
      };
    }
    return { functions: measured, mayBe };
  } finally {
    await api.close();
    await fake.close();
  }
}
