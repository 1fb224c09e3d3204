import * as z from 'zod';
import { field } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

/** Checks a code from a posted letter. The person has read it out on the telephone or sent it back. */
export const enterCode = staffCommand({
  type: 'enter-code',
  group: 'who-asks',
  roles: ['case-worker'],
  title: { sv: 'Skriv in koden ur brevet', en: 'Enter the code from the letter' },
  help: {
    sv: 'Personen läser upp koden i telefon eller har skickat tillbaka den. Fråga efter den; den visas aldrig här.',
    en: 'The person reads the code out on the telephone, or has sent it back. Ask the person for the code: the console never shows it.',
  },
  submit: { sv: 'Pröva koden', en: 'Try the code' },
  done: {
    sv: 'Koden godtogs: personen har visat vem hen är.',
    en: 'The code was right. The person has proven their identity.',
  },
  fields: {
    code: field(z.string().regex(/^\d{6}$/, 'a code has six digits'), {
      label: { sv: 'Koden, sex siffror', en: 'The code, six digits' },
      widget: { as: 'code' },
    }),
  },
  trial: () => ({ type: 'count-try', purpose: 'identity' }),
  ask: ({ code }) => ({ type: 'try-code', code }),
});

/** The hint below the field of the code. */
export const enterCodeLabels = labels({
  sv: {
    hint: (tries: number, until: string) =>
      `${tries === 1 ? 'Ett försök' : `${tries} försök`} kvar. Gäller till ${until}.`,
  },
  en: {
    hint: (tries: number, until: string) => `${tries === 1 ? 'One try' : `${tries} tries`} left. Valid until ${until}.`,
  },
});
