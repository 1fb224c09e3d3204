import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { opener } from '#domain/case/identity/opener.ts';
import { actorSchema } from '#domain/case/vocabulary.ts';

/** A sign-in at another provider that a browser has begun from a case and not finished. */
export const signInAttemptSchema = z.strictObject({
  v: z.literal(1),
  caseId: z.string(),
  /**
   * Who began the sign-in: the person with a mailed link, or the requester. An attempt of an earlier version does not
   * say who.
   */
  by: actorSchema.default(opener),
  /** The controller's method that was chosen: `login`, or the id of an e-ID. */
  method: z.string(),
  /** PKCE (RFC 7636): shows that the party that redeems the authorization code also requested it. */
  verifier: z.string(),
  nonce: z.string(),
  /** SHA-256 of the cookie in the browser that began the sign-in. */
  browser: z.string().regex(/^[0-9a-f]{64}$/),
  expiresAt: z.iso.datetime(),
});
export type SignInAttempt = Readonly<z.infer<typeof signInAttemptSchema>>;

/**
 * Sign-ins that have begun. Each is stored under a hash of its `state`, so that nobody can continue one from the stored
 * values.
 */
export interface SignInAttempts {
  /** Stores an attempt; `id` is the SHA-256 of its `state`. */
  begin(id: string, attempt: SignInAttempt): Promise<void>;
  /**
   * Deletes the attempt and returns it; a second call finds nothing. `browser` is the SHA-256 of the browser's cookie.
   * If another browser began the sign-in, nothing is returned or deleted. Expired attempts are returned too: see
   * `expiresAt`.
   */
  take(id: string, browser: string): Promise<SignInAttempt | undefined>;
}

/** Sign-in attempts in the case table. The table deletes expired attempts. */
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
