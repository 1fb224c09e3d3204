import { canonical, sha256 } from '../canonical/canonical.ts';
import { annotationOf, type Resource } from '../findings/annotation.ts';
import type { JsonObject } from '../json.ts';
import { present } from '../presentation/present.ts';
import { textOf, type Reader } from '../presentation/shown.ts';

// A connector's annotations never change while a process runs.
const known = new WeakMap<Resource, string>();

/**
 * A hash of what decides how the values of a kind of record are shown, and by which rule they are released. If it
 * changes, the offsets of a mask may be wrong, and items must be looked at again. A changed title changes nothing.
 */
export function lookOf(resource: Resource): string {
  const before = known.get(resource);
  if (before !== undefined) return before;
  const { fields, otherFields } = resource;
  const look = sha256(
    canonical({
      fields: Object.entries(fields).map(([name, { thirdParty, written }]) => [name, thirdParty, written ?? null]),
      others: otherFields === undefined ? null : [otherFields.thirdParty, otherFields.written ?? null],
    }),
  );
  known.set(resource, look);
  return look;
}

/**
 * A hash of the texts that a reader is shown of a record. The offsets of a mask count in such a text, and a new version
 * of the runtime may write dates in another form.
 */
export function shownAs(data: JsonObject, resource: Resource, reader: Reader): string {
  const texts = Object.entries(data).map(([name, value]) => [
    name,
    textOf(present(value, annotationOf(resource, name), reader)),
  ]);
  return sha256(canonical(Object.fromEntries(texts)));
}
