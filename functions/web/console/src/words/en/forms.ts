/** The texts that forms of several commands share, in English. The texts of one command are in its file. */
export const englishForms = {
  none: 'Choose',
  perLine: 'One on each line.',
  letterHint: (language: string) =>
    `Stands in the letter to the person as you write it. The person’s language: ${language}.`,
  internalHint: 'For the record of the case. No more about the person than it needs.',
  twoPersons: 'This is a proposal: a colleague must agree before it takes effect.',
};
export type FormWords = Readonly<typeof englishForms>;
