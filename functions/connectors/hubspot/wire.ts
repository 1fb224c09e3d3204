import * as z from 'zod';
import { Unreadable } from '#domain/json-reader.ts';
import type { Requester } from '../sdk/connector.ts';
import { ConnectorFailure } from '../sdk/failure.ts';
import { incompleteAnswer } from '../sdk/listing.ts';
import { countSchema, digitsOrText, fieldsOf, fieldsSchema, type VendorFields } from '../sdk/vendor-values.ts';

/** Object types that are read, in HubSpot's plural. */
export type ObjectType = 'contacts' | 'notes' | 'deals';
export type PropertyNames = Readonly<Record<ObjectType, readonly string[]>>;

/** The way into one account: every path bears the version of HubSpot's API, such as `2026-03`. */
export interface Account {
  readonly requester: Requester;
  readonly version: string;
}

// 100 is the most that a batch may read [spec].
export const pageSize = 100;

const pagingSchema = z.object({ next: z.object({ after: z.string().min(1) }).nullish() }).nullish();
const propertiesSchema = z.object({ results: z.array(z.object({ name: z.string().min(1) })).min(1) });
const foundSchema = z.object({
  total: countSchema,
  results: z.array(z.object({ id: digitsOrText.pipe(z.string().min(1)) })),
  paging: pagingSchema,
});
const associationsSchema = z.object({
  results: z.array(z.object({ toObjectId: digitsOrText.pipe(z.string().min(1)) })),
  paging: pagingSchema,
});
const recordSchema = z.object({
  id: digitsOrText.pipe(z.string().min(1)),
  properties: z.union([fieldsSchema, z.instanceof(Unreadable)]),
  archivedAt: z.string().nullish(),
});
export type HubSpotRecord = Readonly<z.infer<typeof recordSchema>> & {
  /** It lies in the recycle bin. */
  readonly archived: boolean;
};
// Part of a batch may be missing (207), each record by its id: those that are gone by now are no error, others are.
const batchSchema = z.object({
  /** `PENDING`, `PROCESSING` and `CANCELED`: not everything that was asked for is in the answer. */
  status: z.string().nullish(),
  results: z.array(recordSchema),
  numErrors: countSchema.nullish(),
  errors: z
    .array(
      z.object({
        category: z.string(),
        context: z.object({ ids: z.array(digitsOrText).optional() }).nullish(),
      }),
    )
    .nullish(),
});

/** One page of ids with the vendor's cursor for the next one. */
export interface Ids {
  readonly ids: readonly string[];
  readonly after: string | null;
  /** How many there are in all, where HubSpot tells. */
  readonly told: number | null;
}

/** The names of all properties of each type: HubSpot gives only what is asked for by name. */
export async function readPropertyNames({ requester, version }: Account): Promise<PropertyNames> {
  const read = async (type: ObjectType): Promise<readonly string[]> => {
    const { results } = await requester.request('properties', { path: { version, type }, answer: propertiesSchema });
    return results.map(({ name }) => name);
  };
  return { contacts: await read('contacts'), notes: await read('notes'), deals: await read('deals') };
}

/**
 * The contact with this address; none where HubSpot says that there is none, and an `incomplete-answer` where it says
 * neither. Not lagging behind, as the search index does.
 */
export async function readByAddress(
  account: Account,
  properties: PropertyNames,
  address: string,
  { archived }: { readonly archived: boolean },
): Promise<readonly HubSpotRecord[]> {
  const asked = { archived, idProperty: 'email' };
  const { found, gone } = await readBatch(account, properties, 'contacts', [address], asked);
  const isGone = gone.some((one) => one.toLowerCase() === address.toLowerCase());
  // The contact may have the address as a further one: what came is told by its number, not by its properties.
  if (found.length === 0 && !isGone) throw incompleteAnswer('read');
  return found;
}

/**
 * Records in full whose ids HubSpot has given. Each comes back, from the recycle bin if it is there by now, or HubSpot
 * says of it by id that it is gone; otherwise the answer is incomplete.
 */
export async function readById(
  account: Account,
  properties: PropertyNames,
  type: ObjectType,
  ids: readonly string[],
): Promise<readonly HubSpotRecord[]> {
  const live = await readBatch(account, properties, type, ids, { archived: false });
  const missing = missingOf(ids, live);
  const archived = await readBatch(account, properties, type, missing, { archived: true });
  missingOf(missing, archived);
  return [...live.found, ...archived.found];
}

interface Batch {
  readonly found: readonly HubSpotRecord[];
  /** Ids of which HubSpot says that there is no such record, live or archived, whichever was asked for. */
  readonly gone: readonly string[];
}

/** The ids that did not come back and that are said to be gone. */
function missingOf(ids: readonly string[], { found, gone }: Batch): readonly string[] {
  const came = new Set(found.map(({ id }) => id));
  if (found.some(({ id }) => !ids.includes(id)))
    throw new ConnectorFailure('unexpected-answer', 'read: a record came that was not asked for');
  const missing = ids.filter((id) => !came.has(id));
  if (missing.some((id) => !gone.includes(id))) throw incompleteAnswer('read');
  return missing;
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
  const gone = failures.flatMap(({ context }) => context?.ids ?? (ids.length === 1 ? ids : []));
  const unfinished = (status ?? 'COMPLETE') !== 'COMPLETE';
  // One error may be about several records.
  if (unfinished || (numErrors ?? 0) > Math.max(failures.length, gone.length)) throw incompleteAnswer('read');
  return { found: results.map((record) => ({ ...record, archived })), gone };
}

/** Ids of contacts that meet any of the filters: candidates, since the search is over tokens and lags behind. */
export async function searchContacts(
  { requester, version }: Account,
  filters: readonly (readonly [property: string, operator: 'EQ' | 'CONTAINS_TOKEN', value: string])[],
  after: string | null,
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
  return { ids: results.map(({ id }) => id), after: paging?.next?.after ?? null, told: total };
}

/** Ids of the notes or deals of a contact. No total is told of them. */
export async function readAssociations(
  { requester, version }: Account,
  contact: string,
  type: ObjectType,
  after: string | null,
): Promise<Ids> {
  const { results, paging } = await requester.request('associations', {
    path: { version, contact, type },
    query: { limit: pageSize, after: after ?? undefined },
    answer: associationsSchema,
  });
  return { ids: results.map(({ toObjectId }) => toObjectId), after: paging?.next?.after ?? null, told: null };
}

/** The properties that hold something. */
export function dataOf({ properties, archivedAt }: HubSpotRecord): VendorFields {
  // Whose it is stands among what cannot be read.
  if (properties instanceof Unreadable) return { email: properties };
  const held = Object.entries(properties).filter(([, value]) => value !== null && value !== '');
  return fieldsOf(archivedAt === undefined || archivedAt === null ? held : [...held, ['archivedAt', archivedAt]]);
}
