import * as z from 'zod';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { defineConnector, type Candidate, type Page, type SearchContext } from '../sdk/connector.ts';
import { originSchema } from '../sdk/origin.ts';
import { doesNotRead } from './does-not-read.ts';
import { identifying, resources } from './resources.ts';
import {
  dataOf,
  readAssociations,
  readPropertyNames,
  readRecords,
  searchContacts,
  type HubSpotRecord,
  type Ids,
  type PropertyNames,
} from './wire.ts';

const docs = 'https://developers.hubspot.com/docs/api-reference/legacy/crm';
const settingsSchema = z.strictObject({ baseUrl: originSchema('https://api.hubapi.com') });
type Settings = z.infer<typeof settingsSchema>;

const partSchema = z.strictObject({
  contact: z.string(),
  type: z.enum(['notes', 'deals']),
  after: z.string().nullable(),
});
const cursorSchema = z.strictObject({
  /** Position in `lookupsOf`. */
  lookup: z.number().int().nonnegative(),
  /** HubSpot's cursor within that lookup. */
  after: z.string().nullable(),
  /** What belongs to the person's contacts found so far and is read before the search goes on. */
  parts: z.array(partSchema),
  /** The person's contacts found so far: several lookups find the same one. */
  seen: z.array(z.string()),
});
type Cursor = z.infer<typeof cursorSchema>;

/** One way of asking for an identifier. */
interface Lookup {
  readonly by: 'address' | 'archived-address' | 'search';
  readonly identifier: Identifier;
}

/** Contacts in HubSpot, those in the recycle bin too, with the notes and deals that hang on them. */
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
      path: '/crm/v3/properties/{type}',
      source: `${docs}/properties/get-properties`,
    },
    read: {
      method: 'POST',
      origin: 'api',
      path: '/crm/v3/objects/{type}/batch/read',
      source: `${docs}/objects/contacts/batch/read-contacts`,
    },
    search: {
      method: 'POST',
      origin: 'api',
      path: '/crm/v3/objects/contacts/search',
      source: 'https://developers.hubspot.com/docs/api/crm/search',
    },
    associations: {
      method: 'GET',
      origin: 'api',
      path: '/crm/v4/objects/contacts/{contact}/associations/{type}',
      source: `${docs}/associations/associate-records/get-associations`,
    },
  },
  // Five searches a second for the whole account, a hundred requests in ten seconds for the app.
  limits: { perSecond: 4, timeoutMilliseconds: 30_000 },
  resources,
  identifying,
  doesNotRead,
  // Nothing here writes to the vendor: staff stop a scheduled erasure in its own settings.
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
    const properties = await readPropertyNames(context);
    const lookups = lookupsOf(context.identifiers);
    let cursor: Cursor = cursorSchema.nullable().parse(context.cursor) ?? {
      lookup: 0,
      after: null,
      parts: [],
      seen: [],
    };
    for (;;) {
      const page = await readPage(context, properties, lookups, cursor);
      const last = page.next.parts.length === 0 && page.next.lookup >= lookups.length;
      yield { candidates: page.candidates, next: last ? null : page.next };
      if (last) return;
      cursor = page.next;
    }
  },
});

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

/** One page: what hangs on a contact that was found, else the next contacts. */
async function readPage(
  context: SearchContext<Settings>,
  properties: PropertyNames,
  lookups: readonly Lookup[],
  cursor: Cursor,
): Promise<{ readonly candidates: Page['candidates']; readonly next: Cursor }> {
  const [part, ...parts] = cursor.parts;
  if (part !== undefined) {
    const { ids, after } = await readAssociations(context, part.contact, part.type, part.after);
    const records = await readRecords(context, properties, part.type, ids);
    const candidates = records.map((record): Candidate => ({
      resource: part.type === 'notes' ? 'note' : 'deal',
      id: record.id,
      data: dataOf(record),
      partOf: { resource: 'contact', id: part.contact },
    }));
    return { candidates, next: { ...cursor, parts: after === null ? parts : [{ ...part, after }, ...parts] } };
  }

  const { ids, after, records } = await lookUp(context, properties, lookups[cursor.lookup], cursor.after);
  const contacts = records.filter(({ id }) => !cursor.seen.includes(id));
  const candidates = contacts.map((contact): Candidate => ({
    resource: 'contact',
    id: contact.id,
    data: dataOf(contact),
  }));
  const own = candidates.filter((one) => context.isPerson(one)).map(({ id }) => id);
  const live = own.filter((id) => ids.includes(id));
  return {
    candidates,
    next: {
      lookup: after === null ? cursor.lookup + 1 : cursor.lookup,
      after,
      parts: live.flatMap((contact) => (['notes', 'deals'] as const).map((type) => ({ contact, type, after: null }))),
      seen: [...cursor.seen, ...own],
    },
  };
}

/** `ids` are those that are not in the recycle bin: only on them anything can hang. */
async function lookUp(
  context: SearchContext<Settings>,
  properties: PropertyNames,
  lookup: Lookup | undefined,
  after: string | null,
): Promise<Ids & { readonly records: readonly HubSpotRecord[] }> {
  if (lookup === undefined) return { ids: [], after: null, records: [] };
  const { by, identifier } = lookup;
  switch (by) {
    case 'address': {
      const options = { idProperty: 'email' };
      const records = await readRecords(context, properties, 'contacts', [identifier.value], options);
      return { ids: records.map(({ id }) => id), after: null, records };
    }
    case 'archived-address': {
      const options = { idProperty: 'email', archived: true };
      const records = await readRecords(context, properties, 'contacts', [identifier.value], options);
      return { ids: [], after: null, records };
    }
    case 'search': {
      const found = await searchContacts(context, filtersOf(identifier), after);
      return { ...found, records: await readRecords(context, properties, 'contacts', found.ids) };
    }
  }
}

function filtersOf({ kind, value }: Identifier): Parameters<typeof searchContacts>[1] {
  if (kind === 'email')
    return [
      ['email', 'EQ', value],
      ['hs_additional_emails', 'CONTAINS_TOKEN', value],
    ];
  // HubSpot keeps the number without its country code in these; whether with the leading zero is not documented.
  const end = `*${value.slice(-8)}`;
  return [
    ['hs_searchable_calculated_phone_number', 'CONTAINS_TOKEN', end],
    ['hs_searchable_calculated_mobile_number', 'CONTAINS_TOKEN', end],
  ];
}
