/** The texts that forms of several commands share, in English. The texts of one command are in its file. */
export const englishForms = {
  none: 'Choose',
  perLine: 'One on each line.',
  letterHint: (language: string) =>
    `The letter to the person contains this as you write it. The person’s language: ${language}.`,
  internalHint: 'This is stored with the case. Write no more about the person than the case needs.',
  twoPersons: 'This is a proposal: a colleague must agree before it takes effect.',
};
export type FormWords = Readonly<typeof englishForms>;
