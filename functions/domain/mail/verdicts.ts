import * as z from 'zod';

/**
 * The result of one check by SES of a received mail: `DISABLED` if the check is not made, as without scanning in the
 * receipt rule and on one machine; `null` if it is missing or unknown.
 */
export const verdictSchema = z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']).nullable().catch(null);
export type Verdict = z.infer<typeof verdictSchema>;

/** The verdicts of an SES receipt. The mail itself cannot change them. */
export interface Verdicts {
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
  readonly virus: Verdict;
  readonly spam: Verdict;
}

/** A mail without any verdict: it is held. */
export const noVerdicts: Verdicts = { spf: null, dkim: null, dmarc: null, virus: null, spam: null };
