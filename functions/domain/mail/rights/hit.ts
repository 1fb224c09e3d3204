import type { Right } from '../../rights.ts';
import type { CompiledBook } from './compiled-book.ts';
import type { MailLanguage } from '../words/mail-language.ts';

/** A place where a sentence demands a right. */
export interface Hit {
  readonly right: Right;
  readonly language: MailLanguage;
  readonly marketing: boolean;
  /**
   * `sentence` is the index in the text at which the sentence begins. `at` is this index plus a fraction for the place
   * of the demand in the sentence; demands are sorted by `at`.
   */
  readonly sentence: number;
  readonly at: number;
  /** The words of the sentence, and where the demand begins and ends in these words. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** A place where a sentence mentions a right, or a wish that belongs to no single right (`other`). */
export interface Spoken {
  readonly right: Right | 'other';
  readonly sentence: number;
  readonly start: number;
}

interface Found {
  readonly right: Right;
  readonly index: number;
  readonly length: number;
  readonly marketing?: boolean;
}

/** Makes a `Hit` from the position of a demand in a sentence. */
export function hitAt(
  { right, index, length, marketing = false }: Found,
  words: string,
  at: number,
  { language }: CompiledBook,
): Hit {
  return {
    right,
    language,
    marketing,
    sentence: at,
    at: at + index / words.length,
    words,
    start: index,
    end: index + length,
  };
}
