import { sha256 } from '#domain/canonical/canonical.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import { nameOfSame } from '#domain/findings/same-id.ts';
import { isJsonObject } from '#domain/json.ts';
import type { VendorFields } from './vendor-values.ts';

/** A record that a search has returned, with the text of its content that `contentOf` computes. */
export interface GivenRecord extends RecordKey {
  readonly content: string;
}

interface Held {
  readonly data: VendorFields;
  readonly partOf?: RecordKey | null;
}

/**
 * Computes a hash of the fields of a record and of the record in `partOf`. Equal records have equal hashes. A record
 * with an unreadable value has no hash, but the text `unreadContent`.
 */
export function contentOf({ data, partOf }: Held): string {
  return isJsonObject(data) ? sha256(JSON.stringify([data, partOf?.resource, partOf?.id])) : unreadContent;
}

/** The text that stands for the content of an unreadable record. */
export const unreadContent = 'unread';

/**
 * Makes a function that returns the id under which a record is stored. If a system returns two different records with
 * the id `7`, the second is stored as `7 [2]`, because both may be the person's. If a record is returned again, it
 * keeps the id under which it is stored. `before` has the records that this search and earlier waves have returned. The
 * time taken is linear in the number of records.
 */
export function namesOf(before: Iterable<GivenRecord>): (record: RecordKey & Held) => string {
  const contents = new Map<string, string>();
  for (const { content, ...key } of before) contents.set(keyText(key), content);
  const shared = new Map<string, Names>();
  return ({ resource, id, ...held }) => {
    const content = contentOf(held);
    const key = keyText({ resource, id });
    const names = shared.get(key) ?? { taken: 0, byContent: new Map<string, string>() };
    shared.set(key, names);
    for (;;) {
      const same = names.byContent.get(content);
      if (same !== undefined) return same;
      names.taken += 1;
      const name = nameOfSame(id, names.taken);
      const text = keyText({ resource, id: name });
      const known = contents.get(text) ?? content;
      contents.set(text, known);
      if (!names.byContent.has(known)) names.byContent.set(known, name);
    }
  };
}

/**
 * The names of the records with one id. `taken` is the number of names in use (`7`, `7 [2]`, …); `byContent` has the
 * first name with each content.
 */
interface Names {
  taken: number;
  readonly byContent: Map<string, string>;
}
