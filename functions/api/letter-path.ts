/**
 * A letter's id as a segment of a path, as in `GET /v1/cases/{id}/letters/{letter}`. The slash in the id is written as
 * a tilde, because gateways treat an escaped slash differently.
 */
export function letterSegment(letter: string): string {
  return letter.replaceAll('/', '~');
}

/** The id of the letter that a path segment stands for. */
export function letterOfSegment(segment: string): string {
  return segment.replaceAll('~', '/');
}
