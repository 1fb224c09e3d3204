import * as z from 'zod';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { Candidate, Page, SearchContext } from '../sdk/connector.ts';
import { ConnectorFailure } from '../sdk/failure.ts';
import { substringSpellings } from '../sdk/spellings.ts';
import { customerListSchema, customerSchema, flat, invoiceListSchema, invoiceSchema } from './wire.ts';

const pageSize = 100;
// Each comes with its rows, and a page should stay near a hundred records.
const invoicesPerPage = 3;

/** Customers are looked for with every query in turn, then the invoices of those who are the person are read. */
const cursorSchema = z.discriminatedUnion('phase', [
  z.strictObject({
    phase: z.literal('customers'),
    query: z.int(),
    page: z.int(),
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
  let at: Cursor | null =
    context.cursor === null
      ? { phase: 'customers', query: 0, page: 1, seen: [], mine: [] }
      : cursorSchema.parse(context.cursor);
  while (at !== null) {
    const step: Step = at.phase === 'customers' ? await customers(context, queries, at) : await invoices(context, at);
    if (step.candidates.length > 0 || step.next === null) yield step;
    at = step.next;
  }
}

/** The number of one customer, or one filter of the customer list: Fortnox takes one filter for each call. */
type Query =
  | { readonly number: string }
  | { readonly filter: 'active' | 'inactive'; readonly field: string; readonly value: string };

function queriesOf(identifier: Identifier): readonly Query[] {
  // The list would give every customer whose number contains the number; to read one needs no list.
  if (identifier.kind === 'customerNumber')
    return /^\.{1,2}$/.test(identifier.value) ? [] : [{ number: identifier.value }];
  const field = fieldOf(identifier.kind);
  if (field === undefined) return [];
  return substringSpellings(identifier).flatMap((value) => [
    { filter: 'active', field, value } as const,
    { filter: 'inactive', field, value } as const,
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

async function customers(
  context: SearchContext<unknown>,
  queries: readonly Query[],
  at: At<'customers'>,
): Promise<Step> {
  const query = queries[at.query];
  if (query === undefined) return { candidates: [], next: firstInvoices(at.mine) };
  const { numbers, lastPage } = await listed(context, query, at.page);
  const candidates: Candidate[] = [];
  for (const number of numbers) {
    if (at.seen.includes(number)) continue;
    const found = await context.find('customer', { path: { number }, answer: customerSchema });
    if (found !== undefined) candidates.push(customerOf(found.Customer));
  }
  const seen = [...at.seen, ...candidates.map(({ id }) => id)];
  const mine = [...at.mine, ...candidates.filter((one) => context.isPerson(one)).map(({ id }) => id)];
  if (!lastPage) return { candidates, next: { ...at, page: at.page + 1, seen, mine } };
  const more = at.query + 1 < queries.length;
  return { candidates, next: more ? { ...at, query: at.query + 1, page: 1, seen, mine } : firstInvoices(mine) };
}

async function listed(
  context: SearchContext<unknown>,
  query: Query,
  page: number,
): Promise<{ readonly numbers: readonly string[]; readonly lastPage: boolean }> {
  if ('number' in query) return { numbers: [query.number], lastPage: true };
  const { filter, field, value } = query;
  const list = await context.request('customers', {
    query: { [field]: value, filter, page, limit: pageSize, sortby: 'customernumber' },
    answer: customerListSchema,
  });
  return {
    numbers: list.Customers.map(({ CustomerNumber }) => CustomerNumber),
    lastPage: isLast(list.MetaInformation, page),
  };
}

async function invoices(context: SearchContext<unknown>, at: At<'invoices'>): Promise<Step> {
  const [customer = '', ...others] = at.mine;
  if (at.left.length === 0) {
    const list = await context.request('invoices', {
      query: { customernumber: customer, page: at.page, limit: pageSize, sortby: 'documentnumber' },
      answer: invoiceListSchema,
    });
    // Asked for customer 10, Fortnox gives the invoices of customers 100 and 210 too.
    const left = list.Invoices.filter(({ CustomerNumber }) => CustomerNumber === customer).map(
      ({ DocumentNumber }) => DocumentNumber,
    );
    const lastPage = isLast(list.MetaInformation, at.page);
    if (left.length > 0) return await invoices(context, { ...at, left, lastPage });
    return { candidates: [], next: lastPage ? firstInvoices(others) : { ...at, page: at.page + 1 } };
  }
  const candidates: Candidate[] = [];
  for (const number of at.left.slice(0, invoicesPerPage)) {
    const found = await context.find('invoice', { path: { number }, answer: invoiceSchema });
    if (found?.Invoice.CustomerNumber === customer) candidates.push(...invoiceOf(found.Invoice));
  }
  const left = at.left.slice(invoicesPerPage);
  if (left.length > 0) return { candidates, next: { ...at, left } };
  return { candidates, next: at.lastPage ? firstInvoices(others) : { ...at, page: at.page + 1, left } };
}

function firstInvoices(mine: readonly string[]): Cursor | null {
  return mine.length === 0 ? null : { phase: 'invoices', mine: [...mine], page: 1, left: [], lastPage: false };
}

function isLast(meta: z.infer<typeof customerListSchema>['MetaInformation'], page: number): boolean {
  if (meta['@CurrentPage'] !== page)
    throw new ConnectorFailure('cursor-loop', 'the list gave another page than asked for');
  return page >= meta['@TotalPages'];
}

function customerOf(record: z.infer<typeof customerSchema>['Customer']): Candidate {
  return { resource: 'customer', id: record.CustomerNumber, data: flat(record) };
}

function invoiceOf({ InvoiceRows: rows, ...record }: z.infer<typeof invoiceSchema>['Invoice']): readonly Candidate[] {
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
