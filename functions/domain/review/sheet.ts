import { canonical } from '../canonical/canonical.ts';
import type { Resource } from '../findings/annotation.ts';
import { keyText } from '../findings/belonging.ts';
import type { FindingsPage, HeldIdentifier, KeptTie, RecordKey } from '../findings/finding.ts';
import { Seen } from '../findings/seen.ts';
import type { Standings } from '../findings/standing.ts';
import type { Reader } from '../presentation/shown.ts';
import type { WhoseRecord } from '../findings/whose.ts';
import type { JsonObject } from '../json.ts';
import { ruleFor } from './by-rule.ts';
import { itemId, itemVersion } from './item.ts';
import { lookOf, shownAs } from './look.ts';
import type { AdoptedItems } from './ownership.ts';
import { listSchema, type List, type PlaceInPage, type SheetEntry } from './sheet-entry.ts';
import { tieOf, type ItemStanding, type ItemTie } from './tie.ts';

/** A record as a search stored it, whichever list of the page it is in. */
export interface StoredRecord extends RecordKey {
  readonly data: JsonObject;
  readonly partOf: RecordKey | null;
  readonly identifiers: readonly HeldIdentifier[];
  /** `null` if the search stored the record apart from the person's. */
  readonly tie: KeptTie | null;
  /** Why `data` is empty; `null` if the record could be read. */
  readonly unreadable: string | null;
  /** The stored documents; none if the search stored the record apart from the person's. */
  readonly documents: FindingsPage['findings'][number]['attachments'];
  /** The documents that are not stored: not fetched yet, or they could not be fetched. */
  readonly missing: readonly { readonly title: string; readonly reason: string | null }[];
}

/** What the rows of one system are made from. */
export interface SheetSystem {
  readonly id: string;
  /** The key of the case (`SubjectProfile.caseKey`). */
  readonly key: string;
  readonly isLowRisk: boolean;
  /** The kind of record of this name. Throws if the system declares none. */
  resource(name: string): Resource;
  /** The rules by which one record is judged, with the identifiers that count in this system. */
  readonly byFields: WhoseRecord;
  readonly adopted: AdoptedItems;
  /** For whom the values are shown. */
  readonly reader: Reader;
  /** The waves that have searched the system again for adopted records. */
  readonly searchedAgain: readonly number[];
}

/** Makes the rows of one system, page by page. No page is kept in memory. */
export interface SheetRows {
  /** First, each page is added here, in order. */
  look(page: FindingsPage): void;
  /**
   * Then, each page is given again in the same order. Returns its rows: the records of the person in the order of the
   * package, and the possible and disputed ones. Each record has one row on the sheet.
   */
  rows(page: FindingsPage, standings: Standings): readonly SheetEntry[];
}

/** The rows of the sheet for one system. */
export function sheetRows(system: SheetSystem): SheetRows {
  const unreadable = new Set<string>();
  const readLater = new Set<string>();
  const given = new Seen();
  const wholes = new Seen();

  /** `undefined`: the record is not on the sheet, or not at this place. */
  const standingAt = (key: string, list: List, standings: Standings): ItemStanding | undefined => {
    const verdict = standings.verdict(key);
    if (verdict === 'belongs') return list === 'findings' ? 'belongs' : undefined;
    if (verdict === 'disputed') return 'disputed';
    switch (list) {
      case 'findings':
        if (verdict !== 'possible') return undefined;
        return standings.isDisputed(key) ? 'disputed' : 'possible';
      case 'disputed':
      case 'possible':
        return standings.isDisputed(key) ? 'disputed' : 'possible';
      case 'unplaced':
        return 'possible';
    }
  };
  return {
    look(page) {
      for (const one of page.findings) {
        const key = keyText(one);
        if (one.partOf !== null) wholes.add(keyText(one.partOf));
        if (one.unreadable !== null) unreadable.add(key);
        else if (unreadable.has(key)) readLater.add(key);
      }
    },
    rows(page, standings) {
      const missing = missingIn(page);
      return placesIn(page).flatMap((at) => {
        const record = recordAt(page, at, missing);
        const key = keyText(record);
        if (at.list === 'unplaced' && !standings.isLeftOver(record)) return [];
        const standing = standingAt(key, at.list, standings);
        if (standing === undefined) return [];
        // The package contains the first readable copy of a record.
        if (standing === 'belongs' && record.unreadable !== null && readLater.has(key)) return [];
        if (!given.add(key)) return [];
        const id = itemId(system.key, system.id, record);
        return [
          {
            id,
            version: versionIn(system, record, id, standing),
            resource: record.resource,
            standing,
            rule: ruleFor({
              standing,
              isAdopted: system.adopted.has(id),
              isLowRisk: system.isLowRisk,
              resource: system.resource(record.resource),
              data: record.data,
              isRead: record.unreadable === null,
              documents: record.documents.length + record.missing.length,
            }),
            documents: record.documents.length,
            ...(standing === 'belongs' && wholes.has(key) ? { parts: true as const } : {}),
            at,
          },
        ];
      });
    },
  };
}

/**
 * The version of an item.
 *
 * After staff adopt a record, its system is searched again. If the search returned the record unchanged, the record
 * keeps the version in which staff adopted it, and nothing is left to decide. If the record now has documents, it gets
 * a new version, because nobody has seen them. If the search did not return the record, the adoption could not be
 * carried out. The record then gets a new version after each such search, so that staff decide again.
 */
function versionIn(system: SheetSystem, record: StoredRecord, id: string, standing: ItemStanding): string {
  const { byFields, adopted, searchedAgain } = system;
  const resource = system.resource(record.resource);
  const look = [lookOf(resource), shownAs(record.data, resource, system.reader)].join();
  const versions = adopted.get(id);
  const version = (as: ItemStanding, notGivenIn: number | null): string => {
    const tied = { ...record, isPart: record.partOf !== null, isAdopted: versions !== undefined };
    return versionOf(record, as, tieOf(tied, as, byFields), look, notGivenIn);
  };
  if (versions === undefined) return version(standing, null);
  if (standing !== 'belongs') return version(standing, searchedAgain.at(-1) ?? null);
  const before = (['possible', 'disputed'] as const).flatMap((as) =>
    [null, ...searchedAgain].map((wave) => version(as, wave)),
  );
  return before.find((one) => versions.has(one)) ?? version(standing, null);
}

/**
 * The version of an item with a standing and a tie: everything that a decision on it rests on. Three things do not
 * change the version: whether a part is the person's by its own identifiers too, a further identifier that ties the
 * record in the same way, and the place where the record or a document is stored.
 */
function versionOf(
  record: StoredRecord,
  standing: ItemStanding,
  { how, against }: ItemTie,
  look: string,
  notGivenIn: number | null,
): string {
  const { resource, data, partOf, unreadable, documents, missing, identifiers } = record;
  return itemVersion(
    canonical({
      resource,
      data,
      partOf,
      unreadable,
      identifiers,
      documents: documents.map(({ id, title, mediaType, bytes, sha256: hash }) => ({
        id,
        title,
        mediaType,
        bytes,
        hash,
      })),
      missing,
      standing,
      how: how === 'part' ? 'own' : how,
      against,
      look,
      ...(notGivenIn === null ? {} : { notGivenIn }),
    }),
  );
}

/** The places of all records of a page, in order. */
function placesIn(page: FindingsPage): readonly PlaceInPage[] {
  return listSchema.options.flatMap((list) => page[list].map((_, index) => ({ list, index })));
}

type Missing = ReadonlyMap<string, StoredRecord['missing']>;

/** The documents that could not be fetched, by the key of their record. */
function missingIn(page: FindingsPage): Missing {
  const missing = new Map<string, { readonly title: string; readonly reason: string }[]>();
  for (const { resource, id, document, reason } of page.unread) {
    if (document === null) continue;
    const key = keyText({ resource, id });
    missing.set(key, [...(missing.get(key) ?? []), { title: document, reason }]);
  }
  return missing;
}

/** Reads the records of a stored page by their places. */
export function recordsIn(page: FindingsPage): (at: PlaceInPage) => StoredRecord {
  const missing = missingIn(page);
  return (at) => recordAt(page, at, missing);
}

/** The record at a place of a stored page. Throws if there is none. */
export function recordAt(page: FindingsPage, { list, index }: PlaceInPage, missing = missingIn(page)): StoredRecord {
  const found = list === 'findings' ? ownRecord(page, index, missing) : apartRecord(page, list, index);
  if (found === undefined) throw new Error('the sheet names a record that its page does not have');
  return found;
}

function ownRecord(page: FindingsPage, index: number, missing: Missing): StoredRecord | undefined {
  const one = page.findings[index];
  if (one === undefined) return undefined;
  const { attachments, ...record } = one;
  return { ...record, documents: attachments, missing: missing.get(keyText(one)) ?? [] };
}

function apartRecord(page: FindingsPage, list: Exclude<List, 'findings'>, index: number): StoredRecord | undefined {
  const one = page[list][index];
  if (one === undefined) return undefined;
  const { resource, id, data, partOf, identifiers, unreadable, attachments } = one;
  const missing = attachments.map(({ title }) => ({ title, reason: null }));
  return { resource, id, data, partOf, identifiers, unreadable, tie: null, documents: [], missing };
}
