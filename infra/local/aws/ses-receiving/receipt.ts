import * as z from 'zod';
import { verdictSchema, type Verdicts } from '#domain/mail/verdicts.ts';

/** The mail service's data about a received mail, apart from the mail. */
export const receiptSchema = z.strictObject({
  messageId: z.string().regex(/^[\w-]{1,200}$/),
  /** ISO 8601, UTC. */
  receivedAt: z.iso.datetime(),
  /** Addresses of ours that it was sent to. */
  recipients: z.array(z.string()).min(1),
  verdicts: z.strictObject({
    spf: verdictSchema,
    dkim: verdictSchema,
    dmarc: verdictSchema,
    virus: verdictSchema,
    spam: verdictSchema,
  }),
});
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;

/** The event of SES's Lambda action for a received mail; a missing verdict is omitted. */
export function receiptEvent({ messageId, receivedAt, recipients, verdicts }: Receipt): object {
  const { spf, dkim, dmarc, virus, spam } = verdicts;
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: { messageId, timestamp: receivedAt },
          receipt: {
            timestamp: receivedAt,
            recipients,
            ...(spf === null ? {} : { spfVerdict: { status: spf } }),
            ...(dkim === null ? {} : { dkimVerdict: { status: dkim } }),
            ...(dmarc === null ? {} : { dmarcVerdict: { status: dmarc } }),
            ...(virus === null ? {} : { virusVerdict: { status: virus } }),
            ...(spam === null ? {} : { spamVerdict: { status: spam } }),
            action: { type: 'Lambda', invocationType: 'Event' },
          },
        },
      },
    ],
  };
}

/** The verdicts on one machine: it makes no DNS queries, so no sender is authenticated, and it scans nothing. */
export const unchecked: Verdicts = { spf: 'GRAY', dkim: 'GRAY', dmarc: 'GRAY', virus: 'DISABLED', spam: 'DISABLED' };

const givenSchema = z.object({
  spf: verdictSchema.default(null),
  dkim: verdictSchema.default(null),
  dmarc: verdictSchema.default(null),
  virus: verdictSchema.default(null),
  spam: verdictSchema.default(null),
});

/** Verdicts as typed: a JSON object; an omitted or unknown verdict counts as missing. */
export function readVerdicts(text: string): Verdicts | undefined {
  try {
    const given = givenSchema.safeParse(JSON.parse(text));
    return given.success ? given.data : undefined;
  } catch {
    return undefined;
  }
}
