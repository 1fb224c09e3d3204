/** Converts typed text to the values of a command. */

/** Removes spaces around the text. Returns `undefined` if nothing is left. */
export function filled(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Returns the lines that are not empty; `undefined` if there are none. */
export function linesIn(text: string): string[] | undefined {
  const lines = text.split('\n').flatMap((line) => filled(line) ?? []);
  return lines.length === 0 ? undefined : lines;
}

/**
 * Reads an amount as people type it, in hundredths: `1 250,50` gives 125050. Returns `undefined` if the text is not an
 * amount.
 */
export function hundredthsIn(text: string): number | undefined {
  const typed = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.replaceAll(/[\s\u00a0]/g, ''));
  if (typed === null) return undefined;
  const [, whole = '', part = ''] = typed;
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
