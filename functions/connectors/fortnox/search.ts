import * as z from 'zod';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { Unreadable } from '#domain/json-reader.ts';
import type { Candidate, Page, SearchContext } from '../sdk/connector.ts';
import { ConnectorFailure } from '../sdk/failure.ts';
import { incompleteAnswer, listCounter, listingSchema, nothingListed, type ListPage } from '../sdk/listing.ts';
import { substringSpellings } from '../sdk/spellings.ts';
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
// Each comes with its rows, and a page should stay near a hundred records.
const invoicesPerPage = 3;

/** Customers are looked for with every query in turn, then the invoices of those who are the person are read. */
const cursorSchema = z.discriminatedUnion('phase', [
  z.strictObject({
    phase: z.literal('customers'),
    query: z.int(),
    page: z.int(),
    /** What the list of this query has given. */
    listing: listingSchema.default(nothingListed),
    /** Numbers of customers given already. */
    seen: z.array(z.string()),
    /** Those of them who are the person. */
    mine: z.array(z.string()),
  }),
  z.strictObject({
    phase: z.literal('invoices'),
    /** Customers whose invoices are still to be read, the first one now. */
    mine: z.array(z.string()),
    page: z.int(),
    /** What the list of the first one's invoices has given. */
    listing: listingSchema.default(nothingListed),
    /** Invoices listed and not read yet. */
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

/** Pages of customers and invoices for `fortnox`; pages without candidates are left out, but for the last. */
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

/** The number of one customer, or one filter of the customer list: Fortnox takes one filter for each call. */
type Query =
  | { readonly number: string }
  | {
      readonly filter: 'active' | 'inactive';
      readonly field: string;
      readonly value: string;
      readonly identifier: Identifier;
    };

function queriesOf(identifier: Identifier): readonly Query[] {
  // The list would give every customer whose number contains the number; to read one needs no list.
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
  const { numbers, listing, ask } =
    'number' in query
      ? ({ numbers: [query.number], listing: at.listing, ask: 'nothing' } as const)
      : await listed(context, count, query, at);
  const candidates: Candidate[] = [];
  for (const number of numbers) {
    if (at.seen.includes(number)) continue;
    const found = await context.find('customer', { path: { number }, answer: customerSchema });
    if (found?.Customer instanceof Unreadable) {
      candidates.push({ resource: 'customer', id: number, data: { CustomerNumber: found.Customer } });
      continue;
    }
    // A number that the list gave has to be there; one that only the person named may be nobody's.
    if ('filter' in query && found?.Customer.CustomerNumber !== number) throw incompleteAnswer('customer');
    if (found !== undefined) candidates.push(customerOf(found.Customer));
  }
  const seen = [...at.seen, ...candidates.map(({ id }) => id)];
  const mine = [...at.mine, ...candidates.filter((one) => context.isPerson(one)).map(({ id }) => id)];
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
): Promise<Pick<ReturnType<Count>, 'listing' | 'ask'> & { readonly numbers: readonly string[] }> {
  const asked = context.request('customers', {
    query: { [field]: value, filter, page: at.page, limit: pageSize, sortby: 'customernumber' },
    answer: customerListSchema,
  });
  const list = isWildcard(identifier, value) && at.page === 1 ? await orRefused(asked) : await asked;
  if (list === undefined) return { numbers: [], listing: at.listing, ask: 'nothing' };
  const numbers = list.Customers.map(({ CustomerNumber }) => CustomerNumber);
  const page = pageOf(list.MetaInformation, at.page, numbers);
  const mayBe = list.Customers.filter((row) => mayHold(row.OrganisationNumber, identifier));
  return {
    numbers: mayBe.map(({ CustomerNumber }) => CustomerNumber),
    ...count({ call: 'customers', of: at.query }, at.listing, page),
  };
}

function isWildcard({ kind }: Identifier, value: string): boolean {
  return kind === 'phone' && value.includes('%');
}

/** The answer, or `undefined` where Fortnox refuses the filter: it does not say which characters it takes (error 2000359). */
async function orRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ConnectorFailure && error.code === 'refused') return undefined;
    throw error;
  }
}

/**
 * Whether a row of the list may be of the customer with the identifier. A personnummer is asked for by its end, which
 * others have too: customers whose row shows another number are not read.
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
    const numbers = list.Invoices.map(({ DocumentNumber }) => DocumentNumber);
    const page = pageOf(list.MetaInformation, at.page, numbers);
    const { fresh, listing, ask } = count({ call: 'invoices', of: customer }, at.listing, page);
    // Asked for customer 10, Fortnox gives the invoices of customers 100 and 210 too.
    const left = list.Invoices.filter(({ CustomerNumber }) => CustomerNumber === customer)
      .map(({ DocumentNumber }) => DocumentNumber)
      .filter((number) => fresh.includes(number));
    // Read from its first page once more, the next page is the first.
    const read = { ...at, page: ask === 'first-page' ? 0 : at.page, listing, lastPage: ask === 'nothing' };
    if (left.length > 0) return await invoices(context, count, { ...read, left });
    return { candidates: [], next: afterPage(read, others) };
  }
  const candidates: Candidate[] = [];
  for (const number of at.left.slice(0, invoicesPerPage)) {
    const found = await context.find('invoice', { path: { number }, answer: invoiceSchema });
    if (found?.Invoice instanceof Unreadable) {
      const partOf = { resource: 'customer', id: customer };
      candidates.push({ resource: 'invoice', id: number, data: { DocumentNumber: found.Invoice }, partOf });
      continue;
    }
    if (found?.Invoice.DocumentNumber !== number) throw incompleteAnswer('invoice');
    // It may have been moved to another customer after it was listed.
    if (found.Invoice.CustomerNumber === customer) candidates.push(...invoiceOf(found.Invoice));
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
    throw new ConnectorFailure('cursor-loop', 'the list gave another page than asked for');
  return { ids, told: meta['@TotalResources'], last: asked >= meta['@TotalPages'] };
}

function customerOf(record: Customer): Candidate {
  return { resource: 'customer', id: record.CustomerNumber, data: flat(record) };
}

function invoiceOf({ InvoiceRows: rows, ...record }: Invoice): readonly Candidate[] {
  const key = { resource: 'invoice', id: record.DocumentNumber };
  return [
    {
      ...key,
      data: flat(record),
      partOf: { resource: 'customer', id: record.CustomerNumber },
      attachments: [
        {
          id: `invoice-${record.DocumentNumber}`,
          title: `Faktura ${record.DocumentNumber}`,
          mediaType: 'application/pdf',
          fetch: { call: 'invoicePreview', path: { number: record.DocumentNumber } },
        },
      ],
    },
    ...rows.map((row, index) => ({
      resource: 'invoice-row',
      id: `${record.DocumentNumber}-${index + 1}`,
      data: flat(row),
      partOf: key,
    })),
  ];
}
