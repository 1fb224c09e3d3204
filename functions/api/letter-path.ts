/**
 * The path segment of a letter's id, as in `GET /v1/cases/{id}/letters/{letter}`: the slash in it is written as a
 * tilde, since gateways differ in what they make of an escaped one.
 */
export function letterSegment(letter: string): string {
  return letter.replaceAll('/', '~');
}

/** The id of the letter that a path segment names. */
export function letterOfSegment(segment: string): string {
  return segment.replaceAll('~', '/');
}
