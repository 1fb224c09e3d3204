// It was not recorded whether a letter had come back, or whether a contact point was called unsafe.

import * as z from 'zod';

const stateSchema = z.looseObject({
  letters: z.unknown(),
  /** The stage to which a case returns when it is reopened. */
  resume: z.unknown().optional(),
});

/** A recorded state in which no letter has come back, and no contact point was called unsafe. */
export function noneReturned(recorded: unknown): unknown {
  const read = stateSchema.safeParse(recorded);
  if (!read.success || !('letters' in read.data)) return recorded;
  const { resume, ...state } = read.data;
  return { ...state, returned: [], unsafeContacts: [], ...('resume' in read.data ? { resume: noneReturned(resume) } : {}) };
}
