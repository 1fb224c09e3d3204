import * as z from 'zod';
import { field, words } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const reasonsToExtend = {
  complexity: { sv: 'Begäran är komplicerad', en: 'The request is complex' },
  number: { sv: 'Antalet begäranden', en: 'The number of requests' },
};

/** Extends the period for the answer by two months (Art. 12(3)). */
export const extend = staffCommand({
  type: 'extend',
  group: 'decisions',
  roles: ['approver'],
  title: { sv: 'Förläng tiden', en: 'Extend the period' },
  help: {
    sv: 'Artikel 12.3: med ytterligare två månader, om det behövs för att begäran är komplicerad eller begärandena många. Förlängningen gäller bara om beskedet skickas i tid.',
    en: 'Art. 12(3): by two further months, if complexity or the number of requests makes it necessary. The extension takes effect only if the notice is sent in time.',
  },
  submit: { sv: 'Förläng tiden', en: 'Extend the period' },
  done: {
    sv: 'Tiden är förlängd så snart beskedet har skickats.',
    en: 'The period is extended as soon as the notice has been sent.',
  },
  timeline: { extended: { sv: 'En förlängning av tiden beslutades', en: 'An extension of the period was decided' } },
  fields: {
    category: field(z.enum(['complexity', 'number']), {
      label: { sv: 'Varför behövs mer tid?', en: 'Why is more time needed?' },
      widget: { as: 'choice', options: reasonsToExtend },
    }),
    reason: field(words(), { label: { sv: 'Skäl', en: 'Reason' }, goesInto: 'letter', widget: { as: 'text' } }),
  },
  trial: () => ({ type: 'extend', category: 'complexity', text: '' }),
  ask: async ({ category, reason }, { keep }) => ({ type: 'extend', category, text: await keep(reason) }),
});

/** The sentence above the form. */
export const extendLabels = labels({
  sv: {
    until: (date: string) => `Den nya dagen är ${date}.`,
  },
  en: {
    until: (date: string) => `The new date is ${date}.`,
  },
});
