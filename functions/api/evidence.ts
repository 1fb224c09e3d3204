import * as z from 'zod';
import { localisedSchema } from '#domain/language.ts';

/** How something in a record compares with what is known of the person; `unknown`: nothing is known to compare with. */
const comparedSchema = z.enum(['agrees', 'unclear', 'differs', 'unknown']);
const saidSchema = z.strictObject({ value: z.string(), compared: comparedSchema }).nullable();

/** The maximum number of identifiers in one request. */
export const mostEvidence = 20;

/** The body of `POST /v1/cases/{id}/identifiers`: the identifiers to show, each by its name in `learned` of the case view. */
export const evidenceRequestSchema = z
  .strictObject({
    identifiers: z
      .array(z.string().regex(/^[0-9a-f]{64}$/, 'an identifier as the case names it'))
      .min(1)
      .max(mostEvidence),
  })
  .meta({ id: 'IdentifierEvidenceRequest' });

/** A record in which the identifier was found. */
const evidenceRecordSchema = z.strictObject({
  system: z.string(),
  systemTitle: localisedSchema,
  /** The kind of record, with its number where people use it. */
  title: localisedSchema,
  /** The titles of the fields that contain the identifier. */
  fields: z.array(localisedSchema),
  /** What the rules decided on the record: it belongs to the person, is disputed, or is possible. */
  standing: z.enum(['belongs', 'disputed', 'possible']),
  /** The name in the record; `null` if there is none. */
  name: saidSchema,
  /** The postal address in the record; `null` if there is none. */
  address: saidSchema,
  /** The other identifiers in the record. */
  identifiers: z.array(z.strictObject({ kind: z.string(), masked: z.string(), compared: comparedSchema })),
});
export type EvidenceRecord = Readonly<z.infer<typeof evidenceRecordSchema>>;

/** The response of `POST /v1/cases/{id}/identifiers`. */
export const evidenceListSchema = z
  .strictObject({
    identifiers: z.array(
      z.strictObject({
        /** The name of the identifier in `learned` of the case view. */
        identifier: z.string(),
        records: z.array(evidenceRecordSchema),
        /** Whether `records` may be incomplete: more records contain the identifier, or not all records were read. */
        more: z.boolean(),
        /** The titles of the systems that are searched by the identifier if it is accepted. */
        searches: z.array(localisedSchema),
      }),
    ),
  })
  .meta({ id: 'IdentifierEvidence' });
export type EvidenceList = Readonly<z.infer<typeof evidenceListSchema>>;
