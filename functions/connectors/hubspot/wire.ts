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

/** Object types that are read, by HubSpot's plural names. */
export type ObjectType = 'contacts' | 'notes' | 'deals';
export type PropertyNames = Readonly<Record<ObjectType, readonly string[]>>;

/** The client for one account. Every path contains the version of HubSpot's API, such as `2026-03`. */
export interface Account {
  readonly requester: Requester;
  readonly version: string;
}

// A batch read takes at most 100 ids [spec].
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

/** A record that HubSpot returned, readable or not. */
export interface HubSpotRecord {
  readonly id: string;
  readonly record: Item;
  /** Whether the record is in the recycle bin. */
  readonly archived: boolean;
}
// Some records of a batch may be missing (status 207); each error names them by id. That a record is deleted is no
// failure of the search. Every other reason makes the search fail.
const batchSchema = z.object({
  /** With `PENDING`, `PROCESSING` or `CANCELED` the response is not complete. */
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

/** One page of ids, with HubSpot's cursor for the next page. */
export interface Ids {
  readonly ids: readonly string[];
  /** The list entries whose id is unreadable, by the placeholder that replaces the id. */
  readonly unread: ReadonlyMap<string, UnreadRecord>;
  readonly after: string | null;
  /** The total, or `null` if HubSpot reports none. */
  readonly told: number | null;
}

/** The names of all properties of each object type. HubSpot returns only properties that are requested by name. */
export async function readPropertyNames({ requester, version }: Account): Promise<PropertyNames> {
  const read = async (type: ObjectType): Promise<readonly string[]> => {
    const { results } = await requester.request('properties', { path: { version, type }, answer: propertiesSchema });
    return results.map(({ name }) => name);
  };
  return { contacts: await read('contacts'), notes: await read('notes'), deals: await read('deals') };
}

/**
 * The contact with this address; none if HubSpot says that there is none. If HubSpot says neither, this throws an
 * `incomplete-answer`. Unlike the search index, this call is up to date. `lookup` is the number of this lookup in the
 * search.
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
  // The address may be an additional address of the contact, so the response is recognised by its number and not by its
  // `email`.
  if (found.length === 0 && !isGone) throw incompleteAnswer('read');
  return found.map(({ id, ...one }, index) => ({ ...one, id: id ?? standInFor(lookup, index + 1) }));
}

/**
 * The full records of ids that HubSpot has returned. For each id, HubSpot returns the record (also from the recycle
 * bin) or says that it is deleted. Otherwise the response is incomplete.
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
  /** The returned records. A record has no `id` if its id is unreadable. */
  readonly found: readonly (Omit<HubSpotRecord, 'id'> & { readonly id: string | undefined })[];
  /**
   * The requested ids for which HubSpot says that no record exists: no live record, or no archived one if `archived`
   * was requested.
   */
  readonly gone: readonly string[];
}

/**
 * Checks that every requested id was returned or is named as deleted. A record with an unreadable id is taken as the
 * record of a requested id that was not returned.
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
  // One error may name several records.
  if (unfinished || (numErrors ?? 0) > Math.max(failures.length, gone.length)) throw incompleteAnswer('read');
  return { found: results.map((record) => ({ id: idOf(record), record, archived })), gone };
}

/** The id of a record: its `id`, or else the same id in its properties. */
function idOf({ data }: { readonly data: VendorFields }): string | undefined {
  const { id, properties } = data;
  return nameIn(id) ?? (isFields(properties) ? nameIn(properties['hs_object_id']) : undefined);
}

/**
 * The ids of contacts that match any of the filters. They are only candidates, because HubSpot's search compares words
 * and its index lags behind. `place` has the number of the lookup in the search, and how many ids its list has
 * returned.
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
 * The ids of the notes or deals of a contact. HubSpot reports no total of them. `place` has 0, and how many ids the
 * list has returned.
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
    // An entry of this list contains nothing but the id of the record.
    unread.set(standIn, new UnreadRecord(item instanceof UnreadRecord ? item.reason : new Unreadable('another-shape')));
    return standIn;
  });
  return { ids, unread };
}

/** A record as a candidate, with its non-empty properties. */
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
  // A contact belongs to the person whom its properties identify.
  return unreadCandidate(candidate, record, resource === 'contact' && !isFields(properties) ? 'email' : 'hs_object_id');
}
