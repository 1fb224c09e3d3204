import type { AtLeastOne, LastDay, LetterDate, MissingSystem, RefusedItem } from './parts.ts';

/** Letters that bring the answer. The data stand behind the link, never in the letter. */
export type AnswerContent =
  /** The copy of the data (Art. 15), or that nothing is held. */
  | ({
      readonly kind: 'answer-ready';
      readonly lastDay: LastDay;
      readonly missing: readonly MissingSystem[];
    } & (
      | {
          readonly answer: 'package';
          readonly statusLink: string;
          readonly availableUntil: LetterDate;
          /** What was left out, and why (Art. 12(4), 15(4)). */
          readonly leftOut: readonly RefusedItem[];
        }
      | {
          readonly answer: 'nothing-held';
          /** The e-mail address that alone was proven and searched for; `null`: another identifier was, or several. */
          readonly address: string | null;
          /** Whether the person gave further identifiers, which are not proven. */
          readonly othersGiven: boolean;
          /** Records that may be about the person and are not in the answer; 0: none. */
          readonly uncertain: number;
          readonly statusLink: string;
        }
    ))
  /** Data in a form that another service can read (Art. 20). */
  | ({
      readonly kind: 'portable-data';
      readonly leftOut: readonly RefusedItem[];
    } & (
      | {
          readonly delivery: 'file';
          readonly statusLink: string;
          readonly availableUntil: LetterDate;
          readonly formats: AtLeastOne<'JSON' | 'CSV' | 'XML'>;
        }
      /** `confirmedOn`: when the other service confirmed that the data had arrived. */
      | { readonly delivery: 'transferred'; readonly to: string; readonly confirmedOn: LetterDate }
    ))
  /** Who has received the data, by name (Art. 15(1)(c), 19; C-154/21). */
  | { readonly kind: 'recipients'; readonly recipients: readonly NamedRecipient[] }
  /** What was missing from an earlier answer. */
  | {
      readonly kind: 'supplement-ready';
      readonly lastDay: LastDay;
      readonly statusLink: string;
      readonly availableUntil: LetterDate;
      readonly missing: readonly MissingSystem[];
      readonly leftOut: readonly RefusedItem[];
    };

export interface NamedRecipient {
  readonly name: string;
  /** Whether and when they were told of a change (Art. 19); `null`: nothing to tell. */
  readonly told: { readonly on: LetterDate } | { readonly notBecause: string } | null;
}
