import * as z from 'zod';
import { standInFor } from '#domain/findings/stand-in.ts';
import { Unreadable } from '#domain/json-reader.ts';
import type { Candidate, Requester } from '../sdk/connector.ts';
import { ConnectorFailure } from '../sdk/failure.ts';
import { incompleteAnswer } from '../sdk/listing.ts';
import { itemsOf, unreadCandidate, UnreadRecord } from '../sdk/unread-record.ts';
import {
  countSchema,
  fieldsOf,
  fieldsSchema,
  isFields,
  nameIn,
  recordName,
  recordWith,
  valueSchema,
  type VendorFields,
} from '../sdk/vendor-values.ts';

/** The object types that the connector reads, by their names in HubSpot's paths. */
export type ObjectType = 'contacts' | 'notes' | 'deals';
export type PropertyNames = Readonly<Record<ObjectType, readonly string[]>>;

/** The client for one HubSpot account, and the version of HubSpot's API that each path contains, such as `2026-03`. */
export interface Account {
  readonly requester: Requester;
  readonly version: string;
}

// HubSpot accepts at most 100 ids in one batch read [spec].
export const pageSize = 100;

const pagingSchema = z.object({ next: z.object({ after: z.string().min(1) }).nullish() }).nullish();
const propertiesSchema = z.object({ results: z.array(z.object({ name: z.string().min(1) })).min(1) });
const namedSchema = recordWith(z.object({ id: recordName }));
const foundSchema = z.object({ total: countSchema, results: itemsOf(namedSchema), paging: pagingSchema });
const associationsSchema = z.object({
  results: itemsOf(recordWith(z.object({ toObjectId: recordName }))),
  paging: pagingSchema,
});
const recordSchema = recordWith(z.object({ id: recordName, properties: fieldsSchema }));
type Item = z.infer<typeof recordSchema> | UnreadRecord;

/** A record from HubSpot. `record` is an `UnreadRecord` if it does not match its schema. */
export interface HubSpotRecord {
  readonly id: string;
  readonly record: Item;
  /** Whether the record is in the recycle bin. */
  readonly archived: boolean;
}
// With status 207 some requested records are missing, and each error names ids of missing records. The search continues
// if the category of the error is `OBJECT_NOT_FOUND`, and fails otherwise.
const batchSchema = z.object({
  /** If the status is `PENDING`, `PROCESSING` or `CANCELED`, the response is incomplete. */
  status: z.string().nullish(),
  results: itemsOf(recordSchema),
  numErrors: countSchema.nullish(),
  errors: z
    .array(
      z.object({
        category: z.string(),
        context: z.object({ ids: z.array(valueSchema).optional() }).nullish(),
      }),
    )
    .nullish(),
});

/** One page of a list of ids, with HubSpot's cursor for the next page. */
export interface Ids {
  readonly ids: readonly string[];
  /** List entries whose id cannot be read. The key is the placeholder in `ids`, such as `unread:1:3`. */
  readonly unread: ReadonlyMap<string, UnreadRecord>;
  readonly after: string | null;
  /** The number of ids in the whole list, as HubSpot reports it; `null` if HubSpot reports none. */
  readonly told: number | null;
}

/** The names of all properties of each object type. HubSpot returns most properties only if a request names them. */
export async function readPropertyNames({ requester, version }: Account): Promise<PropertyNames> {
  const read = async (type: ObjectType): Promise<readonly string[]> => {
    const { results } = await requester.request('properties', { path: { version, type }, answer: propertiesSchema });
    return results.map(({ name }) => name);
  };
  return { contacts: await read('contacts'), notes: await read('notes'), deals: await read('deals') };
}

/**
 * Reads the contact with this address. Returns an empty list if HubSpot says that no contact has the address, and
 * throws `incomplete-answer` if the response has neither a contact nor such an error. New contacts appear late in
 * HubSpot's search, but at once in this call. `lookup` becomes part of the placeholder for an id that cannot be read.
 */
export async function readByAddress(
  account: Account,
  properties: PropertyNames,
  address: string,
  { archived, lookup }: { readonly archived: boolean; readonly lookup: number },
): Promise<readonly HubSpotRecord[]> {
  const asked = { archived, idProperty: 'email' };
  const { found, gone } = await readBatch(account, properties, 'contacts', [address], asked);
  const isGone = gone.some((one) => one.toLowerCase() === address.toLowerCase());
  // The contact may have the address as an additional address. So the address is not compared with the contact's
  // `email`.
  if (found.length === 0 && !isGone) throw incompleteAnswer('read');
  return found.map(({ id, ...one }, index) => ({ ...one, id: id ?? standInFor(lookup, index + 1) }));
}

/**
 * Reads the records with these ids, which HubSpot's own lists have named. Each record must be in use, in the recycle
 * bin, or reported as not found. Otherwise the function throws `incomplete-answer`.
 */
export async function readById(
  account: Account,
  properties: PropertyNames,
  type: ObjectType,
  ids: readonly string[],
): Promise<readonly HubSpotRecord[]> {
  const live = heldAgainst(ids, await readBatch(account, properties, type, ids, { archived: false }));
  const archived = await readBatch(account, properties, type, live.missing, { archived: true });
  return [...live.found, ...heldAgainst(live.missing, archived).found];
}

interface Batch {
  /** The records in the response. `id` is `undefined` if it cannot be read. */
  readonly found: readonly (Omit<HubSpotRecord, 'id'> & { readonly id: string | undefined })[];
  /**
   * The requested ids that HubSpot reports as not found: among the archived records if `archived` was requested,
   * otherwise among the records in use.
   */
  readonly gone: readonly string[];
}

/**
 * Checks that each requested id was returned or reported as not found. A returned record whose id cannot be read gets
 * one of the requested ids for which nothing else was returned.
 */
function heldAgainst(
  ids: readonly string[],
  { found, gone }: Batch,
): { readonly found: readonly HubSpotRecord[]; readonly missing: readonly string[] } {
  const came = new Set(found.map(({ id }) => id));
  const others = ids.filter((id) => !came.has(id));
  const open = others.filter((id) => !gone.includes(id));
  const named = found.map(({ id = open.shift(), ...one }) => {
    if (id === undefined || !ids.includes(id))
      throw new ConnectorFailure('unexpected-answer', 'read: a record was returned that was not requested');
    return { ...one, id };
  });
  if (open.length > 0) throw incompleteAnswer('read');
  return { found: named, missing: others.filter((id) => gone.includes(id)) };
}

async function readBatch(
  { requester, version }: Account,
  properties: PropertyNames,
  type: ObjectType,
  ids: readonly string[],
  { archived, idProperty }: { readonly archived: boolean; readonly idProperty?: string },
): Promise<Batch> {
  if (ids.length === 0) return { found: [], gone: [] };
  const { status, results, numErrors, errors } = await requester.request('read', {
    path: { version, type },
    query: { archived },
    json: {
      properties: properties[type],
      propertiesWithHistory: [],
      inputs: ids.map((id) => ({ id })),
      ...(idProperty === undefined ? {} : { idProperty }),
    },
    answer: batchSchema,
  });
  const failures = errors ?? [];
  if (failures.some(({ category }) => category !== 'OBJECT_NOT_FOUND'))
    throw new ConnectorFailure('unexpected-answer', 'read: some records could not be read');
  const gone = failures.flatMap(
    ({ context }) => context?.ids?.flatMap((id) => nameIn(id) ?? []) ?? (ids.length === 1 ? ids : []),
  );
  const unfinished = (status ?? 'COMPLETE') !== 'COMPLETE';
  // One error may name several records. So `numErrors` may be as large as the number of errors or of ids that they
  // name.
  if (unfinished || (numErrors ?? 0) > Math.max(failures.length, gone.length)) throw incompleteAnswer('read');
  return { found: results.map((record) => ({ id: idOf(record), record, archived })), gone };
}

/** The id of a record: its field `id`, or the same id in its properties. `undefined` if neither can be read. */
function idOf({ data }: { readonly data: VendorFields }): string | undefined {
  const { id, properties } = data;
  return nameIn(id) ?? (isFields(properties) ? nameIn(properties['hs_object_id']) : undefined);
}

/**
 * Searches the ids of contacts that match one of the filters. HubSpot's search compares single words, so contacts of
 * other people match too. `place` numbers the placeholders for ids that cannot be read: it has the number of the
 * lookup, and how many ids its list has returned before this page.
 */
export async function searchContacts(
  { requester, version }: Account,
  filters: readonly (readonly [property: string, operator: 'EQ' | 'CONTAINS_TOKEN', value: string])[],
  after: string | null,
  place: Place,
): Promise<Ids> {
  const { results, paging, total } = await requester.request('search', {
    path: { version },
    json: {
      filterGroups: filters.map(([propertyName, operator, value]) => ({
        filters: [{ propertyName, operator, value }],
      })),
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      properties: ['hs_object_id'],
      limit: pageSize,
      ...(after === null ? {} : { after }),
    },
    answer: foundSchema,
  });
  return { ...listed(results, idOf, place), after: paging?.next?.after ?? null, told: total };
}

/**
 * The ids of the notes or deals of a contact. HubSpot reports no total for these lists. `place` numbers the
 * placeholders for ids that cannot be read: it is 0, and how many ids the list has returned before this page.
 */
export async function readAssociations(
  { requester, version }: Account,
  contact: string,
  type: ObjectType,
  after: string | null,
  place: Place,
): Promise<Ids> {
  const { results, paging } = await requester.request('associations', {
    path: { version, contact, type },
    query: { limit: pageSize, after: after ?? undefined },
    answer: associationsSchema,
  });
  const ids = listed(results, ({ data }) => nameIn(data['toObjectId']), place);
  return { ...ids, after: paging?.next?.after ?? null, told: null };
}

type Place = readonly [list: number, given: number];

function listed<Listed extends { readonly data: VendorFields }>(
  results: readonly (Listed | UnreadRecord)[],
  idOfItem: (item: Listed | UnreadRecord) => string | undefined,
  [list, given]: Place,
): Pick<Ids, 'ids' | 'unread'> {
  const unread = new Map<string, UnreadRecord>();
  const ids = results.map((item, index) => {
    const id = idOfItem(item);
    if (id !== undefined) return id;
    const standIn = standInFor(list, given + index + 1);
    // An entry of these lists is nothing but an id. So an entry whose id cannot be read is unreadable as a whole.
    unread.set(standIn, new UnreadRecord(item instanceof UnreadRecord ? item.reason : new Unreadable('another-shape')));
    return standIn;
  });
  return { ids, unread };
}

/** Makes a candidate from a record, with all properties that are not empty. */
export function candidateOf(
  resource: 'contact' | 'note' | 'deal',
  { id, record }: Pick<HubSpotRecord, 'id' | 'record'>,
): Candidate {
  const { properties, archivedAt = null } = record.data;
  const held = Object.entries(isFields(properties) ? properties : {}).filter(
    ([, value]) => value !== null && value !== '',
  );
  const data = fieldsOf(archivedAt === null ? held : [...held, ['archivedAt', archivedAt]]);
  const candidate = { resource, id, data };
  if (!(record instanceof UnreadRecord)) return candidate;
  // The e-mail address in the properties decides whose contact it is. If the properties cannot be read, `email` is
  // marked as unreadable. The contact then becomes a possible record: staff see it, and it is not delivered.
  return unreadCandidate(candidate, record, resource === 'contact' && !isFields(properties) ? 'email' : 'hs_object_id');
}
