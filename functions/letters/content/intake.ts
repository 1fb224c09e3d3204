import type { Right } from '#domain/rights.ts';
import type { LetterDate } from './parts.ts';

/** Letters about what became of a message that reached us. */
export type IntakeContent =
  /** Acknowledgement; the same whether or not anything is held about the person. */
  | {
      readonly kind: 'acknowledgement';
      readonly due: LetterDate;
      readonly statusLink: string;
      /** What was asked for with it and goes on as cases of their own. */
      readonly parts: readonly { readonly rights: readonly Right[]; readonly reference: string }[];
      /** The case that it came in with, where it is such a part. */
      readonly partOf: string | null;
    }
  /**
   * A request about what we do for other organisations: neither confirms nor rules out that anything is held.
   * `named` only where the person named that organisation; `sentOn` where staff say that they sent the request there.
   */
  | {
      readonly kind: 'redirect';
      readonly named: { readonly to: string; readonly sentOn: LetterDate | null } | null;
      /** Whether we go on with what we answer for ourselves. */
      readonly ownPartContinues: boolean;
    }
  /** Receipt of a complaint about us, or of a claim for damages (Art. 77, 79, 82). */
  | {
      readonly kind: 'complaint-acknowledgement';
      readonly about: 'complaint' | 'claim';
      /** Who handles it: an address for mail. */
      readonly contact: string;
    }
  /** The case goes on by post. */
  | { readonly kind: 'by-post'; readonly why: 'wish' | 'bounced' | 'proof' }
  /** The request was joined to a case that was there already. */
  | {
      readonly kind: 'joined';
      readonly existingCase: string;
      readonly existingReceivedDate: LetterDate;
      readonly due: LetterDate;
      readonly statusLink: string;
    }
  /** The request concerns another company of the group, which answers for itself (Art. 26 does not apply). */
  | { readonly kind: 'forwarded'; readonly company: string; readonly companyEmail: string }
  /** An attachment was not opened; the time runs all the same. */
  | { readonly kind: 'attachment-not-opened'; readonly due: LetterDate };
