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
 * How to explain a value that a person would not understand: as the text of an HTML page, as yes or no for the texts
 * `true` and `false`, or as a code with its meanings. A code without a meaning is shown unchanged.
 */
export const writtenSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('html') }),
  z.strictObject({ as: z.literal('yes-no') }),
  z.strictObject({ as: z.literal('codes'), meanings: z.record(z.string(), localisedSchema) }),
]);
export type Written = Readonly<z.infer<typeof writtenSchema>>;

/** The annotation of a field: what a connector declares about it. */
export const fieldSchema = z.strictObject({
  title: localisedSchema,
  category: dataCategorySchema,
  /**
   * Where the values of this field usually come from (Art. 20; WP 242). `provided`: the person gave the value.
   * `observed`: it was recorded while the person acted. `noted`: the organisation noted or set it. `inferred`: it was
   * derived from other data. `unknown`: any of these is possible.
   */
  origin: z.enum(['provided', 'observed', 'noted', 'inferred', 'unknown']),
  /**
   * Whether the value can concern somebody else. A `certain` value is left out of the copy; a `possible` value is shown
   * to staff (Art. 15(4)).
   */
  thirdParty: z.enum(['none', 'possible', 'certain']),
  /** Whether a portability export contains the value, if the processing rests on consent or contract (Art. 20(1)). */
  portable: z.boolean(),
  /** Absent: the value needs no explanation. */
  written: writtenSchema.optional(),
  /**
   * Whether the value is the name or the address of the person in the record. Staff compare it with the person of the
   * case. Absent: it is neither.
   */
  tells: z.enum(['name', 'address']).optional(),
});
export type Field = Readonly<z.infer<typeof fieldSchema>>;

/** One kind of record that a system holds. */
export const resourceSchema = z.strictObject({
  title: localisedSchema,
  fields: z.record(z.string(), fieldSchema),
  /**
   * The annotation of fields that the organisation has added to the system itself; absent: there are no such fields.
   */
  otherFields: fieldSchema.optional(),
});
export type Resource = Readonly<z.infer<typeof resourceSchema>>;
export type Resources = Readonly<Record<string, Resource>>;

/**
 * The annotation of a field. A field that is not listed gets `otherFields`, even if its name is a property of every
 * JavaScript object, such as `constructor`.
 */
export function annotationOf(resource: Resource, field: string): Field | undefined {
  return Object.hasOwn(resource.fields, field) ? resource.fields[field] : resource.otherFields;
}

/** The resource of this name that the connector declares. Throws if the connector declares none. */
export function resourceOf(resources: Resources, name: string): Resource {
  const resource = Object.hasOwn(resources, name) ? resources[name] : undefined;
  if (resource === undefined) throw new Error(`${name} is not a declared resource`);
  return resource;
}
