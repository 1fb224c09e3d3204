import { DeleteCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { waitNames } from '#domain/case/waits.ts';
import { caseKey } from './keys.ts';

const tokenSchema = z.strictObject({
  wait: z.enum(waitNames),
  round: z.number().int().nonnegative(),
  /** The task token of Step Functions. Whoever has it can end the wait, so no response or log contains it. */
  token: z.string(),
});
export type TaskToken = Readonly<z.infer<typeof tokenSchema>>;

/**
 * The task tokens of the waits in the workflow. When the condition of a wait holds, `settle` sends its token to Step
 * Functions, and the workflow continues.
 */
export interface TaskTokens {
  list(caseId: string): Promise<readonly TaskToken[]>;
  put(caseId: string, token: TaskToken): Promise<void>;
  delete(caseId: string, token: TaskToken): Promise<void>;
}

/**
 * Stores task tokens in the case table. A case has one token for each kind of wait; the token of a later execution
 * replaces that of an earlier one.
 */
export function taskTokens(client: DynamoDBDocumentClient, table: string): TaskTokens {
  const key = (caseId: string, token: TaskToken): { pk: string; sk: string } => ({
    pk: caseKey(caseId),
    sk: `TOKEN#${token.wait}`,
  });
  return {
    async list(caseId) {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': caseKey(caseId), ':sk': 'TOKEN#' },
          ConsistentRead: true,
        }),
      );
      return (Items ?? []).map((item) => tokenSchema.parse(item['token']));
    },
    async put(caseId, token) {
      await client.send(
        new PutCommand({ TableName: table, Item: { ...key(caseId, token), token: tokenSchema.parse(token) } }),
      );
    },
    async delete(caseId, token) {
      await client
        .send(
          new DeleteCommand({
            TableName: table,
            Key: key(caseId, token),
            ConditionExpression: '#token.#token = :token',
            ExpressionAttributeNames: { '#token': 'token' },
            ExpressionAttributeValues: { ':token': token.token },
          }),
        )
        .catch((error: unknown) => {
          // If the condition fails, a later execution has replaced the token. Its token must remain.
          if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
        });
    },
  };
}
