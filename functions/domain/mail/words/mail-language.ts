/** Languages in which a request is understood. */
export const mailLanguages = ['sv', 'en', 'nb', 'da', 'fi', 'de'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

/**
 * Languages whose phrases were measured on mail that other people wrote. In other languages a recognised request is a
 * proposal.
 */
const measured: ReadonlySet<string> = new Set<MailLanguage>(['sv', 'en']);

/** Whether a request in a language has an effect before a person has read it. */
export function isMeasured(language: string): boolean {
  return measured.has(language);
}
