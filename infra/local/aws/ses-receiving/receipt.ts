import * as z from 'zod';
import { verdictSchema, type Verdicts } from '#domain/mail/verdicts.ts';

/** The facts that SES states about a received mail. */
export const receiptSchema = z.strictObject({
  messageId: z.string().regex(/^[\w-]{1,200}$/),
  /** ISO 8601, UTC. */
  receivedAt: z.iso.datetime(),
  /** The recipients of the mail that are addresses of the controllers. */
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

/** Builds the event with which SES invokes a function for a received mail. A verdict that is `null` is omitted. */
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

/**
 * The verdicts on one machine. The local system makes no DNS queries and scans no mail. So the local system
 * authenticates no sender and finds no virus.
 */
export const unchecked: Verdicts = { spf: 'GRAY', dkim: 'GRAY', dmarc: 'GRAY', virus: 'DISABLED', spam: 'DISABLED' };

const givenSchema = z.object({
  spf: verdictSchema.default(null),
  dkim: verdictSchema.default(null),
  dmarc: verdictSchema.default(null),
  virus: verdictSchema.default(null),
  spam: verdictSchema.default(null),
});

/**
 * Reads the verdicts that a user types as a JSON object, such as `{"dmarc":"FAIL"}`. An omitted or unknown verdict
 * becomes `null`.
 */
export function readVerdicts(text: string): Verdicts | undefined {
  try {
    const given = givenSchema.safeParse(JSON.parse(text));
    return given.success ? given.data : undefined;
  } catch {
    return undefined;
  }
}
