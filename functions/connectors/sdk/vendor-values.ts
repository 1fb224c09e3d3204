import * as z from 'zod';
import { ExactNumber } from '#domain/json.ts';
import { Unreadable, type ReadJson } from '#domain/json-reader.ts';

/** A value as the system sent it; what cannot be kept as it was is `Unreadable`, and the core refuses its record alone. */
export type VendorValue = ReadJson;
/** A record of the system: every field that it has, also those that are called `__proto__` or `constructor`. */
export type VendorFields = { readonly [field: string]: VendorValue };

/** Lets any value through unchanged. */
export const valueSchema = z.custom<VendorValue>((value) => value !== undefined, { error: 'must be there' });
/** Lets an object through unchanged, with all its fields. */
export const fieldsSchema = z.custom<VendorFields>(isFields, { error: 'must be an object' });

/**
 * A record of which some fields are needed: those are checked and parsed, and `data` is all of it as it was sent.
 * (`z.object().catchall()` and `z.record()` leave a field out that is called `__proto__`.)
 */
export function recordWith<Known extends object>(
  known: z.ZodType<Known>,
): z.ZodType<Known & { readonly data: VendorFields }> {
  return fieldsSchema.transform((data, context) => {
    const needed = known.safeParse(data);
    if (needed.success) return { ...needed.data, data };
    for (const { path, message } of needed.error.issues) context.addIssue({ code: 'custom', path: [...path], message });
    return z.NEVER;
  });
}

// Longer than any id of a vendor, and short enough for an address.
const longestKey = 1000;

/**
 * What names a record in its system: a text that can stand in the path of a call, or a whole number, as a text with
 * every digit as the system wrote it. It is for asking and comparing: what is delivered is the value itself.
 */
export const recordName = z
  .union([
    z.string().refine((text) => /^(?!\.{0,2}$)/.test(text) && text.length <= longestKey && text.isWellFormed()),
    z.union([z.number(), z.instanceof(ExactNumber)]).refine((number) => /^\d{1,100}$/.test(String(number))),
  ])
  .transform(String);

/** The name of a record in a field, or `undefined` where there is none that could be asked for. */
export function nameIn(value: VendorValue | undefined): string | undefined {
  return recordName.safeParse(value).data;
}

/** A whole number that is counted with, such as a total, however the system writes it: `3`, `3.0` or `"3"`. */
export const countSchema = z
  .union([z.number(), z.instanceof(ExactNumber), z.string().regex(/^\d+(?:\.0+)?$/)])
  .transform(Number)
  .pipe(z.int().nonnegative());

/** The text of a field that holds one, or of a number as it was written; nothing where there is none. */
export function textIn(value: VendorValue | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || value instanceof ExactNumber ? String(value) : undefined;
}

/** Whether a value is a group of named values. */
export function isFields(value: unknown): value is VendorFields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ExactNumber) &&
    !(value instanceof Unreadable)
  );
}

/** Whether a value says nothing. */
export function isBlank(value: VendorValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return (Array.isArray(value) || isFields(value)) && Object.keys(value).length === 0;
}

/** Fields from names and values; of a name that comes twice neither value is dropped, so its record is refused. */
export function fieldsOf(entries: Iterable<readonly [name: string, value: VendorValue]>): VendorFields {
  const fields = new Map<string, VendorValue>();
  for (const [name, value] of entries) fields.set(name, fields.has(name) ? new Unreadable('duplicate-key') : value);
  return Object.fromEntries(fields);
}
