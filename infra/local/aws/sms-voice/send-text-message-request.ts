import * as z from 'zod';

/**
 * The schema of the body of `SendTextMessage`, with the fields that the product uses. The schema refuses every other
 * field (media, keywords, configuration sets, ...), because this endpoint would ignore the field. Error messages of
 * this schema never contain data from the body.
 */
export const sendTextMessageSchema = z.strictObject({
  DestinationPhoneNumber: z.string().regex(/^\+[1-9][0-9]{6,14}$/, 'not a number in E.164'),
  /**
   * On AWS this field is optional, and the service then chooses a sender. In this schema the field is required, so that
   * every SMS has the sender that the description of the organisation names.
   */
  OriginationIdentity: z.string().regex(/^[A-Za-z0-9_:/+-]{1,256}$/, 'not an origination identity'),
  // The service accepts 1,600 characters. The service splits a long message into parts, and the telephone joins them.
  MessageBody: z.string().min(1, 'the message is empty').max(1600, 'the message is longer than 1600 characters'),
  MessageType: z.enum(['TRANSACTIONAL', 'PROMOTIONAL']),
  /** Seconds. */
  TimeToLive: z.int().min(5, 'below 5 seconds').max(259_200, 'above 72 hours').nullish(),
});

export type SendTextMessageRequest = z.infer<typeof sendTextMessageSchema>;
