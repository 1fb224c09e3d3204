import * as z from 'zod';
import { matterSchema } from '#domain/case/vocabulary.ts';
import { rightSchema } from '#domain/rights.ts';

/** The response to `POST /v1/requests`. */
export const openedSchema = z
  .strictObject({
    reference: z.string(),
    accessToken: z.string().meta({ description: 'Bearer token for the other calls about this case' }),
    receivedAt: z.iso.datetime(),
    due: z.iso.date().meta({ description: 'Latest day of the answer (Art. 12(3))' }),
  })
  .meta({ id: 'Opened' });

const code = z.string().regex(/^\d{6}$/, 'six digits');

/** A code, or nothing to request a new one. */
export const verificationSchema = z
  .strictObject({
    code: code.optional(),
    via: z.enum(['email', 'sms']).optional().meta({
      description:
        'Where a new code is sent: to the address (when absent), or to the mobile number that the request states, where the controller sends SMS',
    }),
  })
  .refine(({ code, via }) => code === undefined || via === undefined, {
    path: ['via'],
    error: 'can be given only without a code, when a new one is asked for',
  })
  .optional()
  .meta({ id: 'Verification' });

/** The code of a new contact address, or nothing to request one. */
export const contactCodeSchema = z
  .strictObject({
    code: code.optional(),
  })
  .optional()
  .meta({ id: 'ContactCode' });

export const enteredSchema = z.strictObject({ entered: z.literal(true) }).meta({ id: 'Entered' });

export const downloadSchema = z
  .strictObject({
    code: code.optional(),
    round: z
      .number()
      .int()
      .positive()
      .max(1000)
      .optional()
      .meta({ description: 'Which answer; the latest when absent' }),
  })
  .optional()
  .meta({ id: 'Download' });

export const codeSentSchema = z.strictObject({ codeSent: z.literal(true) }).meta({ id: 'CodeSent' });
export const verifiedSchema = z.strictObject({ verified: z.literal(true) }).meta({ id: 'Verified' });
export const addressSchema = z
  .strictObject({ url: z.url(), expiresAt: z.iso.datetime() })
  .meta({ id: 'DownloadAddress' });

const statusNameSchema = z.enum([
  'received',
  'verify',
  'searching',
  'review',
  'preparing',
  'ready',
  'refused',
  'closed',
]);

export const statusSchema = z
  .strictObject({
    reference: z.string(),
    status: statusNameSchema,
    receivedAt: z.iso.datetime(),
    due: z.iso.date(),
    extended: z.boolean(),
    answers: z
      .array(
        z.strictObject({ round: z.number().int(), deliveredAt: z.iso.datetime(), availableUntil: z.iso.datetime() }),
      )
      .readonly(),
    pending: z.array(z.string()).readonly(),
    strongerProof: z.boolean().meta({ description: 'Something waits for a stronger proof of who asks' }),
    questions: z
      .array(z.strictObject({ asking: z.string(), about: z.enum(['identity', 'clarification']) }))
      .readonly()
      .meta({ description: 'Asked by letter and not answered' }),
    undoUntil: z.iso.date().nullable().meta({ description: 'Last day on which the withdrawal can be taken back' }),
    parts: z
      .array(
        z.strictObject({
          reference: z.string(),
          matter: matterSchema,
          rights: z.array(rightSchema).readonly(),
          status: statusNameSchema,
          receivedAt: z.iso.datetime(),
          due: z.iso.date(),
          extended: z.boolean(),
          accessToken: z.string().meta({ description: 'Bearer token for the calls about that case' }),
        }),
      )
      .readonly()
      .meta({ description: 'What was asked for with this and goes on as a case of its own' }),
  })
  .meta({ id: 'Status' });
