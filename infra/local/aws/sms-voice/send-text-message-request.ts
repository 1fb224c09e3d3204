import * as z from 'zod';

/**
 * Body of `SendTextMessage`, as far as the product uses it. Strict: what this schema does not name (media, keywords,
 * configuration sets, ...) is refused and not silently left out. Issue messages never quote what was sent.
 */
export const sendTextMessageSchema = z.strictObject({
  DestinationPhoneNumber: z.string().regex(/^\+[1-9][0-9]{6,14}$/, 'not a number in E.164'),
  /** The service can choose one by itself; whoever is written to should know the sender, so here it is asked for. */
  OriginationIdentity: z.string().regex(/^[A-Za-z0-9_:/+-]{1,256}$/, 'not an origination identity'),
  // Length limit of the service; a longer one is split into parts that the telephone puts together.
  MessageBody: z.string().min(1, 'the message is empty').max(1600, 'the message is longer than 1600 characters'),
  MessageType: z.enum(['TRANSACTIONAL', 'PROMOTIONAL']),
  /** Seconds. */
  TimeToLive: z.int().min(5, 'below 5 seconds').max(259_200, 'above 72 hours').nullish(),
});

export type SendTextMessageRequest = z.infer<typeof sendTextMessageSchema>;
