import type { Language } from '#domain/language.ts';
import type { Ground } from './parts.ts';
import { groundInWords as english } from './phrases/en.ts';
import { groundInWords as swedish } from './phrases/sv.ts';

/** The ground of a refusal (Art. 12(4)) as the end of a sentence. Letters and packages use the same words. */
export function groundInWords(ground: Ground, language: Language): string {
  switch (language) {
    case 'sv':
      return swedish(ground);
    case 'en':
      return english(ground);
  }
}
