import * as z from 'zod';
import { verdictSchema } from '#domain/mail/verdicts.ts';

// If SES did not make a check, or reports a status that we do not know, the verdict is `null`. A mail without a verdict
// on DMARC or on viruses is held for staff.
const verdict = z
  .object({ status: verdictSchema })
  .transform(({ status }) => status)
  .nullish()
  .catch(null)
  .transform((status) => status ?? null);

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** The part of the SES event that is used. An event has one mail. */
export const mailEventSchema = z.object({
  Records: z.tuple([
    z.object({
      ses: z.object({
        mail: z.object({ messageId: z.string().regex(/^[\w-]{1,200}$/), timestamp: instant }),
        receipt: z.object({
          timestamp: instant.optional(),
          recipients: z.array(z.string()).default([]),
          spfVerdict: verdict,
          dkimVerdict: verdict,
          dmarcVerdict: verdict,
          virusVerdict: verdict,
          spamVerdict: verdict,
        }),
      }),
    }),
  ]),
});
