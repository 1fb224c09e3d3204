import * as z from 'zod';

/**
 * What a field says when it holds somebody's identifier, from weak to strong. `stated`: somebody typed it in a form and
 * nobody checked it. `contact`: this is how somebody is reached about the record, and several people may share it.
 * `own`: the record is about whoever has it.
 */
export const weights = ['stated', 'contact', 'own'] as const;
export const weightSchema = z.enum(weights);
export type Weight = z.infer<typeof weightSchema>;

/** The stronger of two weights. */
export function stronger(a: Weight, b: Weight): Weight {
  return weights.indexOf(a) >= weights.indexOf(b) ? a : b;
}
