import { annotationOf, type Field, type Resource } from '../findings/annotation.ts';
import type { Finding, RecordKey, StoredAttachment } from '../findings/finding.ts';
import { ExactNumber, type Json } from '../json.ts';
import type { Content } from '../presentation/content.ts';
import { isEmpty } from '../presentation/empty.ts';
import { maskShown, maskWhole, spansToMask, type Span } from '../presentation/mask.ts';
import { present } from '../presentation/present.ts';
import { textOf, type Reader, type Shown } from '../presentation/shown.ts';
import { presentationWords } from '../presentation/words.ts';
import type { AlikeEntry, AlikeRules } from './alike.ts';
import type { EntryOf, ReviewEntry } from './entry.ts';
import { isAboutField } from './field-ref.ts';
import { documentId } from './item.ts';
import { countOf, inOrder, type PageRange } from './pages.ts';
import type { ReviewLine } from './line.ts';

/** One place of a record that an answer masks or leaves out, with the ground. */
export interface Place extends Pick<ReviewLine, 'kind' | 'ground' | 'text' | 'told'> {
  /** For pages of a document: the number of pages that are left out. */
  readonly pages?: number;
}

/** A document that the answer has. */
export interface GivenDocument extends StoredAttachment {
  /** The pages of the document that are left out. */
  readonly without: readonly PageRange[];
  /** The left-out pages of which the person is told. */
  readonly told: readonly PageRange[];
  /** The decisions that leave out pages. */
  readonly limits: readonly (PageRange & Pick<Place, 'ground' | 'text' | 'told'>)[];
}

/** What the answer holds of one stored record, after the decisions on it. */
export type Applied =
  | GivenRecord
  /** The record is left out, with its documents and its id. */
  | { readonly outcome: 'withheld'; readonly place: Place }
  /** The record is not the person's. The answer is the same as if it had never been found. */
  | { readonly outcome: 'rejected' };

export interface GivenRecord {
  readonly outcome: 'given';
  /** The id as the answer gives it: masked values are replaced here too. */
  readonly id: string;
  readonly partOf: RecordKey | null;
  /** The declared fields in the order of the connector, then the others by name. */
  readonly fields: readonly GivenField[];
  readonly documents: readonly GivenDocument[];
  /** How many documents are left out. Documents of which the person is not told do not count. */
  readonly documentsWithheld: number;
  /** Whether at least one field that concerns only other people was left out (Art. 15(4)). */
  readonly reduced: boolean;
  /** Each place that is masked or left out. */
  readonly places: readonly Place[];
}

export interface GivenField {
  /** The name of the field in the system. */
  readonly stored: string;
  /** The name of the field, with masked values replaced. The organisation may have named a field after a person. */
  readonly name: string;
  readonly field: Field;
  readonly content: Content;
}

/** What is needed to apply the decisions on a record. */
export interface Review {
  readonly system: string;
  /** The annotations of the kind of record. */
  readonly resource: Resource;
  /** The key of the case, with which the ids of documents are made. */
  readonly key: string;
  /** The decisions in force on the record, in the version that it has. */
  readonly decisions: readonly ReviewEntry[];
  readonly alike: AlikeRules;
  /** The person, as the reader. The offsets of the decisions count in the text that this reader is shown. */
  readonly reader: Reader;
}

type StoredRecord = Pick<Finding, 'resource' | 'id' | 'data' | 'partOf' | 'attachments'>;

/**
 * Carries out the decisions on one stored record: which fields and documents the answer has, and with which texts.
 *
 * All decisions in force count together, whatever their order. To lift a decision, staff take it back. A rejected
 * record is not the person's, so no other decision on it counts. A part that is left out is not masked as well. Each
 * place counts once, for the first decision on it.
 *
 * If a part of a value is masked, the answer has only the shown text of the value. Two kinds of field are masked as a
 * whole, although staff masked only a part of them. One is a field whose stored value contains a masked value that its
 * shown text does not, such as a date that is shown in words. The other is a field with a span that is not within its
 * text, because nobody knows what was meant.
 *
 * A mask for all records of a kind or a system masks every field, and leaves out the documents, because they cannot be
 * masked yet.
 */
export function applied(record: StoredRecord, review: Review): Applied {
  const left = leftOut(record, review);
  if (left !== undefined) return left;
  const { partOf } = record;
  const id = maskedText(record.id, review);
  const { fields, reduced, places: ofFields } = fieldsOf(record, review);
  const { documents, documentsWithheld, places: ofDocuments } = documentsOf(record, review);
  return {
    outcome: 'given',
    id: id.text,
    // A mask in the id of the containing record is counted with that record.
    partOf: partOf === null ? null : { ...partOf, id: maskedText(partOf.id, review).text },
    fields,
    documents,
    documentsWithheld,
    reduced,
    places: [...id.places, ...ofFields, ...ofDocuments],
  };
}

/**
 * How a record is left out as a whole; `undefined` if the answer has it. A record that could not be read can be left out
 * too: the answer then does not name it.
 */
export function leftOut(
  { resource }: Pick<RecordKey, 'resource'>,
  { system, decisions, alike }: Pick<Review, 'system' | 'decisions' | 'alike'>,
): Exclude<Applied, GivenRecord> | undefined {
  if (decisions.some((entry) => entry.do === 'reject')) return { outcome: 'rejected' };
  const ofAll = alike.ofRecord(system, resource);
  const whole = decisions.find(isWithholding('record')) ?? (ofAll?.do === 'withhold-alike' ? ofAll : undefined);
  return whole === undefined ? undefined : { outcome: 'withheld', place: placeOf('withheld', whole) };
}

/** A text of the answer outside the fields, such as the title of a document, with masked values replaced. */
export function maskedText(
  text: string,
  { alike, reader }: Pick<Review, 'alike' | 'reader'>,
): { readonly text: string; readonly places: readonly Place[] } {
  const found = alike.find(text);
  if (found.length === 0) return { text, places: [] };
  const { shown, places } = masked({ kind: 'text', text, form: 'held' }, found.map(asked), reader);
  return { text: textOf(shown), places };
}

type Fields = Pick<GivenRecord, 'fields' | 'reduced' | 'places'>;

function fieldsOf({ resource, data }: StoredRecord, review: Review): Fields {
  let reduced = false;
  const places: Place[] = [];
  const values = new Map(Object.entries(data));
  const declared = Object.keys(review.resource.fields);
  const others = [...values.keys()].filter((name) => !declared.includes(name)).sort();
  const names = new Set<string>();
  const fields = [...declared.filter((name) => values.has(name)), ...others].flatMap((name): readonly GivenField[] => {
    const value = values.get(name) ?? null;
    const field = annotationOf(review.resource, name);
    if (field === undefined) throw new Error(`a field of ${review.system}/${resource} has no annotation`);
    if (field.thirdParty === 'certain') {
      reduced ||= !isEmpty(value);
      return [];
    }
    const given = contentOf({ resource, name, field, value }, review);
    places.push(...given.places);
    if (given.content === undefined) return [];
    const shownName = Object.hasOwn(review.resource.fields, name)
      ? { text: name, places: [] }
      : maskedText(name, review);
    places.push(...shownName.places);
    return [{ stored: name, name: unlike(shownName.text, names), field, content: given.content }];
  });
  return { fields, reduced, places };
}

/** A name that no other field of the record has. If masking makes two names equal, they get different numbers. */
function unlike(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name} ${number}`;
  taken.add(unique);
  return unique;
}

interface AskedField {
  readonly resource: string;
  readonly name: string;
  readonly field: Field;
  readonly value: Json;
}

/** What the answer has of a field. Without `content`, the answer does not have the field. */
function contentOf(
  { resource, name, field, value }: AskedField,
  review: Review,
): { readonly content?: Content; readonly places: readonly Place[] } {
  const { system, decisions, alike, reader } = review;
  const stored = { content: { kind: 'stored', value }, places: [] } as const;
  if (isEmpty(value)) return stored;
  const isIt = (of: string): boolean => isAboutField(of, name, review);
  const ofAll = alike.ofField(system, resource, isIt) ?? alike.ofRecord(system, resource);
  const masks = decisions.filter((entry) => entry.do === 'mask').filter((entry) => isIt(entry.field));
  const withholding = decisions.filter(isWithholding('field')).find((entry) => isIt(entry.part.field));
  // Most values have no decision, and showing a value takes much longer than looking for a decision.
  if (masks.length === 0 && withholding === undefined && ofAll === undefined && !alike.areAboutValues) return stored;
  const shown = present(value, field, reader);
  const inShown = alike.find(textOf(withoutEscapes(shown)));
  const found = inShown.length > 0 ? inShown : textsIn(value).flatMap((text) => alike.find(text));
  const withheld = withholding ?? [ofAll, ...found.map(({ by }) => by)].find((by) => by?.do === 'withhold-alike');
  if (withheld !== undefined) {
    const places = [placeOf('withheld', withheld)];
    return withheld.told ? { content: { kind: 'masked', shown: withheldMark(reader) }, places } : { places };
  }
  const isHidden = found.length > 0 && (inShown.length === 0 || hasTime(shown, alike));
  const whole =
    masks.find(({ span }) => span === null || !isWithin(span, shown)) ??
    (ofAll?.do === 'mask-alike' ? ofAll : undefined) ??
    (isHidden ? found[0]?.by : undefined);
  if (whole !== undefined) {
    const all = maskWhole(letterOf(whole), presentationWords[reader.language].mark);
    return { content: { kind: 'masked', shown: all }, places: [placeOf('masked', whole)] };
  }
  const spans = [
    ...masks.flatMap((by) => (by.span === null ? [] : [asked({ ...by.span, by })])),
    ...inShown.map(asked),
  ];
  if (spans.length === 0) return stored;
  const part = masked(shown, spans, reader);
  return { content: { kind: 'masked', shown: part.shown }, places: part.places };
}

type Masking = EntryOf<'mask'> | AlikeEntry;
interface AskedSpan extends Span {
  readonly by: Masking;
}

function asked({ from, to, by }: { readonly from: number; readonly to: number; readonly by: Masking }): AskedSpan {
  return { from, to, by, letter: letterOf(by) };
}

function letterOf(by: Masking): string | null {
  return by.do === 'withhold-alike' ? null : by.letter;
}

function isWithin({ from, to }: Pick<Span, 'from' | 'to'>, shown: Shown): boolean {
  return from < to && to <= textOf(shown).length;
}

function masked(
  shown: Shown,
  spans: readonly AskedSpan[],
  { language }: Reader,
): { readonly shown: Shown; readonly places: readonly Place[] } {
  const places: Place[] = [];
  let last = spans[0]?.by;
  for (const { from, to } of spansToMask(shown, spans)) {
    // The source of an HTML text overlaps no span. It is masked because of its words, which come just before it, so the
    // decision on the words counts.
    const by = spans.find((span) => span.from < to && span.to > from)?.by ?? last;
    if (by === undefined) continue;
    places.push(placeOf('masked', by));
    last = by;
  }
  return { shown: maskShown(shown, spans, presentationWords[language].mark), places };
}

/**
 * The same value, with spaces in place of JSON escapes, so that its length stays the same. The `n` of `\\nBo` is not a
 * letter of the name.
 */
function withoutEscapes(shown: Shown): Shown {
  switch (shown.kind) {
    case 'text':
      if (shown.form !== 'json') return shown;
      return { ...shown, text: shown.text.replaceAll(/\\(?:u[\da-f]{4}|.)/gi, (escape) => ' '.repeat(escape.length)) };
    case 'html':
      return shown;
    case 'list':
      return { ...shown, items: shown.items.map(withoutEscapes) };
    case 'entries':
      return { ...shown, entries: shown.entries.map((one) => ({ ...one, shown: withoutEscapes(one.shown) })) };
  }
}

/** All names, texts and numbers of a value. */
function textsIn(value: Json): readonly string[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value !== 'object' || value instanceof ExactNumber) return [String(value)];
  return Object.entries(value).flatMap(([name, item]) => [name, ...textsIn(item)]);
}

/** Whether a date or a time that is shown in words is a masked value. */
function hasTime(shown: Shown, alike: AlikeRules): boolean {
  switch (shown.kind) {
    case 'text':
      return shown.time !== undefined && alike.find(shown.time).length > 0;
    case 'html':
      return false;
    case 'list':
      return shown.items.some((item) => hasTime(item, alike));
    case 'entries':
      return shown.entries.some((entry) => hasTime(entry.shown, alike));
  }
}

function withheldMark({ language }: Reader): Shown {
  return { kind: 'text', text: presentationWords[language].withheld, form: 'ours' };
}

type Documents = Pick<GivenRecord, 'documents' | 'documentsWithheld' | 'places'>;

function documentsOf(record: StoredRecord, review: Review): Documents {
  const { system, key, decisions, alike } = review;
  const places: Place[] = [];
  const ofAll = alike.ofRecord(system, record.resource);
  let documentsWithheld = 0;
  const documents = record.attachments.flatMap((attachment): readonly GivenDocument[] => {
    const id = documentId(key, system, record, attachment.id);
    const whole =
      decisions.filter(isWithholding('document')).find((entry) => entry.part.document === id) ??
      ofAll ??
      alike.find(attachment.title).find(({ by }) => by.do === 'withhold-alike')?.by;
    const pages = decisions.filter(isWithholding('pages')).filter((entry) => entry.part.document === id);
    if (whole !== undefined) {
      places.push(placeOf('withheld', whole));
      if (whole.told) documentsWithheld += 1;
      return [];
    }
    const title = maskedText(attachment.title, review);
    places.push(
      ...title.places,
      ...pages.map((entry) => ({ ...placeOf('pages', entry), pages: countOf([entry.part]) })),
    );
    const limits = pages.map(({ part: { from, to }, ground, text, told }) => ({ from, to, ground, text, told }));
    return [
      {
        ...attachment,
        title: title.text,
        mediaType: mediaTypeOf(attachment, alike),
        without: inOrder(limits),
        told: inOrder(limits.filter(({ told }) => told)),
        limits,
      },
    ];
  });
  return { documents, documentsWithheld, places };
}

/**
 * The media type of a document. A media type can have parameters, such as the name of a file. If the parameters contain
 * a masked value, they are left out.
 */
function mediaTypeOf({ mediaType }: StoredAttachment, alike: AlikeRules): string {
  const [plain = ''] = mediaType.split(';', 1);
  return [mediaType, plain].find((one) => alike.find(one).length === 0) ?? 'application/octet-stream';
}

type Withholding = EntryOf<'withhold'>;
type PartKind = Withholding['part']['of'];
type WithholdingOf<Of extends PartKind> = Withholding & { readonly part: Extract<Withholding['part'], { of: Of }> };

function isWithholding<Of extends PartKind>(of: Of): (entry: ReviewEntry) => entry is WithholdingOf<Of> {
  return (entry): entry is WithholdingOf<Of> => entry.do === 'withhold' && entry.part.of === of;
}

function placeOf(kind: Place['kind'], { ground, text, told }: Pick<Place, 'ground' | 'text' | 'told'>): Place {
  return { kind, ground, text, told };
}
