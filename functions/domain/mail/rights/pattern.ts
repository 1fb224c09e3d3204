import { containsNeeded, neededWords } from './needed-words.ts';

/**
 * Compiles a pattern to a regular expression over words with a space on each side. `~` is up to eight words, `~3` up to
 * three, `x*` any word that begins with x, `(a|b c)` a choice, and `(?:a )?` an optional part.
 */
export function compile(pattern: string, flags = 'u'): RegExp {
  const source = ` ${pattern} `
    .replace(/~(\d*) /g, (_, most: string) => `(?:\\S+ ){0,${most === '' ? '8' : most}}?`)
    .replace(/\*/g, '\\S*');
  return new WordPattern(source, flags, pattern);
}

/**
 * A regular expression that is tried only on texts that contain the words of `pattern`. The first use of a regular
 * expression is slow, and most of the hundreds of patterns match nothing in most mails.
 */
export class WordPattern extends RegExp {
  readonly #needed: readonly (readonly string[])[];

  constructor(source: string, flags: string, pattern: string) {
    super(source, flags);
    // The shortest list comes first, because it is the quickest to refute.
    this.#needed = neededWords(pattern).toSorted((one, other) => one.length - other.length);
  }

  override exec(text: string): RegExpExecArray | null {
    if (containsNeeded(text, this.#needed)) return super.exec(text);
    this.lastIndex = 0;
    return null;
  }
}

/**
 * All matches of a pattern with the flag `g`, in their order. If most patterns match nothing, this is faster than
 * `matchAll`.
 */
export function* matchesOf(pattern: RegExp, words: string): Generator<RegExpExecArray> {
  for (let from = 0; ;) {
    pattern.lastIndex = from;
    const match = pattern.exec(words);
    if (match === null) return;
    yield match;
    from = match.index + Math.max(1, match[0].length);
  }
}
