import { sha256 } from '#domain/canonical/canonical.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import { nameOfSame } from '#domain/findings/same-id.ts';
import { isJsonObject } from '#domain/json.ts';
import type { VendorFields } from './vendor-values.ts';

/** A record that a search has returned, with a text that stands for its content. */
export interface GivenRecord extends RecordKey {
  readonly content: string;
}

/** The content of a record, and the record that contains it. */
interface Held {
  readonly data: VendorFields;
  readonly partOf?: RecordKey | null;
}

/**
 * Computes a text from the content of a record and from the record that contains it. Equal records have equal texts.
 * Every record with an unreadable value has the text `unreadContent`.
 */
export function contentOf({ data, partOf }: Held): string {
  return isJsonObject(data) ? sha256(JSON.stringify([data, partOf?.resource, partOf?.id])) : unreadContent;
}

/** The text that stands for the content of an unreadable record. */
export const unreadContent = 'unread';

/**
 * Makes a function that names records. If two records have the same id and different contents, the second gets another
 * name, because both may be the person's. A record that is returned again keeps its name. `before` has the records that
 * the search and earlier waves have returned. The time taken is linear in the number of records.
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

/** The names that records with one id have: the first `taken` names, and the first name with each content. */
interface Names {
  taken: number;
  readonly byContent: Map<string, string>;
}
