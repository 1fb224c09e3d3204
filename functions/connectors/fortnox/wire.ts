import * as z from 'zod';
import { jsonSchema, type Json } from '#domain/json.ts';

const numberText = z.union([z.string(), z.number()]).transform(String);

const metaSchema = z.object({ '@CurrentPage': z.coerce.number(), '@TotalPages': z.coerce.number() });
export const customerListSchema = z.object({
  MetaInformation: metaSchema,
  Customers: z.array(z.object({ CustomerNumber: numberText })),
});
export const invoiceListSchema = z.object({
  MetaInformation: metaSchema,
  Invoices: z.array(z.object({ CustomerNumber: numberText, DocumentNumber: numberText })),
});

const recordSchema = z.record(z.string(), jsonSchema);
export const customerSchema = z.object({ Customer: z.object({ CustomerNumber: numberText }).catchall(jsonSchema) });
export const invoiceSchema = z.object({
  Invoice: z
    .object({ CustomerNumber: numberText, DocumentNumber: numberText, InvoiceRows: z.array(recordSchema).default([]) })
    .catchall(jsonSchema),
});
export const tokenSchema = z.object({ access_token: z.string().min(1) });

/**
 * A record as one level of fields: nested objects get names with a dot, and what is empty (Fortnox sends every field
 * of a record always) or an address of Fortnox itself (`@url`) is left out.
 */
export function flat(record: Readonly<Record<string, Json>>): Record<string, Json> {
  const flattened = Object.entries(record).flatMap(([name, value]): [string, Json][] =>
    isObject(value)
      ? Object.entries(value).map(([inner, innerValue]) => [`${name}.${inner}`, innerValue])
      : [[name, value]],
  );
  return Object.fromEntries(
    flattened.filter(
      ([name, value]) =>
        !name.startsWith('@') && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The text in a field, or nothing. */
export function texts(record: Readonly<Record<string, Json>>, ...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = record[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
