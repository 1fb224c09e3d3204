import { sha256 } from '#domain/canonical/canonical.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import { isJsonObject } from '#domain/json.ts';
import type { VendorFields } from './vendor-values.ts';

/** A record that a search has given, and what it held. */
export interface GivenRecord extends RecordKey {
  readonly content: string;
}

/** One text for what a record holds, the same for two that hold the same. What cannot be read is not compared. */
export function contentOf(data: VendorFields): string {
  return isJsonObject(data) ? sha256(JSON.stringify(data)) : unreadContent;
}

/** The content of a record that could not be read. */
export const unreadContent = 'unread';

/**
 * Gives two records of one search that have the same id and hold different things a name each, since both may be the
 * person's: the second is `id#2`. One that comes again as it was keeps its name. `before` are the records that the search
 * has given already. Parts that name the id belong to the first.
 */
export function namesOf(
  before: Iterable<GivenRecord>,
): (record: RecordKey & { readonly data: VendorFields }) => string {
  const contents = new Map<string, string>();
  for (const { content, ...key } of before) contents.set(keyText(key), content);
  return ({ resource, id, data }) => {
    const content = contentOf(data);
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? id : `${id}#${number}`;
      const known = contents.get(keyText({ resource, id: name }));
      if (known !== undefined && known !== content) continue;
      contents.set(keyText({ resource, id: name }), content);
      return name;
    }
  };
}
