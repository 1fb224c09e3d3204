/**
 * Lists of words for a pattern (`pattern.ts`). Each text that the pattern matches contains at least one entry of each
 * list. An entry is a word, or the beginning of a word. It has a space before it, and a space after it if it is a whole
 * word. If nothing is known about the pattern, there are no lists. A text can contain an entry of each list and still
 * not match.
 */
export function neededWords(pattern: string): readonly (readonly string[])[] {
  if (/[[\]{}\\$^]/u.test(pattern) || splitOutside(pattern, '|').length > 1) return [];
  return splitOutside(pattern, ' ').flatMap((part) => {
    const words = wordsOf(part);
    return words === undefined ? [] : [words];
  });
}

/** Whether a text contains a word of each list. */
export function containsNeeded(text: string, needed: readonly (readonly string[])[]): boolean {
  return needed.every((words) => words.some((word) => text.includes(word)));
}

/** The words of one part of a pattern: a word, a word with `*`, or a choice. `undefined` for every other part. */
function wordsOf(part: string): readonly string[] | undefined {
  const [, word, more] = /^([\p{L}\p{N}'-]+)(\*?)$/u.exec(part) ?? [];
  if (word !== undefined) return [more === '*' ? ` ${word}` : ` ${word} `];
  if (!part.startsWith('(') || part.startsWith('(?') || closing(part) !== part.length - 1) return undefined;
  const words: string[] = [];
  for (const choice of splitOutside(part.slice(1, -1), '|')) {
    const [first] = neededWords(choice).toSorted((one, other) => one.length - other.length);
    if (first === undefined) return undefined;
    words.push(...first);
  }
  return words;
}

/** The index of the parenthesis that closes the first one. */
function closing(part: string): number {
  let depth = 0;
  for (let at = 0; at < part.length; at += 1) {
    depth += depthOf(part[at]);
    if (depth === 0) return at;
  }
  return -1;
}

/** Splits a pattern at a character that is outside of all parentheses. */
function splitOutside(pattern: string, separator: ' ' | '|'): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    depth += depthOf(pattern[at]);
    if (depth > 0 || pattern[at] !== separator) continue;
    parts.push(pattern.slice(from, at));
    from = at + 1;
  }
  return [...parts, pattern.slice(from)];
}

function depthOf(character: string | undefined): number {
  return character === '(' ? 1 : character === ')' ? -1 : 0;
}
