import type { Identifier, IdentifierKind } from '#domain/identifiers/identifier.ts';

type Read = (text: string) => Identifier | undefined;

/** The identifiers in the text of a field, and the pieces of the text that are no identifier. */
export interface IdentifiersInText {
  readonly identifiers: readonly Identifier[];
  /** The pieces that are no identifier of the kind, exactly as the field has them. */
  readonly unread: readonly string[];
}

/**
 * Finds the identifiers in the text of a field. If the whole text is one identifier, the result is only this one.
 * Otherwise the text is divided at separators, and each piece is tried. `read` normalises one piece.
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
 * Finds e-mail addresses, with or without a name (`Åsa Berg <asa@example.org>`). They may be separated by commas,
 * semicolons, bars, tabs and line ends. Spaces separate addresses only if there is nothing but addresses between them.
 *
 * After a piece without an address, the next piece counts as an address only if it is on a new line or in angle
 * brackets. So `asa,b@example.org` has no address: perhaps somebody mistyped `asa.b@example.org`, and `b@example.org`
 * may belong to somebody else.
 */
function addressesIn(text: string, read: Read): IdentifiersInText {
  const identifiers: Identifier[] = [];
  const unread: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    let broken = false;
    // Pieces without `@`. They may be parts of a name before an address in angle brackets, and are then not unread.
    let names: string[] = [];
    for (const piece of line.split(/[,;|\t]/)) {
      const inBrackets = /<([^<>]*)>\s*$/.exec(piece)?.[1];
      const bare = piece.trim().split(/\s+/);
      const addresses = (inBrackets === undefined ? bare : [inBrackets]).map((one) => read(withoutScheme(one)));
      const all = addresses.flatMap((one) => one ?? []);
      const isAddress = all.length === addresses.length;
      const counts = isAddress && (inBrackets !== undefined || !broken);
      if (counts) identifiers.push(...all);
      // In `Berg, Åsa <asa@example.org>` the piece `Berg` was part of the name, so it is not unread.
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
