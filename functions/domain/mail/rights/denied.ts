import type { CompiledBook } from './compiled-book.ts';

/**
 * Whether a negation applies to a phrase. The negation must be in the phrase, directly after the phrase, or at most
 * five words before the phrase, with no comma between.
 */
export function isDenied(words: string, index: number, length: number, book: CompiledBook): boolean {
  const before =
    words
      .slice(0, index + 1)
      .split(',')
      .at(-1)
      ?.trim()
      .split(' ')
      .slice(-5) ?? [];
  const within = words
    .slice(index, index + length)
    .trim()
    .split(' ');
  const after = words
    .slice(index + length)
    .trim()
    .split(' ')
    .slice(0, 1);
  const all = [...before, ...within, ...after];
  return all.some((word, position) => {
    if (!book.negations.has(word)) return false;
    const next = all[position + 1] ?? '';
    return !book.undoing.has(next);
  });
}

/** Whether the words contain a negation anywhere. */
export function isDeniedAtAll(words: string, { joining }: CompiledBook): boolean {
  return words.split(' ').some((word) => joining.negations.has(word));
}
