import type { LetterDate, RecordPointer } from '../parts.ts';
import { securePage, type Translate } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/** The letter that instructs a processor to help with a request (Art. 28(3)(e)). */
export type Content = {
  readonly kind: 'processor-task';
  readonly system: string;
  readonly record: RecordPointer;
  readonly task: 'search' | 'rectify' | 'erase' | 'restrict' | 'hand-over' | 'stop-marketing';
  readonly replyBy: LetterDate;
};

function samples(t: Translate): readonly Content[] {
  return [
    {
      kind: 'processor-task',
      system: t({ sv: 'nyhetsbrevet', en: 'the newsletter' }),
      record: { kind: 'secure-page', address: securePage },
      task: 'search',
      replyBy: '2026-12-04',
    },
    ...(['rectify', 'erase', 'restrict', 'hand-over', 'stop-marketing'] as const).map((task) => ({
      kind: 'processor-task' as const,
      system: t({ sv: 'nyhetsbrevet', en: 'the newsletter' }),
      record: { kind: task === 'erase' ? ('contract-number' as const) : ('order-number' as const), value: 'A-5501' },
      task,
      replyBy: '2026-12-04',
    })),
  ];
}

export const processorTask = { samples, swedish, english };
