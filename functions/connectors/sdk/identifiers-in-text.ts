import type { Identifier, IdentifierKind } from '#domain/identifiers/identifier.ts';

type Read = (text: string) => Identifier | undefined;

/** The identifiers in the text of a field, and the pieces that are none. */
export interface IdentifiersInText {
  readonly identifiers: readonly Identifier[];
  /** The pieces of the text, as written, that are no identifier of the kind. */
  readonly unread: readonly string[];
}

/**
 * Finds the identifiers in the text of a field. If the whole text is an identifier, it is the only one; otherwise each
 * piece between separators is tried. `read` normalises one piece.
 *
 * Customer, order and contract numbers may have any format, so their text is never divided.
 */
export function identifiersInText(kind: IdentifierKind, text: string, read: Read): IdentifiersInText {
  const whole = read(text);
  if (whole !== undefined) return { identifiers: [whole], unread: [] };
  switch (kind) {
    case 'email':
      return addressesIn(text, read);
    case 'phone':
    case 'personnummer':
    case 'organisationNumber':
      return numbersIn(text, read);
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
      return { identifiers: [], unread: [text].filter(saysSomething) };
  }
}

/**
 * Finds e-mail addresses, with or without a name (`Åsa Berg <asa@example.org>`). Commas, semicolons, bars, tabs and
 * line ends separate them. Spaces do so only if every piece is an address.
 *
 * After a piece without an address, the next piece is read as an address only if it is on a new line or in angle
 * brackets. So `asa,b@example.org` gives no address: it may be a typing error for one address, and `b@example.org` may
 * belong to somebody else.
 */
function addressesIn(text: string, read: Read): IdentifiersInText {
  const identifiers: Identifier[] = [];
  const unread: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    let broken = false;
    // Pieces without an address are parts of a name if an address in angle brackets follows.
    let names: string[] = [];
    for (const piece of line.split(/[,;|\t]/)) {
      const inBrackets = /<([^<>]*)>\s*$/.exec(piece)?.[1];
      const bare = piece.trim().split(/\s+/);
      const addresses = (inBrackets === undefined ? bare : [inBrackets]).map((one) => read(withoutScheme(one)));
      const all = addresses.flatMap((one) => one ?? []);
      const isAddress = all.length === addresses.length;
      const counts = isAddress && (inBrackets !== undefined || !broken);
      if (counts) identifiers.push(...all);
      // The piece completes a name with a comma before an address in angle brackets: `Berg, Åsa <asa@example.org>`.
      if (counts && inBrackets !== undefined) names = [];
      if (counts && inBrackets !== undefined && piece.slice(0, piece.lastIndexOf('<')).includes('@'))
        unread.push(piece);
      if (!counts && saysSomething(piece)) (piece.includes('@') ? unread : names).push(piece);
      broken = !isAddress && piece.trim() !== '';
    }
    unread.push(...names);
  }
  return { identifiers, unread };
}

function withoutScheme(text: string): string {
  return text.trim().replace(/^mailto:/i, '');
}

/**
 * Finds numbers that are separated by commas, semicolons, bars, slashes, line ends, or words such as "eller" and "or".
 */
function numbersIn(text: string, read: Read): IdentifiersInText {
  const pieces = text
    .split(/[,;|/\r\n]|\s(?:eller|och|or|and)\s/i)
    .map((piece) => ({ piece, identifier: read(piece) }));
  return {
    identifiers: pieces.flatMap(({ identifier }) => identifier ?? []),
    unread: pieces.filter((one) => one.identifier === undefined && saysSomething(one.piece)).map(({ piece }) => piece),
  };
}

/** Whether a text contains a letter or a digit. A field with only `-` counts as empty. */
function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\uFFFD]/u.test(text);
}
