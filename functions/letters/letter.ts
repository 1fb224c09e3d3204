import type { LetterName } from '#domain/case/letters/letters.ts';
import type { Matter } from '#domain/case/vocabulary.ts';
import type { Language } from '#domain/language.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Right } from '#domain/rights.ts';
import type { LetterDate } from './parts.ts';

/** What every letter says of the sender and the case. */
export interface LetterFrame {
  readonly language: Language;
  /**
   * The language that the person prefers (ISO 639). If we do not write this language, the letter begins with lines that
   * say so. One line is in English, and for some languages a second line is in the language itself.
   */
  readonly wantedLanguage?: string;
  readonly controller: Controller;
  readonly reference: string;
  /** What the case is about. A complaint or a claim has no rights. */
  readonly matter: Matter;
  readonly rights: readonly Right[];
  readonly receivedDate: LetterDate;
  /** The day on which the letter is written, in the controller's time zone. No letter promises a day before `today`. */
  readonly today: LetterDate;
}

/** One part of a letter. Text and HTML are rendered from the same words. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string }
  /** A sentence that contains a web address. */
  | { readonly kind: 'reference'; readonly before: string; readonly address: string; readonly after: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Choices with tick boxes. */
  | { readonly kind: 'choices'; readonly items: readonly string[] };

/** A letter's words in one language. */
export interface Wording {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** A letter's title for staff, and its words, in one language. */
export interface Words<Content> {
  readonly title: string;
  readonly words: (content: Content, frame: LetterFrame) => Wording;
}

/** A letter ready to be sent. */
export interface RenderedLetter {
  readonly kind: LetterName;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
