import { sha256 } from '#domain/canonical/canonical.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import { nameOfSame } from '#domain/findings/same-id.ts';
import { isJsonObject } from '#domain/json.ts';
import type { VendorFields } from './vendor-values.ts';

/** A record that a search has given, and what it held. */
export interface GivenRecord extends RecordKey {
  readonly content: string;
}

/** What two records that are one have in common beside their id. */
interface Held {
  readonly data: VendorFields;
  readonly partOf?: RecordKey | null;
}

/** One text for what a record holds and belongs to, the same for two that are alike. What cannot be read is not compared. */
export function contentOf({ data, partOf }: Held): string {
  return isJsonObject(data) ? sha256(JSON.stringify([data, partOf?.resource, partOf?.id])) : unreadContent;
}

/** The content of a record that could not be read. */
export const unreadContent = 'unread';

/**
 * Gives two records that have the same id and hold different things a name each, since both may be the person's. One that
 * comes again as it was keeps its name. `before` are the records that were given already, also in earlier waves.
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
