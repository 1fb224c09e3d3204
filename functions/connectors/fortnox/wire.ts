import * as z from 'zod';
import { resources } from './resources.ts';
import { itemsOf, oneOf } from '../sdk/unread-record.ts';
import {
  countSchema,
  fieldsOf,
  fieldsSchema,
  isBlank,
  isFields,
  recordName,
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
  Customers: itemsOf(recordWith(z.object({ CustomerNumber: recordName }))),
});
export const invoiceListSchema = z.object({
  MetaInformation: metaSchema,
  Invoices: itemsOf(recordWith(z.object({ DocumentNumber: recordName }))),
});

const customerRecord = recordWith(z.object({ CustomerNumber: recordName }));
export type Customer = z.infer<typeof customerRecord>;
export const customerSchema = z.object({ Customer: oneOf(customerRecord, ['CustomerNumber']) });
const invoiceRecord = recordWith(
  z.object({
    CustomerNumber: recordName,
    DocumentNumber: recordName,
    InvoiceRows: itemsOf(fieldsSchema).nullish(),
  }),
);
export type Invoice = z.infer<typeof invoiceRecord>;
export const invoiceSchema = z.object({ Invoice: oneOf(invoiceRecord, ['DocumentNumber', 'CustomerNumber']) });
export const tokenSchema = z.object({ access_token: z.string().min(1) });

/**
 * Flattens a record: a field of a nested object gets a name with a dot, such as `EmailInformation.EmailAddressTo`.
 * Empty fields and Fortnox's own URLs (`@url`) are removed. An object stays as it is if `resources` describes its field
 * as a plain value.
 */
export function flat(record: VendorFields): VendorFields {
  const flattened = Object.entries(record).flatMap(([name, value]): (readonly [string, VendorValue])[] =>
    isFields(value) && !plainFields.has(name)
      ? Object.entries(value).map(([inner, innerValue]) => [`${name}.${inner}`, innerValue])
      : [[name, value]],
  );
  return fieldsOf(flattened.filter(([name, value]) => !name.startsWith('@') && !isBlank(value)));
}

const plainFields: ReadonlySet<string> = new Set(Object.values(resources).flatMap(({ fields }) => Object.keys(fields)));
