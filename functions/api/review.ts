import * as z from 'zod';
import { refusalGroundSchema } from '#domain/case/vocabulary.ts';
import { documentIdSchema, itemIdSchema, itemVersionSchema } from '#domain/review/entry.ts';
import { localisedSchema } from '#domain/language.ts';
import { dataCategorySchema } from '#domain/findings/annotation.ts';

/** The most bytes of a piece of a document in one response. Lambda allows 6 MB, and base64 adds a third. */
export const pieceBytes = 4_000_000;

/** In how many pieces a document of so many bytes is answered. */
export function piecesOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / pieceBytes));
}

// The review of an answer: what staff see, and what they decide, before the answer is released (Art. 15(4), 12(4)).

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The query of `GET /v1/cases/{id}/review`. */
export const reviewQuerySchema = z.strictObject({
  round: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .meta({ description: 'The answer, from 1; absent: the present one' }),
  system: z.string().min(1).max(100).optional().meta({ description: 'Only this system' }),
  resource: z.string().min(1).max(100).optional().meta({ description: 'Only this kind of record of the system' }),
  show: z.enum(['possible', 'disputed', 'documents', 'done', 'by-rule']).optional().meta({
    description:
      'Only items of this standing; only items with documents; only items on which somebody has decided; or only items that a rule releases and nobody has decided on',
  }),
  open: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({ description: 'Only items that a person must still decide on' }),
  cursor: z.string().min(1).max(300).optional().meta({ description: 'The `next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(50).default(20).meta({ description: 'The most items in the page' }),
});
export type ReviewQuery = Readonly<z.infer<typeof reviewQuerySchema>>;

/**
 * The body of `POST /v1/cases/{id}/review/search`. What is searched for is often a name, so it is not in the URL, which
 * servers and proxies log.
 */
export const reviewSearchSchema = z.strictObject({
  ...reviewQuerySchema.shape,
  open: z.boolean().optional().meta({ description: 'Only items that a person must still decide on' }),
  text: z.string().min(1).max(200).meta({ description: 'Only items in which this text is shown' }),
});

/** An identifier with most of its characters hidden; `POST …/reveal` shows it, and logs that it was shown. */
const maskedIdentifierSchema = z.strictObject({ kind: z.string(), masked: z.string() });

/** Why a record is, or may be, the person’s. */
const tieSchema = z.strictObject({
  how: z.enum(['own', 'contact', 'part', 'adopted', 'possible', 'disputed', 'hand']).meta({
    description:
      '`own`: an identifier of the record itself. `contact`: an address or number by which somebody is reached. `part`: it belongs to a record of the person. `adopted`: staff decided that it is the person’s. `possible`: no verified identifier ties it. `disputed`: something in it, or in another record, points to somebody else. `hand`: staff entered it',
  }),
  /** The identifiers that tie the record to the person. */
  by: z.array(maskedIdentifierSchema),
  /** The identifiers that point to somebody else. */
  against: z.array(maskedIdentifierSchema),
});

/** A decision on an item, or for all that are alike and also on this item. */
const decisionViewSchema = z.strictObject({
  /** The id of the command; with it the decision is undone. */
  commandId: z.string(),
  do: z.enum(['release', 'mask', 'withhold', 'adopt', 'reject']),
  /** Opaque id of the member of staff. */
  by: z.string(),
  at: z.string(),
  /** Whether the decision is one for all that are alike. */
  alike: z.boolean(),
  field: z.string().optional(),
  from: count.optional(),
  to: count.optional(),
  document: documentIdSchema.optional(),
  pages: z.strictObject({ from: z.number().int().positive(), to: z.number().int().positive() }).optional(),
  ground: refusalGroundSchema.optional(),
  reason: z.string().optional(),
  letter: z.string().optional(),
  tellPerson: z.boolean().optional(),
});

/** One record on the sheet, as the person would get it, with its documents. */
export const reviewItemSchema = z
  .strictObject({
    id: itemIdSchema,
    version: itemVersionSchema,
    system: z.string(),
    systemTitle: localisedSchema,
    resource: z.string(),
    /** The kind of record in words. */
    title: localisedSchema,
    /** The id of the record in its system. */
    record: z.string(),
    /** The record that it is a part of, in words; `null` if it is not a part. */
    belongsTo: z.string().nullable(),
    tie: tieSchema,
    /** `null`: a person must decide on it. Otherwise the rule by which it is released without a person. */
    byRule: z.string().nullable(),
    /** Whether a person must still decide on it. */
    open: z.boolean(),
    /**
     * Whether the member of staff who asks had this version of it before them already. An item of which a page has only
     * a piece of a long value is not seen: `GET …/review/items/{item}` shows it.
     */
    seen: z.boolean(),
    /** Why the record could not be read; `null` if it could. */
    unreadable: z.string().nullable(),
    fields: z.array(
      z.strictObject({
        name: z.string(),
        title: localisedSchema,
        /** The text that the person would see, before any decision. Offsets count its UTF-16 code units. */
        value: z.string(),
        /** Where `value` begins in the whole text: 0, unless the item was asked for from a later place. */
        from: count,
        /** How long the whole text is. */
        length: count,
        /** Whether `value` is only a piece of the text; `GET …/review/items/{item}` has more of it. */
        cut: z.boolean(),
        /**
         * The text that the person gets after the decisions in force, cut like `value`; `null` if the person does not
         * get the field.
         */
        given: z.string().nullable(),
        category: dataCategorySchema,
        thirdParty: z.enum(['none', 'possible', 'certain']),
      }),
    ),
    /** Fields that concern only other people, so that the person never gets them (Art. 15(4)). */
    leftOut: z.array(localisedSchema),
    /** Whether staff refused all records of the kind, so that the person gets none of them (Art. 12(4)). */
    refused: z.boolean(),
    /**
     * Whether staff adopted the record, and its system did not give it when it was searched again. Then the answer does
     * not have it, and staff decide again.
     */
    notGivenAgain: z.boolean(),
    /** Whether other records are the person's because they belong to it. They leave the answer with it. */
    hasParts: z.boolean(),
    documents: z.array(
      z.strictObject({
        id: documentIdSchema,
        title: z.string(),
        mediaType: z.string(),
        bytes: count,
        /** Whether its text can be read by a machine. */
        text: z.boolean(),
        /** Whether the member of staff who asks has opened it. */
        opened: z.boolean(),
      }),
    ),
    /** Documents that are not stored. `reason`: why one could not be fetched; `null` if it is fetched after `adopt`. */
    missing: z.array(z.strictObject({ title: z.string(), reason: z.string().nullable() })),
    /** What detectors propose to mask. None yet. */
    proposals: z.array(
      z.strictObject({
        id: z.string(),
        field: z.string().optional(),
        document: z.string().optional(),
        from: count,
        to: count,
        kind: z.string(),
      }),
    ),
    decisions: z.array(decisionViewSchema),
  })
  .meta({ id: 'ReviewItem' });
export type ReviewItem = Readonly<z.infer<typeof reviewItemSchema>>;

/** How many items of a kind there are. */
const kindCountsSchema = z.strictObject({
  system: z.string(),
  systemTitle: localisedSchema,
  resource: z.string(),
  title: localisedSchema,
  items: count,
  open: count,
  byRule: count,
  possible: count,
  disputed: count,
  documents: count,
});

/** The response of `GET /v1/cases/{id}/review`: a page of the sheet. */
export const reviewPageSchema = z
  .strictObject({
    /** The hash of the sheet with the decisions in force; `release` names it. */
    sheet: hash,
    round: z.number().int().positive(),
    /** How many items a person must still decide on. */
    open: count,
    stopped: z.array(z.string()).optional().meta({
      description:
        'The answer was released, and its package was not delivered: these files of it still held something that is masked, withheld or rejected. Empty: the records are no longer shown as they were when the answer was released',
    }),
    partly: z.literal(true).optional().meta({
      description:
        'The answer may be released although items are open, because its last day has come. These items follow with the next answer',
    }),
    /** The language in which the values are shown: that of the person. */
    language: z.enum(['sv', 'en']),
    kinds: z.array(kindCountsSchema),
    items: z.array(reviewItemSchema),
    next: z.string().nullable(),
  })
  .meta({ id: 'ReviewPage' });
export type ReviewPage = Readonly<z.infer<typeof reviewPageSchema>>;

/** What a decision for all that are alike applies to, also in records that are found later. */
const selectorSchema = z.union([
  z.strictObject({ value: z.string().min(2).max(1000) }),
  z.strictObject({ system: z.string(), resource: z.string(), field: z.string() }),
  z.strictObject({ system: z.string(), resource: z.string() }),
  z.strictObject({ system: z.string() }),
]);

const pages = z.strictObject({ from: z.number().int().positive(), to: z.number().int().positive() });

/** One decision: on an item, on a part of an item, or on all that are alike (`alike`). */
export const reviewDecisionSchema = z
  .strictObject({
    item: itemIdSchema.optional(),
    /** The version of the item that was seen. */
    version: itemVersionSchema.optional(),
    after: z.uuid().nullable().optional().meta({
      description:
        'The command of the last decision on the item that was seen, without those for all alike; `null`: there was none. If it is not the last any more, the response is 409 `item-changed`. Absent: not checked',
    }),
    alike: selectorSchema.optional(),
    field: z.string().min(1).max(200).optional(),
    from: count.optional(),
    to: count.optional(),
    document: documentIdSchema.optional(),
    pages: pages.optional(),
    do: z.enum(['release', 'mask', 'withhold', 'adopt', 'reject']),
    ground: refusalGroundSchema.optional().meta({ description: 'Absent: `others-rights` (Art. 15(4))' }),
    reason: z.string().min(1).max(2000).optional(),
    letter: z
      .string()
      .regex(/^[A-Z]$/)
      .optional()
      .meta({ description: 'Shows the masked person as `[person A]`, the same in all files of the package' }),
    tellPerson: z.boolean().optional().meta({ description: 'Absent: the person is told' }),
  })
  .meta({ id: 'ReviewDecision' });
export type ReviewDecision = Readonly<z.infer<typeof reviewDecisionSchema>>;

/** The body of `POST /v1/cases/{id}/review`: decisions, or the command whose decisions are taken back. */
export const reviewRequestSchema = z.union([
  z.strictObject({ commandId: z.uuid(), decisions: z.array(reviewDecisionSchema).min(1).max(1000) }),
  z.strictObject({ commandId: z.uuid(), undo: z.uuid() }),
]);
export type ReviewRequest = Readonly<z.infer<typeof reviewRequestSchema>>;

/** The response of `POST /v1/cases/{id}/review`. */
export const reviewedSchema = z
  .strictObject({ sheet: hash, open: count, seq: z.number().int() })
  .meta({ id: 'Reviewed' });

/** The response of `GET /v1/cases/{id}/review/preview`: what the person will read. */
export const reviewPreviewSchema = z
  .strictObject({
    /** The hash of all pages; `release` names it. */
    preview: hash,
    pages: z.array(z.strictObject({ path: z.string(), title: z.string() })),
  })
  .meta({ id: 'ReviewPreview' });

/** The query of `GET …/review/documents/{document}`. With `page` a page is shown; without it the file is sent in pieces. */
export const documentQuerySchema = z.union([
  z.strictObject({
    page: z.coerce.number().int().min(1).max(100_000).meta({ description: 'The page to show, from 1' }),
    as: z.enum(['image', 'text']).default('image').meta({
      description: '`text`: the text of a page of a PDF file. A document that is a text is always shown as text',
    }),
  }),
  z.strictObject({
    piece: z.coerce.number().int().min(1).max(100_000).default(1).meta({
      description: 'The piece of the file, from 1. A piece has at most 4,000,000 bytes',
    }),
  }),
]);

const shownPage = { page: z.number().int().positive(), pages: z.number().int().positive() };

/** A page of a document as it is shown, or why it cannot be shown and must be downloaded. */
export const documentPageSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('image'),
      ...shownPage,
      mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
      base64: z.string(),
    }),
    z.strictObject({ kind: z.literal('text'), ...shownPage, text: z.string() }),
    z.strictObject({
      kind: z.literal('cannot'),
      reason: z
        .enum(['encrypted', 'broken', 'too-large', 'too-many-pages', 'embedded-files', 'too-slow', 'unknown-type'])
        .meta({ description: 'Why a person must download the document and look at it' }),
    }),
  ])
  .meta({ id: 'DocumentPage' });
export type DocumentPage = Readonly<z.infer<typeof documentPageSchema>>;
