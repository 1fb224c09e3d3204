import * as z from 'zod';

/** The languages of letters and pages. Every text exists in each of them. */
export const languages = ['sv', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** A text in each of the languages. */
export type Localised = Readonly<Record<Language, string>>;
export const localisedSchema = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });

/** The language to write in: the wanted one if it is among the languages, else English. */
export function languageFor(wanted: string | undefined): Language {
  return languages.find((language) => language === wanted) ?? 'en';
}

/**
 * The language to write in, for a controller that writes only the languages in `own`. The result is the wanted language
 * if possible, else English if possible, else the first language in `own`.
 */
export function languageAmong(wanted: string | undefined, own: readonly Language[]): Language {
  const language = languageFor(wanted);
  return own.includes(language) ? language : (own.find((one) => one === 'en') ?? own[0] ?? language);
}
