import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import {
  searchOrderSchema,
  withdrawnOrderSchema,
  searchResultSchema,
  type SearchId,
  type SearchOrder,
  type SearchResult,
} from '#domain/findings/search-order.ts';

/**
 * The orders and the results of searches. An order says what the function `search-system` must search in one system;
 * the function stores a result when the search has ended. Each is one S3 object.
 */
export interface SearchOrders {
  /** Stores an order, in place of an earlier order for the same search. */
  put(order: SearchOrder): Promise<void>;
  /** The order for a search; `undefined` if it was withdrawn. */
  order(search: SearchId): Promise<SearchOrder | undefined>;
  /** Replaces the order by one that says "withdrawn". If the search has not begun, the search never begins. */
  withdraw(search: SearchId): Promise<void>;
  /** Stores a result. If the search has a result already, the first one is kept. */
  putResult(result: SearchResult): Promise<void>;
  /** The result of a search; `undefined` if there is none yet. */
  result(search: SearchId): Promise<SearchResult | undefined>;
}

/** The S3 prefix of the orders for one system in a case. */
export function ordersOf(caseId: string, system: string): string {
  return `${caseId}/orders/${system}/`;
}

/** The S3 prefix of the results of one system in a case. */
export function resultsOf(caseId: string, system: string): string {
  return `${caseId}/results/${system}/`;
}

/** Stores orders and results in the bucket of the findings, so that they are erased with the findings of their case. */
export function searchOrders(client: S3Client, bucket: string): SearchOrders {
  const orderKey = (of: SearchId): string => `${ordersOf(of.caseId, of.system)}${nameOf(of)}`;
  const resultKey = (of: SearchId): string => `${resultsOf(of.caseId, of.system)}${nameOf(of)}`;
  const read = async (key: string): Promise<unknown> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (Body === undefined) throw new Error('an order or a result has no content');
    return JSON.parse(await Body.transformToString('utf8'));
  };
  const object = (key: string, content: unknown) => ({
    Bucket: bucket,
    Key: key,
    Body: JSON.stringify(content),
    ContentType: 'application/json',
  });
  return {
    async put(order) {
      await client.send(new PutObjectCommand(object(orderKey(order), searchOrderSchema.parse(order))));
    },
    async order(search) {
      const stored = storedOrderSchema.parse(await read(orderKey(search)));
      return 'withdrawn' in stored ? undefined : stored;
    },
    // The order is not deleted. A search function has no permission to list the bucket, so S3 would answer 403 for a
    // deleted order, as for a fault in the permissions.
    async withdraw({ caseId, system, wave, run }) {
      const order = withdrawnOrderSchema.parse({ v: 1, caseId, system, wave, run, withdrawn: true });
      await client.send(new PutObjectCommand(object(orderKey(order), order)));
    },
    async putResult(result) {
      try {
        const content = object(resultKey(result), searchResultSchema.parse(result));
        await client.send(new PutObjectCommand({ ...content, IfNoneMatch: '*' }));
      } catch (error) {
        if (!(error instanceof Error && error.name === 'PreconditionFailed')) throw error;
      }
    },
    async result(search) {
      try {
        return searchResultSchema.parse(await read(resultKey(search)));
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}

const storedOrderSchema = z.union([searchOrderSchema, withdrawnOrderSchema]);

/** Numbers are padded as in the keys of pages. */
function nameOf({ wave, run }: SearchId): string {
  return `${String(wave).padStart(6, '0')}-${String(run).padStart(6, '0')}.json`;
}
