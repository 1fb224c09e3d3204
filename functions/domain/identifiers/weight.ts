import * as z from 'zod';

/**
 * How strongly an identifier in a field ties its record to the person, from weak to strong. `stated`: somebody typed
 * the identifier into a form, and nobody checked it. `contact`: the identifier reaches somebody, perhaps several
 * people. `own`: the record is about the person with this identifier.
 */
export const weights = ['stated', 'contact', 'own'] as const;
export const weightSchema = z.enum(weights);
export type Weight = z.infer<typeof weightSchema>;

/** The stronger of two weights. */
export function stronger(a: Weight, b: Weight): Weight {
  return weights.indexOf(a) >= weights.indexOf(b) ? a : b;
}
