import type { LetterDate, RecordPointer } from '../parts.ts';
import { securePage } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that tells a recipient that data were corrected, erased or restricted (Art. 19). For a processor it is
 * also an instruction (Art. 28(3)(a)).
 */
export type Content = {
  readonly kind: 'recipient-notice';
  readonly to: 'processor' | 'controller';
  readonly record: RecordPointer;
  readonly operation: 'rectified' | 'completed' | 'erased' | 'restricted' | 'restriction-lifted';
  readonly doneOn: LetterDate;
  readonly confirmBy: LetterDate;
};

function samples(): readonly Content[] {
  return [
    {
      kind: 'recipient-notice',
      to: 'processor',
      record: { kind: 'record-number', value: 'K-104455' },
      operation: 'erased',
      doneOn: '2026-12-01',
      confirmBy: '2026-12-11',
    },
    {
      kind: 'recipient-notice',
      to: 'controller',
      record: { kind: 'secure-page', address: securePage },
      operation: 'restricted',
      doneOn: '2026-12-01',
      confirmBy: '2026-12-11',
    },
    ...(['rectified', 'completed', 'restriction-lifted'] as const).map((operation) => ({
      kind: 'recipient-notice' as const,
      to: 'controller' as const,
      record: { kind: 'customer-number' as const, value: 'N-2207' },
      operation,
      doneOn: '2026-12-01',
      confirmBy: '2026-12-11',
    })),
  ];
}

export const recipientNotice = { samples, swedish, english };
