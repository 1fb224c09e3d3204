import type { LetterOf } from '#domain/case/letters/letters.ts';
import { stopOf } from '#domain/case/decisions/stops.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { found } from '../case-parts.ts';
import { stopWords } from '../kept-words.ts';
import { atLeastOne, type LetterDate, type AtLeastOne } from '../parts.ts';
import type { Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that confirms the withdrawal of a consent (Art. 7(3)). */
export type Content = {
  readonly kind: 'consent-withdrawal';
  readonly recordedOn: LetterDate;
  readonly doneIn: readonly string[];
  readonly stopped: AtLeastOne<string>;
  readonly from: LetterDate;
  /** The processing that continues because it has another legal basis than consent; `basis` names it. */
  readonly continuing: readonly { readonly what: string; readonly basis: string }[];
};

function content(source: LetterSource, letter: LetterOf<'consent-withdrawal'>): Content {
  const { state, written } = source;
  const zone = state.common.facts.timeZone;
  const { recordedAt, text } = found(stopOf(state, letter));
  const { from, what, doneIn = [], continuing = [] } = found(stopWords(written, text));
  return {
    kind: 'consent-withdrawal',
    recordedOn: localDate(recordedAt, zone),
    stopped: found(atLeastOne(what)),
    from,
    doneIn,
    continuing,
  };
}

function samples(t: Translate): readonly Content[] {
  return [
    {
      kind: 'consent-withdrawal',
      recordedOn: '2026-11-20',
      doneIn: [],
      stopped: [t({ sv: 'Nyhetsbrev', en: 'Newsletter' })],
      from: '2026-11-20',
      continuing: [
        {
          what: t({ sv: 'Kvitton med e-post', en: 'Receipts by e-mail' }),
          basis: t({ sv: 'de behövs för ditt avtal med oss', en: 'they are needed for your contract with us' }),
        },
      ],
    },
    {
      kind: 'consent-withdrawal',
      recordedOn: '2026-11-20',
      doneIn: [],
      stopped: [t({ sv: 'Bilder från kundkvällar', en: 'Pictures from customer evenings' })],
      from: '2026-11-20',
      continuing: [],
    },
  ];
}

export const consentWithdrawal = { content, samples, swedish, english };
