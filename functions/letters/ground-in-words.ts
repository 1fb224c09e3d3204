import type { Language } from '#domain/language.ts';
import type { Ground } from './content/parts.ts';
import { groundInWords as english } from './en/phrases.ts';
import { groundInWords as swedish } from './sv/phrases.ts';

/** Why something is not given (Art. 12(4)), as the end of a sentence: letters and packages say the same. */
export function groundInWords(ground: Ground, language: Language): string {
  switch (language) {
    case 'sv':
      return swedish(ground);
    case 'en':
      return english(ground);
  }
}
