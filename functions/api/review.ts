import * as z from 'zod';
import { refusalGroundSchema } from '#domain/case/vocabulary.ts';
import { documentIdSchema, itemIdSchema, itemVersionSchema } from '#domain/review/entry.ts';
import { pageRangeSchema } from '#domain/review/pages.ts';
import { localisedSchema } from '#domain/language.ts';
import { dataCategorySchema } from '#domain/findings/annotation.ts';

/** The most bytes of a piece of a document in one response. Lambda allows 6 MB, and base64 adds a third. */
export const pieceBytes = 4_000_000;

/** The number of pieces in which a document of this size is sent. */
export function piecesOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / pieceBytes));
}

// The schemas of the review: what staff see of an answer, and what they decide, before it is released (Art. 15(4),
// 12(4)).

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The query of `GET /v1/cases/{id}/review`. */
export const reviewQuerySchema = z.strictObject({
  round: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .meta({ description: 'The round of the answer, from 1. Default: the current round' }),
  system: z.string().min(1).max(100).optional().meta({ description: 'Only this system' }),
  resource: z.string().min(1).max(100).optional().meta({ description: 'Only this kind of record of the system' }),
  show: z.enum(['possible', 'disputed', 'documents', 'done', 'by-rule', 'sample']).optional().meta({
    description:
      '`possible` or `disputed`: only such items. `documents`: only items with documents. `done`: only items on which somebody has decided. `by-rule`: only items that a rule releases, and on which nobody has decided. `sample`: `limit` of them, drawn at random from the sheet, for each member of staff others',
  }),
  open: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({ description: 'Only items that a person must still decide on' }),
  cursor: z.string().min(1).max(300).optional().meta({ description: '`next` of the previous page' }),
  limit: z.coerce.number().int().min(1).max(50).default(20).meta({ description: 'The most items in the page' }),
});
export type ReviewQuery = Readonly<z.infer<typeof reviewQuerySchema>>;

/** The query of `GET /v1/cases/{id}/review/items/{item}`. */
export const reviewItemQuerySchema = z.strictObject({
  field: z.coerce.number().int().nonnegative().max(100_000).optional().meta({
    description: 'The number of a field of the item, from 0. Its value is shown from `from` on',
  }),
  from: z.coerce.number().int().nonnegative().optional().meta({
    description: 'The offset at which the value begins, in UTF-16 code units. Default: 0',
  }),
});

/**
 * The body of `POST /v1/cases/{id}/review/search`. What is searched for is often a name, so it is not in the URL, which
 * servers and proxies log.
 */
export const reviewSearchSchema = z.strictObject({
  ...reviewQuerySchema.shape,
  open: z.boolean().optional().meta({ description: 'Only items that a person must still decide on' }),
  text: z.string().min(1).max(200).meta({ description: 'Only items that show this text' }),
});

/**
 * An identifier with most of its characters hidden. `POST …/reveal` returns the whole identifier, and logs that it was
 * shown.
 */
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

/** A decision that applies to the item: a decision on the item alone, or an alike decision. */
const decisionViewSchema = z.strictObject({
  /** The id of the command that made the decision. The decision can be undone by this id. */
  commandId: z.string(),
  do: z.enum(['release', 'mask', 'withhold', 'adopt', 'reject', 'not-by-rule']),
  /** Opaque id of the member of staff. */
  by: z.string(),
  at: z.string(),
  /** Whether the decision is an alike decision. */
  alike: z.boolean(),
  field: z.string().optional(),
  from: count.optional(),
  to: count.optional(),
  document: documentIdSchema.optional(),
  pages: pageRangeSchema.optional(),
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
    /** The title of the record of which this one is a part; `null` if it is not a part. */
    belongsTo: z.string().nullable(),
    tie: tieSchema,
    /** The rule that releases the item without a decision of staff; `null` if staff must decide on it. */
    byRule: z.string().nullable(),
    /** Whether staff must still decide on the item. */ open: z.boolean(),
    /**
     * Whether this version of the item was already shown to the member of staff who sends the request. A page may
     * contain only a piece of a long value. Such an item does not count as shown by the page, but by `GET
     * …/review/items/{item}`.
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
        /** The offset in the whole text at which `value` begins: 0, unless the request named a later offset. */
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
        folds: z.array(z.strictObject({ from: count, to: count, in: itemIdSchema })).meta({
          description:
            'The pieces of `value` that stand word for word in another item (`in`) that this member of staff was shown before, such as quotes of earlier mails. There are none of an item of which something was masked, withheld or rejected. A page need not show them again. Offsets count in the whole text',
        }),
        category: dataCategorySchema,
        thirdParty: z.enum(['none', 'possible', 'certain']),
      }),
    ),
    /** The titles of fields that the person never gets, because they concern only other people (Art. 15(4)). */
    leftOut: z.array(localisedSchema),
    /** Whether staff refused all records of the kind, so that the person gets none of them (Art. 12(4)). */
    refused: z.boolean(),
    /**
     * Whether staff adopted the record, but its system did not return it in the search that followed. Then the answer
     * does not contain the record, and staff decide again.
     */
    notGivenAgain: z.boolean(),
    /** Whether the record has parts. If the record is left out of the answer, its parts are left out too. */
    hasParts: z.boolean(),
    documents: z.array(
      z.strictObject({
        id: documentIdSchema,
        title: z.string(),
        mediaType: z.string(),
        bytes: count,
        /** Whether a program can read the text of the document. */
        text: z.boolean(),
        /** The pages that decisions leave out. */
        withoutPages: z.array(pageRangeSchema),
        /** Whether the member of staff who asks was shown each page that the person gets. */
        opened: z.boolean(),
        /** The pages that this member has not been shown; `null`: none was shown, so the pages are not known. */
        unseenPages: z.array(pageRangeSchema).nullable(),
      }),
    ),
    /**
     * Documents that are not stored. `reason` says why a document could not be downloaded. `null`: it is downloaded
     * once staff adopt the record.
     */
    missing: z.array(z.strictObject({ title: z.string(), reason: z.string().nullable() })),
    /** The masks that detectors propose. Empty, because there are no detectors yet. */
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
    copies: z
      .array(
        z.strictObject({
          item: itemIdSchema,
          version: itemVersionSchema,
          record: z.string(),
          belongsTo: z.string().nullable(),
        }),
      )
      .meta({
        description:
          'The other items of the sheet that show the same and are decided alike. A list contains only the first of them. Whoever was shown it was shown all of them. The answer contains each',
      }),
    decisions: z.array(decisionViewSchema),
  })
  .meta({ id: 'ReviewItem' });
export type ReviewItem = Readonly<z.infer<typeof reviewItemSchema>>;

/** How many items the sheet has of one kind of record. */
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
  openCopies: count.meta({
    description:
      'How many of the open items are no items to see of their own, because another open item shows the same',
  }),
});

/** The response of `GET /v1/cases/{id}/review`: a page of the sheet. */
export const reviewPageSchema = z
  .strictObject({
    /** The hash of the sheet with the decisions in force; `release` names it. */
    sheet: hash,
    round: z.number().int().positive(),
    /** The number of items on which staff must still decide. */
    open: count,
    stopped: z.array(z.string()).optional().meta({
      description:
        'Set if the answer was released, but its package was stopped. Lists the files of the package that still contained something masked, withheld or rejected. Empty if the package was stopped because the records are no longer shown as they were at the release',
    }),
    partly: z.literal(true).optional().meta({
      description:
        'The answer may be released although items are open, because its last day has come or the policy allows it earlier (`partlyDaysBeforeDue`). The next answer will contain these items',
    }),
    /** The language of the person, in which the values are shown. */
    language: z.enum(['sv', 'en']),
    kinds: z.array(kindCountsSchema),
    items: z.array(reviewItemSchema),
    next: z.string().nullable(),
  })
  .meta({ id: 'ReviewPage' });
export type ReviewPage = Readonly<z.infer<typeof reviewPageSchema>>;

/** What an alike decision applies to. It also applies to records that are found later. */
const selectorSchema = z.union([
  z.strictObject({ value: z.string().min(2).max(1000) }),
  z.strictObject({ system: z.string(), resource: z.string(), field: z.string() }),
  z.strictObject({ system: z.string(), resource: z.string() }),
  z.strictObject({ system: z.string() }),
]);

/** Pages of a document, each range with both ends. */
const pagesSchema = z.array(pageRangeSchema).min(1).max(100);

/** One decision: on an item, on a part of an item, or an alike decision (`alike`). */
export const reviewDecisionSchema = z
  .strictObject({
    item: itemIdSchema.optional(),
    /** The version of the item that the member of staff saw. */
    version: itemVersionSchema.optional(),
    after: z.uuid().nullable().optional().meta({
      description:
        'The command of the last decision on this item that the member of staff saw; `null` if they saw none. Alike decisions do not count. If there is a later decision, the response is 409 `item-changed`. If `after` is missing, this is not checked',
    }),
    alike: selectorSchema.optional(),
    copies: z.literal(true).optional().meta({
      description:
        'The decision also counts for the other items that show the same and are decided alike (`copies` of the item). `release`, `mask` and `withhold` also count for such items that are found later',
    }),
    field: z.string().min(1).max(200).optional(),
    from: count.optional(),
    to: count.optional(),
    document: documentIdSchema.optional(),
    pages: pagesSchema.optional().meta({
      description:
        'Pages of the document to leave out. First `POST …/documents/{document}/cut` must have made the copy without exactly these pages. To change them, undo the decision',
    }),
    do: z.enum(['release', 'mask', 'withhold', 'adopt', 'reject', 'not-by-rule']).meta({
      description:
        '`not-by-rule`, with a kind of record as `alike`: no rule releases records of this kind any more, so staff decide on each. For a fault that was found in a sample',
    }),
    ground: refusalGroundSchema.optional().meta({ description: 'Default: `others-rights` (Art. 15(4))' }),
    reason: z.string().min(1).max(2000).optional(),
    letter: z
      .string()
      .regex(/^[A-Z]$/)
      .optional()
      .meta({ description: 'The letter by which all files of the package name the masked person, as in `[person A]`' }),
    tellPerson: z
      .boolean()
      .optional()
      .meta({ description: 'Whether the person is told of the decision. Default: `true`' }),
  })
  .meta({ id: 'ReviewDecision' });
export type ReviewDecision = Readonly<z.infer<typeof reviewDecisionSchema>>;

/**
 * The body of `POST /v1/cases/{id}/review`: decisions, or the id of the command whose decisions are undone (`undo`).
 */
export const reviewRequestSchema = z.union([
  z.strictObject({
    commandId: z.uuid(),
    decisions: z.array(reviewDecisionSchema).min(1).max(1000),
    sheet: hash.optional().meta({
      description:
        'The hash of the sheet that the member of staff saw, such as `sheet` of `POST …/review/touched`. If the sheet has changed, the response is 409 `sheet-changed`. If `sheet` is missing, this is not checked',
    }),
  }),
  z.strictObject({ commandId: z.uuid(), undo: z.uuid() }),
]);
export type ReviewRequest = Readonly<z.infer<typeof reviewRequestSchema>>;

/** The response of `POST /v1/cases/{id}/review`. */
export const reviewedSchema = z
  .strictObject({ sheet: hash, open: count, seq: z.number().int() })
  .meta({ id: 'Reviewed' });

/**
 * The body of `POST /v1/cases/{id}/review/touched`: alike decisions that nobody has made yet. It is no query, because a
 * value is personal data.
 */
export const reviewTouchedRequestSchema = z.strictObject({
  decisions: z.array(reviewDecisionSchema).min(1).max(50),
  cursor: z.string().min(1).max(300).optional().meta({ description: '`next` of the response before' }),
});

/** A value of the answer that the decisions would change. */
const touchedPlaceSchema = z.strictObject({
  item: itemIdSchema,
  systemTitle: localisedSchema,
  title: localisedSchema,
  /** The id of the record in its system. */
  record: z.string(),
  /** The title of the field. Without `field` and `document` it is the whole record or its id. */
  field: localisedSchema.exactOptional(),
  /** The title of the document. */
  document: z.string().exactOptional(),
});
export type TouchedPlace = Readonly<z.infer<typeof touchedPlaceSchema>>;

/** What the decisions would change in the answer. */
export const touchedSchema = z
  .strictObject({
    /** The hash of the sheet that was looked at. */
    sheet: hash,
    /** How many values, documents and whole records. */
    values: count,
    /** In how many records. */
    records: count,
    /** The first places. */
    places: z.array(touchedPlaceSchema).max(20),
    next: z.string().nullable().meta({
      description: 'Given if a part of the sheet was not looked at: the counts of all responses must be added up',
    }),
  })
  .meta({ id: 'Touched' });
export type Touched = Readonly<z.infer<typeof touchedSchema>>;

/** The response of `GET /v1/cases/{id}/review/preview`: what the person will read. */
export const reviewPreviewSchema = z
  .strictObject({
    /** The hash of all pages; `release` names it. */
    preview: hash,
    pages: z.array(z.strictObject({ path: z.string(), title: z.string() })),
  })
  .meta({ id: 'ReviewPreview' });

/**
 * The query of `GET …/review/documents/{document}`. With `page` the response shows one page. Without `page` it is a
 * piece of the file.
 */
export const documentQuerySchema = z.union([
  z.strictObject({
    page: z.coerce.number().int().min(1).max(100_000).meta({ description: 'The page to show, from 1' }),
    as: z.enum(['image', 'text']).default('image').meta({
      description: '`text`: the text of a page of a PDF file. A plain-text document is always shown as text',
    }),
  }),
  z.strictObject({
    piece: z.coerce.number().int().min(1).max(100_000).default(1).meta({
      description: 'The piece of the file, from 1. A piece has at most 4,000,000 bytes',
    }),
  }),
]);

const whyNotShown = [
  'encrypted',
  'broken',
  'too-large',
  'too-many-pages',
  'embedded-files',
  'comments',
  'too-slow',
  'unknown-type',
] as const;

const shownPage = { page: z.number().int().positive(), pages: z.number().int().positive() };

/** A page of a document as the console shows it, or why the document cannot be shown and must be downloaded. */
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
      reason: z.enum(whyNotShown).meta({
        description:
          'Why the document cannot be shown, so that staff must download it to look at it. `comments`: a page has comments that its image does not show',
      }),
    }),
  ])
  .meta({ id: 'DocumentPage' });
export type DocumentPage = Readonly<z.infer<typeof documentPageSchema>>;

/** The body of `POST …/review/documents/{document}/cut`: the pages that the copy does not have. */
export const cutRequestSchema = z.strictObject({ pages: pagesSchema });

/** The copy of a document without some pages, or why there is none and staff decide on the document as a whole. */
export const cutSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('cut'),
      pages: z.number().int().positive().meta({ description: 'How many pages the document has' }),
      bytes: z.number().int().positive().meta({ description: 'The size of the copy' }),
    }),
    z.strictObject({
      kind: z.literal('cannot'),
      reason: z.enum([...whyNotShown, 'looks-different', 'left-over']).meta({
        description:
          '`comments`: a page that would stay has comments that its image does not show. `looks-different`: a page would look different. `left-over`: a word of a page that is left out was still found in the copy. The others: as for a page',
      }),
    }),
  ])
  .meta({ id: 'Cut' });
export type Cut = Readonly<z.infer<typeof cutSchema>>;
