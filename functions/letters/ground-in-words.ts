import type { Language } from '#domain/language.ts';
import type { Ground } from './parts.ts';
import { groundInWords as english } from './phrases/en.ts';
import { groundInWords as swedish } from './phrases/sv.ts';

/** The ground of a refusal (Art. 12(4)), worded as the end of a sentence. Letters and packages use this wording. */
export function groundInWords(ground: Ground, language: Language): string {
  switch (language) {
    case 'sv':
      return swedish(ground);
    case 'en':
      return english(ground);
  }
}
