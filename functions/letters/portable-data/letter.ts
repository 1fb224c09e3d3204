import type { LetterDate, AtLeastOne, RefusedItem } from '../parts.ts';
import { sampleParts, statusLink, type Translate } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/** The letter with data that another service can read (Art. 20). */
export type Content = {
  readonly kind: 'portable-data';
  readonly leftOut: readonly RefusedItem[];
} & (
  | {
      readonly delivery: 'file';
      readonly statusLink: string;
      readonly availableUntil: LetterDate;
      readonly formats: AtLeastOne<'JSON' | 'CSV' | 'XML'>;
    }
  /** `confirmedOn` is the day on which the other service confirmed that it had received the data. */
  | { readonly delivery: 'transferred'; readonly to: string; readonly confirmedOn: LetterDate }
);

function samples(t: Translate): readonly Content[] {
  const { others } = sampleParts(t);
  return [
    {
      kind: 'portable-data',
      delivery: 'file',
      statusLink,
      availableUntil: '2026-12-15',
      formats: ['JSON', 'CSV'],
      leftOut: [],
    },
    {
      kind: 'portable-data',
      delivery: 'transferred',
      to: 'Fjällbutiken i Exempel AB',
      confirmedOn: '2026-12-02',
      leftOut: [others],
    },
  ];
}

export const portableData = { samples, swedish, english };
