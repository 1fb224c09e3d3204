import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Json } from '#domain/json.ts';
import { defineConnector, type Candidate, type Requester, type SearchContext } from '../sdk/connector.ts';
import { ConnectorFailure } from '../sdk/failure.ts';
import { addressSchema } from '../sdk/origin.ts';
import { countSchema, fieldsOf, fieldsSchema, recordWith, type VendorFields } from '../sdk/vendor-values.ts';
import { doesNotRead } from './does-not-read.ts';
import { identifying, resources } from './resources.ts';

const docs = 'https://mailchimp.com/developer/marketing/api';
const pageSize = 100;

const settingsSchema = z.strictObject({
  /** The last part of the API key, such as `us19`: Mailchimp keeps each account in one data centre. */
  dataCentre: z.string().regex(/^[a-z]{2,4}\d{1,3}$/),
  baseUrl: addressSchema.optional(),
});
type Settings = z.infer<typeof settingsSchema>;

const audiencesSchema = z.object({
  lists: z.array(z.object({ id: z.string().min(1), name: z.string() })),
  total_items: countSchema,
});
const memberSchema = recordWith(
  z.object({ id: z.string().min(1), email_address: z.string(), merge_fields: fieldsSchema.optional() }),
);
const activitySchema = z.object({ activity: z.array(fieldsSchema) });
const notesSchema = z.object({ notes: z.array(fieldsSchema) });

const cursorSchema = z
  .strictObject({
    /** Position among the identifiers asked for. */
    identifier: z.number().int().nonnegative(),
    /** The audience in which the person was found last. */
    audience: z.string(),
    /** What belongs to that member and is read next; `null`: go on with the audience after it. */
    part: z.strictObject({ kind: z.enum(['activity', 'note']), offset: z.number(), previous: z.string() }).nullable(),
  })
  .nullable();
type Cursor = z.infer<typeof cursorSchema>;
type Part = NonNullable<NonNullable<Cursor>['part']>;

// Links of the interface, what `notes` holds in full, and keys of the account that say nothing about the person.
const notData = new Set(['_links', 'merge_fields', 'last_note', 'tags_count', 'id', 'list_id', 'email_id', 'note_id']);

/** Newsletter subscribers in Mailchimp: in every audience, whatever their status, with their activity and notes. */
export const mailchimp = defineConnector({
  id: 'mailchimp',
  title: { sv: 'Mailchimp', en: 'Mailchimp' },
  category: 'newsletter',
  settings: settingsSchema,
  secret: z.strictObject({ apiKey: z.string().min(8) }),
  origins: ({ dataCentre, baseUrl }) => ({ api: baseUrl ?? `https://${dataCentre}.api.mailchimp.com/3.0` }),
  accepts: ['email'],
  learns: ['email', 'phone'],
  secretOrigin: 'api',
  calls: {
    audiences: { method: 'GET', origin: 'api', path: '/lists', source: `${docs}/lists/get-lists-info/` },
    member: {
      method: 'GET',
      origin: 'api',
      path: '/lists/{audience}/members/{hash}',
      source: `${docs}/list-members/get-member-info/`,
    },
    activity: {
      method: 'GET',
      origin: 'api',
      path: '/lists/{audience}/members/{hash}/activity-feed',
      source: `${docs}/list-member-activity-feed/view-recent-activity/`,
    },
    notes: {
      method: 'GET',
      origin: 'api',
      path: '/lists/{audience}/members/{hash}/notes',
      source: `${docs}/list-member-notes/list-recent-member-notes/`,
    },
  },
  // Ten connections at a time are allowed and no rate is published; one search makes one request at a time.
  limits: { perSecond: 5, timeoutMilliseconds: 30_000 },
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
  authorise: async ({ secret }) => ({
    authorization: `Basic ${Buffer.from(`utdrag:${secret.apiKey}`).toString('base64')}`,
  }),

  async *search(context) {
    const audiences = await allAudiences(context);
    const cursor = cursorSchema.parse(context.cursor);
    for (const [index, { value }] of context.identifiers.entries()) {
      if (cursor !== null && index < cursor.identifier) continue;
      const resumed = cursor !== null && index === cursor.identifier ? cursor : undefined;
      // An audience that is gone by now is not found: then this identifier is asked for from the start.
      const position = audiences.findIndex(({ id }) => id === resumed?.audience);
      if (resumed?.part != null && position >= 0)
        yield* readParts(context, index, resumed.audience, subscriberHash(value), resumed.part);
      for (const audience of audiences.slice(position + 1)) {
        const hash = subscriberHash(value);
        const found = await context.find('member', { path: { audience: audience.id, hash }, answer: memberSchema });
        if (found === undefined) continue;
        const member = memberCandidate(audience, hash, found);
        const part: Part | null = context.isPerson(member) ? firstPart : null;
        yield { candidates: [member], next: { identifier: index, audience: audience.id, part } };
        if (part !== null) yield* readParts(context, index, audience.id, hash, part);
      }
    }
    yield { candidates: [], next: null };
  },
});

const firstPart: Part = { kind: 'activity', offset: 0, previous: '' };

/** Every audience, in the order in which they were made, so that new ones come last. */
async function allAudiences(requester: Requester): Promise<z.infer<typeof audiencesSchema>['lists']> {
  const found = new Map<string, z.infer<typeof audiencesSchema>['lists'][number]>();
  for (;;) {
    const { lists, total_items: total } = await requester.request('audiences', {
      query: {
        count: pageSize,
        offset: found.size,
        sort_field: 'date_created',
        sort_dir: 'ASC',
        fields: 'lists.id,lists.name,total_items',
      },
      answer: audiencesSchema,
    });
    for (const list of lists) {
      if (found.has(list.id)) throw new ConnectorFailure('cursor-loop', 'audiences: the same page came twice');
      found.set(list.id, list);
    }
    if (lists.length === 0 || found.size >= total) return [...found.values()];
  }
}

/** Activity, then notes, page by page. The activity feed does not say how much there is: an empty page is its end. */
async function* readParts(
  context: SearchContext<Settings>,
  identifier: number,
  audience: string,
  hash: string,
  start: Part,
): AsyncGenerator<{ readonly candidates: readonly Candidate[]; readonly next: Json }, void, undefined> {
  for (let part: Part | null = start; part !== null;) {
    const { kind, offset, previous }: Part = part;
    const items = await readPart(context, kind, offset, { audience, hash });
    const fingerprint = createHash('sha256').update(JSON.stringify(items)).digest('hex');
    if (items.length > 0 && fingerprint === previous)
      throw new ConnectorFailure('cursor-loop', `${kind}: the same page came twice`);
    if (items.length === 0) {
      part = kind === 'activity' ? { kind: 'note', offset: 0, previous: '' } : null;
      continue;
    }
    part = { kind, offset: offset + items.length, previous: fingerprint };
    yield {
      candidates: items.map((item, index) => ({
        resource: kind,
        id: `${audience}-${hash}-${offset + index}`,
        data: dataOf(item),
        partOf: { resource: 'member', id: `${audience}-${hash}` },
      })),
      next: { identifier, audience, part },
    };
  }
}

async function readPart(
  requester: Requester,
  kind: Part['kind'],
  offset: number,
  path: Readonly<Record<string, string>>,
): Promise<readonly VendorFields[]> {
  const query = { count: pageSize, offset };
  switch (kind) {
    case 'activity':
      return (await requester.request('activity', { path, query, answer: activitySchema })).activity;
    case 'note':
      return (await requester.request('notes', { path, query, answer: notesSchema })).notes;
  }
}

function memberCandidate(
  audience: { readonly id: string; readonly name: string },
  hash: string,
  member: z.infer<typeof memberSchema>,
): Candidate {
  const { merge_fields: form = {} } = member;
  return {
    resource: 'member',
    id: `${audience.id}-${hash}`,
    data: fieldsOf([...Object.entries(dataOf(form)), ...Object.entries(dataOf(member)), ['audience', audience.name]]),
  };
}

/** The fields that hold something. */
function dataOf(item: VendorFields): VendorFields {
  return fieldsOf(Object.entries(item).filter(([name, value]) => !notData.has(name) && value !== null && value !== ''));
}

/** How Mailchimp names a member of an audience: MD5 of the address in lower case. */
function subscriberHash(address: string): string {
  return createHash('md5').update(address.toLowerCase()).digest('hex');
}
