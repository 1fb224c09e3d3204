import * as z from 'zod';
import { actorSchema } from '../vocabulary.ts';

/** The schemas of fields that several events have. */
export const count = z.number().int().nonnegative();
export const ordinal = z.number().int().positive();
export const instant = z.iso.datetime();
export const date = z.iso.date();
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Id of a free text on the subject profile: free text is never part of the log. */
export const text = z.string();

/**
 * The schema of one type of event, in its latest version. The fields of a stored version never change. A new field
 * needs a new `v` and an upcaster (`upcast.ts`).
 */
export function event<const Type extends string, const V extends number, Shape extends z.core.$ZodLooseShape>(
  type: Type,
  v: V,
  shape: Shape,
) {
  return z.strictObject({ type: z.literal(type), v: z.literal(v), at: instant, by: actorSchema, ...shape });
}

/** Whether an event belongs to one topic. */
export function ofTopic<
  Schema extends z.ZodType<{ readonly type: string }> & {
    readonly options: readonly { readonly shape: { readonly type: z.ZodLiteral<string> } }[];
  },
>(schema: Schema): (event: { readonly type: string }) => event is Readonly<z.infer<Schema>> {
  const types = new Set(schema.options.map(({ shape }) => shape.type.value));
  return (event): event is Readonly<z.infer<Schema>> => types.has(event.type);
}
