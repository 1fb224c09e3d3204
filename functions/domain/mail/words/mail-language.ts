/** The languages in which requests are recognised. */
export const mailLanguages = ['sv', 'en', 'nb', 'da', 'fi', 'de'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

/**
 * The languages whose phrases were measured on mail that other people wrote. In the other languages, staff must confirm
 * a recognised request.
 */
const measured: ReadonlySet<string> = new Set<MailLanguage>(['sv', 'en']);

/** Whether a request in this language has an effect before staff have read it. */
export function isMeasured(language: string): boolean {
  return measured.has(language);
}
