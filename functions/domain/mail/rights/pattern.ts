/**
 * Compiles a pattern to a regular expression over words with a space on each side. `~` is up to eight words, `~3` up to
 * three, `x*` any word that begins with x, `(a|b c)` a choice, and `(?:a )?` an optional part.
 */
export function compile(pattern: string, flags = 'u'): RegExp {
  return new RegExp(
    ` ${pattern} `
      .replace(/~(\d*) /g, (_, most: string) => `(?:\\S+ ){0,${most === '' ? '8' : most}}?`)
      .replace(/\*/g, '\\S*'),
    flags,
  );
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
