/**
 * The path segment of a letter's id, as in `GET /v1/cases/{id}/letters/{letter}`: the slash is written as a tilde,
 * because gateways handle an escaped slash differently.
 */
export function letterSegment(letter: string): string {
  return letter.replaceAll('/', '~');
}

/** The id of the letter in a path segment. */
export function letterOfSegment(segment: string): string {
  return segment.replaceAll('~', '/');
}
