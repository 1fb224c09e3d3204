// A search of many records, from the vendor's pages to its result: 100,000 records, compared with 10,000.
import { searchSystem } from '#casework/search/search-system.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { field, given } from '#connectors/sdk/field.ts';
import { own } from '#connectors/sdk/identifying.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { fieldsOf } from '#connectors/sdk/vendor-values.ts';
import type { FindingsPage } from '#domain/findings/finding.ts';
import type { SearchOrder, SearchResult } from '#domain/findings/search-order.ts';
import type { Findings } from '#store/findings.ts';
import { plainConnector } from '../connectors/plain-connector.ts';
import { processorSeconds } from '../support/processor-time.ts';

const now = '2026-11-02T09:00:00.000Z';
const perPage = 100;
const asa = { kind: 'email', value: testPerson.emails[0] } as const;
const of = { caseId: 'r3a7-bn7d-vm2j-q05v', system: 'shop', wave: 1, run: 0 };

const order: SearchOrder = {
  v: 1,
  ...of,
  searchBy: 'wanted',
  wanted: [asa],
  verified: [asa],
  rejected: [],
  otherKinds: [],
  reading: { timeZone: 'Europe/Stockholm', allowInterimNumbers: false, numbers: {} },
};

/**
 * A shop with this many records. Of each ten records, four are customers with the person's address, three are parts of
 * the previous customer, one is a part of a record that comes last, and two are other people's. `idOf` gives the id of
 * a record.
 */
function shop(records: number, idOf: (number: number) => string) {
  const fields = {
    email: field('E-post', 'E-mail', 'contact', given),
    name: field('Namn', 'Name', 'identity', given),
  };
  const record = (number: number) => {
    const place = number % 10;
    const isPart = place >= 4 && place < 8;
    const email = place < 4 ? asa.value : `kund-${number}@example.com`;
    const partOf = place === 7 ? records - 10 : number - place;
    return {
      resource: 'card',
      id: idOf(number),
      data: fieldsOf(Object.entries(isPart ? { name: `Vara ${number}` } : { name: `Kund ${number}`, email })),
      ...(isPart ? { partOf: { resource: 'card', id: String(partOf) } } : {}),
    };
  };
  return defineConnector({
    ...plainConnector,
    id: 'shop',
    accepts: ['email'],
    learns: ['email'],
    resources: { card: { title: plainConnector.title, fields } },
    identifying: { card: { email: own('email') } },
    async *search() {
      for (let from = 0; from < records; from += perPage)
        yield {
          candidates: Array.from({ length: perPage }, (_, index) => record(from + index)),
          next: from + perPage < records ? from + perPage : null,
        };
    },
  });
}

/** A store of findings that stores nothing, because the cost of storing is not measured. */
const nowhere: Findings = {
  hand: { list: async () => [], add: async () => 'added', takeBack: async () => {} },
  putPage: async (_caseId, page: FindingsPage) => page,
  async *pages() {},
  async *storedPages() {},
  pageAt: async () => {
    throw new Error('there are no pages');
  },
  lastRun: async () => ({ run: 0, async *pages() {} }),
  putDocument: async () => ({ bytes: 0, sha256: '0'.repeat(64) }),
  wholeDocument: async () => undefined,
  documentPart: async () => {
    throw new Error('there are no documents');
  },
  document: async () => {
    throw new Error('there are no documents');
  },
  erase: async () => undefined,
};

async function secondsOf(
  records: number,
  idOf: (number: number) => string = String,
): Promise<{ readonly seconds: number; readonly found: number }> {
  const results: SearchResult[] = [];
  const from = processorSeconds();
  await searchSystem(
    {
      findings: nowhere,
      orders: { order: async () => order, putResult: async (result) => void results.push(result) },
      connector: shop(records, idOf),
      installation: { settings: {}, secret: {} },
      surroundings: {
        fetch: async () => new Response(null, { status: 404 }),
        sleep: async () => undefined,
        elapsed: () => 0,
        random: () => 0,
        timeLeft: () => 900_000,
      },
      now: () => now,
    },
    of,
    now,
  );
  return { seconds: processorSeconds() - from, found: results[0]?.records ?? 0 };
}

async function ratioOf(idOf?: (number: number) => string): Promise<object> {
  // The first searches warm up the compiler.
  await secondsOf(10_000, idOf);
  await secondsOf(10_000, idOf);
  const times = [await secondsOf(10_000, idOf), await secondsOf(10_000, idOf), await secondsOf(10_000, idOf)];
  const [, small = { seconds: 0, found: 0 }] = times.toSorted((a, b) => a.seconds - b.seconds);
  const large = await secondsOf(100_000, idOf);
  return { ratio: large.seconds / small.seconds, at10000: small, at100000: large };
}

/**
 * `ratio` is at most 12 if the time is linear in the number of records. `oneId` is the same ratio if all records that
 * are no parts have one id and different contents.
 */
export async function run(): Promise<object> {
  return { ...(await ratioOf()), oneId: await ratioOf((number) => (number % 10 < 4 ? '1' : String(number))) };
}
