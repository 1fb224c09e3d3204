import type { AtLeastOne, LetterDate, Notified } from './parts.ts';

/** Letters that tell what was done with the data. They name data, and never hold them. */
export type ChangeContent =
  /** Corrected or completed (Art. 16). */
  | {
      readonly kind: 'rectified';
      readonly changes: AtLeastOne<{ readonly what: string; readonly how: 'corrected' | 'completed' }>;
      readonly doneOn: LetterDate;
      readonly notified: Notified;
      /** What was asked for and not changed, because it is right as it is. */
      readonly unchanged: readonly { readonly what: string; readonly reason: string }[];
    }
  /** Erased (Art. 17). */
  | {
      readonly kind: 'erased';
      readonly erased: AtLeastOne<{ readonly what: string; readonly where: string }>;
      readonly doneOn: LetterDate;
      /** When the last backup that holds them is overwritten; `null`: no backup holds them. */
      readonly backupsUntil: LetterDate | null;
      /** What is kept, on what ground of Art. 17(3), until when. */
      readonly kept: readonly KeptItem[];
      readonly notified: Notified;
      /** Where the data had been made public and erasure was asked for (Art. 17(2)). */
      readonly published: readonly string[];
      /** An entry that stops marketing stays. */
      readonly suppressionKept: boolean;
    }
  /** Restricted (Art. 18(1)(a)-(d)). */
  | {
      readonly kind: 'restricted';
      readonly marked: AtLeastOne<string>;
      readonly ground: 'accuracy-contested' | 'unlawful' | 'needed-for-claims' | 'objection-pending';
      readonly setOn: LetterDate;
      readonly reviewOn: LetterDate | null;
      readonly notified: Notified;
    }
  /** Before a restriction is lifted (Art. 18(3)). */
  | {
      readonly kind: 'restriction-ends';
      readonly marked: AtLeastOne<string>;
      readonly liftedOn: LetterDate;
      readonly reason: string;
    }
  /** No more marketing (Art. 21(3)): what staff have recorded, and where they say that it is done. */
  | {
      readonly kind: 'marketing-stop';
      readonly recordedOn: LetterDate;
      readonly from: LetterDate;
      readonly doneIn: readonly string[];
      /** All of them where none is named. */
      readonly channels: readonly ('email' | 'sms' | 'phone' | 'post' | 'other-electronic')[];
      /** Until when something may still come that was in print already. */
      readonly inPrintUntil: LetterDate | null;
    }
  /** A consent was withdrawn (Art. 7(3)). */
  | {
      readonly kind: 'consent-withdrawal';
      readonly recordedOn: LetterDate;
      readonly doneIn: readonly string[];
      readonly stopped: AtLeastOne<string>;
      readonly from: LetterDate;
      /** What goes on, because it rests on something else. */
      readonly continuing: readonly { readonly what: string; readonly basis: string }[];
    };

export interface KeptItem {
  readonly what: string;
  readonly ground: 'expression' | 'legal-duty' | 'public-health' | 'archive' | 'legal-claims';
  /** The law that obliges, or the claim: "bokföringslagen (1999:1078) 7 kap. 2 §". */
  readonly explanation: string;
  readonly until: LetterDate;
}
