import type { Alert } from '#domain/case/vocabulary.ts';
import type { AtLeastOne, LetterDate, RecordPointer } from './parts.ts';

/** A breach that puts people at high risk (Art. 34): to the person. */
export interface BreachContent {
  readonly kind: 'breach-notice';
  readonly discoveredOn: LetterDate;
  readonly nature: string;
  readonly consequences: AtLeastOne<string>;
  readonly measures: AtLeastOne<string>;
  /** What the person can do. */
  readonly advice: readonly string[];
}

/** Letters to other organisations. None holds a direct identifier of the person. */
export type PartnerContent =
  /** Something was corrected, erased or restricted (Art. 19); to a processor also an instruction (Art. 28(3)(a)). */
  | {
      readonly kind: 'recipient-notice';
      readonly to: 'processor' | 'controller';
      readonly record: RecordPointer;
      readonly operation: 'rectified' | 'completed' | 'erased' | 'restricted' | 'restriction-lifted';
      readonly doneOn: LetterDate;
      readonly confirmBy: LetterDate;
    }
  /** A task for a processor (Art. 28(3)(e)). */
  | {
      readonly kind: 'processor-task';
      readonly system: string;
      readonly record: RecordPointer;
      readonly task: 'search' | 'rectify' | 'erase' | 'restrict' | 'hand-over' | 'stop-marketing';
      readonly replyBy: LetterDate;
    };

/** To the data protection officer or whoever else is answerable: a case and a date, and nothing about a person. */
export interface StaffContent {
  readonly kind: 'staff-alert';
  readonly alert: Alert;
  /**
   * The last day for the answer (`escalation`, `unsuspended-date`, `held-undecided`, `late-refusal`), for notifying the
   * authority (`breach`, `breach-hours`), or the day on which it happened (the others).
   */
  readonly date: LetterDate;
}
