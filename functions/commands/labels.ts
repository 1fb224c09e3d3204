import type { Language } from '#domain/language.ts';

/**
 * Defines the texts of a command's form that are not in its `title`, `help` or `fields`: labels of parts of a field,
 * questions before the command is sent, hints. Both languages must have the same texts.
 */
export function labels<T>(texts: Readonly<Record<Language, T>>): Readonly<Record<Language, T>> {
  return texts;
}
