import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { opener } from '#domain/case/identity/opener.ts';
import { actorSchema } from '#domain/case/vocabulary.ts';

/** A sign-in at another provider that was begun from a case and has not come back yet. */
export const signInAttemptSchema = z.strictObject({
  v: z.literal(1),
  caseId: z.string(),
  /** Who began it: the person by a mailed link, or the requester. An attempt of an earlier version does not say. */
  by: actorSchema.default(opener),
  /** Which of the controller's methods: `login`, or the id of an e-ID. */
  method: z.string(),
  /** PKCE (RFC 7636): shows that the party that redeems the code also requested it. */
  verifier: z.string(),
  nonce: z.string(),
  /** SHA-256 of the cookie of the browser that began it. */
  browser: z.string().regex(/^[0-9a-f]{64}$/),
  expiresAt: z.iso.datetime(),
});
export type SignInAttempt = Readonly<z.infer<typeof signInAttemptSchema>>;

/** Sign-ins under way, by a hash of their `state`: no stored value leads back to one. */
export interface SignInAttempts {
  /** Stores an attempt; `id` is the SHA-256 of its `state`. */
  begin(id: string, attempt: SignInAttempt): Promise<void>;
  /**
   * Takes the attempt out, once: a second caller finds nothing. A browser other than the one that began it (`browser`,
   * SHA-256 of its cookie) takes nothing and does no harm. Expired attempts are returned: see `expiresAt`.
   */
  take(id: string, browser: string): Promise<SignInAttempt | undefined>;
}

/** Attempts in the case table, which deletes expired ones. */
export function signInAttempts(client: DynamoDBDocumentClient, table: string): SignInAttempts {
  const key = (id: string): { pk: string; sk: string } => ({ pk: `SIGN-IN#${id}`, sk: 'ATTEMPT' });
  return {
    async begin(id, attempt) {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: {
            ...key(id),
            attempt: signInAttemptSchema.parse(attempt),
            expires: Math.ceil(Date.parse(attempt.expiresAt) / 1000),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },
    async take(id, browser) {
      try {
        const { Attributes } = await client.send(
          new DeleteCommand({
            TableName: table,
            Key: key(id),
            ConditionExpression: 'attempt.#browser = :browser',
            ExpressionAttributeNames: { '#browser': 'browser' },
            ExpressionAttributeValues: { ':browser': browser },
            ReturnValues: 'ALL_OLD',
          }),
        );
        return Attributes === undefined ? undefined : signInAttemptSchema.parse(Attributes['attempt']);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },
  };
}
