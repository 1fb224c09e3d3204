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
  /** The field that it was read from. */
  field: z.string(),
});
export type HeldIdentifier = Readonly<z.infer<typeof heldIdentifierSchema>>;

/** Points at a record: `id` is unique within its resource in its system. */
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

/** A record that belongs to the person. */
export const findingSchema = z.strictObject({
  resource: z.string(),
  id: z.string(),
  data: jsonObjectSchema,
  partOf: recordKeySchema.nullable(),
  attachments: z.array(storedAttachmentSchema),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;

/** Why a record or a document that belongs to the person is not among the findings. */
export const unreadReasonSchema = z.enum([...unreadableReasons, 'too-large', 'address-refused']);
export type UnreadReason = z.infer<typeof unreadReasonSchema>;

/** What belongs or may belong to the person and could not be taken over as it was: named in the answer, never altered. */
export const unreadSchema = z.strictObject({
  resource: z.string(),
  id: z.string(),
  /** Title of the document that could not be fetched; `null`: the record itself could not be read. */
  document: z.string().nullable(),
  /** Whether it is known to be the person's: of some records even that could not be read. */
  certain: z.boolean(),
  reason: unreadReasonSchema,
});
export type Unread = Readonly<z.infer<typeof unreadSchema>>;

/** One page of findings of one system: one object in the findings bucket, written once. */
export const findingsPageSchema = z.strictObject({
  v: z.literal(1),
  system: z.string(),
  /** 0 where a member of staff wrote down what was found. */
  wave: z.number().int().nonnegative(),
  page: z.number().int().positive(),
  /** When the system answered, ISO 8601. */
  asOf: z.string(),
  findings: z.array(findingSchema),
  /** Pages of 0.2.0 have none. */
  unread: z.array(unreadSchema).default([]),
  /** Candidates that no verified identifier ties to the person; only where they are, never what they hold. */
  possible: z.array(recordKeySchema),
  /** Identifiers that findings of this page teach, normalised. */
  learned: z.array(identifierSchema),
  /** What later pages need to know of this one: which records their parts belong to. */
  roots: z.array(recordKeySchema),
  /** The connector's cursor for the next page; `null` on the last page. */
  next: jsonSchema,
});
export type FindingsPage = Readonly<z.infer<typeof findingsPageSchema>>;
