import type { LetterDate, AtLeastOne } from '../parts.ts';
import { sampleParts, type Translate } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that tells the person that a restriction will be lifted (Art. 18(3)). The letter must be sent before the
 * restriction is lifted.
 */
export type Content = {
  readonly kind: 'restriction-ends';
  readonly marked: AtLeastOne<string>;
  readonly liftedOn: LetterDate;
  readonly reason: string;
};

function samples(t: Translate): readonly Content[] {
  const { notes, invoicing } = sampleParts(t);
  return [
    {
      kind: 'restriction-ends',
      marked: [notes, invoicing],
      liftedOn: '2027-01-15',
      reason: t({
        sv: 'Vi har kontrollerat uppgifterna och rättat det som var fel',
        en: 'We have checked the data and corrected what was wrong',
      }),
    },
  ];
}

export const restrictionEnds = { samples, swedish, english };
