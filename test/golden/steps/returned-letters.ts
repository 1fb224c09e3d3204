// Of no letter it was recorded whether it had come back, and of no contact point that it was called unsafe.

import * as z from 'zod';

const stateSchema = z.looseObject({
  letters: z.unknown(),
  /** What a case that has ended goes on with when it is taken up again. */
  resume: z.unknown().optional(),
});

/** A recorded state in which no letter has come back, and no contact point was called unsafe. */
export function noneReturned(recorded: unknown): unknown {
  const read = stateSchema.safeParse(recorded);
  if (!read.success || !('letters' in read.data)) return recorded;
  const { resume, ...state } = read.data;
  return { ...state, returned: [], unsafeContacts: [], ...('resume' in read.data ? { resume: noneReturned(resume) } : {}) };
}
