import type { AtLeastOne, LetterDate, Money, RefusedItem } from './parts.ts';

/** Letters that tell of a decision, with its reasons and remedies (Art. 12(4)). */
export type DecisionContent =
  /** Refusal, whole or partial. */
  | ({ readonly kind: 'refusal'; readonly items: AtLeastOne<RefusedItem>; readonly late: boolean } & (
      | { readonly scope: 'whole' }
      /** What is granted: a list, or simply everything else. */
      | { readonly scope: 'part'; readonly granted: AtLeastOne<string> | 'the-rest' }
    ))
  /** A fee, announced before the answer (Art. 12(5), 15(3)). */
  | {
      readonly kind: 'fee';
      readonly basis: 'further-copy' | 'excessive';
      /** The facts of the case that show it. */
      readonly facts: string;
      readonly amount: Money;
      /** What the amount covers. */
      readonly costs: string;
      /** Whether the search has begun. */
      readonly begun: boolean;
      readonly answerBy: LetterDate;
      readonly statusLink: string;
    }
  /** An objection: to a processing, or to our keeping the record of the case itself (Art. 21(1)). */
  | {
      readonly kind: 'objection-decision';
      readonly about:
        | {
            readonly kind: 'processing';
            readonly what: string;
            /** Restricted while the objection was examined (Art. 18(1)(d)). */
            readonly restrictedMeanwhile: boolean;
          }
        | { readonly kind: 'case-record'; readonly keptUntil: LetterDate };
      readonly decision:
        | { readonly outcome: 'stopped'; readonly from: LetterDate }
        | {
            readonly outcome: 'continues';
            readonly ground: 'compelling-grounds' | 'legal-claims';
            readonly reason: string;
          };
    }
  /** How an automated decision came about, and what a human made of it (Art. 15(1)(h), 22(3)). */
  | {
      readonly kind: 'automated-decision';
      readonly what: string;
      readonly decidedOn: LetterDate;
      /** The principles actually applied, in words (C-203/22). */
      readonly logic: string;
      readonly significance: string;
      readonly consequences: string;
      /** Which data would have led to another result, if any would. */
      readonly otherwise?: string;
      readonly reviewer: string;
      readonly result: 'changed' | 'upheld';
      readonly resultReason: string;
    };
