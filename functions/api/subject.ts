import * as z from 'zod';
import { matterSchema } from '#domain/case/vocabulary.ts';
import { rightSchema } from '#domain/rights.ts';

/** The response to `POST /v1/requests`. */
export const openedSchema = z
  .strictObject({
    reference: z.string(),
    accessToken: z.string().meta({ description: 'Bearer token for the other calls about this case' }),
    receivedAt: z.iso.datetime(),
    due: z.iso.date().meta({ description: 'The last day for the answer (Art. 12(3))' }),
  })
  .meta({ id: 'Opened' });

const code = z.string().regex(/^\d{6}$/, 'six digits');

/** The body of a call that enters a code. Without `code`, the call requests a new code. */
export const verificationSchema = z
  .strictObject({
    code: code.optional(),
    via: z.enum(['email', 'sms']).optional().meta({
      description:
        'Where a new code is sent: to the e-mail address, or to the mobile number in the request if the controller sends SMS. The default is the e-mail address',
    }),
  })
  .refine(({ code, via }) => code === undefined || via === undefined, {
    path: ['via'],
    error: 'can be given only when a new code is requested, without `code`',
  })
  .optional()
  .meta({ id: 'Verification' });

/** The body of a call that enters the code for a new contact address. Without `code`, the call requests a new code. */
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
      .meta({ description: 'The round of the answer. The default is the latest answer' }),
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
    strongerProof: z.boolean().meta({ description: 'Whether records wait for a stronger proof of identity' }),
    questions: z
      .array(z.strictObject({ asking: z.string(), about: z.enum(['identity', 'clarification']) }))
      .readonly()
      .meta({ description: 'Questions that were asked by letter and that the person has not answered' }),
    undoUntil: z.iso.date().nullable().meta({
      description: 'Last day on which the withdrawal can be cancelled; null if no withdrawal can be cancelled',
    }),
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
          accessToken: z.string().meta({ description: 'Bearer token for the calls about the part' }),
        }),
      )
      .readonly()
      .meta({ description: 'The parts of the request that are handled in a case of their own' }),
  })
  .meta({ id: 'Status' });
