import { sha256 } from '#domain/canonical/canonical.ts';
import { ExactNumber, type Json, type JsonObject } from '#domain/json.ts';
import { fakePdf } from '../sdk/fake-pdf.ts';
import {
  startFakeServer,
  type FakeAnswer,
  type FakeRequest,
  type Planted,
  type StartFake,
  type TestPerson,
} from '../sdk/fake.ts';
import { nearMissesOf, stableNumber } from '../sdk/near-misses.ts';
import { slidingWindow } from '../sdk/sliding-window.ts';
import { failure, listAnswer, recordAnswer, type FakeResource } from './fake-answers.ts';
import {
  customerRecord,
  customerRow,
  invoiceRecords,
  invoiceRow,
  rowsOf,
  textOf,
  type FakeCustomer,
  type FakeRecord,
} from './fake-records.ts';

const hour = 3_600_000;
const secret = { clientId: 'utdrag-fake-client', clientSecret: 'fake-client-secret', tenantId: '8675309' };
const credentials = `Basic ${Buffer.from(`${secret.clientId}:${secret.clientSecret}`).toString('base64')}`;

/**
 * A stand-in for Fortnox on 127.0.0.1. Tokens are valid for an hour, and 25 requests are allowed in five seconds. The
 * search finds substrings and accepts one search parameter for each call. Errors come in both of Fortnox's spellings
 * (`fake-answers.ts`).
 */
export const startFake: StartFake = async (options = {}) => {
  const elapsed = options.elapsed ?? (() => performance.now());
  const window = slidingWindow(25, 5_000, elapsed);
  const tokens = new Map<string, number>();
  let tokensGiven = 0;
  const customers: FakeResource = {
    names: { one: 'Customer', list: 'Customers' },
    records: new Map(),
    filters: {
      customernumber: 'CustomerNumber',
      name: 'Name',
      email: 'Email',
      phone: 'Phone1',
      organisationnumber: 'OrganisationNumber',
    },
    row: customerRow,
  };
  const invoices: FakeResource = {
    names: { one: 'Invoice', list: 'Invoices' },
    records: new Map(),
    filters: { customernumber: 'CustomerNumber', customername: 'CustomerName', ocr: 'OCR' },
    row: invoiceRow,
  };

  const token = ({ headers, body }: FakeRequest): FakeAnswer => {
    if (headers['authorization'] !== credentials) return { status: 401, json: { error: 'invalid_client' } };
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'client_credentials' || headers['tenantid'] !== secret.tenantId)
      return { status: 400, json: { error: 'invalid_grant' } };
    tokensGiven += 1;
    const value = `fake-token-${tokensGiven}`;
    tokens.set(value, elapsed() + hour);
    const scope = form.get('scope') ?? '';
    return { status: 200, json: { access_token: value, scope, expires_in: hour / 1000, token_type: 'bearer' } };
  };

  const guarded =
    (answer: (request: FakeRequest) => FakeAnswer) =>
    (request: FakeRequest): FakeAnswer => {
      const until = tokens.get(request.headers['authorization']?.replace(/^Bearer /, '') ?? '');
      if (until === undefined) return failure(401, 2_000_311, 'Kan inte logga in, access-token saknas.');
      if (until <= elapsed()) return { status: 401, json: { message: 'unauthorized' } };
      if (!window.admit()) return { status: 429, bytes: Buffer.from('Too Many Requests'), mediaType: 'text/plain' };
      return answer(request);
    };
  const routes = [customers, invoices].flatMap((resource) => {
    const path = `/3/${resource.names.list.toLowerCase()}`;
    const list = (request: FakeRequest): FakeAnswer => listAnswer(resource, request, options.pageSize ?? 500);
    return [
      { method: 'GET', path, answer: guarded(list) },
      { method: 'GET', path: `${path}/{number}`, answer: guarded((request) => recordAnswer(resource, request)) },
    ] as const;
  });
  const preview = (request: FakeRequest): FakeAnswer =>
    recordAnswer(invoices, request, (record) => ({ status: 200, bytes: pdfOf(record), mediaType: 'application/pdf' }));
  const server = await startFakeServer(
    [
      { method: 'POST', path: '/oauth-v1/token', answer: token },
      ...routes,
      { method: 'GET', path: '/3/invoices/{number}/preview', answer: guarded(preview) },
    ],
    options.port,
  );

  const add = (customer: FakeCustomer): readonly FakeRecord[] => {
    const own = invoiceRecords(customer);
    customers.records.set(customer.number, customerRecord(customer));
    for (const invoice of own) invoices.records.set(textOf(invoice, 'DocumentNumber'), invoice);
    return own;
  };
  const remove = (number: string): void => {
    customers.records.delete(number);
    for (const [key, invoice] of invoices.records)
      if (invoice['CustomerNumber'] === number) invoices.records.delete(key);
  };

  return {
    settings: { baseUrl: server.url, tokenBaseUrl: server.url },
    secret,
    plant(person) {
      const own = customersOf(person);
      // Near misses of another planted person may have this person's address or number, so they are removed.
      for (const [number, record] of customers.records) if (isHeld(record, person, own)) remove(number);
      for (const [index, decoy] of nearMissesOf(person, own[0]?.number ?? '').entries()) {
        const name = `${decoy.givenName} ${decoy.familyName}`;
        const number = decoy.customerNumber;
        if (!customers.records.has(number)) add({ ...decoy, number, name, active: index % 2 === 1, invoices: 1 });
      }
      for (const decoy of earlier(person)) add(decoy);
      const invoicesOfOwn = own.flatMap((customer) => add(customer));
      return plantedOf(
        own.flatMap(({ number }): readonly FakeRecord[] => {
          const held = customers.records.get(number);
          return held === undefined ? [] : [held];
        }),
        invoicesOfOwn,
      );
    },
    fail: (fault) => server.fail(fault),
    heal: () => server.heal(),
    requests: () => server.requests(),
    expireTokens: () => tokens.clear(),
    close: async () => await server.close(),
  };
};

/**
 * The person as a customer. If the person has a second e-mail address, there is also an inactive customer that only
 * this address ties to the person.
 */
function customersOf(person: TestPerson): readonly FakeCustomer[] {
  const [first = '', second] = person.emails;
  const name = `${person.givenName} ${person.familyName}`;
  const main = {
    number: person.customerNumber ?? String(30_000 + stableNumber(first, 30_000)),
    name,
    email: first,
    phone: person.phone ?? '',
    personnummer: person.personnummer ?? '',
    active: true,
    invoices: 4,
    ...(person.spelled === undefined ? {} : { spelled: person.spelled }),
  };
  if (second === undefined) return [main];
  const number = String(60_000 + stableNumber(second, 30_000));
  return [main, { number, name, email: second, phone: '', personnummer: '', active: false, invoices: 1 }];
}

/**
 * Customers who are other people, whose e-mail addresses end with the person's: `benasa@a.example` for `asa@a.example`.
 * Their numbers are lower than the numbers that `customersOf` computes, so a list returns them before the person.
 */
function earlier({ emails }: TestPerson): readonly FakeCustomer[] {
  return ['an', 'ben'].map((before) => ({
    number: String(1_000 + stableNumber(`${before}${emails[0] ?? ''}`, 9_000)),
    name: 'Någon Annan',
    email: `${before}${emails[0] ?? ''}`,
    phone: '',
    personnummer: '',
    active: true,
    invoices: 0,
  }));
}

function isGroup(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

function isHeld(record: FakeRecord, person: TestPerson, own: readonly FakeCustomer[]): boolean {
  return (
    own.some(({ number }) => number === record['CustomerNumber']) ||
    person.emails.some((email) => email.toLowerCase() === textOf(record, 'Email').toLowerCase()) ||
    (person.personnummer !== undefined && textOf(record, 'OrganisationNumber').replace('-', '') === person.personnummer)
  );
}

function plantedOf(customers: readonly FakeRecord[], invoices: readonly FakeRecord[]): Planted {
  const numbers = invoices.map((invoice) => ({ invoice, number: textOf(invoice, 'DocumentNumber') }));
  return {
    records: [
      ...customers.map((held) => ({ resource: 'customer', id: textOf(held, 'CustomerNumber'), data: heldIn(held) })),
      ...numbers.map(({ invoice, number }) => ({
        resource: 'invoice',
        id: number,
        data: heldIn(invoice),
      })),
      ...numbers.flatMap(({ invoice, number }) =>
        rowsOf(invoice).map((held, index) => ({
          resource: 'invoice-row',
          id: `${number}-${index + 1}`,
          data: heldIn(held),
        })),
      ),
    ],
    documents: numbers.map(({ invoice, number }) => ({
      id: `invoice-${number}`,
      sha256: sha256(pdfOf(invoice)),
      mediaType: 'application/pdf',
    })),
  };
}

/**
 * The fields of a record that a connector must return. Empty fields and the rows of invoices are left out. The name of
 * a nested field has a dot: `DefaultDeliveryTypes.Invoice`.
 */
function heldIn(record: FakeRecord): FakeRecord {
  const fields = Object.entries(record).flatMap(([name, value]): readonly [string, Json][] =>
    isGroup(value) ? Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, one]) : [[name, value]],
  );
  return Object.fromEntries(fields.filter(([, value]) => value !== '' && !Array.isArray(value)));
}

function pdfOf(invoice: FakeRecord): Uint8Array {
  return fakePdf(`Faktura ${textOf(invoice, 'DocumentNumber')}`, [
    `Kund ${textOf(invoice, 'CustomerNumber')}: ${textOf(invoice, 'CustomerName')}`,
    `Fakturadatum ${textOf(invoice, 'InvoiceDate')}, att betala ${textOf(invoice, 'TotalToPay')} kr`,
  ]);
}
