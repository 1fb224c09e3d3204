import type { LetterOf } from '#domain/case/letters/letters.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { found } from '../case-parts.ts';
import { breachWords } from '../kept-words.ts';
import { atLeastOne, type LetterDate, type AtLeastOne } from '../parts.ts';
import type { Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that tells the person of a breach that is likely to be a high risk to people (Art. 34). */
export type Content = {
  readonly kind: 'breach-notice';
  readonly discoveredOn: LetterDate;
  readonly nature: string;
  readonly consequences: AtLeastOne<string>;
  readonly measures: AtLeastOne<string>;
  /** What the person can do to limit the consequences. */
  readonly advice: readonly string[];
};

function content(source: LetterSource, letter: LetterOf<'breach-notice'>): Content {
  const { state, written } = source;
  const zone = state.common.facts.timeZone;
  const breach = found(state.common.breaches.find(({ id }) => id === letter.of));
  const step = found(breach.steps.find((one) => one.step === 'person-notified'));
  const { text, consequences = [], measures = [], advice = [] } = breachWords(written, step.text);
  return {
    kind: 'breach-notice',
    discoveredOn: localDate(breach.awareAt, zone),
    nature: text,
    consequences: found(atLeastOne(consequences)),
    measures: found(atLeastOne(measures)),
    advice,
  };
}

function samples(t: Translate): readonly Content[] {
  return [
    {
      kind: 'breach-notice',
      discoveredOn: '2026-11-28',
      nature: t({
        sv: 'Ett svar med dina uppgifter hämtades av någon annan än du',
        en: 'An answer with your data was fetched by somebody other than you',
      }),
      consequences: [t({ sv: 'Någon kan försöka handla i ditt namn', en: 'Somebody may try to shop in your name' })],
      measures: [
        t({ sv: 'Vi har stängt länken', en: 'We have closed the link' }),
        t({ sv: 'Vi har begärt att kopian raderas', en: 'We have asked for the copy to be erased' }),
      ],
      advice: [t({ sv: 'Var försiktig med samtal från okända', en: 'Be careful with calls from strangers' })],
    },
  ];
}

export const breachNotice = { content, samples, swedish, english };
