import * as z from 'zod';
import { identifierKindSchema, identifierSchema } from '../identifiers/identifier.ts';
import { weightSchema } from '../identifiers/weight.ts';
import { unreadableReasons } from '../json-reader.ts';
import { jsonObjectSchema, jsonSchema } from '../json.ts';

/** An identifier that a field of a record holds, normalised. */
export const heldIdentifierSchema = z.strictObject({
  kind: identifierKindSchema,
  value: z.string().min(1).max(254),
  weight: weightSchema,
  /** The field that the identifier was read from. */
  field: z.string(),
});
export type HeldIdentifier = Readonly<z.infer<typeof heldIdentifierSchema>>;

/** Refers to a record: `id` is unique among the records of its kind (`resource`) in one system. */
export const recordKeySchema = z.strictObject({ resource: z.string(), id: z.string() });
export type RecordKey = Readonly<z.infer<typeof recordKeySchema>>;

/** A document that belongs to a record, as stored with the findings. */
export const storedAttachmentSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Key in the findings bucket. */
  key: z.string(),
});
export type StoredAttachment = Readonly<z.infer<typeof storedAttachmentSchema>>;

const segments = z.record(z.string(), z.string());
/** A document that has not been fetched, and the call of the connector that fetches it. */
export const unfetchedAttachmentSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  mediaType: z.string(),
  fetch: z.strictObject({
    call: z.string(),
    path: segments.optional(),
    query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
});

/** Why a record was considered the person's when it was stored. */
export const tieSchema = z.discriminatedUnion('as', [
  /** By its own identifiers. `as` is the weight of the strongest identifier. */
  z.strictObject({ as: z.enum(['own', 'contact']), by: z.array(identifierSchema) }),
  /** As a part of a record that belongs to the person. */
  z.strictObject({ as: z.literal('part') }),
  /** A member of staff decided that it is the person's. */
  z.strictObject({ as: z.literal('adopted') }),
  /** A member of staff entered it. */
  z.strictObject({ as: z.literal('written') }),
  /** Stored in the first version of this format, which did not give the reason. */
  z.strictObject({ as: z.literal('unsaid') }),
]);
export type KeptTie = Readonly<z.infer<typeof tieSchema>>;

const record = {
  resource: z.string(),
  id: z.string(),
  data: jsonObjectSchema,
  partOf: recordKeySchema.nullable(),
};

const findingSchema = z.strictObject({ ...record, attachments: z.array(storedAttachmentSchema) });
/** A record as the answer contains it. */
export type Finding = Readonly<z.infer<typeof findingSchema>>;

/** A record that is considered the person's, with the evidence. */
export const keptFindingSchema = z.strictObject({
  ...findingSchema.shape,
  identifiers: z.array(heldIdentifierSchema),
  tie: tieSchema,
  /**
   * Why `data` is empty; `null` if the record could be read. `identifiers` then holds the identifiers that could be
   * read.
   */
  unreadable: z.enum(unreadableReasons).nullable(),
});
export type KeptFinding = Readonly<z.infer<typeof keptFindingSchema>>;

/** Why a record or a document that belongs to the person, or may belong to the person, is not among the findings. */
export const unreadReasonSchema = z.enum([...unreadableReasons, 'too-large', 'address-refused']);
export type UnreadReason = z.infer<typeof unreadReasonSchema>;

/**
 * A record or document that belongs, or may belong, to the person and could not be copied unchanged. The answer names
 * it and contains no altered copy.
 */
export const unreadSchema = z.strictObject({
  resource: z.string(),
  id: z.string(),
  /** Title of the document that could not be fetched; `null`: the record itself could not be read. */
  document: z.string().nullable(),
  /** Whether it is known to be the person's. Some unreadable records may belong to somebody else. */
  certain: z.boolean(),
  reason: unreadReasonSchema,
});
export type Unread = Readonly<z.infer<typeof unreadSchema>>;

/** A record that is not considered the person's. Its documents are not fetched. */
const apartSchema = z.strictObject({
  ...record,
  identifiers: z.array(heldIdentifierSchema),
  attachments: z.array(unfetchedAttachmentSchema),
  /** Why `data` is empty; `null` if the record could be read. */
  unreadable: z.enum(unreadableReasons).nullable(),
});
export type ApartRecord = Readonly<z.infer<typeof apartSchema>>;
const disputedSchema = z.strictObject({
  ...apartSchema.shape,
  /**
   * The verified identifiers that tie the record to the person; none if the record is only a part of the person's
   * record.
   */
  by: z.array(identifierSchema),
  against: z.array(identifierSchema),
});
export type DisputedRecord = Readonly<z.infer<typeof disputedSchema>>;

const page = {
  system: z.string(),
  /** 0 if a member of staff entered the result. */
  wave: z.number().int().nonnegative(),
  page: z.number().int().positive(),
  /** When the system responded, ISO 8601. */
  asOf: z.string(),
  /** The connector's cursor for the next page; `null` on the last page. */
  next: jsonSchema,
};

/** An identifier that records of a page contain. */
export const taughtSchema = z.strictObject({
  kind: identifierKindSchema,
  value: z.string().min(1).max(254),
  /** The strongest weight with which a record contains the identifier. */
  weight: weightSchema,
  /** Whether only disputed records contain the identifier. */
  disputed: z.boolean(),
});
export type Taught = Readonly<z.infer<typeof taughtSchema>>;

/** One page of findings of one system: one object in the findings bucket, written once. */
export const findingsPageSchema = z.strictObject({
  v: z.literal(2),
  ...page,
  findings: z.array(keptFindingSchema),
  /**
   * Documents of these findings that could not be fetched, and records that could not be read and may be the person's.
   */
  unread: z.array(unreadSchema),
  /**
   * Disputed records. Each is tied to the person by a verified identifier, or as a part of a record of the person.
   * Another identifier, or a field that could not be read, may point to somebody else.
   */
  disputed: z.array(disputedSchema),
  /** Records that no verified identifier ties to the person. */
  possible: z.array(apartSchema),
  /** Parts whose record does not belong to the person, or is on a later page. */
  unplaced: z.array(apartSchema),
  /** Identifiers in records of this page. */
  learned: z.array(taughtSchema),
});
export type FindingsPage = Readonly<z.infer<typeof findingsPageSchema>>;

const firstPageSchema = z.strictObject({
  v: z.literal(1),
  ...page,
  findings: z.array(findingSchema),
  possible: z.array(recordKeySchema),
  learned: z.array(identifierSchema),
  roots: z.array(recordKeySchema),
});

/**
 * Reads a stored page of any version, and returns it in the form of the latest version. The first version stored
 * possible records without their content.
 */
export const storedPageSchema = z.discriminatedUnion('v', [
  findingsPageSchema,
  firstPageSchema.transform(({ system, wave, page: number, asOf, next, ...kept }): FindingsPage => ({
    v: 2,
    system,
    wave,
    page: number,
    asOf,
    next,
    unread: [],
    findings: kept.findings.map((finding) => ({
      ...finding,
      identifiers: [],
      tie: { as: wave === 0 ? 'written' : 'unsaid' },
      unreadable: null,
    })),
    disputed: [],
    possible: kept.possible.map((key) => ({
      ...key,
      data: {},
      partOf: null,
      identifiers: [],
      attachments: [],
      unreadable: null,
    })),
    unplaced: [],
    learned: kept.learned.map((identifier) => ({ ...identifier, weight: 'own', disputed: false })),
  })),
]);
