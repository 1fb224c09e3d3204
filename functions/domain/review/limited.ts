import type { ReviewEntry } from './entry.ts';

/** The items of which staff masked, withheld or rejected something, in any version. */
export function limitedItems(entries: readonly ReviewEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(limitedBy));
}

function limitedBy(entry: ReviewEntry): readonly string[] {
  switch (entry.do) {
    case 'mask':
    case 'withhold':
    case 'reject':
      return [entry.item];
    case 'release':
    case 'adopt':
    case 'mask-alike':
    case 'withhold-alike':
    case 'not-by-rule':
      return [];
  }
}
