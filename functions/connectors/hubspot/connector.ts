import * as z from 'zod';
import { isStandIn } from '#domain/findings/stand-in.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { defineConnector, type Candidate, type Page, type SearchContext } from '../sdk/connector.ts';
import { listCounter, listingSchema, nothingListed } from '../sdk/listing.ts';
import { originSchema } from '../sdk/origin.ts';
import type { UnreadRecord } from '../sdk/unread-record.ts';
import { doesNotRead } from './does-not-read.ts';
import { identifying, resources } from './resources.ts';
import {
  candidateOf,
  readAssociations,
  readByAddress,
  readById,
  readPropertyNames,
  searchContacts,
  type Account,
  type HubSpotRecord,
  type Ids,
  type PropertyNames,
} from './wire.ts';

const docs = 'https://developers.hubspot.com/docs/api-reference/2026-03/crm';
const settingsSchema = z.strictObject({
  baseUrl: originSchema('https://api.hubapi.com'),
  /**
   * The dated version of HubSpot's API, which is part of every path. HubSpot supports each version for a limited time.
   */
  apiVersion: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
    .default('2026-03'),
});
type Settings = z.infer<typeof settingsSchema>;

const partSchema = z.strictObject({
  contact: z.string(),
  type: z.enum(['notes', 'deals']),
  after: z.string().nullable(),
  /** How much of this list was read. */
  listing: listingSchema.default(nothingListed),
});
const cursorSchema = z.strictObject({
  /** The index of the current lookup in the result of `lookupsOf`. */
  lookup: z.number().int().nonnegative(),
  /** HubSpot's cursor (`paging.next.after`) for the next page of the lookup; `null` for the first page. */
  after: z.string().nullable(),
  /** How much of the result list of the lookup was read. */
  listing: listingSchema.default(nothingListed),
  /** Lists of notes and deals that are read before the next page of the lookup. */
  parts: z.array(partSchema),
  /** The ids of the person's contacts that were returned before, because several lookups can find the same contact. */
  seen: z.array(z.string()),
});
type Cursor = z.infer<typeof cursorSchema>;

/** One way to find contacts by one identifier. */
interface Lookup {
  readonly by: 'address' | 'archived-address' | 'search';
  readonly identifier: Identifier;
}

/** Searches HubSpot for contacts with their notes and deals, also for contacts in the recycle bin. */
export const hubspot = defineConnector({
  id: 'hubspot',
  title: { sv: 'HubSpot', en: 'HubSpot' },
  category: 'crm',
  settings: settingsSchema,
  secret: z.strictObject({ accessToken: z.string().min(8) }),
  origins: ({ baseUrl }) => ({ api: baseUrl }),
  accepts: ['email', 'phone'],
  learns: ['email', 'phone'],
  secretOrigin: 'api',
  calls: {
    properties: {
      method: 'GET',
      origin: 'api',
      path: '/crm/properties/{version}/{type}',
      source: `${docs}/properties/get-properties`,
    },
    read: {
      method: 'POST',
      origin: 'api',
      path: '/crm/objects/{version}/{type}/batch/read',
      tells: 'asked',
      source: `${docs}/objects/contacts/batch/read-contacts`,
    },
    search: {
      method: 'POST',
      origin: 'api',
      path: '/crm/objects/{version}/contacts/search',
      tells: 'total',
      source: `${docs}/objects/contacts/search-contacts`,
    },
    associations: {
      method: 'GET',
      origin: 'api',
      path: '/crm/objects/{version}/contacts/{contact}/associations/{type}',
      source: `${docs}/associations/associate-records/get-associations`,
    },
  },
  // HubSpot allows five searches a second for an account, and a hundred requests in ten seconds for a key.
  limits: { perSecond: 4, timeoutMilliseconds: 30_000 },
  resources,
  identifying,
  doesNotRead,
  // The connector only reads. Staff must stop a scheduled erasure in HubSpot themselves.
  deletionFreeze: 'manual',
  abilities: {
    access: 'automatic',
    rectification: 'manual',
    erasure: 'manual',
    restriction: 'manual',
    portability: 'automatic',
    objection: 'manual',
    'consent-withdrawal': 'manual',
  },
  authorise: async ({ secret }) => ({ authorization: `Bearer ${secret.accessToken}` }),

  async *search(context) {
    const account = { requester: context, version: context.settings.apiVersion };
    const properties = await readPropertyNames(account);
    const lookups = lookupsOf(context.identifiers);
    const steps: Steps = { context, account, properties, lookups, count: listCounter() };
    let cursor: Cursor = cursorSchema.nullable().parse(context.cursor) ?? {
      lookup: 0,
      after: null,
      listing: nothingListed,
      parts: [],
      seen: [],
    };
    for (;;) {
      const [part, ...parts] = cursor.parts;
      const page: Step =
        part === undefined ? await contacts(steps, cursor) : await hanging(steps, { ...cursor, parts }, part);
      const last = page.next.parts.length === 0 && page.next.lookup >= lookups.length;
      if (page.candidates.length > 0 || last) yield { candidates: page.candidates, next: last ? null : page.next };
      if (last) return;
      cursor = page.next;
    }
  },
});

/** The values that stay the same during one search. */
interface Steps {
  readonly context: SearchContext<Settings>;
  readonly account: Account;
  readonly properties: PropertyNames;
  readonly lookups: readonly Lookup[];
  readonly count: ReturnType<typeof listCounter>;
}

interface Step {
  readonly candidates: Page['candidates'];
  readonly next: Cursor;
}

function lookupsOf(identifiers: readonly Identifier[]): readonly Lookup[] {
  return identifiers.flatMap((identifier): readonly Lookup[] =>
    identifier.kind === 'email'
      ? [
          { by: 'address', identifier },
          { by: 'archived-address', identifier },
          { by: 'search', identifier },
        ]
      : [{ by: 'search', identifier }],
  );
}

/** Reads the next page of notes or deals of a contact. */
async function hanging(
  { account, properties, count }: Steps,
  cursor: Cursor,
  part: z.infer<typeof partSchema>,
): Promise<Step> {
  const place = [0, part.listing.given.length] as const;
  const { ids, unread, after, told } = await readAssociations(account, part.contact, part.type, part.after, place);
  const list = { call: 'associations', of: `${part.type} ${part.contact}` };
  const { fresh, listing, ask } = count(list, part.listing, { ids, told, last: after === null });
  const records = await readById(
    account,
    properties,
    part.type,
    fresh.filter((id) => !unread.has(id)),
  );
  const resource = part.type === 'notes' ? 'note' : 'deal';
  const partOf = { resource: 'contact', id: part.contact };
  const candidates = [
    ...records.map((record): Candidate => ({ ...candidateOf(resource, record), partOf })),
    ...unreadOf(unread, fresh).map(([id, record]): Candidate => {
      const own = { id: `${part.contact}-${id}`, record };
      return { ...candidateOf(resource, own), partOf };
    }),
  ];
  const parts = ask === 'nothing' ? cursor.parts : [{ ...part, after, listing }, ...cursor.parts];
  return { candidates, next: { ...cursor, parts } };
}

/**
 * Reads the next page of contacts that a lookup finds. The next cursor names the notes and the deals of each contact
 * that belongs to the person, so that they are read next.
 */
async function contacts({ context, account, properties, lookups, count }: Steps, cursor: Cursor): Promise<Step> {
  const lookup = lookups[cursor.lookup];
  if (lookup === undefined) return { candidates: [], next: cursor };
  const found = await lookUp(account, properties, lookup, cursor);
  const { fresh, listing, ask } = count(
    { call: lookup.by === 'search' ? 'search' : 'read', of: cursor.lookup },
    cursor.listing,
    {
      ids: found.ids,
      told: found.told,
      last: found.after === null,
    },
  );
  const named = fresh.filter((id) => !found.unread.has(id));
  const records = found.records ?? (await readById(account, properties, 'contacts', named));
  const unseen = records.filter(({ id }) => !cursor.seen.includes(id));
  const candidates = [
    ...unseen.map((contact) => candidateOf('contact', contact)),
    ...unreadOf(found.unread, fresh).map(([id, record]) => candidateOf('contact', { id, record })),
  ];
  const own = candidates.filter((one) => context.isPerson(one)).map(({ id }) => id);
  // HubSpot returns the notes and deals only of contacts that are in use, not of those in the recycle bin.
  const live = unseen.filter(({ id, archived }) => !archived && !isStandIn(id) && own.includes(id));
  return {
    candidates,
    next: {
      lookup: ask === 'nothing' ? cursor.lookup + 1 : cursor.lookup,
      after: found.after,
      listing: ask === 'nothing' ? nothingListed : listing,
      parts: live.flatMap(({ id }) =>
        (['notes', 'deals'] as const).map((type) => ({ contact: id, type, after: null, listing: nothingListed })),
      ),
      seen: [...cursor.seen, ...own],
    },
  };
}

/** The new list entries on this page whose id cannot be read, each with its placeholder. */
function unreadOf(unread: Ids['unread'], fresh: readonly string[]): readonly (readonly [string, UnreadRecord])[] {
  return [...unread].filter(([id]) => fresh.includes(id));
}

/**
 * Reads one page of a lookup. A lookup by address also returns the whole contacts (`records`); a search returns only
 * ids.
 */
async function lookUp(
  account: Account,
  properties: PropertyNames,
  { by, identifier }: Lookup,
  { lookup, after, listing }: Cursor,
): Promise<Ids & { readonly records?: readonly HubSpotRecord[] }> {
  switch (by) {
    case 'address':
    case 'archived-address': {
      const records = await readByAddress(account, properties, identifier.value, {
        archived: by !== 'address',
        lookup: lookup + 1,
      });
      return { ids: records.map(({ id }) => id), unread: new Map(), after: null, told: null, records };
    }
    case 'search':
      return await searchContacts(account, filtersOf(identifier), after, [lookup + 1, listing.given.length]);
  }
}

function filtersOf({ kind, value }: Identifier): Parameters<typeof searchContacts>[1] {
  if (kind === 'email')
    return [
      ['email', 'EQ', value],
      ['hs_additional_emails', 'CONTAINS_TOKEN', value],
    ];
  // HubSpot stores these numbers without the country code. It is not documented whether `070-174 06 10` is stored as
  // `0701740610` or `701740610`. So the last eight digits are searched: `*01740610`.
  const end = `*${value.slice(-8)}`;
  return [
    ['hs_searchable_calculated_phone_number', 'CONTAINS_TOKEN', end],
    ['hs_searchable_calculated_mobile_number', 'CONTAINS_TOKEN', end],
  ];
}
