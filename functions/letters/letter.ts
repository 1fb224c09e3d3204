import type { LetterName } from '#domain/case/letters/letters.ts';
import type { Matter } from '#domain/case/vocabulary.ts';
import type { Language } from '#domain/language.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Right } from '#domain/rights.ts';
import type { LetterDate } from './parts.ts';

/** The data about the controller and the case that every letter needs. */
export interface LetterFrame {
  readonly language: Language;
  /**
   * The language that the person prefers (ISO 639). If it is neither Swedish nor English, `fallbackLines` adds lines at
   * the top of the letter that say so.
   */
  readonly wantedLanguage?: string;
  readonly controller: Controller;
  readonly reference: string;
  /** What the person sent: a request, a complaint or a claim. Only a request has `rights`. */
  readonly matter: Matter;
  readonly rights: readonly Right[];
  readonly receivedDate: LetterDate;
  /**
   * The day on which the letter is written, in the controller's time zone. If a last day in the letter is before this
   * day, the letter says that it has passed.
   */
  readonly today: LetterDate;
}

/**
 * A piece of a letter, such as a paragraph or a list. The text version and the HTML version are both made from these
 * pieces.
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string }
  /** A sentence around a web address. */
  | { readonly kind: 'reference'; readonly before: string; readonly address: string; readonly after: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A list with an empty tick box before each item. */
  | { readonly kind: 'choices'; readonly items: readonly string[] };

/** The subject and the pieces of a letter, in one language. */
export interface Wording {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** The title under which staff see a letter, and the function that writes the letter, in one language. */
export interface Words<Content> {
  readonly title: string;
  readonly words: (content: Content, frame: LetterFrame) => Wording;
}

/** A letter as it is sent. */
export interface RenderedLetter {
  readonly kind: LetterName;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
