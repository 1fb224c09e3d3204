import { annotationOf, resourceOf, type Field, type Resource } from '#domain/findings/annotation.ts';
import type { Finding, RecordKey, StoredAttachment, Unread } from '#domain/findings/finding.ts';
import type { Localised } from '#domain/language.ts';
import type { Content } from '#domain/presentation/content.ts';
import type { Reader } from '#domain/presentation/shown.ts';
import { fieldTitle } from '#domain/presentation/titles.ts';
import { applied, leftOut, maskedText, type Applied, type GivenDocument, type Review } from '#domain/review/applied.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import type { ReviewLine } from '#domain/review/line.ts';
import { tallyOf, type Tally } from '#domain/review/lines.ts';
import type { PageRange } from '#domain/review/pages.ts';
import type { AnswerInput, AnswerPage, AnswerReview, Decided, SystemAnswer } from './answer.ts';
import { extensionOf } from './files/media-types.ts';
import { Seen } from '#domain/findings/seen.ts';

/** A document of a record. `path` is its path in the package. */
export interface PackagedDocument {
  readonly path: string;
  /** The file as the package has it. */
  readonly attachment: StoredAttachment;
  /** The pages that are left out of it and of which the person is told. */
  readonly withoutPages: readonly PageRange[];
  /** If pages are left out: the key of a file with the text of the other pages. */
  readonly textKey?: string;
}

/** The pages of one document that are left out on one ground. */
export interface LeftOutPages extends PageRange {
  readonly resource: string;
  readonly ground: ReviewLine['ground'];
  readonly text: ReviewLine['text'];
  /** The path of the document in the package. */
  readonly path: string;
  readonly title: string;
}

/**
 * A record with the fields that the package contains. Fields that concern only other people are left out, and what
 * staff masked or withheld in the review.
 */
export interface AnswerRecord {
  readonly resource: string;
  readonly id: string;
  /**
   * The record that contains this record, such as the contact of a note. `null` if there is none, or if the package
   * leaves out the containing record.
   */
  readonly partOf: Finding['partOf'];
  readonly fields: readonly {
    readonly name: string;
    readonly title: Localised;
    readonly field: Field;
    readonly content: Content;
  }[];
  readonly documents: readonly PackagedDocument[];
  /** How many documents of the record the review left out, if the person is told of it. */
  readonly documentsWithheld: number;
}

/**
 * What the first reading of a system's records found. There can be too many records for the memory, so they are read
 * again for each file. Each of these readings needs the survey.
 */
export interface Survey {
  readonly records: number;
  readonly documents: number;
  readonly perResource: ReadonlyMap<string, ResourceSurvey>;
  readonly reduced: boolean;
  /** The records and documents that the search found and could not copy unchanged, without duplicates. */
  readonly unread: readonly Unread[];
  /** What the package masks and leaves out of the system: refused kinds of record, and what the review decided. */
  readonly lines: readonly ReviewLine[];
  /** The pages that are left out and of which the person is told. There are no more of them than decisions. */
  readonly pages: readonly LeftOutPages[];
  /** How many documents are left out as a whole, because no copy without the withheld pages exists. */
  readonly uncut: number;
  /** Whether records are left out of which the person is not told. */
  readonly silent: boolean;
  /**
   * The keys of the records that the review left out one by one. The package does not name them as the record that
   * contains another one. There are at most as many of them as there are decisions.
   */
  readonly gone: ReadonlySet<string>;
  readonly reading: Reading;
  /**
   * Whether at least one record is in the pages more than once. If so, later readings must remember each record, to
   * skip the repetitions.
   */
  readonly repeats: boolean;
}

export interface ResourceSurvey {
  readonly records: number;
  /** The fields in the records that the connector does not declare: their names, sorted. */
  readonly otherFields: readonly string[];
}

/** What is needed to read the records of a system, besides the system itself. */
export interface Reading extends Pick<AnswerReview, 'key' | 'alike' | 'cut'> {
  readonly reader: Reader;
}

/** Collects what is needed to read the records of an answer. */
export function readingOf({ review, language, controller }: AnswerInput): Reading {
  const { key, alike, cut } = review;
  return { key, alike, cut, reader: { language, timeZone: controller.timeZone } };
}

/**
 * Reads the records of a system for the first time, and counts them. Throws if the outcome of the system is
 * `nothing-held` and there are records.
 */
export async function survey(system: SystemAnswer, reading: Reading): Promise<Survey> {
  const counts = new Map<string, { records: number; readonly otherFields: Set<string> }>();
  const tally = tallyOf(system.id);
  const gone = new Set<string>();
  const seen = new Seen();
  const left = new Seen();
  let reduced = false;
  let repeats = false;
  let silent = false;
  let documents = 0;
  let uncut = 0;
  const pages: LeftOutPages[] = [];
  let records = 0;
  const unread = unreadOf(system, reading, tally);
  const look = async (found: Decided<Finding>): Promise<void> => {
    if (isRefused(system, found)) {
      if (left.add(keyOf(found))) addRefused(tally, system, found);
      return;
    }
    if (!seen.add(keyOf(found))) {
      repeats = true;
      return;
    }
    const record = appliedTo(system, found, reading);
    if (record.outcome !== 'given') {
      silent ||= isSilent(record);
      if (found.decisions.length > 0) gone.add(keyOf(found));
      if (record.outcome === 'withheld') tally.add(found.resource, record.place);
      return;
    }
    for (const place of record.places) tally.add(found.resource, place);
    const entry = counts.get(found.resource) ?? { records: 0, otherFields: new Set<string>() };
    entry.records += 1;
    const declared = resourceOf(system.resources, found.resource).fields;
    for (const { name } of record.fields) if (!Object.hasOwn(declared, name)) entry.otherFields.add(name);
    counts.set(found.resource, entry);
    records += 1;
    for (const document of record.documents) {
      const stored = await storedFile(document, reading);
      if (stored === undefined) {
        uncut += 1;
        continue;
      }
      documents += 1;
      const path = documentPath(system.id, documents, document.mediaType);
      for (const { told, ...limit } of document.limits)
        if (told) pages.push({ ...limit, resource: found.resource, path, title: document.title });
    }
    reduced ||= record.reduced;
  };
  for await (const page of everyPage(system)) {
    for (const found of page.findings) await look(found);
    for (const one of page.unread) unread.look(one);
  }
  if (seen.size + left.size > 0 && system.outcome === 'nothing-held')
    throw new Error(`the records of ${system.id} contradict its outcome "nothing-held"`);
  if (!isRead(system)) for (const kind of system.refused) addRefused(tally, system, kind, kind.known);
  return {
    records,
    documents,
    perResource: new Map(
      Object.keys(system.resources).flatMap((name) => {
        const entry = counts.get(name);
        if (entry === undefined) return [];
        return [[name, { records: entry.records, otherFields: [...entry.otherFields].sort() }] as const];
      }),
    ),
    reduced,
    unread: unread.listed(),
    lines: inOrder(system, tally.lines()),
    pages,
    uncut,
    silent: silent || unread.isSilent(),
    gone,
    repeats,
    reading,
  };
}

/**
 * Yields each record of a system once, in the order of the stored pages. If a later page repeats a record, the first
 * copy is used. Documents get their numbers in this order, so each reading gives a document the same path.
 */
export async function* recordsOf(
  system: SystemAnswer,
  { repeats, reading, gone }: Pick<Survey, 'repeats' | 'reading' | 'gone'>,
): AsyncGenerator<AnswerRecord, void, undefined> {
  const seen = new Seen();
  let number = 0;
  for await (const found of everyFinding(system)) {
    if (isRefused(system, found) || (repeats && !seen.add(keyOf(found)))) continue;
    const record = appliedTo(system, found, reading);
    if (record.outcome !== 'given') continue;
    const resource = resourceOf(system.resources, found.resource);
    const documents: PackagedDocument[] = [];
    for (const document of record.documents) {
      const file = await storedFile(document, reading);
      if (file === undefined) continue;
      number += 1;
      documents.push({
        path: documentPath(system.id, number, document.mediaType),
        withoutPages: document.told,
        ...file,
      });
    }
    yield {
      resource: found.resource,
      id: record.id,
      partOf: found.partOf === null || isLeftOut(system, found.partOf, { reading, gone }) ? null : record.partOf,
      fields: record.fields.map(({ name, field, content }) => ({
        name,
        title: fieldTitle(resource, name, field),
        field,
        content,
      })),
      documents,
      documentsWithheld: record.documentsWithheld + record.documents.length - documents.length,
    };
  }
}

/**
 * The names of the fields that become columns: first the declared fields, then the undeclared ones. Fields that concern
 * only other people are left out.
 */
export function columnsOf(resource: Resource, { otherFields }: ResourceSurvey): readonly string[] {
  const declared = Object.keys(resource.fields).filter(
    (name) => annotationOf(resource, name)?.thirdParty !== 'certain',
  );
  return [...declared, ...otherFields];
}

/**
 * The records and documents that could not be copied, without duplicates and without those that the package leaves out.
 * Values that staff masked are also masked in the ids and titles. `isSilent` tells whether the person is not told of
 * some that are left out.
 */
function unreadOf(
  system: SystemAnswer,
  reading: Reading,
  tally: Tally,
): {
  look(unread: Decided<Unread>): void;
  readonly listed: () => readonly Unread[];
  readonly isSilent: () => boolean;
} {
  const listed = new Map<string, Unread>();
  const told = new Set<string>();
  let silent = false;
  return {
    look({ decisions, ...one }) {
      const key = JSON.stringify([one.resource, one.id, one.document]);
      if (isRefused(system, one) || told.has(key)) return;
      told.add(key);
      const left = leftOut(one, reviewOf(system, one, decisions, reading));
      if (left !== undefined) {
        silent ||= isSilent(left);
        if (left.outcome === 'withheld' && one.document === null) tally.add(one.resource, left.place);
        return;
      }
      const mask = (text: string): string => {
        const { text: masked, places } = maskedText(text, reading);
        for (const place of places) tally.add(one.resource, place);
        return masked;
      };
      listed.set(key, { ...one, id: mask(one.id), document: one.document === null ? null : mask(one.document) });
    },
    listed: () => [...listed.values()],
    isSilent: () => silent,
  };
}

/** The stored file of a document: its copy if pages are left out. `undefined`: there is no such copy. */
async function storedFile(
  document: GivenDocument,
  { cut }: Pick<Reading, 'cut'>,
): Promise<Pick<PackagedDocument, 'attachment' | 'textKey'> | undefined> {
  const { without, told: _, limits: _limits, ...attachment } = document;
  if (without.length === 0) return { attachment };
  const copy = await cut(attachment, without);
  if (copy === undefined) return undefined;
  const { key, textKey, bytes, sha256 } = copy;
  return { attachment: { ...attachment, key, bytes, sha256 }, textKey };
}

/** Whether a record is left out and the person is not told of it. */
function isSilent(record: Exclude<Applied, { readonly outcome: 'given' }>): boolean {
  return record.outcome === 'rejected' || !record.place.told;
}

/** Whether the pages of the system are read. They are not if an earlier answer contained the data of the system. */
function isRead({ outcome, deliveredIn }: SystemAnswer): boolean {
  return outcome !== 'withheld' && deliveredIn === undefined;
}

async function* everyPage(system: SystemAnswer): AsyncGenerator<AnswerPage, void, undefined> {
  // If the outcome is `withheld`, the package contains no record of the system, so no page is read.
  if (system.outcome !== 'withheld') yield* system.pages();
}

async function* everyFinding(system: SystemAnswer): AsyncGenerator<Decided<Finding>, void, undefined> {
  for await (const page of everyPage(system)) yield* page.findings;
}

/** Whether staff refused the kind of this record. The package then contains neither its values nor its documents. */
function isRefused({ refused }: SystemAnswer, { resource }: Pick<Finding, 'resource'>): boolean {
  return refused.some((kind) => kind.resource === resource);
}

/** The refused kinds in their order, then the other kinds in the order of the connector. */
function inOrder({ refused, resources }: SystemAnswer, lines: readonly ReviewLine[]): readonly ReviewLine[] {
  const order = [...refused.map(({ resource }) => resource), ...Object.keys(resources)];
  return lines.toSorted((a, b) => order.indexOf(a.resource) - order.indexOf(b.resource));
}

/** Counts records of a refused kind. */
function addRefused(
  tally: Tally,
  { refused }: SystemAnswer,
  { resource }: Pick<RecordKey, 'resource'>,
  times = 1,
): void {
  const kind = refused.find((one) => one.resource === resource);
  if (kind === undefined) return;
  tally.add(resource, { kind: 'withheld', ground: kind.ground.code, text: kind.text, told: true }, times);
}

/** Whether the package leaves out the record with this key. */
function isLeftOut(system: SystemAnswer, key: RecordKey, { reading, gone }: Pick<Survey, 'reading' | 'gone'>): boolean {
  if (isRefused(system, key) || gone.has(keyOf(key))) return true;
  return leftOut(key, { system: system.id, decisions: [], alike: reading.alike }) !== undefined;
}

function appliedTo(system: SystemAnswer, found: Decided<Finding>, reading: Reading): Applied {
  return applied(found, reviewOf(system, found, found.decisions, reading));
}

function reviewOf(
  system: SystemAnswer,
  { resource }: Pick<RecordKey, 'resource'>,
  decisions: readonly ReviewEntry[],
  reading: Reading,
): Review {
  return { ...reading, system: system.id, resource: resourceOf(system.resources, resource), decisions };
}

function documentPath(system: string, number: number, mediaType: string): string {
  return `systems/${system}/documents/${number}.${extensionOf(mediaType)}`;
}

function keyOf(record: { readonly resource: string; readonly id: string }): string {
  return JSON.stringify([record.resource, record.id]);
}
