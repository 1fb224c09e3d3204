/** Languages in which a request is understood. */
export const mailLanguages = ['sv', 'en', 'nb', 'da', 'fi', 'de'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

/** Those whose phrases were measured on mail that others wrote. In the rest what is understood is a proposal. */
const measured: ReadonlySet<string> = new Set<MailLanguage>(['sv', 'en']);

/** Whether what is understood in a language may be acted on before a person has read it. */
export function isMeasured(language: string): boolean {
  return measured.has(language);
}
