import { createHash } from 'node:crypto';
import * as z from 'zod';
import { standInFor } from '#domain/findings/stand-in.ts';
import type { Json } from '#domain/json.ts';
import { defineConnector, type Candidate, type Requester, type SearchContext } from '../sdk/connector.ts';
import { listCounter, listingSchema, nothingListed, type List, type Listing } from '../sdk/listing.ts';
import { addressSchema } from '../sdk/origin.ts';
import { itemsOf, oneOf, unreadCandidate, UnreadRecord } from '../sdk/unread-record.ts';
import {
  countSchema,
  fieldsOf,
  fieldsSchema,
  isFields,
  recordName,
  recordWith,
  valueSchema,
  type VendorFields,
  type VendorValue,
} from '../sdk/vendor-values.ts';
import { doesNotRead } from './does-not-read.ts';
import { identifying, resources } from './resources.ts';

const docs = 'https://mailchimp.com/developer/marketing/api';
const pageSize = 100;

const settingsSchema = z.strictObject({
  /** The data centre of the account, such as `us19`: the part of the API key after the dash. */
  dataCentre: z.string().regex(/^[a-z]{2,4}\d{1,3}$/),
  baseUrl: addressSchema.optional(),
});
type Settings = z.infer<typeof settingsSchema>;

const audiencesSchema = z.object({
  lists: itemsOf(recordWith(z.object({ id: recordName }))),
  total_items: countSchema,
});
const memberSchema = recordWith(
  z.object({
    id: recordName,
    email_address: z.string(),
    merge_fields: fieldsSchema.nullish(),
    tags: z.array(valueSchema).nullish(),
    tags_count: countSchema.nullish(),
  }),
);
const activitySchema = z.object({ activity: itemsOf(fieldsSchema) });
const itemSchema = recordWith(z.object({ id: recordName }));
const notesSchema = z.object({ notes: itemsOf(itemSchema), total_items: countSchema });
const tagsSchema = z.object({ tags: itemsOf(itemSchema), total_items: countSchema });

const cursorSchema = z
  .strictObject({
    /** The index of the current identifier in `context.identifiers`. */
    identifier: z.number().int().nonnegative(),
    /** The id of the audience (list of subscribers) that was read last for this identifier. */
    audience: z.string(),
    /**
     * The page of the member's activity or notes that is read next. `null` if the search continues with the next
     * audience.
     */
    part: z
      .object({
        kind: z.enum(['activity', 'note']),
        offset: z.number(),
        /**
         * How much of the list was read. Events of the activity feed have no ids, so the hash of each page is counted
         * as an id.
         */
        listing: listingSchema.default(nothingListed),
      })
      .nullable(),
  })
  .nullable();
type Cursor = z.infer<typeof cursorSchema>;
type Part = NonNullable<NonNullable<Cursor>['part']>;

// Fields that are not copied to the record: links of the API, ids that mean nothing outside Mailchimp, and data that
// `memberCandidate` adds in another form, such as the tags.
const notData = new Set([
  '_links',
  'merge_fields',
  'tags',
  'last_note',
  'tags_count',
  'id',
  'list_id',
  'email_id',
  'note_id',
]);

/**
 * Searches every audience of Mailchimp for newsletter subscribers, whatever their status, and reads their activity and
 * notes.
 */
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
    audiences: {
      method: 'GET',
      origin: 'api',
      path: '/lists',
      tells: 'total',
      source: `${docs}/lists/get-lists-info/`,
    },
    member: {
      method: 'GET',
      origin: 'api',
      path: '/lists/{audience}/members/{hash}',
      source: `${docs}/list-members/get-member-info/`,
    },
    tags: {
      method: 'GET',
      origin: 'api',
      path: '/lists/{audience}/members/{hash}/tags',
      tells: 'total',
      source: `${docs}/list-member-tags/list-member-tags/`,
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
      tells: 'total',
      source: `${docs}/list-member-notes/list-recent-member-notes/`,
    },
  },
  // Mailchimp publishes no rate. It allows a user ten requests at the same time, and one search makes one at a time.
  limits: { perSecond: 5, timeoutMilliseconds: 30_000 },
  resources,
  identifying,
  doesNotRead,
  // The connector only reads. Staff must stop a scheduled erasure in Mailchimp themselves.
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
    const count = listCounter();
    const audiences = await allAudiences(context, count);
    const cursor = cursorSchema.parse(context.cursor);
    for (const [index, { value }] of context.identifiers.entries()) {
      if (cursor !== null && index < cursor.identifier) continue;
      const resumed = cursor !== null && index === cursor.identifier ? cursor : undefined;
      // If the audience in the cursor no longer exists, the search for this identifier begins again with the first
      // audience.
      const position = audiences.findIndex(({ id }) => id === resumed?.audience);
      if (resumed?.part != null && position >= 0)
        yield* readParts(
          context,
          count,
          index,
          { audience: resumed.audience, hash: subscriberHash(value) },
          resumed.part,
        );
      for (const audience of audiences.slice(position + 1)) {
        if (audience.list instanceof UnreadRecord) {
          const next = { identifier: index, audience: audience.id, part: null };
          yield { candidates: [unreadAudience(audience.id, audience.list)], next };
          continue;
        }
        const path = { audience: audience.id, hash: subscriberHash(value) };
        const found = await context.find('member', { path, answer: oneOf(memberSchema, ['id', 'email_address']) });
        if (found === undefined) continue;
        const tags = await tagsOf(context, count, path, found);
        const member = memberCandidate(audience.list.data['name'], `${audience.id}-${path.hash}`, found, tags);
        const part: Part | null = context.isPerson(member) ? firstPart : null;
        yield { candidates: [member], next: { identifier: index, audience: audience.id, part } };
        if (part !== null) yield* readParts(context, count, index, path, part);
      }
    }
    yield { candidates: [], next: null };
  },
});

type Count = ReturnType<typeof listCounter>;
type Member = z.infer<typeof memberSchema> | UnreadRecord;
/** The two values in the path of a member: the id of the audience, and the MD5 of the member's address. */
type Place = Readonly<Record<'audience' | 'hash', string>>;

const firstPart: Part = { kind: 'activity', offset: 0, listing: nothingListed };

/** A list of subscribers. If its id cannot be read, `id` is a placeholder. */
interface Audience {
  readonly id: string;
  readonly list: z.infer<typeof audiencesSchema>['lists'][number];
}

/** Reads all audiences, oldest first. So an audience that is created during the search comes last. */
async function allAudiences(requester: Requester, count: Count): Promise<readonly Audience[]> {
  return await readAll(count, { call: 'audiences', of: 'account' }, async (offset) => {
    const { lists, total_items: told } = await requester.request('audiences', {
      query: {
        count: pageSize,
        offset,
        sort_field: 'date_created',
        sort_dir: 'ASC',
        fields: 'lists.id,lists.name,total_items',
      },
      answer: audiencesSchema,
    });
    const items = lists.map((list, index) => ({
      id: list instanceof UnreadRecord ? standInFor(offset + index + 1) : list.id,
      list,
    }));
    return { items, told };
  });
}

/**
 * Makes a candidate for an audience whose id cannot be read, and which can therefore not be searched. The person may be
 * in it, so the answer must report it.
 */
function unreadAudience(id: string, list: UnreadRecord): Candidate {
  return unreadCandidate({ resource: 'member', id, data: {} }, list, 'email_address');
}

/**
 * Reads all tags of a member. The member's record has at most fifty of them [spec], and `tags_count` says how many
 * there are.
 */
async function tagsOf(
  requester: Requester,
  count: Count,
  path: Place,
  member: Member,
): Promise<readonly VendorValue[]> {
  if (member instanceof UnreadRecord) return [];
  const tags = member.tags ?? [];
  const counted = member.tags_count ?? 0;
  if (tags.length >= counted) return tags;
  const all = await readAll(count, { call: 'tags', of: `${path.audience} ${path.hash}` }, async (offset) => {
    const query = { count: pageSize, offset };
    const answer = await requester.request('tags', { path, query, answer: tagsSchema });
    return { items: named(answer.tags, offset), told: Math.max(answer.total_items, counted) };
  });
  return all.map(({ item }) => (item instanceof UnreadRecord ? item.reason : item.data));
}

/** Reads all items of a list that reports its total. An item that is returned twice is kept once. */
async function readAll<Item extends { readonly id: string }>(
  count: Count,
  list: List,
  read: (offset: number) => Promise<{ readonly items: readonly Item[]; readonly told: number }>,
): Promise<Item[]> {
  const found = new Map<string, Item>();
  let listing: Listing = nothingListed;
  for (;;) {
    const offset = listing.given.length;
    const { items, told } = await read(offset);
    const last = isLast(items, offset, told);
    const counted = count(list, listing, { ids: items.map(({ id }) => id), told, last });
    for (const item of items) found.set(item.id, item);
    if (counted.ask === 'nothing') return [...found.values()];
    listing = counted.listing;
  }
}

/**
 * The items of a page with their ids. An item whose id cannot be read gets a placeholder with its position in the whole
 * list; `offset` is the position of the first item of the page.
 */
function named<Item extends { readonly id: string }>(
  items: readonly (Item | UnreadRecord)[],
  offset: number,
): readonly { readonly id: string; readonly item: Item | UnreadRecord }[] {
  return items.map((item, index) => ({
    id: item instanceof UnreadRecord ? standInFor(offset + index + 1) : item.id,
    item,
  }));
}

function isLast(items: readonly unknown[], offset: number, told: number): boolean {
  return items.length === 0 || offset + items.length >= told;
}

/** Yields the pages of a member's activity, and then of its notes. */
async function* readParts(
  context: SearchContext<Settings>,
  count: Count,
  identifier: number,
  path: Place,
  start: Part,
): AsyncGenerator<{ readonly candidates: readonly Candidate[]; readonly next: Json }, void, undefined> {
  const member = { resource: 'member', id: `${path.audience}-${path.hash}` };
  for (let part: Part | null = start; part !== null;) {
    const { kind, offset, listing: before }: Part = part;
    const { items, ids, told, last } = await readPart(context, part, path);
    const { listing, fresh, ask } = count({ call: kind === 'note' ? 'notes' : kind, of: member.id }, before, {
      ids,
      told,
      last,
    });
    switch (ask) {
      case 'next-page':
        part = { kind, offset: offset + items.length, listing };
        break;
      case 'first-page':
        part = { kind, offset: 0, listing };
        break;
      case 'nothing':
        part = kind === 'activity' ? { kind: 'note', offset: 0, listing: nothingListed } : null;
        break;
    }
    const news = kind === 'note' ? items.filter(({ id }) => fresh.includes(id)) : items;
    if (news.length === 0) continue;
    yield {
      candidates: news.map(({ id, item }) => {
        // `contact_id` is left out, because the member's own record has it.
        const data = fieldsOf(Object.entries(dataOf(item.data)).filter(([name]) => name !== 'contact_id'));
        const candidate = { resource: kind, id: `${member.id}-${id}`, data, partOf: member };
        return item instanceof UnreadRecord
          ? unreadCandidate(candidate, item, kind === 'note' ? 'note' : 'activity_type')
          : candidate;
      }),
      next: { identifier, audience: path.audience, part },
    };
  }
}

interface PartPage {
  readonly items: readonly { readonly id: string; readonly item: { readonly data: VendorFields } | UnreadRecord }[];
  readonly ids: readonly string[];
  readonly told: number | null;
  readonly last: boolean;
}

async function readPart(requester: Requester, { kind, offset }: Part, path: Place): Promise<PartPage> {
  const query = { count: pageSize, offset };
  switch (kind) {
    case 'activity': {
      const { activity } = await requester.request('activity', { path, query, answer: activitySchema });
      // Events have no ids, and Mailchimp reports no total for them. So the list is read until a page is empty.
      const page = createHash('sha256').update(JSON.stringify(activity)).digest('hex');
      const items = activity.map((one, index) => ({
        id: String(offset + index),
        item: one instanceof UnreadRecord ? one : { data: one },
      }));
      return { items, ids: items.length === 0 ? [] : [page], told: null, last: items.length === 0 };
    }
    case 'note': {
      const { notes, total_items: told } = await requester.request('notes', { path, query, answer: notesSchema });
      const items = named(notes, offset);
      return { items, ids: items.map(({ id }) => id), told, last: isLast(items, offset, told) };
    }
  }
}

function memberCandidate(
  audience: VendorValue | undefined,
  id: string,
  member: Member,
  tags: readonly VendorValue[],
): Candidate {
  const form = member.data['merge_fields'];
  const candidate = {
    resource: 'member',
    id,
    data: fieldsOf([
      ...(isFields(form) ? Object.entries(dataOf(form)) : []),
      ...Object.entries(dataOf(member.data)),
      ...(tags.length === 0 ? [] : [['tags', tags] as const]),
      ...(audience === undefined ? [] : [['audience', audience] as const]),
    ]),
  };
  return member instanceof UnreadRecord ? unreadCandidate(candidate, member, 'tags') : candidate;
}

/** The fields of an item that are not empty. */
function dataOf(item: VendorFields): VendorFields {
  return fieldsOf(Object.entries(item).filter(([name, value]) => !notData.has(name) && value !== null && value !== ''));
}

/** The id of a member within an audience: the MD5 of the address in lower case. */
function subscriberHash(address: string): string {
  return createHash('md5').update(address.toLowerCase()).digest('hex');
}
