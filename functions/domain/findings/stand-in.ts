/**
 * The placeholder for an id that cannot be read. `place` is the position of the record in the system's response. After
 * `unread:` the placeholder has only numbers, so it discloses nothing about anybody.
 */
export function standInFor(...place: readonly number[]): string {
  return `unread:${place.join(':')}`;
}

/** Whether an id is a placeholder, or ends with one (`12-unread:3`). */
export function isStandIn(id: string): boolean {
  return /(?:^|-)unread:[\d:]+$/.test(id);
}
