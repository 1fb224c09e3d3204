import type { Language } from '#domain/language.ts';
import { count as inDigits } from '#domain/presentation/formats.ts';
import type { ReviewLine } from '#domain/review/line.ts';

/**
 * How much of an answer is masked or left out, such as "3 places are masked". A part that is left out is a record, a
 * field, a document, or pages of one. Letters and packages use this wording.
 */
export function amountInWords({ kind, count }: Pick<ReviewLine, 'kind' | 'count'>, language: Language): string {
  const number = inDigits(count, language);
  switch (language) {
    case 'sv':
      if (kind === 'masked') return count === 1 ? '1 ställe är dolt' : `${number} ställen är dolda`;
      if (kind === 'pages') return count === 1 ? '1 sida är utelämnad' : `${number} sidor är utelämnade`;
      return count === 1 ? '1 del är utelämnad' : `${number} delar är utelämnade`;
    case 'en':
      if (kind === 'masked') return count === 1 ? '1 place is masked' : `${number} places are masked`;
      if (kind === 'pages') return count === 1 ? '1 page is left out' : `${number} pages are left out`;
      return count === 1 ? '1 part is left out' : `${number} parts are left out`;
  }
}
