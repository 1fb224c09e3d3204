import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { findingsPageSchema, type FindingsPage } from '#domain/findings/finding.ts';
import {
  sheetCopiesSchema,
  sheetIndexSchema,
  sheetPageSchema,
  sheetPlacesSchema,
  type SheetCopies,
  type SheetIndex,
  type SheetList,
  type SheetPage,
  type SheetPlaces,
} from '#domain/review/sheet-index.ts';

/** Identifies one sheet of a case: `madeFrom` is the hash of everything from which the sheet is made. */
export interface SheetId {
  readonly caseId: string;
  readonly madeFrom: string;
}

/**
 * The review sheets of the cases. A sheet has a head (index), pages of rows, excerpts of the findings, and lists of the
 * places of its items. A place says in which page, and in which row of it, an item stands. Each head, page, excerpt and
 * list is one S3 object. Nothing is overwritten: if an object is stored already, it has the same content.
 */
export interface ReviewSheets {
  /** The head of a sheet; `undefined` if the sheet was not made or is not complete. */
  index(sheet: SheetId): Promise<SheetIndex | undefined>;
  /** Stores the head. The caller stores it last, so a sheet with a head is complete. */
  putIndex(caseId: string, index: SheetIndex): Promise<void>;
  /** A page of rows. `number` counts from 1. */
  page(sheet: SheetId, list: SheetList, number: number): Promise<SheetPage>;
  putPage(sheet: SheetId, list: SheetList, number: number, page: SheetPage): Promise<void>;
  /** The key under which `Findings.pageAt` reads an excerpt. `number` counts from 1. */
  excerptKey(sheet: SheetId, number: number): string;
  /**
   * Stores an excerpt: records on which staff must decide, copied from several pages of findings into one. An excerpt
   * has the form of such a page.
   */
  putExcerpt(sheet: SheetId, number: number, excerpt: FindingsPage): Promise<void>;
  /** The places of the items of a complete sheet whose ids begin with `digits` (`placesOf`). */
  places(sheet: SheetId, digits: string): Promise<SheetPlaces>;
  putPlaces(sheet: SheetId, digits: string, places: SheetPlaces): Promise<void>;
  /** The items of a complete sheet that are shown alike. Read it only if the head says that there are some. */
  copies(sheet: SheetId): Promise<SheetCopies>;
  putCopies(sheet: SheetId, copies: SheetCopies): Promise<void>;
}

/** Stores sheets in the bucket of the findings, so that they are erased with the findings of their case. */
export function reviewSheets(client: S3Client, bucket: string): ReviewSheets {
  const read = async (Key: string): Promise<unknown> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    if (Body === undefined) throw new Error('a part of a review sheet has no content');
    return JSON.parse(await Body.transformToString('utf8'));
  };
  const put = async (Key: string, content: object): Promise<void> => {
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key,
          Body: JSON.stringify(content),
          ContentType: 'application/json',
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      if (!(error instanceof Error && error.name === 'PreconditionFailed')) throw error;
    }
  };
  const readIfStored = async (key: string): Promise<unknown> => {
    try {
      return await read(key);
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  return {
    index: async (sheet) => sheetIndexSchema.optional().parse(await readIfStored(`${sheetUnder(sheet)}index.json`)),
    putIndex: async (caseId, index) =>
      await put(`${sheetUnder({ caseId, madeFrom: index.madeFrom })}index.json`, sheetIndexSchema.parse(index)),
    page: async (sheet, list, number) => sheetPageSchema.parse(await read(pageKey(sheet, list, number))),
    putPage: async (sheet, list, number, page) => await put(pageKey(sheet, list, number), sheetPageSchema.parse(page)),
    excerptKey,
    putExcerpt: async (sheet, number, excerpt) =>
      await put(excerptKey(sheet, number), findingsPageSchema.parse(excerpt)),
    // If no id begins with these digits, no object is stored for them.
    places: async (sheet, digits) =>
      sheetPlacesSchema.parse((await readIfStored(placesKey(sheet, digits))) ?? { v: 1, items: {} }),
    putPlaces: async (sheet, digits, places) => await put(placesKey(sheet, digits), sheetPlacesSchema.parse(places)),
    copies: async (sheet) => sheetCopiesSchema.parse(await read(copiesKey(sheet))),
    putCopies: async (sheet, copies) => await put(copiesKey(sheet), sheetCopiesSchema.parse(copies)),
  };
}

function sheetUnder({ caseId, madeFrom }: SheetId): string {
  return `${caseId}/sheet/${madeFrom}/`;
}

function pageKey(sheet: SheetId, list: SheetList, number: number): string {
  return `${sheetUnder(sheet)}${list}/${String(number).padStart(6, '0')}.json`;
}

function excerptKey(sheet: SheetId, number: number): string {
  return `${sheetUnder(sheet)}excerpts/${String(number).padStart(6, '0')}.json`;
}

function copiesKey(sheet: SheetId): string {
  return `${sheetUnder(sheet)}copies.json`;
}

function placesKey(sheet: SheetId, digits: string): string {
  return `${sheetUnder(sheet)}places/${digits}.json`;
}
