import * as z from 'zod';

/**
 * The result of one check that SES made of a received mail. `DISABLED`: SES did not make the check, for example because
 * the receipt rule does not scan, or because the product runs on one machine. `null`: the result is missing or unknown.
 */
export const verdictSchema = z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']).nullable().catch(null);
export type Verdict = z.infer<typeof verdictSchema>;

/** The verdicts of SES about a received mail. The content of the mail cannot change them. */
export interface Verdicts {
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
  readonly virus: Verdict;
  readonly spam: Verdict;
}

/** The verdicts of a mail about which SES says nothing. Such a mail is held. */
export const noVerdicts: Verdicts = { spf: null, dkim: null, dmarc: null, virus: null, spam: null };
