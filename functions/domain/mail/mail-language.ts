/** Languages in which a request is understood. */
export const mailLanguages = ['sv', 'en', 'nb', 'da', 'fi', 'de'] as const;
export type MailLanguage = (typeof mailLanguages)[number];
