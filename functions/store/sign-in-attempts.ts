import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { opener } from '#domain/case/identity/opener.ts';
import { actorSchema } from '#domain/case/vocabulary.ts';

/**
 * A sign-in that a browser has begun on the page of a case, and has not completed. The person signs in at the login of
 * the company or with an e-ID.
 */
export const signInAttemptSchema = z.strictObject({
  v: z.literal(1),
  caseId: z.string(),
  /**
   * Who began the sign-in: the person, with the key from the link in a letter, or somebody with the requester's key
   * (the access token in the response to the request). Missing in sign-ins that an earlier version stored.
   */
  by: actorSchema.default(opener),
  /** The id of the chosen method in the controller's description: `login`, or the id of an e-ID. */
  method: z.string(),
  /**
   * The PKCE code verifier (RFC 7636). Only who requested the authorization code has the verifier, so a stolen code
   * cannot be redeemed.
   */
  verifier: z.string(),
  nonce: z.string(),
  /** SHA-256 of the cookie of the browser that began the sign-in. */
  browser: z.string().regex(/^[0-9a-f]{64}$/),
  expiresAt: z.iso.datetime(),
});
export type SignInAttempt = Readonly<z.infer<typeof signInAttemptSchema>>;

/**
 * Sign-ins that have begun. The key of a sign-in is the SHA-256 of its OpenID `state`, so somebody who reads the table
 * does not learn the `state` and cannot complete the sign-in.
 */
export interface SignInAttempts {
  /** Stores a sign-in that has begun; `id` is the SHA-256 of its `state`. */
  begin(id: string, attempt: SignInAttempt): Promise<void>;
  /**
   * Deletes a sign-in and returns it; a second call returns `undefined`. `browser` is the SHA-256 of the browser's
   * cookie. If another browser began the sign-in, the sign-in is kept and the call returns `undefined`. An expired
   * sign-in is returned too, so the caller checks `expiresAt`.
   */
  take(id: string, browser: string): Promise<SignInAttempt | undefined>;
}

/** Stores sign-ins in the case table. DynamoDB deletes expired ones. */
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
