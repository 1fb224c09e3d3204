import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  PutCommand,
  QueryCommand,
  paginateQuery,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { StoredCommit } from '#domain/case/log/commit.ts';
import { noViews, seenSchema, viewHead, type LastLook, type ViewHead } from '#domain/review/views.ts';
import { caseKey, reservedViewPrefix, seenPrefix, viewKey, viewPrefix } from './keys.ts';

const viewItemSchema = z.looseObject({ text: z.string() });
const seenItemSchema = z.looseObject({ seen: seenSchema, at: z.iso.datetime() });
const keySchema = z.looseObject({ pk: z.string(), sk: z.string() });

/**
 * The chain of views of each case: which member of staff was shown what. Views are only appended. All views of a case
 * are erased together, when the period for which they are kept has ended.
 */
export interface ViewLog {
  /** The texts of all stored views, in order. Empty if nobody has been shown anything. */
  read(caseId: string): Promise<readonly string[]>;
  /** The end of the chain, with one read of one item. */
  head(caseId: string): Promise<ViewHead>;
  /**
   * Writes a view, if no view has its number yet; otherwise returns `conflict`. If the view shows a page of the sheet
   * or of a document, a second item is written, which `seenBy` reads.
   */
  append(caseId: string, view: StoredCommit, shown: LastLook): Promise<'written' | 'conflict'>;
  /**
   * The pages of the sheet and of documents that a member was shown. Each page is returned once, with the time of the
   * last look. Only the second items of this member are read (`append`). So the cost depends on the size of the sheet,
   * and not on the length of the chain: one read unit for about 50 items of the sheet.
   */
  seenBy(caseId: string, member: string): Promise<readonly LastLook[]>;
  /**
   * Erases all chains of views of the case and the items from which `seenBy` reads, and returns the number of views of
   * the case itself: the other chains must not tell what they are about. The call can be repeated.
   */
  erase(caseId: string): Promise<number>;
}

/**
 * Stores the views in the case table, beside the log of their case. With `reserved` (the id of a system), they are
 * stored in another chain. That chain has the views of what the handlers of the system found. Only the handlers and the
 * data protection officer may read it.
 */
export function viewLog(client: DynamoDBDocumentClient, table: string, reserved?: string): ViewLog {
  const prefixOfChain = reserved === undefined ? viewPrefix : reservedViewPrefix(reserved);
  const itemsOf = async (caseId: string, prefix: string): Promise<readonly unknown[]> => {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': caseKey(caseId), ':sk': prefix },
        ConsistentRead: true,
      },
    );
    const items: unknown[] = [];
    for await (const { Items = [] } of pages) items.push(...Items);
    return items;
  };
  return {
    read: async (caseId) => (await itemsOf(caseId, prefixOfChain)).map((item) => viewItemSchema.parse(item).text),
    async head(caseId) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': caseKey(caseId), ':sk': prefixOfChain },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: 1,
        }),
      );
      const [last] = Items;
      return last === undefined ? noViews : viewHead(viewItemSchema.parse(last).text);
    },
    async append(caseId, { seq, text, hash }, { by, seen, at }) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { pk: caseKey(caseId), sk: viewKey(seq, prefixOfChain), text, hash },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'conflict';
        throw error;
      }
      if (seen.kind === 'sheet-page' || seen.kind === 'document-page')
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { pk: caseKey(caseId), sk: `${seenPrefix(by)}${sha256(canonical(seen))}`, seen, at, view: seq },
          }),
        );
      return 'written';
    },
    seenBy: async (caseId, member) =>
      (await itemsOf(caseId, seenPrefix(member))).map((item) => {
        const { seen, at } = seenItemSchema.parse(item);
        return { by: member, seen, at };
      }),
    async erase(caseId) {
      const seen = await itemsOf(caseId, seenPrefix());
      const views = await itemsOf(caseId, viewPrefix);
      const others = await itemsOf(caseId, reservedViewPrefix());
      // The latest view is deleted first. If the process dies, the remaining views are the beginning of the chain.
      for (const item of [...seen, ...others.toReversed(), ...views.toReversed()]) {
        const { pk, sk } = keySchema.parse(item);
        await client.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }));
      }
      return views.length;
    },
  };
}
