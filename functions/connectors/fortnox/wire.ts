import * as z from 'zod';
import {
  countSchema,
  digitsOrText as numberText,
  fieldsOf,
  fieldsSchema,
  isBlank,
  isFields,
  orUnreadable,
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
  Customers: z.array(z.object({ CustomerNumber: numberText, OrganisationNumber: z.unknown().optional() })),
});
export const invoiceListSchema = z.object({
  MetaInformation: metaSchema,
  Invoices: z.array(z.object({ CustomerNumber: numberText, DocumentNumber: numberText })),
});

const customerRecord = recordWith(z.object({ CustomerNumber: numberText }));
export type Customer = z.infer<typeof customerRecord>;
export const customerSchema = z.object({ Customer: orUnreadable(customerRecord) });
const invoiceRecord = recordWith(
  z.object({
    CustomerNumber: numberText,
    DocumentNumber: numberText,
    InvoiceRows: z.array(fieldsSchema).default([]),
  }),
);
export type Invoice = z.infer<typeof invoiceRecord>;
export const invoiceSchema = z.object({ Invoice: orUnreadable(invoiceRecord) });
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
