import { canonical, keyedHash, sha256 } from '../canonical/canonical.ts';
import type { RecordKey } from '../findings/finding.ts';

/**
 * The id of a record on the sheet. A vendor may use an address or a personnummer as the id of a record, so the id is a
 * hash with the key of the case: it may stand in logs and URLs. `key`: the key of the case (`SubjectProfile.caseKey`).
 */
export function itemId(key: string, system: string, { resource, id }: RecordKey): string {
  return keyedHash(key, canonical(['item', system, resource, id])).slice(0, 32);
}

/**
 * The id of a document on the sheet: the id of its item, and 16 characters of its own. `document`: the id that the
 * connector gave to the document within its record.
 */
export function documentId(key: string, system: string, record: RecordKey, document: string): string {
  const own = keyedHash(key, canonical(['document', system, record.resource, record.id, document]));
  return `${itemId(key, system, record)}${own.slice(0, 16)}`;
}

/** A hash of the bytes of a document with the key of the case. `sha256`: their SHA-256, by which a file is known. */
export function documentContent(key: string, sha256: string): string {
  return keyedHash(key, canonical(['content', sha256]));
}

/** The id of the item to which a document belongs. `document`: an id that `documentId` has made. */
export function itemOfDocument(document: string): string {
  return document.slice(0, 32);
}

/**
 * The version of an item: a hash of everything that a decision on it rests on. `content`: the stored record with its
 * documents, its tie to the person and its standing, as JSON text.
 */
export function itemVersion(content: string): string {
  return sha256(content).slice(0, 16);
}
