import * as z from 'zod';
import { actorSchema } from '../vocabulary.ts';

/** What the fields of events are made of. */
export const count = z.number().int().nonnegative();
export const ordinal = z.number().int().positive();
export const instant = z.iso.datetime();
export const date = z.iso.date();
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Id of a free text on the subject profile: what was said in words is never part of the log. */
export const text = z.string();

/**
 * One type of event, in the version that is written today: what happened, when, and who did it. A field is added with a
 * new `v` and an upcaster (`upcast.ts`), never changed.
 */
export function event<const Type extends string, const V extends number, Shape extends z.core.$ZodLooseShape>(
  type: Type,
  v: V,
  shape: Shape,
) {
  return z.strictObject({ type: z.literal(type), v: z.literal(v), at: instant, by: actorSchema, ...shape });
}

/** Tells the events of one topic from all others. */
export function ofTopic<
  Schema extends z.ZodType<{ readonly type: string }> & {
    readonly options: readonly { readonly shape: { readonly type: z.ZodLiteral<string> } }[];
  },
>(schema: Schema): (event: { readonly type: string }) => event is Readonly<z.infer<Schema>> {
  const types = new Set(schema.options.map(({ shape }) => shape.type.value));
  return (event): event is Readonly<z.infer<Schema>> => types.has(event.type);
}
