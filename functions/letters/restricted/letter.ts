import type { LetterDate, AtLeastOne, Notified } from '../parts.ts';
import { sampleParts, type Translate } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/** The letter that says that the processing of data is restricted (Art. 18(1)(a)-(d)). */
export type Content = {
  readonly kind: 'restricted';
  readonly marked: AtLeastOne<string>;
  readonly ground: 'accuracy-contested' | 'unlawful' | 'needed-for-claims' | 'objection-pending';
  readonly setOn: LetterDate;
  readonly reviewOn: LetterDate | null;
  readonly notified: Notified;
};

function samples(t: Translate): readonly Content[] {
  const { notes, told } = sampleParts(t);
  return (['accuracy-contested', 'unlawful', 'needed-for-claims', 'objection-pending'] as const).map((ground) => ({
    kind: 'restricted',
    marked: [t({ sv: 'Betalningsanmärkningar', en: 'Records of late payment' }), notes],
    ground,
    setOn: '2026-11-24',
    reviewOn: ground === 'accuracy-contested' ? '2027-01-15' : null,
    notified: told,
  }));
}

export const restricted = { samples, swedish, english };
