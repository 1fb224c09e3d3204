import * as z from 'zod';
import { localisedSchema } from '../language.ts';

/** Categories of personal data, as the register of processing activities groups them (Art. 15(1)(b), Art. 30(1)(c)). */
export const dataCategorySchema = z.enum([
  'contact',
  'identity',
  'credentials',
  'professional',
  'recruitment',
  'commercial',
  'financial',
  'usage',
  'technical',
  'log',
  'communication',
  'feedback',
  'media',
  'health',
  'other',
]);
export type DataCategory = z.infer<typeof dataCategorySchema>;

/**
 * How a value is written that a person would not understand as it stands: the text of an HTML page, yes and no as the texts
 * `true` and `false`, or a code, with what each means. A code that is not among them is shown as it is.
 */
export const writtenSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('html') }),
  z.strictObject({ as: z.literal('yes-no') }),
  z.strictObject({ as: z.literal('codes'), meanings: z.record(z.string(), localisedSchema) }),
]);
export type Written = Readonly<z.infer<typeof writtenSchema>>;

/** What every field of every resource must say of itself. */
export const fieldSchema = z.strictObject({
  title: localisedSchema,
  category: dataCategorySchema,
  /**
   * What such a field usually holds (Art. 20: WP 242): what the person gave, what was observed of what the person did, what
   * the organisation noted or set itself, what was worked out from other data; `unknown` where it can be any of them.
   */
  origin: z.enum(['provided', 'observed', 'noted', 'inferred', 'unknown']),
  /** Whether the value can be about somebody else: `certain` is left out of the copy, `possible` is shown to staff (Art. 15(4)). */
  thirdParty: z.enum(['none', 'possible', 'certain']),
  /** Part of a portability export when the processing rests on consent or contract (Art. 20(1)). */
  portable: z.boolean(),
  /** Absent: the value is understood as it stands. */
  written: writtenSchema.optional(),
});
export type Field = Readonly<z.infer<typeof fieldSchema>>;

/** One kind of record that a system holds. */
export const resourceSchema = z.strictObject({
  title: localisedSchema,
  fields: z.record(z.string(), fieldSchema),
  /** How to read fields that the organisation has defined itself in the system; absent: there are none. */
  otherFields: fieldSchema.optional(),
});
export type Resource = Readonly<z.infer<typeof resourceSchema>>;
export type Resources = Readonly<Record<string, Resource>>;

/**
 * The annotation of a field, or `undefined` when the resource does not know it. A field that happens to be named like a
 * property of every object (`constructor`) has none by that.
 */
export function annotationOf(resource: Resource, field: string): Field | undefined {
  return Object.hasOwn(resource.fields, field) ? resource.fields[field] : resource.otherFields;
}
