import * as z from 'zod';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { standInFor } from '#domain/findings/stand-in.ts';
import { Unreadable } from '#domain/json-reader.ts';
import type { Candidate, Page, SearchContext } from '../sdk/connector.ts';
import { ConnectorFailure } from '../sdk/failure.ts';
import { incompleteAnswer, listCounter, listingSchema, nothingListed, type ListPage } from '../sdk/listing.ts';
import { substringSpellings } from '../sdk/spellings.ts';
import { UnreadRecord, unreadCandidate } from '../sdk/unread-record.ts';
import { fieldsOf, nameIn, type VendorFields } from '../sdk/vendor-values.ts';
import {
  customerListSchema,
  customerSchema,
  flat,
  invoiceListSchema,
  invoiceSchema,
  type Meta,
  type Customer,
  type Invoice,
} from './wire.ts';

const pageSize = 100;
// Each invoice comes with all its rows, and each row is a candidate. So one page has few invoices.
const invoicesPerPage = 3;

/**
 * The search has two phases. `customers` runs one query after another and returns customers. `invoices` reads the
 * invoices of those customers that belong to the person.
 */
const cursorSchema = z.discriminatedUnion('phase', [
  z.strictObject({
    phase: z.literal('customers'),
    query: z.int(),
    page: z.int(),
    /** How much of the result list of this query was read. */
    listing: listingSchema.default(nothingListed),
    /** The numbers of all customers that were returned so far. Several queries can find the same customer. */
    seen: z.array(z.string()),
    /** The numbers of the customers that belong to the person. */
    mine: z.array(z.string()),
  }),
  z.strictObject({
    phase: z.literal('invoices'),
    /**
     * The numbers of the customers whose invoices must still be read. `page`, `listing` and `left` are about the first
     * customer.
     */
    mine: z.array(z.string()),
    page: z.int(),
    listing: listingSchema.default(nothingListed),
    /** The numbers of the invoices that the list has named and that must still be read one by one. */
    left: z.array(z.string()),
    lastPage: z.boolean(),
  }),
]);
type Cursor = z.infer<typeof cursorSchema>;
type At<Phase extends Cursor['phase']> = Extract<Cursor, { phase: Phase }>;
interface Step {
  readonly candidates: readonly Candidate[];
  readonly next: Cursor | null;
}

/** Yields the pages of customers and invoices. An empty page is skipped, unless it is the last. */
export async function* fortnoxPages(context: SearchContext<unknown>): AsyncGenerator<Page, void, undefined> {
  const queries = context.identifiers.flatMap(queriesOf);
  const count = listCounter();
  let at: Cursor | null =
    context.cursor === null
      ? { phase: 'customers', query: 0, page: 1, listing: nothingListed, seen: [], mine: [] }
      : cursorSchema.parse(context.cursor);
  while (at !== null) {
    const step: Step =
      at.phase === 'customers' ? await customers(context, count, queries, at) : await invoices(context, count, at);
    if (step.candidates.length > 0 || step.next === null) yield step;
    at = step.next;
  }
}

/** One request for customers: one customer by its number, or the customer list with one search parameter. */
type Query =
  | { readonly number: string }
  | {
      readonly filter: 'active' | 'inactive';
      readonly field: string;
      readonly value: string;
      readonly identifier: Identifier;
    };

function queriesOf(identifier: Identifier): readonly Query[] {
  // The customer list matches substrings: a search for customer 10 would also return 100 and 210. So the customer is
  // read directly by its number.
  if (identifier.kind === 'customerNumber')
    return /^\.{1,2}$/.test(identifier.value) ? [] : [{ number: identifier.value }];
  const field = fieldOf(identifier.kind);
  if (field === undefined) return [];
  return substringSpellings(identifier).flatMap((value) => [
    { filter: 'active', field, value, identifier } as const,
    { filter: 'inactive', field, value, identifier } as const,
  ]);
}

function fieldOf(kind: Exclude<Identifier['kind'], 'customerNumber'>): string | undefined {
  switch (kind) {
    case 'email':
    case 'phone':
      return kind;
    case 'personnummer':
    case 'organisationNumber':
      return 'organisationnumber';
    case 'orderNumber':
    case 'contractNumber':
      return undefined;
  }
}

type Count = ReturnType<typeof listCounter>;

async function customers(
  context: SearchContext<unknown>,
  count: Count,
  queries: readonly Query[],
  at: At<'customers'>,
): Promise<Step> {
  const query = queries[at.query];
  if (query === undefined) return { candidates: [], next: firstInvoices(at.mine) };
  const { numbers, unread, listing, ask } =
    'number' in query
      ? ({ numbers: [query.number], unread: [], listing: at.listing, ask: 'nothing' } as const)
      : await listed(context, count, query, at);
  const candidates: Candidate[] = unread.filter(({ id }) => !at.seen.includes(id));
  for (const number of numbers) {
    if (at.seen.includes(number)) continue;
    const found = await context.find('customer', { path: { number }, answer: customerSchema });
    // A customer whose number came from a list must exist. A number from the case may belong to no customer in Fortnox.
    if ('filter' in query && found === undefined) throw incompleteAnswer('customer');
    if (found === undefined) continue;
    const { Customer: customer } = found;
    if (customer instanceof UnreadRecord) candidates.push(unreadCustomer(number, customer));
    else if ('filter' in query && customer.CustomerNumber !== number)
      candidates.push(unreadCustomer(number, anotherRecord));
    else candidates.push(customerOf(customer));
  }
  const seen = [...at.seen, ...candidates.map(({ id }) => id)];
  // Invoices are requested by customer number. So customers whose number cannot be read are left out.
  const mine = [
    ...at.mine,
    ...candidates.filter((one) => !unread.includes(one) && context.isPerson(one)).map(({ id }) => id),
  ];
  if (ask !== 'nothing')
    return { candidates, next: { ...at, page: ask === 'first-page' ? 1 : at.page + 1, listing, seen, mine } };
  if (at.query + 1 >= queries.length) return { candidates, next: firstInvoices(mine) };
  return { candidates, next: { ...at, query: at.query + 1, page: 1, listing: nothingListed, seen, mine } };
}

async function listed(
  context: SearchContext<unknown>,
  count: Count,
  { filter, field, value, identifier }: Extract<Query, { filter: string }>,
  at: At<'customers'>,
): Promise<
  Pick<ReturnType<Count>, 'listing' | 'ask'> & {
    readonly numbers: readonly string[];
    /** Candidates for the customers of the list whose number cannot be read. */
    readonly unread: readonly Candidate[];
  }
> {
  const asked = context.request('customers', {
    query: { [field]: value, filter, page: at.page, limit: pageSize, sortby: 'customernumber' },
    answer: customerListSchema,
  });
  const list = isWildcard(identifier, value) && at.page === 1 ? await orRefused(asked) : await asked;
  if (list === undefined) return { numbers: [], unread: [], listing: at.listing, ask: 'nothing' };
  const rows = list.Customers.map((row, index) => ({
    id: row instanceof UnreadRecord ? standInFor(at.query + 1, at.page, index + 1) : row.CustomerNumber,
    row,
  }));
  const page = pageOf(
    list.MetaInformation,
    at.page,
    rows.map(({ id }) => id),
  );
  const mayBe = rows.filter(({ row: { data } }) => mayHold(data['OrganisationNumber'], identifier));
  return {
    numbers: mayBe.flatMap(({ id, row }) => (row instanceof UnreadRecord ? [] : [id])),
    unread: mayBe.flatMap(({ id, row }) => (row instanceof UnreadRecord ? [unreadCustomer(id, row)] : [])),
    ...count({ call: 'customers', of: at.query }, at.listing, page),
  };
}

function isWildcard({ kind }: Identifier, value: string): boolean {
  return kind === 'phone' && value.includes('%');
}

/**
 * Returns the response, or `undefined` if Fortnox refuses the search parameter (error 2000359). Fortnox does not
 * document which characters a search parameter may contain, and perhaps refuses `%`.
 */
async function orRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ConnectorFailure && error.code === 'refused') return undefined;
    throw error;
  }
}

/**
 * Whether a customer of the list may have this identifier. A personnummer is searched by its last four digits, and
 * other people's numbers can end with the same digits. A customer for whom the list shows a different number is not
 * read.
 */
function mayHold(written: unknown, { kind, value }: Identifier): boolean {
  if ((kind !== 'personnummer' && kind !== 'organisationNumber') || typeof written !== 'string') return true;
  const characters = written.toUpperCase().replaceAll(/[^\dA-Z]/g, '');
  return characters === '' || characters.includes(value.slice(-10));
}

async function invoices(context: SearchContext<unknown>, count: Count, at: At<'invoices'>): Promise<Step> {
  const [customer = '', ...others] = at.mine;
  if (at.left.length === 0) {
    const list = await context.request('invoices', {
      query: { customernumber: customer, page: at.page, limit: pageSize, sortby: 'documentnumber' },
      answer: invoiceListSchema,
    });
    const rows = list.Invoices.map((row, index) => ({
      id: row instanceof UnreadRecord ? `${customer}-${standInFor(at.page, index + 1)}` : row.DocumentNumber,
      row,
    }));
    const page = pageOf(
      list.MetaInformation,
      at.page,
      rows.map(({ id }) => id),
    );
    const { fresh, listing, ask } = count({ call: 'invoices', of: customer }, at.listing, page);
    // A request for the invoices of customer 10 also returns those of customers 100 and 210.
    const own = rows.filter(
      ({ row: { data }, id }) => (nameIn(data['CustomerNumber']) ?? customer) === customer && fresh.includes(id),
    );
    const left = own.flatMap(({ id, row }) => (row instanceof UnreadRecord ? [] : [id]));
    const unread = own.flatMap(({ id, row }) =>
      row instanceof UnreadRecord ? [unreadInvoice(customer, id, row)] : [],
    );
    // `afterPage` adds 1 to the page number. So 0 makes it read the list again from page 1.
    const read = { ...at, page: ask === 'first-page' ? 0 : at.page, listing, lastPage: ask === 'nothing' };
    if (left.length === 0) return { candidates: unread, next: afterPage(read, others) };
    const { candidates, next } = await invoices(context, count, { ...read, left });
    return { candidates: [...unread, ...candidates], next };
  }
  const candidates: Candidate[] = [];
  for (const number of at.left.slice(0, invoicesPerPage)) {
    const found = await context.find('invoice', { path: { number }, answer: invoiceSchema });
    if (found === undefined) throw incompleteAnswer('invoice');
    const { Invoice: invoice } = found;
    if (invoice instanceof UnreadRecord) candidates.push(unreadInvoice(customer, number, invoice));
    else if (invoice.DocumentNumber !== number) candidates.push(unreadInvoice(customer, number, anotherRecord));
    // Between the list and this request the invoice may have been moved to another customer. Then it is left out.
    else if (invoice.CustomerNumber === customer) candidates.push(...invoiceOf(invoice));
  }
  const left = at.left.slice(invoicesPerPage);
  return { candidates, next: left.length > 0 ? { ...at, left } : afterPage(at, others) };
}

function afterPage(at: At<'invoices'>, others: readonly string[]): Cursor | null {
  return at.lastPage ? firstInvoices(others) : { ...at, page: at.page + 1, left: [] };
}

function firstInvoices(mine: readonly string[]): Cursor | null {
  if (mine.length === 0) return null;
  return { phase: 'invoices', mine: [...mine], page: 1, listing: nothingListed, left: [], lastPage: false };
}

function pageOf(meta: Meta, asked: number, ids: readonly string[]): ListPage {
  if (meta['@CurrentPage'] !== asked)
    throw new ConnectorFailure('cursor-loop', 'the list returned another page than the requested one');
  return { ids, told: meta['@TotalResources'], last: asked >= meta['@TotalPages'] };
}

/** Returned if Fortnox responds with a record that has a different number than the requested one. */
const anotherRecord = new UnreadRecord(new Unreadable('another-shape'));

function customerOf({ CustomerNumber: id, data }: Customer): Candidate {
  return { resource: 'customer', id, data: flat(data) };
}

function unreadCustomer(id: string, customer: UnreadRecord): Candidate {
  return unreadCandidate({ resource: 'customer', id, data: flat(customer.data) }, customer, 'CustomerNumber');
}

function unreadInvoice(customer: string, id: string, invoice: UnreadRecord): Candidate {
  const partOf = { resource: 'customer', id: customer };
  const data = flat(withoutRows(invoice.data));
  return unreadCandidate({ resource: 'invoice', id, data, partOf }, invoice, 'DocumentNumber');
}

function invoiceOf({ InvoiceRows: rows, DocumentNumber: number, CustomerNumber, data }: Invoice): readonly Candidate[] {
  const key = { resource: 'invoice', id: number };
  return [
    {
      ...key,
      data: flat(withoutRows(data)),
      partOf: { resource: 'customer', id: CustomerNumber },
      attachments: [
        {
          id: `invoice-${number}`,
          title: `Faktura ${number}`,
          mediaType: 'application/pdf',
          fetch: { call: 'invoicePreview', path: { number } },
        },
      ],
    },
    ...(rows ?? []).map((row, index): Candidate => {
      const own = { resource: 'invoice-row', id: `${number}-${index + 1}`, partOf: key };
      return row instanceof UnreadRecord
        ? unreadCandidate({ ...own, data: flat(row.data) }, row, 'RowId')
        : { ...own, data: flat(row) };
    }),
  ];
}

/** The fields of an invoice without its rows: each row becomes a record of the kind `invoice-row`. */
function withoutRows(data: VendorFields): VendorFields {
  return fieldsOf(Object.entries(data).filter(([name]) => name !== 'InvoiceRows'));
}
