import type { Identifier, IdentifierKind } from '#domain/identifiers/identifier.ts';

type Read = (text: string) => Identifier | undefined;

/**
 * The identifiers in the text of a field: the whole text where it is one, else those that it lists. `read` normalises
 * one. What a customer number is made of only the organisation knows: such a text is one number or none.
 */
export function severalIn(kind: IdentifierKind, text: string, read: Read): readonly Identifier[] {
  const whole = read(text);
  if (whole !== undefined) return [whole];
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
      return [];
  }
}

/**
 * Addresses between commas, semicolons, bars and line ends, with or without a name (`Åsa Berg <asa@example.org>`), and
 * between blanks where every piece is one. After a piece that is no address a bare one counts only on a new line:
 * `asa,b@example.org` is an address with a typing error, and `b@example.org` may be somebody else's.
 */
function addressesIn(text: string, read: Read): readonly Identifier[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const found: Identifier[] = [];
    let broken = false;
    for (const piece of line.split(/[,;|\t]/)) {
      const inBrackets = /<([^<>]*)>\s*$/.exec(piece)?.[1];
      const bare = piece.trim().split(/\s+/);
      const addresses = (inBrackets === undefined ? bare : [inBrackets]).map((one) => read(withoutScheme(one)));
      const all = addresses.flatMap((one) => one ?? []);
      const isAddress = all.length === addresses.length;
      if (isAddress && (inBrackets !== undefined || !broken)) found.push(...all);
      // A name with a comma stands before its address in brackets: `Berg, Åsa <asa@example.org>`.
      broken = !isAddress && piece.trim() !== '';
    }
    return found;
  });
}

function withoutScheme(text: string): string {
  return text.trim().replace(/^mailto:/i, '');
}

/** Numbers between commas, semicolons, bars, slashes, line ends, and words such as "eller" and "or". */
function numbersIn(text: string, read: Read): readonly Identifier[] {
  return text.split(/[,;|/\r\n]|\s(?:eller|och|or|and)\s/i).flatMap((piece) => read(piece) ?? []);
}
