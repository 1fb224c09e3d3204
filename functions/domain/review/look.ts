import { canonical, sha256 } from '../canonical/canonical.ts';
import type { Resource } from '../findings/annotation.ts';

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
