import type { ReviewItem } from '#api/review.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { annotationOf, type Resource } from '#domain/findings/annotation.ts';
import { mask } from '#domain/identifiers/mask.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { Localised } from '#domain/language.ts';
import { isEmpty } from '#domain/presentation/empty.ts';
import { textOf, type Reader } from '#domain/presentation/shown.ts';
import { fieldTitle, recordTitle } from '#domain/presentation/titles.ts';
import type { AlikeRules } from '#domain/review/alike.ts';
import { applied } from '#domain/review/applied.ts';
import type { Alike, ReviewEntry, ReviewGroup } from '#domain/review/entry.ts';
import { isAboutField } from '#domain/review/field-ref.ts';
import { onCopy, type Copies } from '#domain/review/copies.ts';
import { documentContent, documentId } from '#domain/review/item.ts';
import { withheldPages } from '#domain/review/settled.ts';
import type { StoredRecord } from '#domain/review/sheet.ts';
import { shownTexts, type ShownText } from '#domain/review/shown-texts.ts';
import type { SheetRow } from '#domain/review/sheet-index.ts';
import type { ItemTie } from '#domain/review/tie.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';

type ApiDocument = ReviewItem['documents'][number];

/** An item of the sheet, without the facts of what the member of staff has seen of it. */
export interface ShownItem extends Omit<ReviewItem, 'seen' | 'documents' | 'fields'> {
  /** `content`: a keyed hash of the bytes of the document. */
  readonly documents: (Omit<ApiDocument, 'opened' | 'text' | 'unseenPages'> & { readonly content: string })[];
  readonly fields: ShownField[];
}

type ApiField = ReviewItem['fields'][number];

/** A field of an item. Each piece in `folds` lists the items that contain it; in the API it only names a place. */
interface ShownField extends Omit<ApiField, 'folds'> {
  readonly folds: (Omit<ApiField['folds'][number], 'in'> & Pick<Folds[number], 'in'>)[];
}
type Folds = NonNullable<SheetRow['folds']>;

/** What is needed to show an item. */
export interface Showing {
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly system: { readonly id: string; readonly title: Localised };
  /** The kind of record with this name. Throws if the system does not declare it. */
  resource(name: string): Resource;
  readonly reader: Reader;
  /** The alike decisions in force. */
  readonly alike: AlikeRules;
  readonly copies: Copies;
  /** Whether a piece of a text may be folded because the item with this id shows the same. */
  mayFoldWith(earlier: string): boolean;
}

/** How much of the values is shown. */
export interface Extent {
  /** The most UTF-16 code units of each value. */
  readonly limit: number;
  /** One field, and the offset from which its value is shown. */
  readonly from?: { readonly field: number; readonly at: number };
}

/**
 * The state of an item: whether staff must still decide on it, whether staff refused its whole kind, and whether staff
 * adopted it but its system did not return it again.
 */
interface ItemState {
  readonly isOpen: boolean;
  readonly isRefused: boolean;
  readonly isNotGivenAgain: boolean;
  /**
   * Whether no rule releases the item: staff decided this for its kind, or they masked, withheld or rejected something
   * of an earlier version.
   */
  readonly isNotByRule: boolean;
}

/** Shows one item. */
export function shownItem(
  record: StoredRecord,
  row: SheetRow,
  tie: ItemTie,
  { isOpen, isRefused, isNotGivenAgain, isNotByRule }: ItemState,
  showing: Showing,
  extent: Extent,
): ShownItem {
  const { profile, system, resource, reader } = showing;
  const kind = resource(record.resource);
  const texts = shownTexts(record, kind, reader);
  const decided = decidedOn(showing, row, record, texts);
  const folds = (row.folds ?? []).filter((fold) => showing.mayFoldWith(fold.in.item));
  const given = isRefused ? new Map<string, string>() : givenTexts(record, kind, showing, texts, decided);
  return {
    id: row.id,
    version: row.version,
    system: system.id,
    systemTitle: system.title,
    resource: record.resource,
    title: kind.title,
    record: record.id,
    belongsTo: belongsTo(record, showing),
    tie: { how: tie.how, by: tie.by.map(masked), against: tie.against.map(masked) },
    byRule: isNotByRule ? null : row.rule,
    open: isOpen,
    unreadable: record.unreadable,
    fields: texts.map(({ name, field, text }, number) =>
      shownField(kind, { number, name, field, text, given: given.get(name) ?? null, folds }, extent),
    ),
    leftOut: leftOut(record, kind),
    refused: isRefused,
    notGivenAgain: isNotGivenAgain,
    hasParts: row.parts === true,
    documents: record.documents.map(({ id, title, mediaType, bytes, sha256: hash }) => {
      const document = documentId(profile.caseKey, system.id, record, id);
      const entries = decided.map(({ entry }) => entry);
      const content = documentContent(profile.caseKey, hash);
      return { id: document, title, mediaType, bytes, content, withoutPages: [...withheldPages(entries, document)] };
    }),
    missing: record.missing.map(({ title, reason }) => ({ title, reason })),
    proposals: [],
    copies: [],
    decisions: decided.map(({ group: { command, by, at }, entry }) => ({
      commandId: command,
      by,
      at,
      ...inView(entry, profile, (field) => nameOf(field, texts, { key: profile.caseKey, resource: kind })),
    })),
  };
}

/** The title of the record that contains this one; `null` if no record contains it. */
export function belongsTo(
  { partOf }: Pick<StoredRecord, 'partOf'>,
  { resource, reader }: Pick<Showing, 'resource' | 'reader'>,
): string | null {
  return partOf === null ? null : recordTitle(resource(partOf.resource), partOf.id)[reader.language];
}

/** The fields that concern only other people and have a value. */
function leftOut({ data }: StoredRecord, resource: Resource): Localised[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const field = annotationOf(resource, name);
    return field?.thirdParty === 'certain' && !isEmpty(value) ? [fieldTitle(resource, name, field)] : [];
  });
}

interface FieldText extends ShownText {
  /** The number of the field on the item, from 0. */
  readonly number: number;
  readonly given: string | null;
  readonly folds: Folds;
}

function shownField(
  resource: Resource,
  { number, name, field, text, given, folds }: FieldText,
  { limit, from }: Extent,
): ShownField {
  const start = from?.field === number ? Math.min(from.at, text.length) : 0;
  const value = window(text, start, limit);
  return {
    name,
    title: fieldTitle(resource, name, field),
    value,
    from: start,
    length: text.length,
    cut: value.length < text.length,
    given: given === null ? null : window(given, start, limit),
    folds: folds
      .filter((fold) => fold.field === number && fold.from >= start && fold.to <= start + value.length)
      .map(({ from: begin, to, in: sources }) => ({ from: begin, to, in: sources })),
    category: field.category,
    thirdParty: field.thirdParty,
  };
}

/** A piece of a text. It does not end in the middle of a surrogate pair. */
function window(text: string, from: number, limit: number): string {
  if (from + limit >= text.length) return text.slice(from);
  const last = text.charCodeAt(from + limit - 1);
  const isHalf = last >= 0xd8_00 && last <= 0xdb_ff;
  return text.slice(from, from + limit - (isHalf ? 1 : 0));
}

function masked(identifier: Identifier): { kind: string; masked: string } {
  return { kind: identifier.kind, masked: mask(identifier) };
}

interface Decided {
  readonly group: ReviewGroup;
  readonly entry: ReviewEntry;
}

/** The decisions in force that apply to an item: those on its present version, and the alike decisions. */
function decidedOn(
  { state: { common }, profile, system, resource: kindOf, alike, copies }: Showing,
  { id, version }: SheetRow,
  record: StoredRecord,
  texts: readonly ShownText[],
): readonly Decided[] {
  const { resource, partOf, documents } = record;
  const about = { key: profile.caseKey, resource: kindOf(resource) };
  const ids = partOf === null ? [record.id] : [record.id, partOf.id];
  const all = [...ids, ...documents.map(({ title }) => title), ...texts.flatMap(({ name, text }) => [name, text])];
  const onValues = new Set<ReviewEntry>(
    alike.areAboutValues ? all.flatMap((text) => alike.find(text).map(({ by }) => by)) : [],
  );
  const touches = (entry: ReviewEntry, of: Alike): boolean => {
    switch (of.all) {
      case 'value':
        return onValues.has(entry);
      case 'field':
        return (
          of.system === system.id &&
          of.resource === resource &&
          texts.some(({ name }) => isAboutField(of.field, name, about))
        );
      case 'resource':
        return of.system === system.id && of.resource === resource;
      case 'system':
        return of.system === system.id;
    }
  };
  const source = copies.takenFrom(id);
  const on = source ?? { item: id, version };
  const asHere = (entry: ReviewEntry): readonly ReviewEntry[] => {
    if ('alike' in entry) return touches(entry, entry.alike) ? [entry] : [];
    if (entry.item !== on.item || entry.version !== on.version) return [];
    return [source === undefined ? entry : onCopy(entry, { item: id, version })];
  };
  return common.review
    .filter(({ undone }) => !undone)
    .flatMap((group) => group.entries.flatMap(asHere).map((entry) => ({ group, entry })));
}

/** The texts that the person gets after the decisions, by the name of the field. */
function givenTexts(
  { resource, id, data, partOf, documents }: StoredRecord,
  kind: Resource,
  { profile, system, reader, alike }: Showing,
  texts: readonly ShownText[],
  decided: readonly Decided[],
): ReadonlyMap<string, string> {
  const plain = new Map(texts.map(({ name, text }) => [name, text]));
  const result = applied(
    { resource, id, data, partOf, attachments: documents },
    {
      system: system.id,
      resource: kind,
      key: profile.caseKey,
      decisions: decided.flatMap(({ entry }) => ('item' in entry ? [entry] : [])),
      alike,
      reader,
    },
  );
  if (result.outcome !== 'given') return new Map();
  return new Map(
    result.fields.map(({ stored, content }) => [
      stored,
      content.kind === 'masked' ? textOf(content.shown) : (plain.get(stored) ?? ''),
    ]),
  );
}

type DecisionView = Omit<ReviewItem['decisions'][number], 'commandId' | 'by' | 'at'>;

/** The name of the field that a stored decision is about. */
function nameOf(stored: string, texts: readonly ShownText[], about: { key: string; resource: Resource }): string {
  return texts.find(({ name }) => isAboutField(stored, name, about))?.name ?? stored;
}

function inView(entry: ReviewEntry, profile: SubjectProfile, nameOfField: (stored: string) => string): DecisionView {
  switch (entry.do) {
    case 'release':
    case 'adopt':
    case 'reject':
      return { do: entry.do, alike: false };
    case 'mask': {
      const { span, letter } = entry;
      return {
        do: 'mask',
        alike: false,
        field: nameOfField(entry.field),
        ...span,
        ...lettered(letter),
        ...limited(entry, profile),
      };
    }
    case 'withhold':
      return { do: 'withhold', alike: false, ...partInView(entry.part, nameOfField), ...limited(entry, profile) };
    case 'mask-alike':
      return { do: 'mask', alike: true, ...lettered(entry.letter), ...limited(entry, profile) };
    case 'withhold-alike':
      return { do: 'withhold', alike: true, ...limited(entry, profile) };
    case 'not-by-rule':
      return { do: 'not-by-rule', alike: true };
  }
}

function lettered(letter: string | null): Pick<DecisionView, 'letter'> {
  return letter === null ? {} : { letter };
}

type Limit = Pick<Extract<ReviewEntry, { readonly do: 'withhold' }>, 'ground' | 'text' | 'told'>;

function limited({ ground, text, told }: Limit, profile: SubjectProfile): Partial<DecisionView> {
  const reason = text === null ? undefined : profile.texts[text];
  return { ground, tellPerson: told, ...(reason === undefined ? {} : { reason }) };
}

function partInView(
  part: Extract<ReviewEntry, { readonly do: 'withhold' }>['part'],
  nameOfField: (stored: string) => string,
): Partial<DecisionView> {
  switch (part.of) {
    case 'record':
      return {};
    case 'field':
      return { field: nameOfField(part.field) };
    case 'document':
      return { document: part.document };
    case 'pages':
      return { document: part.document, pages: { from: part.from, to: part.to } };
  }
}
