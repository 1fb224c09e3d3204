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

/** The client of one account: every path contains the version of HubSpot's API, such as `2026-03`. */
export interface Account {
  readonly requester: Requester;
  readonly version: string;
}

// 100 is the maximum of a batch read [spec].
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

/** A returned record, readable or not. */
export interface HubSpotRecord {
  readonly id: string;
  readonly record: Item;
  /** It lies in the recycle bin. */
  readonly archived: boolean;
}
// A part of a batch may be missing (207), each record by its id. A deleted record is no error; other reasons are.
const batchSchema = z.object({
  /** `PENDING`, `PROCESSING` and `CANCELED`: the response is not complete. */
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

/** One page of ids with the vendor's cursor for the next. */
export interface Ids {
  readonly ids: readonly string[];
  /** The list entries of ids that are placeholders, because the entry's own id cannot be read. */
  readonly unread: ReadonlyMap<string, UnreadRecord>;
  readonly after: string | null;
  /** The total, if HubSpot reports it. */
  readonly told: number | null;
}

/** The names of all properties of each type: HubSpot only returns properties that are requested by name. */
export async function readPropertyNames({ requester, version }: Account): Promise<PropertyNames> {
  const read = async (type: ObjectType): Promise<readonly string[]> => {
    const { results } = await requester.request('properties', { path: { version, type }, answer: propertiesSchema });
    return results.map(({ name }) => name);
  };
  return { contacts: await read('contacts'), notes: await read('notes'), deals: await read('deals') };
}

/**
 * The contact with this address; none if HubSpot says that there is none, and an `incomplete-answer` if it says
 * neither. Unlike the search index, this call is up to date. `lookup`: the number of this lookup in the search.
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
  // The contact may have the address as an additional one, so the response is matched by its number and not by its
  // properties.
  if (found.length === 0 && !isGone) throw incompleteAnswer('read');
  return found.map(({ id, ...one }, index) => ({ ...one, id: id ?? standInFor(lookup, index + 1) }));
}

/**
 * Full records whose ids HubSpot has returned. For each id HubSpot returns the record, from the recycle bin if
 * necessary, or says by id that it is deleted; otherwise the response is incomplete.
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
  /** Returned records; `id` is absent if it cannot be read. */
  readonly found: readonly (Omit<HubSpotRecord, 'id'> & { readonly id: string | undefined })[];
  /** Ids for which HubSpot says that no record exists, live or archived, whichever was requested. */
  readonly gone: readonly string[];
}

/**
 * Compares the returned records with the requested ids and the deleted ids. A record with an unreadable id is one of
 * the requested ids that did not come.
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
  // One error may concern several records.
  if (unfinished || (numErrors ?? 0) > Math.max(failures.length, gone.length)) throw incompleteAnswer('read');
  return { found: results.map((record) => ({ id: idOf(record), record, archived })), gone };
}

/** The id of a record, which HubSpot also writes into its properties. */
function idOf({ data }: { readonly data: VendorFields }): string | undefined {
  const { id, properties } = data;
  return nameIn(id) ?? (isFields(properties) ? nameIn(properties['hs_object_id']) : undefined);
}

/**
 * Ids of contacts that match any of the filters. They are candidates, because the search compares tokens and lags
 * behind. `place`: the number of the lookup in the search, and how many ids it has returned.
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
 * Ids of the notes or deals of a contact. HubSpot reports no total. `place`: 0, and how many ids the list has returned.
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
    // The list contains nothing else of a record.
    unread.set(standIn, new UnreadRecord(item instanceof UnreadRecord ? item.reason : new Unreadable('another-shape')));
    return standIn;
  });
  return { ids, unread };
}

/** A record as a candidate: its non-empty properties. */
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
  // The properties of a contact say whose it is.
  return unreadCandidate(candidate, record, resource === 'contact' && !isFields(properties) ? 'email' : 'hs_object_id');
}
