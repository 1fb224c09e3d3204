import type { LetterOf } from '#domain/case/letters/letters.ts';
import { deliveredTitles, found } from '../case-parts.ts';
import { wordsOf } from '../kept-words.ts';
import type { LetterDate } from '../parts.ts';
import { sampleParts, statusLink, type Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that tells the person that the period for the answer is extended (Art. 12(3)). */
export type Content = {
  readonly kind: 'extension';
  readonly category: 'complexity' | 'number';
  readonly reason: string;
  readonly extendedDue: LetterDate;
  /** The titles of the systems whose results an earlier answer contained. */
  readonly available: readonly string[];
  readonly statusLink: string;
};

function content(source: LetterSource, letter: LetterOf<'extension'>): Content {
  const { state, written, statusLink } = source;
  const extension = found(state.common.extensions[letter.n - 1]);
  return {
    kind: 'extension',
    category: extension.category,
    reason: wordsOf(written, extension.text),
    extendedDue: state.common.facts.extendedDue,
    available: deliveredTitles(source),
    statusLink,
  };
}

function samples(t: Translate): readonly Content[] {
  const { register } = sampleParts(t);
  return [
    {
      kind: 'extension',
      category: 'complexity',
      reason: t({
        sv: 'Uppgifterna finns i många avtal på papper, där uppgifter om andra måste döljas',
        en: 'The data are in many contracts on paper, in which data about others must be hidden',
      }),
      extendedDue: '2027-02-22',
      available: [register],
      statusLink,
    },
    {
      kind: 'extension',
      category: 'number',
      reason: t({ sv: 'Du har gjort sex begäranden', en: 'You have made six requests' }),
      extendedDue: '2027-02-22',
      available: [],
      statusLink,
    },
  ];
}

export const extension = { content, samples, swedish, english };
