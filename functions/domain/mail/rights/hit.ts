import type { Right } from '../../rights.ts';
import type { CompiledBook } from './compiled-book.ts';
import type { MailLanguage } from '../words/mail-language.ts';

/** A demand of a right in a sentence. */
export interface Hit {
  readonly right: Right;
  readonly language: MailLanguage;
  readonly marketing: boolean;
  /** Where the sentence and the hit begin. */
  readonly sentence: number;
  readonly at: number;
  /** The sentence's words, and where the hit begins and ends in them. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Where a sentence mentions a right, or something that belongs to no single right. */
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

/** A demand as a hit. */
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
