import * as z from 'zod';
import type { Resources } from './annotation.ts';

/** The kind of record that staff enter by hand. */
export const writtenEntry = 'written-entry';

/** The id of a file that staff found by hand: the SHA-256 of its content. */
export const handFileIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The fields that a member of staff fills in after searching a system by hand. */
export const manualResources: Resources = {
  [writtenEntry]: {
    title: { sv: 'Uppgift som vi har skrivit av', en: 'Entry that we have copied out' },
    fields: {
      heading: {
        title: { sv: 'Vad det är', en: 'What it is' },
        category: 'other',
        origin: 'unknown',
        thirdParty: 'none',
        portable: false,
      },
      text: {
        title: { sv: 'Vad som står', en: 'What it says' },
        category: 'other',
        origin: 'unknown',
        thirdParty: 'possible',
        portable: false,
      },
    },
  },
};
