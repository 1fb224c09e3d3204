import * as z from 'zod';
import { canonical, sha256 } from '../canonical/canonical.ts';
import { DamagedLog, genesis, type Head, type StoredCommit } from '../case/log/commit.ts';
import { event, hash, ordinal } from '../case/log/event.ts';
import { documentIdSchema, itemIdSchema, itemVersionSchema } from './entry.ts';
import { countOf, otherPages, type PageRange } from './pages.ts';

/** An item of the review sheet in one version. Both are hashes, so they name no record of a vendor. */
const itemShape = { item: itemIdSchema, version: itemVersionSchema };

const offset = z.number().int().nonnegative();

/** What a response showed to a member of staff. It has references only, and never a value. */
export const seenSchema = z.union([
  /** A page of the review sheet, with the items that the response contained. */
  z.strictObject({
    kind: z.literal('sheet-page'),
    items: z
      .array(
        z.strictObject({
          ...itemShape,
          /** The response had only the beginning of a long value, so the item does not count as seen. */
          cut: z.literal(true).optional(),
          /**
           * Which piece of each value the response had, if the values are too long for one response. `field` is the
           * number of the field on the item, from 0, because the name of a field can be personal data. Offsets count
           * UTF-16 code units of the shown text; `of` is its length.
           */
          pieces: z
            .array(z.strictObject({ field: offset, from: offset, to: offset, of: offset }))
            .min(1)
            .exactOptional(),
        }),
      )
      .min(1)
      .max(1000),
    /** The items were drawn at random from those that a rule releases. */
    sample: z.literal(true).exactOptional(),
  }),
  /** One page of a document, from 1. */
  z.strictObject({
    kind: z.literal('document-page'),
    ...itemShape,
    document: documentIdSchema,
    page: ordinal,
    /** How many pages the document has. Absent: a piece of its file was downloaded, and `page` is the number of the piece. */
    of: ordinal.optional(),
    /** A keyed hash of the bytes of the document: whoever has opened them has opened every document with the same bytes. */
    content: hash.exactOptional(),
    /** The page has more than text, and only its text was shown. So the page does not count as seen. */
    textOnly: z.literal(true).optional(),
  }),
  /** A page of the preview, by its path in the package: it has the values that the answer has. */
  z.strictObject({ kind: z.literal('preview-page'), preview: hash, path: z.string().min(1) }),
  /** Mails of the case by their number, or one part of one mail. */
  z.strictObject({
    kind: z.literal('raw-mail'),
    source: z.literal('mail'),
    mails: z.array(ordinal).min(1),
    part: ordinal.nullable(),
  }),
  /** A letter to print, by its id: it has the postal address, and can have a code. */
  z.strictObject({ kind: z.literal('printed-letter'), letter: z.string().min(1) }),
  /** The scan of a registered request. */
  z.strictObject({ kind: z.literal('raw-mail'), source: z.literal('scan') }),
  /** An identifier by its keyed hash, or the contact, the names or the postal addresses of the person. */
  z.strictObject({
    kind: z.literal('revealed-identifier'),
    identifier: z.union([hash, z.enum(['contact', 'name', 'address'])]),
  }),
  /**
   * What staff have found so far in a system that is searched by hand. The number of entries is left out, because it
   * can tell that something was found that nobody may mention.
   */
  z.strictObject({ kind: z.literal('hand-entries'), system: z.string().min(1) }),
  /** The content of the records in which these identifiers stood. Each identifier is named by its keyed hash. */
  z.strictObject({ kind: z.literal('identifier-evidence'), identifiers: z.array(hash).min(1) }),
  /** What the handlers of a reserved system found. Only the chain of that system has such views. */
  z.strictObject({ kind: z.literal('reserved-result'), system: z.string().min(1) }),
]);
export type Seen = Readonly<z.infer<typeof seenSchema>>;

/**
 * One view as it is stored. It has the form of a commit of the case log, so the same program verifies both. But it
 * belongs to a chain of its own and does not count in the `seq` of the case.
 */
const viewSchema = z.strictObject({
  caseId: z.string().min(1),
  seq: ordinal,
  commandId: z.string().min(1),
  prevHash: hash,
  events: z.tuple([event('material-viewed', 1, { seen: seenSchema })]),
});

/** What a member of staff (`by`, an opaque id) was shown. */
export interface SeenBy {
  readonly by: string;
  readonly seen: Seen;
}

/** What a member of staff was shown, and when this was last recorded (ISO 8601). */
export interface LastLook extends SeenBy {
  readonly at: string;
}

/** A view that was read from the chain. `at` is an ISO 8601 instant. */
export interface View extends SeenBy {
  readonly seq: number;
  readonly commandId: string;
  readonly at: string;
}

/** The end of the chain of views. `at` is the time of the last view; empty if there is none. */
export interface ViewHead extends Head {
  readonly at: string;
}

/** The head of a chain without views. */
export const noViews: ViewHead = { seq: 0, hash: genesis, at: '' };

/** The head of the chain whose last stored text is `text`. */
export function viewHead(text: string): ViewHead {
  const { seq, at } = parseView(text).view;
  return { seq, hash: sha256(text), at };
}

/** Makes the view that follows `head`. `at` (ISO 8601) must not be earlier than the time of the last view. */
export function makeView(
  caseId: string,
  head: ViewHead,
  { commandId, by, seen }: SeenBy & { readonly commandId: string },
  at: string,
): StoredCommit {
  const view = viewSchema.parse({
    caseId,
    seq: head.seq + 1,
    commandId,
    prevHash: head.hash,
    events: [{ type: 'material-viewed', v: 1, at, by: { kind: 'staff', id: by }, seen }],
  });
  const text = canonical(view);
  return { seq: view.seq, text, hash: sha256(text) };
}

/** Reads the texts of all stored views of a case, in order. Throws `DamagedLog` if the chain is broken. */
export function readViews(texts: readonly string[]): readonly View[] {
  let head: Head = noViews;
  return texts.map((text) => {
    const { view, prevHash } = parseView(text);
    if (view.seq !== head.seq + 1 || prevHash !== head.hash)
      throw new DamagedLog(`view ${head.seq + 1} does not follow the one before`);
    head = { seq: view.seq, hash: sha256(text) };
    return view;
  });
}

function parseView(text: string): { readonly view: View; readonly prevHash: string } {
  const { seq, commandId, prevHash, events } = viewSchema.parse(JSON.parse(text));
  const [{ at, by, seen }] = events;
  return { view: { seq, commandId, at, by: by.id, seen }, prevHash };
}

/**
 * Whether a response has shown this version of the item to the member of staff. An older version does not count,
 * because what the member saw is not what the decision would release. For the same reason an item with a cut value does
 * not count.
 */
export function hasSeen(views: readonly SeenBy[], member: string, item: string, version: string): boolean {
  const shown = views.flatMap(({ by, seen }) =>
    by === member && seen.kind === 'sheet-page'
      ? seen.items.filter((one) => one.item === item && one.version === version)
      : [],
  );
  return shown.some(({ cut }) => cut !== true) || areWhole(shown.flatMap(({ pieces = [] }) => pieces));
}

/** Whether pieces make up the whole of each value. Each response with pieces names every value of the item. */
function areWhole(pieces: NonNullable<SeenItem['pieces']>): boolean {
  const values = [...Map.groupBy(pieces, ({ field }) => field).values()];
  return (
    values.length > 0 &&
    values.every((ofValue) => {
      const end = ofValue
        .toSorted((a, b) => a.from - b.from)
        .reduce((so, { from, to }) => (from <= so ? Math.max(so, to) : so), 0);
      return ofValue.every(({ of }) => end >= of);
    })
  );
}

type SeenItem = Extract<Seen, { readonly kind: 'sheet-page' }>['items'][number];

function isIn(views: readonly SeenBy[], member: string, is: (item: SeenItem) => boolean): boolean {
  return views.some(({ by, seen }) => by === member && seen.kind === 'sheet-page' && seen.items.some(is));
}

/**
 * For how many milliseconds repeated views count as one look. A page that is open in a browser is loaded again every
 * few seconds.
 */
const sameLook = 60 * 60 * 1000;

/**
 * The items that must be recorded before the member is shown them at `now` (ISO 8601): those whose last recorded look is
 * an hour old, or that the member has not been shown in this version.
 */
export function toRecord(
  looks: readonly LastLook[],
  member: string,
  items: readonly SeenItem[],
  now: string,
): SeenItem[] {
  const recent = looks.filter(({ at }) => Date.parse(now) - Date.parse(at) < sameLook);
  return items.filter(
    ({ item, version, cut, pieces }) =>
      !isIn(
        recent,
        member,
        (one) =>
          one.item === item &&
          one.version === version &&
          (one.cut !== true ||
            (cut === true && (pieces === undefined || canonical(one.pieces ?? []) === canonical(pieces)))),
      ),
  );
}

/**
 * The pages of a document that the member has not been shown while its item had this version: none if the member was
 * shown each page, or was sent all pieces of the file. A page of a document with the same bytes counts as well.
 * `undefined`: no page was shown, so nobody knows which pages there are. `pieces`: how many pieces the file has.
 */
export function unseenPages(
  views: readonly SeenBy[],
  member: string,
  of: {
    readonly item: string;
    readonly version: string;
    readonly document: string;
    readonly pieces: number;
    /** The keyed hash of its bytes. */
    readonly content: string;
  },
): readonly PageRange[] | undefined {
  const seen = views.flatMap(({ by, seen: one }) =>
    by === member &&
    one.kind === 'document-page' &&
    (one.content === of.content ||
      (one.item === of.item && one.version === of.version && one.document === of.document)) &&
    one.textOnly !== true
      ? [one]
      : [],
  );
  const asRanges = (some: readonly { readonly page: number }[]): PageRange[] =>
    some.map(({ page }) => ({ from: page, to: page }));
  const [shown, pieces] = [seen.filter((one) => one.of !== undefined), seen.filter((one) => one.of === undefined)];
  if (countOf(asRanges(pieces)) >= of.pieces) return [];
  const byTotal = [...Map.groupBy(shown, (one) => one.of ?? 1)];
  return byTotal
    .map(([total, some]) => otherPages(asRanges(some), total))
    .toSorted((a, b) => countOf(a) - countOf(b))[0];
}
