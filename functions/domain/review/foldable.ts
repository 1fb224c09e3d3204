import type { Alike, ReviewEntry } from './entry.ts';
import { limitedItems } from './limited.ts';

/**
 * Makes a function that takes the id of an earlier item. It tells whether a piece of a text may be folded because the
 * earlier item shows the same. The piece may not be folded if staff masked, withheld or rejected something of the
 * earlier item: staff must see what else tells the same before they release it. A decision on a field, on a kind of
 * record or on a system can concern any earlier item.
 */
export function foldableWith(entries: readonly ReviewEntry[]): (earlier: string) => boolean {
  if (entries.some((entry) => 'alike' in entry && entry.do !== 'not-by-rule' && isOnRecords(entry.alike)))
    return () => false;
  const limited = limitedItems(entries);
  return (earlier) => !limited.has(earlier);
}

/**
 * Whether an alike decision is about records. A decision about a value applies to each text that contains the value.
 */
function isOnRecords({ all }: Alike): boolean {
  switch (all) {
    case 'field':
    case 'resource':
    case 'system':
      return true;
    case 'value':
      return false;
  }
}
