import type { LetterDate, AtLeastOne, Notified } from '../parts.ts';
import { sampleParts, type Translate } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/** The letter that says that data were corrected or completed (Art. 16). */
export type Content = {
  readonly kind: 'rectified';
  readonly changes: AtLeastOne<{ readonly what: string; readonly how: 'corrected' | 'completed' }>;
  readonly doneOn: LetterDate;
  readonly notified: Notified;
  /** The data that the person wanted to change and that we found correct. */
  readonly unchanged: readonly { readonly what: string; readonly reason: string }[];
};

function samples(t: Translate): readonly Content[] {
  const { told, notAllTold } = sampleParts(t);
  return [
    {
      kind: 'rectified',
      changes: [
        {
          what: t({ sv: 'Postadress i kundregistret', en: 'Postal address in the customer register' }),
          how: 'corrected',
        },
        { what: t({ sv: 'Ärende om reklamation', en: 'Case about a complaint' }), how: 'completed' },
      ],
      doneOn: '2026-12-01',
      notified: told,
      unchanged: [],
    },
    {
      kind: 'rectified',
      changes: [
        {
          what: t({ sv: 'Telefonnummer i kundregistret', en: 'Telephone number in the customer register' }),
          how: 'corrected',
        },
      ],
      doneOn: '2026-12-01',
      notified: notAllTold,
      unchanged: [
        {
          what: t({ sv: 'Datum för köpet', en: 'Date of the purchase' }),
          reason: t({ sv: 'Kvittot visar samma datum', en: 'The receipt shows the same date' }),
        },
      ],
    },
  ];
}

export const rectified = { samples, swedish, english };
