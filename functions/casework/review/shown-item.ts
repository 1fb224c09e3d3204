import type { ReviewItem } from '#api/review.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { annotationOf, type Field, type Resource } from '#domain/findings/annotation.ts';
import { mask } from '#domain/identifiers/mask.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { Localised } from '#domain/language.ts';
import { isEmpty } from '#domain/presentation/empty.ts';
import { present } from '#domain/presentation/present.ts';
import { textOf, type Reader } from '#domain/presentation/shown.ts';
import { fieldTitle, recordTitle } from '#domain/presentation/titles.ts';
import type { AlikeRules } from '#domain/review/alike.ts';
import { applied } from '#domain/review/applied.ts';
import { entriesInForce, type Alike, type ReviewEntry } from '#domain/review/entry.ts';
import { documentId } from '#domain/review/item.ts';
import type { StoredRecord } from '#domain/review/sheet.ts';
import type { SheetRow } from '#domain/review/sheet-index.ts';
import type { ItemTie } from '#domain/review/tie.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';

type ApiField = ReviewItem['fields'][number];
type ApiDocument = ReviewItem['documents'][number];

/** An item of the sheet, before what the asking member of staff has seen of it is added. */
export interface ShownItem extends Omit<ReviewItem, 'seen' | 'documents'> {
  readonly documents: Omit<ApiDocument, 'opened' | 'text'>[];
}

/** What an item is shown with. */
export interface Showing {
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly system: { readonly id: string; readonly title: Localised };
  /** The kind of record of a name. Throws if the system declares none. */
  resource(name: string): Resource;
  readonly reader: Reader;
  /** The decisions in force for all that are alike. */
  readonly alike: AlikeRules;
}

/** How much of the values is shown. */
export interface Extent {
  /** The most UTF-16 code units of each value. */
  readonly limit: number;
  /** One field can be shown from a later place. */
  readonly from?: { readonly field: string; readonly at: number };
}

/** The values of a record as the person would read them. Fields that concern only other people are left out. */
export function shownTexts(
  record: StoredRecord,
  resource: Resource,
  reader: Reader,
): readonly { readonly name: string; readonly field: Field; readonly text: string }[] {
  const declared = Object.keys(resource.fields).filter((name) => Object.hasOwn(record.data, name));
  const others = Object.keys(record.data).filter((name) => !Object.hasOwn(resource.fields, name));
  return [...declared, ...others.sort()].flatMap((name) => {
    const field = annotationOf(resource, name);
    const value = record.data[name] ?? null;
    if (field === undefined || field.thirdParty === 'certain' || isEmpty(value)) return [];
    return [{ name, field, text: textOf(present(value, field, reader)) }];
  });
}

/** Shows one item. `isOpen`: whether a human must still decide on it. */
export function shownItem(
  record: StoredRecord,
  row: SheetRow,
  tie: ItemTie,
  isOpen: boolean,
  showing: Showing,
  extent: Extent,
): ShownItem {
  const { state, profile, system, resource, reader } = showing;
  const kind = resource(record.resource);
  const given = givenTexts(record, row, showing);
  const texts = shownTexts(record, kind, reader);
  return {
    id: row.id,
    version: row.version,
    system: system.id,
    systemTitle: system.title,
    resource: record.resource,
    title: kind.title,
    record: record.id,
    belongsTo:
      record.partOf === null ? null : recordTitle(resource(record.partOf.resource), record.partOf.id)[reader.language],
    tie: { how: tie.how, by: tie.by.map(masked), against: tie.against.map(masked) },
    byRule: row.rule,
    open: isOpen,
    unreadable: record.unreadable,
    fields: texts.map(({ name, field, text }) =>
      shownField(kind, { name, field, text, given: given === undefined ? text : (given.get(name) ?? null) }, extent),
    ),
    documents: record.documents.map(({ id, title, mediaType, bytes }) => ({
      id: documentId(profile.caseKey, system.id, record, id),
      title,
      mediaType,
      bytes,
    })),
    proposals: [],
    decisions: decisionsOn(state, profile, system.id, row, texts),
  };
}

function shownField(
  resource: Resource,
  {
    name,
    field,
    text,
    given,
  }: { readonly name: string; readonly field: Field; readonly text: string; readonly given: string | null },
  { limit, from }: Extent,
): ApiField {
  const start = from?.field === name ? Math.min(from.at, text.length) : 0;
  const value = window(text, start, limit);
  return {
    name,
    title: fieldTitle(resource, name, field),
    value,
    cut: value.length < text.length,
    given: given === null ? null : window(given, start, limit),
    category: field.category,
    thirdParty: field.thirdParty,
  };
}

/**
 * The texts that the person gets after the decisions in force, by the name of the field; a withheld field is missing.
 * `undefined`: no decision changes the record.
 */
function givenTexts(
  record: StoredRecord,
  { id, version }: SheetRow,
  { state, profile, system, resource, reader, alike }: Showing,
): ReadonlyMap<string, string> | undefined {
  const decisions = entriesInForce(state.common.review).filter(
    (entry) => 'item' in entry && entry.item === id && entry.version === version,
  );
  const kind = resource(record.resource);
  const done = applied(
    { ...record, attachments: [...record.documents] },
    { system: system.id, resource: kind, key: profile.caseKey, decisions, alike, reader },
  );
  if (done.outcome !== 'given') return new Map();
  if (done.places.length === 0) return undefined;
  return new Map(
    done.fields.map(({ stored, field, content }) => [
      stored,
      textOf(content.kind === 'masked' ? content.shown : present(content.value, field, reader)),
    ]),
  );
}

/** A piece of a text. No character is broken into halves at its end. */
function window(text: string, from: number, limit: number): string {
  if (from + limit >= text.length) return text.slice(from);
  const last = text.charCodeAt(from + limit - 1);
  const isHalf = last >= 0xd8_00 && last <= 0xdb_ff;
  return text.slice(from, from + limit - (isHalf ? 1 : 0));
}

function masked(identifier: Identifier): { kind: string; masked: string } {
  return { kind: identifier.kind, masked: mask(identifier) };
}

/** The decisions in force on the present version of an item, and those for all alike that touch it. */
function decisionsOn(
  { common }: OpenedCase,
  profile: SubjectProfile,
  system: string,
  { id, version, resource }: SheetRow,
  texts: readonly { readonly name: string; readonly text: string }[],
): ReviewItem['decisions'] {
  const touches = (alike: Alike): boolean => {
    switch (alike.all) {
      case 'value': {
        const value = profile.texts[alike.text];
        return value !== undefined && texts.some(({ text }) => text.includes(value));
      }
      case 'field':
        return alike.system === system && alike.resource === resource && texts.some(({ name }) => name === alike.field);
      case 'resource':
        return alike.system === system && alike.resource === resource;
      case 'system':
        return alike.system === system;
    }
  };
  const isOn = (entry: ReviewEntry): boolean =>
    'alike' in entry ? touches(entry.alike) : entry.item === id && entry.version === version;
  return common.review
    .filter(({ undone }) => !undone)
    .flatMap(({ command, by, at, entries }) =>
      entries.filter(isOn).map((entry) => ({ commandId: command, by, at, ...inView(entry, profile) })),
    );
}

type DecisionView = Omit<ReviewItem['decisions'][number], 'commandId' | 'by' | 'at'>;

function inView(entry: ReviewEntry, profile: SubjectProfile): DecisionView {
  switch (entry.do) {
    case 'release':
    case 'adopt':
    case 'reject':
      return { do: entry.do, alike: false };
    case 'mask': {
      const { field, span, letter } = entry;
      return { do: 'mask', alike: false, field, ...span, ...lettered(letter), ...limited(entry, profile) };
    }
    case 'withhold':
      return { do: 'withhold', alike: false, ...partInView(entry.part), ...limited(entry, profile) };
    case 'mask-alike':
      return { do: 'mask', alike: true, ...lettered(entry.letter), ...limited(entry, profile) };
    case 'withhold-alike':
      return { do: 'withhold', alike: true, ...limited(entry, profile) };
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

function partInView(part: Extract<ReviewEntry, { readonly do: 'withhold' }>['part']): Partial<DecisionView> {
  switch (part.of) {
    case 'record':
      return {};
    case 'field':
      return { field: part.field };
    case 'document':
      return { document: part.document };
    case 'pages':
      return { document: part.document, pages: { from: part.from, to: part.to } };
  }
}
