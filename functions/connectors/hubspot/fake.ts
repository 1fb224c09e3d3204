import * as z from 'zod';
import {
  startFakeServer,
  type FakeAnswer,
  type FakeRequest,
  type Planted,
  type PlantedRecord,
  type StartFake,
  type TestPerson,
} from '../sdk/fake.ts';
import { nearMissesOf, stableNumber } from '../sdk/near-misses.ts';
import { slidingWindow } from '../sdk/sliding-window.ts';

/** The only version of HubSpot's API that the stand-in knows. Paths with another version get status 404. */
const version = '2026-03';
const accessToken = 'pat-eu1-fake0000-0000-0000-0000-000000000000';

interface Stored {
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly archived: boolean;
  /** For a contact: the ids of its notes and of its deals. */
  readonly notes: readonly string[];
  readonly deals: readonly string[];
}
type Type = 'contacts' | 'notes' | 'deals';

const times = {
  created: '2024-03-11T09:12:44.281Z',
  changed: '2026-10-02T14:20:05.117Z',
  archived: '2026-10-30T08:01:59.640Z',
};

/**
 * The properties in the account of the stand-in: HubSpot's own, and `skostorlek`, which the organisation has added.
 * `unasked` lists the properties that HubSpot returns if the request names none.
 */
const account: Readonly<Record<Type, { readonly names: readonly string[]; readonly unasked: readonly string[] }>> = {
  contacts: {
    names: words(
      `email hs_additional_emails firstname lastname phone mobilephone address zip city company jobtitle
       lifecyclestage hubspotscore hs_email_optout hs_analytics_source hs_analytics_last_url hubspot_owner_id
       createdate lastmodifieddate hs_object_id hs_searchable_calculated_phone_number
       hs_searchable_calculated_mobile_number skostorlek`,
    ),
    unasked: words('email firstname lastname createdate lastmodifieddate hs_object_id'),
  },
  notes: {
    names: words('hs_note_body hs_timestamp hs_createdate hs_lastmodifieddate hubspot_owner_id hs_object_id'),
    unasked: words('hs_createdate hs_lastmodifieddate hs_object_id'),
  },
  deals: {
    names: words('dealname description amount dealstage pipeline createdate closedate hubspot_owner_id hs_object_id'),
    unasked: words('dealname amount closedate pipeline dealstage createdate hs_object_id'),
  },
};

const typeSchema = z.enum(['contacts', 'notes', 'deals']);
const readSchema = z.object({
  properties: z.array(z.string()),
  propertiesWithHistory: z.array(z.string()),
  idProperty: z.string().optional(),
  inputs: z.array(z.object({ id: z.string() })).max(100),
});
const searchSchema = z.object({
  filterGroups: z
    .array(
      z.object({
        filters: z
          .array(z.object({ propertyName: z.string(), operator: z.enum(['EQ', 'CONTAINS_TOKEN']), value: z.string() }))
          .min(1)
          .max(6),
      }),
    )
    .min(1)
    .max(5),
  properties: z.array(z.string()),
  limit: z.number().int().min(1).max(200),
  after: z.string().optional(),
});

/**
 * A stand-in for the parts of HubSpot's CRM API that the connector uses. The stand-in checks the bearer token, and has
 * properties, batch reads with status 207, associations and cursors.
 *
 * Its search compares single words and does not return archived contacts. The stand-in allows five searches a second
 * and a hundred requests in ten seconds, as HubSpot does.
 */
export const startFake: StartFake = async ({ pageSize = 500, port, elapsed = () => performance.now() } = {}) => {
  const store: Readonly<Record<Type, Map<string, Stored>>> = {
    contacts: new Map(),
    notes: new Map(),
    deals: new Map(),
  };
  const requests = slidingWindow(100, 10_000, elapsed);
  const searches = slidingWindow(5, 1_000, elapsed);

  const guarded = (answer: (request: FakeRequest) => FakeAnswer) => (request: FakeRequest) => {
    if (request.headers['authorization'] !== `Bearer ${accessToken}`)
      return failed(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
    return requests.admit() ? answer(request) : tooMany('TEN_SECONDLY_ROLLING');
  };

  const read = ({ params, query, body }: FakeRequest): FakeAnswer => {
    const type = typeSchema.safeParse(params['type']);
    const wanted = readSchema.safeParse(JSON.parse(body));
    if (!type.success || !wanted.success) return failed(400, 'VALIDATION_ERROR', 'Invalid input JSON');
    const archived = query.get('archived') === 'true';
    const { idProperty, inputs, properties } = wanted.data;
    const all = [...store[type.data].values()].filter((record) => record.archived === archived);
    const found = inputs.map(({ id }) =>
      all.find((record) =>
        idProperty === undefined ? record.id === id : record.properties[idProperty]?.toLowerCase() === id.toLowerCase(),
      ),
    );
    const results = found.flatMap((record) => (record === undefined ? [] : [shown(type.data, record, properties)]));
    const missing = inputs.filter((_, index) => found[index] === undefined).map(({ id }) => id);
    const whole = { status: 'COMPLETE', results, startedAt: times.changed, completedAt: times.changed };
    if (missing.length === 0) return { status: 200, json: whole };
    const message = 'Could not get some objects, they may be deleted or not exist. Check that ids are valid.';
    const error = { status: 'error', category: 'OBJECT_NOT_FOUND', message, context: { ids: missing } };
    return { status: 207, json: { ...whole, numErrors: 1, errors: [error] } };
  };

  const search = ({ body, sameCursor }: FakeRequest): FakeAnswer => {
    if (!searches.admit()) return tooMany('SECONDLY');
    const wanted = searchSchema.safeParse(JSON.parse(body));
    if (!wanted.success) return failed(400, 'VALIDATION_ERROR', 'Invalid input JSON');
    const { filterGroups, limit, after, properties } = wanted.data;
    const results = [...store.contacts.values()]
      .filter(({ archived }) => !archived)
      .filter(({ properties: held }) =>
        filterGroups.some(({ filters }) => filters.every((filter) => matches(held, filter))),
      )
      .sort((a, b) => Number(a.id) - Number(b.id));
    const page = cut(results, Math.min(limit, pageSize), after, sameCursor);
    return {
      status: 200,
      json: { total: results.length, ...page, results: page.results.map((one) => shown('contacts', one, properties)) },
    };
  };

  const server = await startFakeServer(
    [
      {
        method: 'GET',
        path: `/crm/properties/${version}/{type}`,
        answer: guarded(({ params }) => {
          const type = typeSchema.safeParse(params['type']);
          if (!type.success) return failed(404, 'OBJECT_NOT_FOUND', 'no such object type');
          return { status: 200, json: { results: account[type.data].names.map((name) => ({ name, label: name })) } };
        }),
      },
      { method: 'POST', path: `/crm/objects/${version}/contacts/search`, answer: guarded(search) },
      { method: 'POST', path: `/crm/objects/${version}/{type}/batch/read`, answer: guarded(read) },
      {
        method: 'GET',
        path: `/crm/objects/${version}/contacts/{contact}/associations/{type}`,
        answer: guarded(({ params, query, sameCursor }) => {
          const contact = store.contacts.get(params['contact'] ?? '');
          if (contact === undefined || contact.archived)
            return failed(404, 'OBJECT_NOT_FOUND', 'Object not found. objectId are usually numeric.');
          const ids = params['type'] === 'notes' ? contact.notes : contact.deals;
          const limit = Math.min(Number(query.get('limit') ?? 500), pageSize);
          const page = cut(ids, limit, query.get('after') ?? undefined, sameCursor);
          const kind = [{ category: 'HUBSPOT_DEFINED', typeId: params['type'] === 'notes' ? 201 : 4, label: null }];
          const results = page.results.map((id) => ({ toObjectId: Number(id), associationTypes: kind }));
          return { status: 200, json: { ...page, results } };
        }),
      },
    ],
    port,
  );

  const add = (type: Type, id: string, properties: Record<string, string>, more: Partial<Stored> = {}): string => {
    const record = { id, properties: { ...properties, hs_object_id: id }, archived: false, notes: [], deals: [] };
    store[type].set(id, { ...record, ...more });
    return id;
  };

  return {
    settings: { baseUrl: server.url },
    secret: { accessToken },
    plant(person): Planted {
      const key = person.emails[0] ?? `${person.givenName} ${person.familyName}`;
      const first = 1_000_000 + stableNumber(key, 900_000_000_000);
      const id = (offset: number): string => String(first + offset);
      const records: PlantedRecord[] = [];
      const own = (resource: 'contact' | 'note' | 'deal', key: string): string => {
        const record = store[`${resource}s`].get(key);
        if (record === undefined) throw new Error('the stand-in does not have a planted record');
        records.push({ resource, id: key, data: heldIn(record) });
        return key;
      };
      const notes = [1, 2, 3].map((number) => own('note', add('notes', id(number), noteOf(number))));
      const deals = [4, 5].map((number) => own('deal', add('deals', id(number), dealOf(number))));
      // Two strangers whose telephone numbers end with the person's number. A search by the last digits finds them too.
      for (const index of [0, 1]) {
        const emails = [`nummer${index}.${first}@example.net`];
        const stranger = contactOf({ givenName: 'Någon', familyName: 'Annan', emails });
        const digits = `${index + 1}${contactOf(person)['hs_searchable_calculated_phone_number'] ?? ''}`;
        add('contacts', id(50 + index), { ...stranger, hs_searchable_calculated_phone_number: digits });
      }
      // The search sorts by id, and the person's contact gets a higher id than all strangers. So the connector finds
      // the person only if it also reads later pages.
      own('contact', add('contacts', id(90), contactOf(person), { notes, deals }));
      own('contact', add('contacts', id(6), archivedOf(person), { archived: true }));
      for (const [index, decoy] of nearMissesOf(person, '').entries()) {
        const { email, ...rest } = decoy;
        // For the address `asa@example.org` the stranger gets the address `asa+0@example.org`. Both have the words
        // `asa`, `example` and `org`, so a search for the person also finds the stranger.
        const further = person.emails.map((address) => address.replace('@', `+${index}@`));
        const stranger = contactOf({ ...rest, emails: [email, ...further] });
        const hanging = {
          notes: [add('notes', id(20 + index), noteOf(9))],
          deals: [add('deals', id(30 + index), dealOf(9))],
        };
        add('contacts', id(10 + index), stranger, hanging);
        add('contacts', id(40 + index), { ...stranger, email: `arkiv.${email}` }, { archived: true });
      }
      return { records, documents: [] };
    },
    fail: (fault) => server.fail(fault),
    heal: () => server.heal(),
    requests: () => server.requests(),
    // Service keys do not expire, so this does nothing.
    expireTokens: () => undefined,
    close: async () => await server.close(),
  };
};

/** The fields that a connector must return for a record: all properties that are not empty. */
function heldIn({ properties, archived }: Stored): Record<string, string> {
  const held = Object.entries(properties).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(held), ...(archived ? { archivedAt: times.archived } : {}) };
}

/**
 * The person as a contact. The first address has capitals, the second is an additional address, and the telephone
 * number has no country code.
 */
function contactOf({ givenName, familyName, emails, phone, spelled }: TestPerson): Record<string, string> {
  const digits = phone?.replace(/^\+46/, '') ?? '';
  return {
    email: (emails[0] ?? '').toUpperCase(),
    hs_additional_emails: emails.slice(1).join(';'),
    firstname: givenName,
    lastname: familyName,
    phone: spelled?.phone ?? digits.replace(/^(\d\d)(\d{3})(\d\d)(\d\d)$/, '0$1-$2 $3 $4'),
    mobilephone: spelled?.phone ?? phone ?? '',
    hs_searchable_calculated_phone_number: digits,
    hs_searchable_calculated_mobile_number: digits,
    address: 'Exempelgatan 1',
    zip: '111 11',
    city: 'Stockholm',
    company: 'Exempelbolaget AB',
    jobtitle: 'Inköpare',
    lifecyclestage: 'customer',
    hubspotscore: '42',
    hs_email_optout: 'false',
    hs_analytics_source: 'ORGANIC_SEARCH',
    hs_analytics_last_url: 'https://www.example.com/priser',
    hubspot_owner_id: '77001',
    createdate: times.created,
    lastmodifieddate: times.changed,
    skostorlek: '39',
  };
}

function archivedOf({ givenName, familyName, emails }: TestPerson): Record<string, string> {
  return {
    email: emails[0] ?? '',
    firstname: givenName,
    lastname: familyName,
    lifecyclestage: 'lead',
    createdate: times.created,
    lastmodifieddate: times.archived,
  };
}

function noteOf(number: number): Record<string, string> {
  return {
    hs_note_body: `<div>Samtal ${number}: vill ha offert och återkommer nästa vecka.</div>`,
    hs_timestamp: `2026-0${number}-04T10:00:00Z`,
    hs_createdate: `2026-0${number}-04T10:05:12.120Z`,
    hs_lastmodifieddate: `2026-0${number}-04T10:06:00.002Z`,
    hubspot_owner_id: '77001',
  };
}

function dealOf(number: number): Record<string, string> {
  return {
    dealname: `Årsavtal ${number}`,
    description: 'Påminn i god tid innan avtalet går ut.',
    amount: `${number}4900`,
    dealstage: 'presentationscheduled',
    pipeline: 'default',
    createdate: `2026-0${number}-11T08:00:00Z`,
    closedate: '2026-12-31T23:00:00Z',
    hubspot_owner_id: '77001',
  };
}

function shown(type: Type, record: Stored, properties: readonly string[]) {
  const names = [...new Set([...(properties.length === 0 ? account[type].unasked : properties), 'hs_object_id'])];
  return {
    id: record.id,
    properties: Object.fromEntries(
      names.filter((name) => account[type].names.includes(name)).map((name) => [name, record.properties[name] ?? null]),
    ),
    createdAt: times.created,
    updatedAt: times.changed,
    archived: record.archived,
    ...(record.archived ? { archivedAt: times.archived } : {}),
  };
}

/**
 * Whether a contact matches a filter. `EQ` on `email` also compares additional addresses. `CONTAINS_TOKEN` matches if
 * the property has every word of the value. `*` at the beginning of a word stands for any characters: `*0610` matches
 * `701740610`.
 */
function matches(
  held: Readonly<Record<string, string>>,
  { propertyName, operator, value }: { propertyName: string; operator: 'EQ' | 'CONTAINS_TOKEN'; value: string },
): boolean {
  const text = (held[propertyName] ?? '').toLowerCase();
  const wanted = value.toLowerCase();
  switch (operator) {
    case 'EQ': {
      const further = propertyName === 'email' ? (held['hs_additional_emails'] ?? '').toLowerCase().split(';') : [];
      return [text, ...further].includes(wanted);
    }
    case 'CONTAINS_TOKEN': {
      const tokens = tokensOf(text);
      return tokensOf(wanted).every((word) =>
        tokens.some((token) => (word.startsWith('*') ? token.endsWith(word.slice(1)) : token === word)),
      );
    }
  }
}

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

function tokensOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}*]+/u).filter((word) => word !== '');
}

function cut<T>(all: readonly T[], limit: number, after: string | undefined, sameCursor: boolean) {
  const start = sameCursor ? 0 : Number(after ?? 0);
  const end = start + limit;
  const more = sameCursor || end < all.length;
  return {
    results: all.slice(start, end),
    ...(more ? { paging: { next: { after: sameCursor ? '1' : String(end), link: '?' } } } : {}),
  };
}

function failed(status: number, category: string, message: string): FakeAnswer {
  return {
    status,
    json: { status: 'error', message, correlationId: '00000000-0000-0000-0000-000000000000', category },
  };
}

function tooMany(policyName: string): FakeAnswer {
  const message = `You have reached your ${policyName.toLowerCase()} limit.`;
  return { status: 429, json: { status: 'error', message, errorType: 'RATE_LIMIT', policyName } };
}
