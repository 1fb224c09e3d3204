import * as z from 'zod';

/**
 * What SES says of one check of a received mail: `DISABLED` where the check is not made at all, as with a receipt rule
 * without scanning and on one machine; `null` where it said nothing, or something that is not known here.
 */
export const verdictSchema = z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']).nullable().catch(null);
export type Verdict = z.infer<typeof verdictSchema>;

/** The verdicts of an SES receipt. Nothing in the mail itself can change them. */
export interface Verdicts {
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
  readonly virus: Verdict;
  readonly spam: Verdict;
}

/** A mail of which nothing is known: it is held. */
export const noVerdicts: Verdicts = { spf: null, dkim: null, dmarc: null, virus: null, spam: null };
