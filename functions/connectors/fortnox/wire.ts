import * as z from 'zod';
import {
  countSchema,
  digitsOrText as numberText,
  fieldsOf,
  fieldsSchema,
  isBlank,
  isFields,
  recordWith,
  type VendorFields,
  type VendorValue,
} from '../sdk/vendor-values.ts';

const metaSchema = z.object({
  '@TotalResources': countSchema,
  '@TotalPages': countSchema,
  '@CurrentPage': countSchema,
});
export type Meta = z.infer<typeof metaSchema>;
export const customerListSchema = z.object({
  MetaInformation: metaSchema,
  Customers: z.array(z.object({ CustomerNumber: numberText })),
});
export const invoiceListSchema = z.object({
  MetaInformation: metaSchema,
  Invoices: z.array(z.object({ CustomerNumber: numberText, DocumentNumber: numberText })),
});

export const customerSchema = z.object({ Customer: recordWith(z.object({ CustomerNumber: numberText })) });
export const invoiceSchema = z.object({
  Invoice: recordWith(
    z.object({
      CustomerNumber: numberText,
      DocumentNumber: numberText,
      InvoiceRows: z.array(fieldsSchema).default([]),
    }),
  ),
});
export const tokenSchema = z.object({ access_token: z.string().min(1) });

/**
 * A record as one level of fields: nested objects get names with a dot, and what is empty (Fortnox sends every field
 * of a record always) or an address of Fortnox itself (`@url`) is left out.
 */
export function flat(record: VendorFields): VendorFields {
  const flattened = Object.entries(record).flatMap(([name, value]): (readonly [string, VendorValue])[] =>
    isFields(value)
      ? Object.entries(value).map(([inner, innerValue]) => [`${name}.${inner}`, innerValue])
      : [[name, value]],
  );
  return fieldsOf(flattened.filter(([name, value]) => !name.startsWith('@') && !isBlank(value)));
}
