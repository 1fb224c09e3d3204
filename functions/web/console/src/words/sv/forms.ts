import type { FormWords } from '../en/forms.ts';

/** The texts that forms of several commands share, in Swedish. The texts of one command are in its file. */
export const swedishForms: FormWords = {
  none: 'Välj',
  perLine: 'En sak på varje rad.',
  letterHint: (language) => `Står i brevet till personen som du skriver det. Personens språk: ${language}.`,
  internalHint: 'För ärendets dokumentation. Inte mer om personen än som behövs.',
  twoPersons: 'Det här är ett förslag: en kollega måste instämma innan det gäller.',
};
