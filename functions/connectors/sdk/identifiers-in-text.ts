import type { Identifier, IdentifierKind } from '#domain/identifiers/identifier.ts';

type Read = (text: string) => Identifier | undefined;

/** The identifiers in a text field, and the rest of its text. */
export interface IdentifiersInText {
  readonly identifiers: readonly Identifier[];
  /** The pieces of the text that are no identifier of the kind, as written. */
  readonly unread: readonly string[];
}

/**
 * The identifiers in the text of a field: the whole text if it is an identifier, else the identifiers that it lists.
 * `read` normalises one identifier. A customer number may have any format, so a text is never divided into several
 * customer numbers.
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
 * Addresses, with or without a name (`Åsa Berg <asa@example.org>`). They are separated by commas, semicolons, bars and
 * line ends, or by spaces if every piece is an address. After a piece that is no address, an address without a name
 * counts only on a new line: `asa,b@example.org` is an address with a typing error, and `b@example.org` may be somebody
 * else's.
 */
function addressesIn(text: string, read: Read): IdentifiersInText {
  const identifiers: Identifier[] = [];
  const unread: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    let broken = false;
    // Pieces without an address are a name if an address in angle brackets follows.
    let names: string[] = [];
    for (const piece of line.split(/[,;|\t]/)) {
      const inBrackets = /<([^<>]*)>\s*$/.exec(piece)?.[1];
      const bare = piece.trim().split(/\s+/);
      const addresses = (inBrackets === undefined ? bare : [inBrackets]).map((one) => read(withoutScheme(one)));
      const all = addresses.flatMap((one) => one ?? []);
      const isAddress = all.length === addresses.length;
      const counts = isAddress && (inBrackets !== undefined || !broken);
      if (counts) identifiers.push(...all);
      // A name with a comma, before its address in angle brackets: `Berg, Åsa <asa@example.org>`.
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

/** Numbers separated by commas, semicolons, bars, slashes, line ends, and words such as "eller" and "or". */
function numbersIn(text: string, read: Read): IdentifiersInText {
  const pieces = text
    .split(/[,;|/\r\n]|\s(?:eller|och|or|and)\s/i)
    .map((piece) => ({ piece, identifier: read(piece) }));
  return {
    identifiers: pieces.flatMap(({ identifier }) => identifier ?? []),
    unread: pieces.filter((one) => one.identifier === undefined && saysSomething(one.piece)).map(({ piece }) => piece),
  };
}

/** Whether a text has anything but punctuation. A field with only `-` counts as empty. */
function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\uFFFD]/u.test(text);
}
