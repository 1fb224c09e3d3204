import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { opener } from '#domain/case/identity/opener.ts';
import { actorSchema } from '#domain/case/vocabulary.ts';

/** A sign-in at somebody else's that was begun from a case and has not come back yet. */
export const signInAttemptSchema = z.strictObject({
  v: z.literal(1),
  caseId: z.string(),
  /** Who began it: the person by a mailed link, or whoever made the request. What an earlier version began does not tell. */
  by: actorSchema.default(opener),
  /** Which of the controller's methods: `login`, or the id of an e-ID. */
  method: z.string(),
  /** PKCE (RFC 7636): shows that whoever redeems the code is who asked for it. */
  verifier: z.string(),
  nonce: z.string(),
  /** SHA-256 of what the cookie of the browser holds that began it. */
  browser: z.string().regex(/^[0-9a-f]{64}$/),
  expiresAt: z.iso.datetime(),
});
export type SignInAttempt = Readonly<z.infer<typeof signInAttemptSchema>>;

/** Sign-ins under way, by a hash of their `state`: nothing that can be read back leads to one. */
export interface SignInAttempts {
  /** Keeps an attempt; `id` is the SHA-256 of its `state`. */
  begin(id: string, attempt: SignInAttempt): Promise<void>;
  /**
   * Takes the attempt out, once and for all: whoever comes second finds nothing. Another browser than the one that began
   * it (`browser`, SHA-256 of its cookie) takes nothing and spoils nothing. Expired ones are given back: see `expiresAt`.
   */
  take(id: string, browser: string): Promise<SignInAttempt | undefined>;
}

/** Attempts in the case table, which lets them go when they have expired. */
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
