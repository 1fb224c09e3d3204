import { annotationOf, resourceOf, type Field, type Resource } from '#domain/findings/annotation.ts';
import type { Finding, StoredAttachment, Unread } from '#domain/findings/finding.ts';
import type { Localised } from '#domain/language.ts';
import type { Content } from '#domain/presentation/content.ts';
import { isEmpty } from '#domain/presentation/empty.ts';
import { fieldTitle } from '#domain/presentation/titles.ts';
import type { SystemAnswer } from './answer.ts';
import { extensionOf } from './files/media-types.ts';
import { Seen } from '#domain/findings/seen.ts';

/** A document of a record. `path` is its path in the package. */
export interface PackagedDocument {
  readonly path: string;
  readonly attachment: StoredAttachment;
}

/** A record with the fields that the package contains. Fields that concern only other people are left out. */
export interface AnswerRecord {
  readonly resource: string;
  readonly id: string;
  /**
   * The record that contains this record, such as the contact of a note. `null` if there is none, or if staff refused
   * the kind of the containing record.
   */
  readonly partOf: Finding['partOf'];
  readonly fields: readonly {
    readonly name: string;
    readonly title: Localised;
    readonly field: Field;
    readonly content: Content;
  }[];
  readonly documents: readonly PackagedDocument[];
  /** Whether at least one field about other people was left out. */
  readonly reduced: boolean;
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
  /** How many records of each refused kind are left out, by the name of the resource. */
  readonly withheld: ReadonlyMap<string, number>;
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

/**
 * Reads the records of a system for the first time, and counts them. Throws if the outcome of the system is
 * `nothing-held` and there are records.
 */
export async function survey(system: SystemAnswer): Promise<Survey> {
  const counts = new Map<string, { records: number; readonly otherFields: Set<string> }>();
  const seen = new Seen();
  let reduced = false;
  let repeats = false;
  let documents = 0;
  const withheld = new Map<string, number>();
  const left = new Seen();
  for await (const found of everyFinding(system)) {
    if (isRefused(system, found)) {
      if (left.add(keyOf(found))) withheld.set(found.resource, (withheld.get(found.resource) ?? 0) + 1);
      continue;
    }
    const record = recordOf(system, found);
    if (!seen.add(keyOf(record))) {
      repeats = true;
      continue;
    }
    const entry = counts.get(record.resource) ?? { records: 0, otherFields: new Set<string>() };
    entry.records += 1;
    const declared = resourceOf(system.resources, record.resource).fields;
    for (const { name } of record.fields) if (!Object.hasOwn(declared, name)) entry.otherFields.add(name);
    counts.set(record.resource, entry);
    documents += record.documents.length;
    reduced ||= record.reduced;
  }
  if (seen.size + left.size > 0 && system.outcome === 'nothing-held')
    throw new Error(`the records of ${system.id} contradict its outcome "nothing-held"`);
  return {
    records: seen.size,
    documents,
    perResource: new Map(
      Object.keys(system.resources).flatMap((name) => {
        const entry = counts.get(name);
        if (entry === undefined) return [];
        return [[name, { records: entry.records, otherFields: [...entry.otherFields].sort() }] as const];
      }),
    ),
    reduced,
    unread: await unreadOf(system),
    withheld,
    repeats,
  };
}

/**
 * Yields each record of a system once, in the order of the stored pages. If a later page repeats a record, the first
 * copy is used. Documents get their numbers in this order, so each reading gives a document the same path.
 */
export async function* recordsOf(
  system: SystemAnswer,
  { repeats }: Pick<Survey, 'repeats'>,
): AsyncGenerator<AnswerRecord, void, undefined> {
  const seen = new Seen();
  let number = 0;
  for await (const record of everyRecord(system)) {
    if (repeats && !seen.add(keyOf(record))) continue;
    const documents = record.documents.map(({ attachment }) => {
      number += 1;
      return { path: documentPath(system.id, number, attachment.mediaType), attachment };
    });
    yield { ...record, documents };
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

async function* everyRecord(system: SystemAnswer): AsyncGenerator<AnswerRecord, void, undefined> {
  for await (const finding of everyFinding(system)) if (!isRefused(system, finding)) yield recordOf(system, finding);
}

async function unreadOf(system: SystemAnswer): Promise<readonly Unread[]> {
  if (system.outcome === 'withheld') return [];
  const unread = new Map<string, Unread>();
  for await (const page of system.pages())
    for (const one of page.unread)
      if (!isRefused(system, one)) unread.set(JSON.stringify([one.resource, one.id, one.document]), one);
  return [...unread.values()];
}

async function* everyFinding(system: SystemAnswer): AsyncGenerator<Finding, void, undefined> {
  // If the outcome is `withheld`, the package contains no record of the system, so no page is read.
  if (system.outcome === 'withheld') return;
  for await (const page of system.pages()) yield* page.findings;
}

/** Whether staff refused the kind of this record. The package then contains neither its values nor its documents. */
function isRefused({ refused }: SystemAnswer, { resource }: Pick<Finding, 'resource'>): boolean {
  return refused.some((kind) => kind.resource === resource);
}

function recordOf(system: SystemAnswer, finding: Finding): AnswerRecord {
  const resource = resourceOf(system.resources, finding.resource);
  let reduced = false;
  const given = new Map(Object.entries(finding.data));
  const declared = Object.keys(resource.fields).filter((name) => given.has(name));
  const others = [...given.keys()].filter((name) => !Object.hasOwn(resource.fields, name)).sort();
  const fields = [...declared, ...others].flatMap((name) => {
    const value = given.get(name) ?? null;
    const field = annotationOf(resource, name);
    if (field === undefined) throw new Error(`a field of ${system.id}/${finding.resource} has no annotation`);
    if (field.thirdParty !== 'certain')
      return [{ name, title: fieldTitle(resource, name, field), field, content: { kind: 'stored' as const, value } }];
    reduced ||= !isEmpty(value);
    return [];
  });
  return {
    resource: finding.resource,
    id: finding.id,
    // If staff refused the kind of the containing record, the package must not show the id of that record.
    partOf: finding.partOf !== null && isRefused(system, finding.partOf) ? null : finding.partOf,
    fields,
    documents: finding.attachments.map((attachment) => ({ path: '', attachment })),
    reduced,
  };
}

function documentPath(system: string, number: number, mediaType: string): string {
  return `systems/${system}/documents/${number}.${extensionOf(mediaType)}`;
}

function keyOf(record: { readonly resource: string; readonly id: string }): string {
  return JSON.stringify([record.resource, record.id]);
}
