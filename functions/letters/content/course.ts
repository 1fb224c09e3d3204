import type { AskReason } from '#domain/case/vocabulary.ts';
import type { AskedTime, AtLeastOne, LetterDate } from './parts.ts';

/** Letters about how the case goes on. */
export type CourseContent =
  /** A request to be more exact (recital 63); never narrows anything by itself. */
  | ({ readonly kind: 'clarification-request'; readonly time: AskedTime; readonly statusLink: string } & (
      | {
          readonly why: Extract<AskReason, 'large-amount'>;
          /** Activities or registers that the person may tick. */
          readonly choices: AtLeastOne<string>;
        }
      | { readonly why: Extract<AskReason, 'request-not-understood'>; readonly question: string }
    ))
  /** The period is extended (Art. 12(3)). */
  | {
      readonly kind: 'extension';
      readonly category: 'complexity' | 'number';
      readonly reason: string;
      readonly extendedDue: LetterDate;
      /** What can be fetched already. */
      readonly available: readonly string[];
      readonly statusLink: string;
    }
  /** Closed because the person did not answer; an answer opens it again. */
  | {
      readonly kind: 'no-reply';
      readonly askedAbout: 'identity' | 'clarification';
      readonly askedDate: LetterDate;
      readonly statusLink: string;
    }
  /** The person took the request back. */
  | {
      readonly kind: 'withdrawal-confirmed';
      /** Last day on which that can be undone. */
      readonly undoUntil: LetterDate;
      /** Also asked us to stop using what we had received: looked at as a request for erasure (Art. 17(1)(b)). */
      readonly erasureReviewed: boolean;
      readonly statusLink: string;
    }
  /** The answer is late. */
  | { readonly kind: 'delay'; readonly due: LetterDate; readonly statusLink: string }
  /** The case goes on after it had been closed. */
  | { readonly kind: 'reopened'; readonly due: LetterDate; readonly statusLink: string };
