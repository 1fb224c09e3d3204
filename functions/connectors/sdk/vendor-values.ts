import * as z from 'zod';
import { ExactNumber } from '#domain/json.ts';
import { Unreadable, type ReadJson } from '#domain/json-reader.ts';

/**
 * A value as the system sent it. A value that cannot be kept unchanged is `Unreadable`, and the core refuses only the
 * record with that value.
 */
export type VendorValue = ReadJson;
/** A record as the system sent it, with every field, even fields named `__proto__` or `constructor`. */
export type VendorFields = { readonly [field: string]: VendorValue };

/** Accepts any value unchanged. */
export const valueSchema = z.custom<VendorValue>((value) => value !== undefined, { error: 'must be there' });
/** Accepts an object unchanged, with all its fields. */
export const fieldsSchema = z.custom<VendorFields>(isFields, { error: 'must be an object' });

/**
 * A record with some required fields. The required fields are checked and parsed, and `data` is the whole record as
 * sent. (`z.object().catchall()` and `z.record()` drop a field named `__proto__`.)
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

// The maximum length: longer than any vendor's id, and short enough for a URL.
const longestKey = 1000;

/**
 * The name of a record in its system. It is a text that can be put into a path, or the digits of a whole number. It is
 * used for requests and comparisons. The answer contains the original value.
 */
export const recordName = z
  .union([
    z.string().refine((text) => /^(?!\.{0,2}$)/.test(text) && text.length <= longestKey && text.isWellFormed()),
    z.union([z.number(), z.instanceof(ExactNumber)]).refine((number) => /^\d{1,100}$/.test(String(number))),
  ])
  .transform(String);

/** The name of a record in this field, or `undefined` if the value cannot be used in a request. */
export function nameIn(value: VendorValue | undefined): string | undefined {
  return recordName.safeParse(value).data;
}

/** A whole number that counts something, such as a total. Its spelling may be `3`, `3.0` or `"3"`. */
export const countSchema = z
  .union([z.number(), z.instanceof(ExactNumber), z.string().regex(/^\d+(?:\.0+)?$/)])
  .transform(Number)
  .pipe(z.int().nonnegative());

/** The text in a field, or the digits of a number; `undefined` for other values. */
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

/** Whether a value is empty. */
export function isBlank(value: VendorValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return (Array.isArray(value) || isFields(value)) && Object.keys(value).length === 0;
}

/** A record from pairs of name and value. If a name comes twice, both values are kept, and the record is refused. */
export function fieldsOf(entries: Iterable<readonly [name: string, value: VendorValue]>): VendorFields {
  const fields = new Map<string, VendorValue>();
  for (const [name, value] of entries) fields.set(name, fields.has(name) ? new Unreadable('duplicate-key') : value);
  return Object.fromEntries(fields);
}
