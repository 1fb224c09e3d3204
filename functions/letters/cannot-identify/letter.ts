import type { LetterOf } from '#domain/case/letters/letters.ts';
import { lastDayOf, closingText, inWords } from '../case-parts.ts';
import { endingWords } from '../kept-words.ts';
import { atLeastOne, type AtLeastOne, type LastDay } from '../parts.ts';
import { lastDay, type Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that says that we cannot tell which data are the person's (Art. 11(2)). */
export type Content = {
  readonly kind: 'cannot-identify';
  readonly lastDay: LastDay;
  readonly why: 'not-tied-to-anybody' | 'not-tied-to-what-was-given';
  readonly explanation: string;
  /** The kinds of data that would help us to find the person's records, such as "ordernummer" (order number). */
  readonly wouldHelp: AtLeastOne<string>;
};

function content(source: LetterSource, letter: LetterOf<'cannot-identify'>): Content {
  const { state, written } = source;
  const { reason = '', wouldHelp = [] } = endingWords(written, closingText(state.common, letter.n));
  return {
    kind: 'cannot-identify',
    lastDay: lastDayOf(state.common),
    why: 'not-tied-to-what-was-given',
    explanation: reason,
    wouldHelp: atLeastOne(wouldHelp) ?? [inWords(source, 'kundnummer eller ordernummer', 'customer or order number')],
  };
}

function samples(t: Translate): readonly Content[] {
  return [
    {
      kind: 'cannot-identify',
      lastDay,
      why: 'not-tied-to-anybody',
      explanation: t({
        sv: 'Svaren i enkäten samlades in utan namn',
        en: 'The answers of the survey were collected without names',
      }),
      wouldHelp: [t({ sv: 'dag och tid då du svarade', en: 'the day and time at which you answered' })],
    },
    {
      kind: 'cannot-identify',
      lastDay,
      why: 'not-tied-to-what-was-given',
      explanation: '',
      wouldHelp: [
        t({ sv: 'ordernummer', en: 'an order number' }),
        t({ sv: 'tid och plats för inspelningen', en: 'the time and place of the recording' }),
      ],
    },
  ];
}

export const cannotIdentify = { content, samples, swedish, english };
