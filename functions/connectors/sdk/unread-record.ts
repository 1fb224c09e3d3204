import * as z from 'zod';
import { Unreadable, unreadableIn } from '#domain/json-reader.ts';
import type { Candidate } from './connector.ts';
import { fieldsOf, isFields, valueSchema, type VendorFields, type VendorValue } from './vendor-values.ts';

/** A record that cannot be read as what it has to be. The search names it as unread and goes on. */
export class UnreadRecord {
  readonly reason: Unreadable;
  /** What was sent of it, with an `Unreadable` for each field that is needed and cannot be read; empty where it is no record. */
  readonly data: VendorFields;

  constructor(reason: Unreadable, data: VendorFields = {}) {
    this.reason = reason;
    this.data = data;
  }
}

/** A list, each item on its own: one that is not as `item` has it is an `UnreadRecord`, and the others are read. */
export function itemsOf<Item>(item: z.ZodType<Item>): z.ZodType<readonly (Item | UnreadRecord)[]> {
  return z.array(valueSchema).transform((values) => values.map((value) => readOrNot(item, value)));
}

/**
 * An answer, or a part of one, that is one record: an `UnreadRecord` where it is not as `record` has it. An object that
 * has none of the fields that are needed (`{}`, an error with status 200) is no record: the system gave no answer.
 */
export function oneOf<Record>(record: z.ZodType<Record>, needed: readonly string[]): z.ZodType<Record | UnreadRecord> {
  return valueSchema
    .refine((value) => !isFields(value) || needed.some((name) => Object.hasOwn(value, name)), 'must be a record')
    .transform((value) => readOrNot(record, value));
}

/** A candidate for an unread record: `field` is refused where nothing else of it is, so that the core names the record. */
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
