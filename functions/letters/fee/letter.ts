import type { LetterOf } from '#domain/case/letters/letters.ts';
import { searchOf } from '#domain/case/state.ts';
import { found } from '../case-parts.ts';
import { wordsOf } from '../kept-words.ts';
import type { LetterDate, Money } from '../parts.ts';
import { statusLink, type Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that announces a fee, before the answer is made (Art. 12(5), 15(3)). */
export type Content = {
  readonly kind: 'fee';
  readonly basis: 'further-copy' | 'excessive';
  /** The facts that justify the fee, as staff wrote them. */
  readonly facts: string;
  readonly amount: Money;
  /** What the amount pays for, such as copying. */
  readonly costs: string;
  /** Whether the search has already started. */
  readonly begun: boolean;
  readonly answerBy: LetterDate;
  readonly statusLink: string;
};

function content(source: LetterSource, letter: LetterOf<'fee'>): Content {
  const { state, written, statusLink } = source;
  const { decision, answerBy } = found(state.common.fees.find(({ id }) => id === letter.of));
  const { basis, amount, currency } = decision;
  return {
    kind: 'fee',
    basis,
    facts: wordsOf(written, decision.facts),
    costs: wordsOf(written, decision.costs),
    amount: { amount, currency },
    begun: searchOf(state) !== undefined,
    answerBy,
    statusLink,
  };
}

function samples(t: Translate): readonly Content[] {
  return [
    {
      kind: 'fee',
      basis: 'further-copy',
      facts: t({
        sv: 'Du fick den första kopian den 3 november och vill ha samma uppgifter på papper',
        en: 'You had the first copy on 3 November and want the same data on paper',
      }),
      amount: { amount: 12_050, currency: 'SEK' },
      costs: t({
        sv: '90 kr för utskrift och 30,50 kr för porto',
        en: 'SEK 90 for printing and SEK 30.50 for postage',
      }),
      begun: false,
      answerBy: '2026-12-07',
      statusLink,
    },
    {
      kind: 'fee',
      basis: 'excessive',
      facts: t({
        sv: 'Du har begärt samma uppgifter varje dag i tre veckor, och de har inte ändrats',
        en: 'You have asked for the same data every day for three weeks, and they have not changed',
      }),
      amount: { amount: 30_000, currency: 'SEK' },
      costs: t({ sv: 'två timmars arbete', en: 'two hours of work' }),
      begun: true,
      answerBy: '2026-12-07',
      statusLink,
    },
  ];
}

export const fee = { content, samples, swedish, english };
