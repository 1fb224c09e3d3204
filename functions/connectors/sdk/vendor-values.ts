import * as z from 'zod';
import { ExactNumber } from '#domain/json.ts';
import { Unreadable, type ReadJson } from '#domain/json-reader.ts';

/**
 * A value as the system sent it. A value that cannot be stored unchanged becomes `Unreadable`
 * (`domain/json-reader.ts`). The answer then leaves out only the record with this value.
 */
export type VendorValue = ReadJson;
/** A record as the system sent it, with all fields, even if their name is `__proto__` or `constructor`. */
export type VendorFields = { readonly [field: string]: VendorValue };

/** Accepts any value and does not change it. */
export const valueSchema = z.custom<VendorValue>((value) => value !== undefined, { error: 'is missing' });
/** Accepts any object and does not change it. */
export const fieldsSchema = z.custom<VendorFields>(isFields, { error: 'must be an object' });

/**
 * A schema for a record of which only some fields are needed. These fields are checked and parsed; `data` is the whole
 * record as the system sent it. (`z.object().catchall()` and `z.record()` lose a field with the name `__proto__`.)
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

// The maximum length of an id: longer than any id of a vendor, and short enough for a URL.
const longestKey = 1000;

/**
 * Reads the id of a record, a string or a whole number, as a string that can be put into a URL path. Requests and
 * comparisons use this string; the answer shows the original value.
 */
export const recordName = z
  .union([
    z.string().refine((text) => /^(?!\.{0,2}$)/.test(text) && text.length <= longestKey && text.isWellFormed()),
    z.union([z.number(), z.instanceof(ExactNumber)]).refine((number) => /^\d{1,100}$/.test(String(number))),
  ])
  .transform(String);

/** The id of a record in this field; `undefined` if the value cannot be put into a path. */
export function nameIn(value: VendorValue | undefined): string | undefined {
  return recordName.safeParse(value).data;
}

/** A whole number that counts something, such as a total. A vendor may write it as `3`, `3.0` or `"3"`. */
export const countSchema = z
  .union([z.number(), z.instanceof(ExactNumber), z.string().regex(/^\d+(?:\.0+)?$/)])
  .transform(Number)
  .pipe(z.int().nonnegative());

/** The text of a field; for a number, its digits. `undefined` for other values and for an empty text. */
export function textIn(value: VendorValue | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || value instanceof ExactNumber ? String(value) : undefined;
}

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is VendorFields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ExactNumber) &&
    !(value instanceof Unreadable)
  );
}

/** Whether a value is empty: missing, `null`, an empty text, or an empty list or object. */
export function isBlank(value: VendorValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return (Array.isArray(value) || isFields(value)) && Object.keys(value).length === 0;
}

/**
 * Makes a record from pairs of a name and a value. If two pairs have the same name, the value is `Unreadable`, and so
 * the record counts as unreadable.
 */
export function fieldsOf(entries: Iterable<readonly [name: string, value: VendorValue]>): VendorFields {
  const fields = new Map<string, VendorValue>();
  for (const [name, value] of entries) fields.set(name, fields.has(name) ? new Unreadable('duplicate-key') : value);
  return Object.fromEntries(fields);
}
