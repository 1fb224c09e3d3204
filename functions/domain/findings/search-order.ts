import * as z from 'zod';
import { identifierKindSchema, identifierSchema } from '../identifiers/identifier.ts';
import { numberFormatsSchema } from '../identifiers/number-formats.ts';
import type { Knowledge } from './knowledge.ts';
import { keyText } from './belonging.ts';
import { recordKeySchema, taughtSchema } from './finding.ts';

/** Identifies one search of one system. */
const search = {
  caseId: z.string().min(1).max(40),
  system: z.string().min(1).max(40),
  wave: z.number().int().positive(),
  /** The number of the search within the wave: how often staff have asked for another search of the system. */
  run: z.number().int().nonnegative(),
};
export const searchIdSchema = z.strictObject(search);
export type SearchId = Readonly<z.infer<typeof searchIdSchema>>;

const knownIdentifierSchema = z
  .strictObject({ ...identifierSchema.shape, system: z.string().exactOptional() })
  .readonly();

/**
 * The order for the search of one system: everything that the Lambda function of the search knows of the case. It
 * contains only what this search needs, and is erased with the findings of the case.
 */
export const searchOrderSchema = z.strictObject({
  v: z.literal(1),
  ...search,
  /**
   * `wanted`: the search is made with the identifiers in `wanted`. `nothing-proven`: nothing is proven to search for,
   * so the search fails. `nothing-left`: staff have rejected every identifier of the wave, or taken back every adoption,
   * so nothing is searched.
   */
  searchBy: z.enum(['wanted', 'nothing-proven', 'nothing-left']),
  /**
   * The verified identifiers that are new in this wave, of the kinds that the connector accepts. If the wave searches
   * for adopted records, the list contains all verified identifiers, not only the new ones. A system returns an adopted
   * record only for the identifier by which it was found before.
   */
  wanted: z.array(knownIdentifierSchema),
  /** All verified identifiers that records of this system can contain. They decide whose a record is. */
  verified: z.array(knownIdentifierSchema),
  /** The identifiers that staff have rejected and that records of this system can contain. */
  rejected: z.array(knownIdentifierSchema),
  /** The records of this system that staff adopted as the person's. Absent: none. */
  adopted: z.array(recordKeySchema).exactOptional(),
  /** The kinds of the verified identifiers that are not in `verified`. */
  otherKinds: z.array(identifierKindSchema),
  /** How the controller of the case reads the identifiers in a record. */
  reading: z.strictObject({
    timeZone: z.string().min(1),
    allowInterimNumbers: z.boolean(),
    numbers: numberFormatsSchema,
  }),
});
export type SearchOrder = Readonly<z.infer<typeof searchOrderSchema>>;

/** An order that must not be carried out any more: the case has ended, or staff must first decide on a circumstance. */
export const withdrawnOrderSchema = z.strictObject({ v: z.literal(1), ...search, withdrawn: z.literal(true) });

const count = z.number().int().nonnegative();

/** The result of a search. A step of the workflow reads it and commits it to the case. */
export const searchResultSchema = z.strictObject({
  v: z.literal(1),
  ...search,
  result: z.enum(['found', 'nothing-held', 'failed']),
  records: count,
  files: count,
  possible: count,
  disputed: count,
  resources: z.array(z.strictObject({ resource: z.string(), records: count, files: count })),
  /** For `failed`: a code for the kind of failure. */
  reason: z.string().exactOptional(),
  /** The identifiers in records of the system that are not verified yet. */
  learned: z.array(taughtSchema),
});
export type SearchResult = Readonly<z.infer<typeof searchResultSchema>>;

/**
 * What an order says of the person, in the form that `whoseBy` and `standings` take. An order is about one system only.
 */
export function knowledgeOf({ verified, rejected, otherKinds, adopted = [] }: SearchOrder): Knowledge {
  const keys = new Set(adopted.map(keyText));
  return { verified, rejected, otherKinds, isAdopted: (_, record) => keys.has(keyText(record)) };
}
