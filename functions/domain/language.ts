import * as z from 'zod';

/** Languages in which everything we write is complete. */
export const languages = ['sv', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** A text in every language we write. */
export type Localised = Readonly<Record<Language, string>>;
export const localisedSchema = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });

/** The language to write in: the wanted one if we write it, else English. */
export function languageFor(wanted: string | undefined): Language {
  return languages.find((language) => language === wanted) ?? 'en';
}

/** As `languageFor`, among the languages that somebody writes (`own`, the main one first). */
export function languageAmong(wanted: string | undefined, own: readonly Language[]): Language {
  const language = languageFor(wanted);
  return own.includes(language) ? language : (own.find((one) => one === 'en') ?? own[0] ?? language);
}
