import { found } from '../case-parts.ts';
import type { LetterDate } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** Says that the request was joined to an existing case. */
export type Content = {
  readonly kind: 'joined';
  readonly existingCase: string;
  readonly existingReceivedDate: LetterDate;
  readonly due: LetterDate;
  readonly statusLink: string;
};

function content(source: LetterSource): Content {
  const { statusLink } = source;
  const other = found(source.joinedTo);
  return {
    kind: 'joined',
    existingCase: other.reference,
    existingReceivedDate: other.receivedDate,
    due: other.due,
    // The link of the joined case, not of the existing case. A person who can reach only the joined case must not see
    // the existing case.
    statusLink,
  };
}

function samples(): readonly Content[] {
  return [
    {
      kind: 'joined',
      existingCase: '4pqr-5stv-6wxy-7z01',
      existingReceivedDate: '2026-11-12',
      due: '2026-12-14',
      statusLink,
    },
  ];
}

export const joined = { content, samples, swedish, english };
