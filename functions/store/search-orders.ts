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

/** The orders for the search functions, and the results of the searches: one object for each. */
export interface SearchOrders {
  /** Stores an order. An earlier order for the same search is replaced. */
  put(order: SearchOrder): Promise<void>;
  /** The order for a search; `undefined` if it was withdrawn. */
  order(search: SearchId): Promise<SearchOrder | undefined>;
  /** Replaces an order by one that asks for nothing, so that a search that has not begun is not made. */
  withdraw(search: SearchId): Promise<void>;
  /** Stores a result, unless the search has one already: the first result counts. */
  putResult(result: SearchResult): Promise<void>;
  /** The result of a search; `undefined` if there is none yet. */
  result(search: SearchId): Promise<SearchResult | undefined>;
}

/** The prefix of the orders for one system in a case. */
export function ordersOf(caseId: string, system: string): string {
  return `${caseId}/orders/${system}/`;
}

/** The prefix of the results of one system in a case. */
export function resultsOf(caseId: string, system: string): string {
  return `${caseId}/results/${system}/`;
}

/** Orders and results in the bucket of the findings, so that they are erased with the findings of their case. */
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
    // A search function may not list the bucket, and S3 then says of a missing object that access is denied. So the
    // order stays, and says that it was withdrawn.
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
