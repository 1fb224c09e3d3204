/**
 * Stands for the id of a record whose id cannot be read: `place` tells where the record stands in what the system gave.
 * Made of numbers only, so that it says nothing about anybody.
 */
export function standInFor(...place: readonly number[]): string {
  return `unread:${place.join(':')}`;
}

/** Whether an id, or its end where it is put together from several, stands for one that cannot be read. */
export function isStandIn(id: string): boolean {
  return /(?:^|-)unread:[\d:]+$/.test(id);
}
