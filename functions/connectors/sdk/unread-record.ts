import * as z from 'zod';
import { Unreadable, unreadableIn } from '#domain/json-reader.ts';
import type { Candidate } from './connector.ts';
import { fieldsOf, isFields, valueSchema, type VendorFields, type VendorValue } from './vendor-values.ts';

/**
 * Takes the place of a record that does not match its schema. The search continues, and the answer lists the record as
 * unread.
 */
export class UnreadRecord {
  readonly reason: Unreadable;
  /**
   * The fields of the record. A field that does not match the schema has an `Unreadable` value. Empty if the record is
   * not an object.
   */
  readonly data: VendorFields;

  constructor(reason: Unreadable, data: VendorFields = {}) {
    this.reason = reason;
    this.data = data;
  }
}

/**
 * A schema for a list whose items are checked one by one. An item that does not match `item` becomes an `UnreadRecord`,
 * and the others are read.
 */
export function itemsOf<Item>(item: z.ZodType<Item>): z.ZodType<readonly (Item | UnreadRecord)[]> {
  return z.array(valueSchema).transform((values) => values.map((value) => readOrNot(item, value)));
}

/**
 * A schema for a single record in a response. A value that does not match `record` becomes an `UnreadRecord`.
 *
 * A response with none of the fields in `needed` is no record but, for example, `{}` or an error with status 200. It
 * does not match the schema.
 */
export function oneOf<Record>(record: z.ZodType<Record>, needed: readonly string[]): z.ZodType<Record | UnreadRecord> {
  return valueSchema
    .refine((value) => !isFields(value) || needed.some((name) => Object.hasOwn(value, name)), 'must be a record')
    .transform((value) => readOrNot(record, value));
}

/**
 * Makes the candidate for a record that could not be read. Only a candidate with an `Unreadable` field is reported as
 * unread. So if it has none, `field` becomes `Unreadable`.
 */
export function unreadCandidate(candidate: Candidate, { reason }: UnreadRecord, field: string): Candidate {
  if (unreadableIn(candidate.data) !== undefined) return candidate;
  const others = Object.entries(candidate.data).filter(([name]) => name !== field);
  return { ...candidate, data: fieldsOf([...others, [field, reason]]) };
}

function readOrNot<Item>(schema: z.ZodType<Item>, value: VendorValue): Item | UnreadRecord {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reason = new Unreadable(unreadableIn(value) ?? 'another-shape');
  if (!isFields(value)) return new UnreadRecord(reason);
  const broken = new Set(parsed.error.issues.flatMap(({ path: [name] }) => (typeof name === 'string' ? [name] : [])));
  const fine = Object.entries(value).filter(([name]) => !broken.has(name));
  return new UnreadRecord(
    reason,
    fieldsOf([
      ...fine,
      ...[...broken].map((name) => {
        const own = Object.hasOwn(value, name) ? unreadableIn(value[name] ?? null) : undefined;
        return [name, new Unreadable(own ?? 'another-shape')] as const;
      }),
    ]),
  );
}
