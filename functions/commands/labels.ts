import type { Language } from '#domain/language.ts';

/**
 * The texts of a form of the console that the command's `title`, `help` and `fields` do not have: labels of parts of a
 * field, questions before the command is sent, hints. Each language has the same texts.
 */
export function labels<T>(texts: Readonly<Record<Language, T>>): Readonly<Record<Language, T>> {
  return texts;
}
