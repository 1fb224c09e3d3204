import * as z from 'zod';
import type { Requester } from '../sdk/connector.ts';
import { ConnectorFailure } from '../sdk/failure.ts';
import { digitsOrText, fieldsOf, fieldsSchema, type VendorFields } from '../sdk/vendor-values.ts';

/** Object types that are read, in HubSpot's plural. */
export type ObjectType = 'contacts' | 'notes' | 'deals';
export type PropertyNames = Readonly<Record<ObjectType, readonly string[]>>;

// 100 is the most that a batch may read [spec].
export const pageSize = 100;

const pagingSchema = z.object({ next: z.object({ after: z.string().min(1) }).optional() }).optional();
const propertiesSchema = z.object({ results: z.array(z.object({ name: z.string().min(1) })).min(1) });
const foundSchema = z.object({ results: z.array(z.object({ id: z.string().min(1) })), paging: pagingSchema });
const associationsSchema = z.object({
  results: z.array(z.object({ toObjectId: digitsOrText.pipe(z.string().min(1)) })),
  paging: pagingSchema,
});
const recordSchema = z.object({
  id: z.string().min(1),
  properties: fieldsSchema,
  archivedAt: z.string().optional(),
});
export type HubSpotRecord = Readonly<z.infer<typeof recordSchema>>;
// Part of a batch may be missing (207): records that are gone by now are no error, anything else is.
const batchSchema = z.object({
  results: z.array(recordSchema),
  errors: z.array(z.object({ category: z.string() })).optional(),
});

/** One page of ids with the vendor's cursor for the next one. */
export interface Ids {
  readonly ids: readonly string[];
  readonly after: string | null;
}

/** The names of all properties of each type: HubSpot gives only what is asked for by name. */
export async function readPropertyNames(requester: Requester): Promise<PropertyNames> {
  const read = async (type: ObjectType): Promise<readonly string[]> => {
    const { results } = await requester.request('properties', { path: { type }, answer: propertiesSchema });
    return results.map(({ name }) => name);
  };
  return { contacts: await read('contacts'), notes: await read('notes'), deals: await read('deals') };
}

/** Records in full, by id or by `idProperty`, of those that are there. Not lagging behind, as the search index does. */
export async function readRecords(
  requester: Requester,
  properties: PropertyNames,
  type: ObjectType,
  ids: readonly string[],
  options: { readonly idProperty?: string; readonly archived?: boolean } = {},
): Promise<readonly HubSpotRecord[]> {
  if (ids.length === 0) return [];
  const { results, errors = [] } = await requester.request('read', {
    path: { type },
    query: { archived: options.archived ?? false },
    json: {
      properties: properties[type],
      propertiesWithHistory: [],
      inputs: ids.map((id) => ({ id })),
      ...(options.idProperty === undefined ? {} : { idProperty: options.idProperty }),
    },
    answer: batchSchema,
  });
  if (errors.some(({ category }) => category !== 'OBJECT_NOT_FOUND'))
    throw new ConnectorFailure('unexpected-answer', 'read: some records could not be read');
  return results;
}

/** Ids of contacts that meet any of the filters: candidates, since the search is over tokens and lags behind. */
export async function searchContacts(
  requester: Requester,
  filters: readonly (readonly [property: string, operator: 'EQ' | 'CONTAINS_TOKEN', value: string])[],
  after: string | null,
): Promise<Ids> {
  const { results, paging } = await requester.request('search', {
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
  return { ids: results.map(({ id }) => id), after: paging?.next?.after ?? null };
}

/** Ids of the notes or deals of a contact. */
export async function readAssociations(
  requester: Requester,
  contact: string,
  type: ObjectType,
  after: string | null,
): Promise<Ids> {
  const { results, paging } = await requester.request('associations', {
    path: { contact, type },
    query: { limit: pageSize, after: after ?? undefined },
    answer: associationsSchema,
  });
  return { ids: results.map(({ toObjectId }) => toObjectId), after: paging?.next?.after ?? null };
}

/** The properties that hold something. */
export function dataOf({ properties, archivedAt }: HubSpotRecord): VendorFields {
  const held = Object.entries(properties).filter(([, value]) => value !== null && value !== '');
  return fieldsOf(archivedAt === undefined ? held : [...held, ['archivedAt', archivedAt]]);
}
