import type { Language } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { LetterCode } from '#domain/case/events.ts';

/** What every letter states: who writes, about which case. */
export interface LetterFrame {
  readonly language: Language;
  readonly controller: Controller;
  readonly reference: string;
  readonly rights: readonly Right[];
  /** `YYYY-MM-DD`. */
  readonly receivedDate: string;
  readonly due: string;
}

/** What a particular letter says (law.md 7.1). */
export type LetterContent =
  | { readonly code: 'M1'; readonly statusLink: string }
  | {
      readonly code: 'M23';
      readonly purpose: 'identity' | 'download';
      readonly oneTimeCode: string;
      readonly minutes: number;
      readonly statusLink: string;
    }
  | {
      readonly code: 'M4';
      readonly category: 'complexity' | 'number';
      readonly reason: string;
      readonly statusLink: string;
    }
  | {
      readonly code: 'M6';
      readonly scope: 'whole' | 'part';
      readonly ground: string;
      readonly reason: string;
      readonly late: boolean;
    }
  | {
      readonly code: 'M8';
      readonly statusLink: string;
      readonly availableUntil: string;
      readonly missing: readonly MissingSystem[];
    }
  | {
      readonly code: 'M24';
      readonly statusLink: string;
      readonly availableUntil: string;
      readonly missing: readonly MissingSystem[];
    }
  | { readonly code: 'STATUS'; readonly statusLink: string };

/** A system whose answer is still to come. */
export interface MissingSystem {
  readonly title: string;
  readonly outcome: 'failed' | 'pending';
}

/** One part of a letter; rendered as text and as HTML from the same words. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** A letter's words in one language. */
export interface Wording {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** The words of each letter in one language. */
export interface LetterWords {
  readonly greeting: string;
  words(content: LetterContent, frame: LetterFrame): Wording;
  footer(frame: LetterFrame): readonly string[];
}

/** A letter ready to be sent. */
export interface RenderedLetter {
  readonly code: LetterCode;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
