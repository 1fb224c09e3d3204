/**
 * The id of a letter as a segment of a path, as in `GET /v1/cases/{id}/letters/{letter}`. The slash in the id becomes a
 * tilde (`M6/2` becomes `M6~2`), because some gateways decode an escaped slash and others do not.
 */
export function letterSegment(letter: string): string {
  return letter.replaceAll('/', '~');
}

/** The id of a letter, read from a segment of a path. */
export function letterOfSegment(segment: string): string {
  return segment.replaceAll('~', '/');
}
