// Staff could not decide on single records, so no recorded state holds such a decision.

import * as z from 'zod';

const stateSchema = z.looseObject({ common: z.looseObject({}) });

/** A recorded state without any decision on records of an answer. */
export function nothingReviewed(recorded: unknown): unknown {
  const { common, ...state } = stateSchema.parse(recorded);
  return { ...state, common: { ...common, review: [], leftOut: {} } };
}
