import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { annotationOf, resourceOf, type Resource } from '#domain/findings/annotation.ts';
import { isStandIn } from '#domain/findings/stand-in.ts';
import type { ReviewLine } from '#domain/review/line.ts';
import { toldLines } from '#domain/review/lines.ts';
import type { AnswerInput, SystemAnswer } from './answer.ts';
import { csvFile, jsonFile } from './files/data-files.ts';
import { LastLook, type Hit, type Place } from './last-look.ts';
import { isWorthDeflating, plainMediaType } from './files/media-types.ts';
import { schemaFile } from './files/schema-file.ts';
import { article15 } from './information/article-15.ts';
import { informationLinkedData } from './information/dpv.ts';
import { informationPage } from './information/page.ts';
import { manifestPath, manifestText, pathSchema, type Manifest, type ManifestFile } from './manifest.ts';
import { indexPage } from './pages/index-page.ts';
import { bytesOfParts, textOfPart, type Part } from './parts.ts';
import { dataFilesOf, schemaPath, type SurveyedSystem } from './plan.ts';
import { withheldPage } from './pages/withheld-page.ts';
import { columnsOf, readingOf, recordsOf, survey, type PackagedDocument, type Survey } from './records.ts';
import { withheldLines } from './withheld.ts';
import { reasonWords } from './answer-words.ts';
import { zipWriter, type Level } from './zip/writer.ts';

/** Facts about a complete package. They are known when its last byte has been read. */
export interface Assembled {
  readonly bytes: number;
  readonly sha256: string;
  readonly entries: number;
  readonly manifestSha256: string;
  /** How many records and files the package has of each system, in the order of the input. */
  readonly systems: readonly { readonly id: string; readonly records: number; readonly files: number }[];
  /** What the package masks and leaves out. The list includes what the person is not told of. */
  readonly lines: readonly ReviewLine[];
  /**
   * The places where the package contains a value that must not be in it (`AnswerInput.lookFor`). A package with such a
   * place must not be delivered.
   */
  readonly hits: readonly Hit[];
  /** How many documents lack a copy without the withheld pages. If there is one, the package may not be delivered. */
  readonly uncut: number;
}

/**
 * Makes the package as a zip while the caller reads the stream. The same input gives the same bytes.
 *
 * Both the stream and `done` fail if a page or a document cannot be read, or if a document has other bytes than the
 * stored hash. Both also fail if a field has no annotation (its title and category, see
 * `domain/findings/annotation.ts`), or if a system with the outcome `nothing-held` has records.
 */
export function assembleAnswer(input: AnswerInput): { readonly stream: Readable; readonly done: Promise<Assembled> } {
  const { promise: done, resolve, reject } = Promise.withResolvers<Assembled>();
  // The reader of `stream` gets the same error. If nobody awaits `done`, this line prevents an unhandled rejection.
  done.catch(() => {});
  const stream = Readable.from(assemble(input, resolve), { objectMode: false, highWaterMark: 262_144 });
  stream.once('error', reject);
  stream.once('close', () => reject(new Error('the answer was not read to its end')));
  return { stream, done };
}

interface PlannedFile extends Omit<ManifestFile, 'bytes' | 'sha256'> {
  readonly level: Level;
  readonly content: () => AsyncIterable<Part>;
  /** Set if the file is a document of a record. */
  readonly document?: Place;
  /** What is to be searched besides the bytes of the file: the text of a document whose text is compressed. */
  readonly inside?: () => AsyncIterable<Uint8Array>;
}

async function* assemble(
  input: AnswerInput,
  finished: (assembled: Assembled) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = zipWriter(input.createdAt);
  const systems = await surveyedSystems(input);
  const files: ManifestFile[] = [];
  const look = input.lookFor === undefined ? undefined : new LastLook(input.lookFor);
  for await (const { level, content, document, inside, ...facts } of plannedFiles(input, systems)) {
    look?.path(facts.path);
    const parts = look === undefined ? bytesOfParts(content()) : look.watch(facts.path, content(), document, inside);
    const { bytes, sha256 } = yield* zip.add(pathSchema.parse(facts.path), parts, level);
    files.push({ ...facts, bytes, sha256 });
  }
  const counts = systems.map(({ system, survey: { records } }) => ({
    id: system.id,
    records,
    files: files.filter((file) => file.system === system.id).length,
  }));
  const { bytes, sha256 } = zip.soFar();
  const manifest = Buffer.from(
    manifestText({
      schemaVersion: 1,
      reference: input.reference,
      controller: { id: input.controller.id, name: input.controller.name },
      language: input.language,
      round: input.round,
      createdAt: input.createdAt,
      period: null,
      systems: systems.map((one, index) => describeSystem(one, counts[index], input)),
      files,
      withheld: withheldLines(input, systems).map(({ system, resource, count, ground, kind }) => ({
        system,
        resource,
        count,
        ground,
        kind,
      })),
      packed: { bytes, sha256 },
    }),
  );
  yield* zip.addStored(manifestPath, manifest);
  for await (const _ of look?.watch(manifestPath, Readable.from([manifest])) ?? []);
  yield* zip.finish();
  finished({
    ...zip.soFar(),
    manifestSha256: createHash('sha256').update(manifest).digest('hex'),
    systems: counts,
    lines: systems.flatMap(({ survey: { lines } }) => lines),
    uncut: uncutIn(systems),
    hits: look?.hits() ?? [],
  });
}

function uncutIn(systems: readonly SurveyedSystem[]): number {
  return systems.reduce((sum, { survey: { uncut } }) => sum + uncut, 0);
}

async function surveyedSystems(input: AnswerInput): Promise<readonly SurveyedSystem[]> {
  const systems: SurveyedSystem[] = [];
  for (const system of input.systems) systems.push(surveyed(system, await survey(system, readingOf(input))));
  return systems;
}

function describeSystem(
  { system, survey: { unread } }: SurveyedSystem,
  counts: { readonly records: number; readonly files: number } | undefined,
  { language }: AnswerInput,
): Manifest['systems'][number] {
  return {
    id: system.id,
    title: system.title[language],
    outcome: system.outcome,
    ...(system.reason ? { reason: reasonWords(system.reason, language), reasonCode: system.reason } : {}),
    ...(system.ground ? { ground: system.ground } : {}),
    ...(system.asOf === undefined ? {} : { asOf: system.asOf }),
    ...(system.doesNotRead.length === 0 ? {} : { notRead: system.doesNotRead.map(({ what }) => what[language]) }),
    ...(unread.length === 0
      ? {}
      : {
          unread: unread.map(({ resource, id, document, certain, reason }) => ({
            resource,
            ...(certain && !isStandIn(id) ? { id } : {}),
            ...(document === null ? {} : { document }),
            reason,
          })),
        }),
    ...(system.deliveredIn === undefined ? {} : { deliveredIn: system.deliveredIn }),
    records: counts?.records ?? 0,
    possible: system.possible,
    disputed: system.disputed,
    files: counts?.files ?? 0,
  };
}

/** Every file of the package in order, except the manifest. */
async function* plannedFiles(
  input: AnswerInput,
  systems: readonly SurveyedSystem[],
): AsyncGenerator<PlannedFile, void> {
  // The review can leave out all records of a system, which changes its outcome. `systems` has the changed outcomes, so
  // that every page says the same.
  const information = article15({ ...input, systems: systems.map(({ system }) => system) });
  yield {
    path: 'index.html',
    mediaType: 'text/html',
    level: 6,
    content: () => indexPage(input, systems),
  };
  yield textFile('information/article-15.html', 'text/html', () => informationPage(information));
  yield textFile(
    'information/article-15.json',
    'application/json',
    () => `${JSON.stringify(information, undefined, 2)}\n`,
  );
  yield textFile('information/article-15.jsonld', 'application/ld+json', () => informationLinkedData(information));
  if (withheldLines(input, systems).length > 0)
    yield textFile('withheld.html', 'text/html', () => withheldPage(input, systems));
  for (const one of systems) yield* systemFiles(input, one);
}

/**
 * Combines a system with what the first reading of its records found. The outcome `found` changes if the package has no
 * record of the system: to `withheld` if the person is told of records that are left out, otherwise to `nothing-held`
 * if every record is left out and the person is told of none. A refused kind without records is dropped, so the answer
 * does not mention it.
 */
function surveyed(asked: SystemAnswer, found: Survey): SurveyedSystem {
  const told = toldLines(found.lines);
  const system = {
    ...asked,
    refused: asked.refused.filter((kind) => told.some(({ resource }) => resource === kind.resource)),
  };
  if (system.outcome !== 'found' || found.records > 0) return { system, survey: found };
  if (told.length > 0) {
    const grounds = [...new Set(told.map(({ ground }) => ground))].join(', ');
    return { system: { ...system, outcome: 'withheld', ground: grounds }, survey: found };
  }
  const nothing = found.silent && found.unread.length === 0;
  return { system: nothing ? { ...system, outcome: 'nothing-held' } : system, survey: found };
}

function textFile(path: string, mediaType: string, text: () => string): PlannedFile {
  async function* content(): AsyncGenerator<string, void> {
    yield text();
  }
  return { path, mediaType, level: 6, content };
}

async function* systemFiles(input: AnswerInput, { system, survey }: SurveyedSystem): AsyncGenerator<PlannedFile, void> {
  if (survey.records === 0) return;
  yield {
    ...textFile(schemaPath(system), 'application/schema+json', () => schemaFile(system, survey, input.language)),
    system: system.id,
  };
  for (const [name, found] of survey.perResource) {
    const facts = { system: system.id, ...dataFacts(resourceOf(system.resources, name), found), level: 6 } as const;
    const [json, csv] = dataFilesOf(system, name);
    yield { path: json.path, mediaType: json.mediaType, ...facts, content: () => jsonFile(system, survey, name) };
    yield {
      path: csv.path,
      mediaType: csv.mediaType,
      ...facts,
      content: () => csvFile(system, survey, name, found, input.language),
    };
  }
  if (survey.documents === 0) return;
  for await (const record of recordsOf(system, survey))
    for (const document of record.documents)
      yield {
        path: document.path,
        mediaType: plainMediaType(document.attachment.mediaType),
        system: system.id,
        level: isWorthDeflating(document.attachment.mediaType) ? 6 : 0,
        content: () => documentContent(input, document),
        document: { system: system.id, resource: record.resource, id: record.id, document: document.attachment.id },
        ...(document.withoutPages.length === 0 ? {} : { withoutPages: [...document.withoutPages] }),
        ...insideOf(input, document),
      };
}

/**
 * `category`: the category that all fields of the file share. Absent if the fields have several categories. `portable`:
 * whether Art. 20 covers all fields.
 */
function dataFacts(
  resource: Resource,
  found: Parameters<typeof columnsOf>[1],
): Pick<ManifestFile, 'category' | 'portable'> {
  const fields = columnsOf(resource, found).flatMap((name) => annotationOf(resource, name) ?? []);
  const [first] = fields;
  const agree = first !== undefined && fields.every(({ category }) => category === first.category);
  return { ...(agree ? { category: first.category } : {}), portable: fields.every(({ portable }) => portable) };
}

function insideOf(input: AnswerInput, { textKey }: PackagedDocument): Pick<PlannedFile, 'inside'> {
  if (textKey === undefined) return {};
  return {
    async *inside() {
      yield* await input.document(textKey);
    },
  };
}

async function* documentContent(
  input: AnswerInput,
  { attachment }: PackagedDocument,
): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256');
  let bytes = 0;
  const pieces: AsyncIterable<Uint8Array> = await input.document(attachment.key);
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
    yield piece;
  }
  if (bytes !== attachment.bytes || hash.digest('hex') !== attachment.sha256)
    throw new Error('a document is not the one that was stored');
}

/** A page of the package that the person reads. */
export interface ReadablePage {
  readonly path: string;
  readonly title: string;
  readonly html: string;
}

/**
 * The pages that tell the person about the answer, as the package has them: `index.html`, the information of Art. 15,
 * and `withheld.html` if something is left out. `lines`: what the package leaves out. `records`: how many records it has
 * of each system. Reads all records, and makes no data files.
 */
export async function readablePages(input: AnswerInput): Promise<{
  readonly pages: readonly ReadablePage[];
  readonly lines: readonly ReviewLine[];
  readonly records: ReadonlyMap<string, number>;
  readonly uncut: number;
}> {
  const systems = await surveyedSystems(input);
  const pages: ReadablePage[] = [];
  for await (const { path, mediaType, system, content } of plannedFiles(input, systems)) {
    // The files of the systems follow all other files.
    if (system !== undefined) break;
    if (mediaType !== 'text/html') continue;
    let text = '';
    for await (const part of content()) text += textOfPart(part);
    pages.push({ path, title: /<title>(.*?)<\/title>/s.exec(text)?.[1] ?? path, html: text });
  }
  return {
    pages,
    lines: systems.flatMap(({ survey: { lines } }) => lines),
    uncut: uncutIn(systems),
    records: new Map(systems.map(({ system, survey: { records } }) => [system.id, records])),
  };
}
