import { sha256 } from '#domain/canonical/canonical.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import { nameOfSame } from '#domain/findings/same-id.ts';
import { isJsonObject } from '#domain/json.ts';
import type { VendorFields } from './vendor-values.ts';

/** A record from a search, and what its content is compared by. */
export interface GivenRecord extends RecordKey {
  readonly content: string;
}

/** What makes two records with the same id equal. */
interface Held {
  readonly data: VendorFields;
  readonly partOf?: RecordKey | null;
}

/**
 * One text for the content of a record and for the record that it is a part of. Equal records have equal texts.
 * Unreadable parts are not compared.
 */
export function contentOf({ data, partOf }: Held): string {
  return isJsonObject(data) ? sha256(JSON.stringify([data, partOf?.resource, partOf?.id])) : unreadContent;
}

/** The text for the content of an unreadable record. */
export const unreadContent = 'unread';

/**
 * Gives a name of its own to each of two records with the same id and different content, because both may be the
 * person's. A record that is returned twice keeps its name. `before` has the records that were already returned, also
 * those of earlier waves.
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
