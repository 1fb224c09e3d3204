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
 * Fields that cannot be read are left out of the comparison.
 */
export function contentOf({ data, partOf }: Held): string {
  return isJsonObject(data) ? sha256(JSON.stringify([data, partOf?.resource, partOf?.id])) : unreadContent;
}

/** The text that stands for the content of an unreadable record. */
export const unreadContent = 'unread';

/**
 * Makes a function that names records. If two records have the same id and different contents, each gets another name,
 * because both may be the person's. A record that is returned again keeps its name. `before` has the records that the
 * search and earlier waves have returned.
 */
export function namesOf(before: Iterable<GivenRecord>): (record: RecordKey & Held) => string {
  const contents = new Map<string, string>();
  for (const { content, ...key } of before) contents.set(keyText(key), content);
  return ({ resource, id, ...held }) => {
    const content = contentOf(held);
    for (let number = 1; ; number += 1) {
      const name = nameOfSame(id, number);
      const known = contents.get(keyText({ resource, id: name }));
      if (known !== undefined && known !== content) continue;
      contents.set(keyText({ resource, id: name }), content);
      return name;
    }
  };
}
