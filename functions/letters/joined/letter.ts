import { found } from '../case-parts.ts';
import type { LetterDate } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that says that the request was joined to another case of the person. */
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
    // The link leads to this case, not to the other case. Somebody who can open only this case must not see the other
    // case.
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
