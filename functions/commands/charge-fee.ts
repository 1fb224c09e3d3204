import * as z from 'zod';
import { field, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

/** Announces a fee to the person. The organisation may charge it only after the person has replied (Art. 12(5)). */
export const chargeFee = staffCommand({
  type: 'charge-fee',
  group: 'decisions',
  roles: ['approver'],
  title: { sv: 'Ta ut en avgift', en: 'Charge a fee' },
  help: {
    sv: 'Artikel 12.5 och 15.3: bara för en ytterligare kopia eller en begäran som ni kan visa är orimlig. Det räcker inte att en tidigare begäran kom nyligen. Personen får först återta eller begränsa sin begäran.',
    en: 'Art. 12(5), 15(3): only for a further copy, or for a request that you can show to be excessive. A short time since an earlier request is not enough. The person may first withdraw or narrow the request.',
  },
  submit: { sv: 'Gå vidare till bekräftelse', en: 'Go on to confirm' },
  done: { sv: 'Ditt beslut om avgiften är sparat.', en: 'Your decision on the fee has been saved.' },
  propose: { sv: 'Föreslå avgiften', en: 'Propose the fee' },
  confirm: {
    title: { sv: 'Ta ut avgiften?', en: 'Charge this fee?' },
    text: {
      sv: 'Personen får veta innan något tas ut, och kan återta eller begränsa sin begäran.',
      en: 'We tell the person before we charge anything. The person may then withdraw or narrow the request.',
    },
    submit: { sv: 'Ta ut avgiften', en: 'Charge the fee' },
    quotes: ['amount', 'currency'],
  },
  timeline: { 'fee-announced': { sv: 'En avgift beslutades', en: 'A fee was decided' } },
  target: 'basis',
  fields: {
    basis: field(z.enum(['further-copy', 'excessive']), {
      label: { sv: 'För vad?', en: 'For what?' },
      widget: {
        as: 'choice',
        options: {
          'further-copy': {
            sv: 'En ytterligare kopia, efter ett svar (artikel 15.3)',
            en: 'A further copy, after an answer (Art. 15(3))',
          },
          excessive: { sv: 'En orimlig begäran (artikel 12.5 a)', en: 'An excessive request (Art. 12(5)(a))' },
        },
      },
    }),
    /** The amount in the smallest unit of the currency, such as öre. */
    amount: field(z.number().int().positive().max(1_000_000), {
      label: { sv: 'Belopp', en: 'Amount' },
      help: { sv: 'Till exempel 150 eller 150,50.', en: 'For example 150 or 150.50.' },
      widget: { as: 'money' },
    }),
    currency: field(z.string().regex(/^[A-Z]{3}$/, 'three capital letters, such as SEK'), {
      label: { sv: 'Valuta', en: 'Currency' },
      widget: { as: 'currency' },
    }),
    /** The facts that justify the fee. A short time since the last request is not enough. */
    facts: field(words(), {
      label: { sv: 'Fakta som motiverar avgiften', en: 'The facts that justify the fee' },
      help: {
        sv: 'Det räcker inte att en tidigare begäran kom nyligen.',
        en: 'A recent earlier request is not enough.',
      },
      goesInto: 'letter',
      widget: { as: 'text' },
    }),
    costs: field(words(), {
      label: { sv: 'Vad beloppet ska täcka', en: 'What the amount pays for' },
      goesInto: 'letter',
      widget: { as: 'text' },
    }),
    answerBy: field(z.iso.date(), {
      label: { sv: 'Personen svarar senast', en: 'The person answers by' },
      widget: { as: 'date' },
    }),
  },
  targets: () => ['further-copy', 'excessive'],
  trial: ({ others }, basis) => ({
    type: 'charge-fee',
    basis: basis === 'excessive' ? 'excessive' : 'further-copy',
    // The trial knows only whether another case is closed. `ask` looks up whether that case was answered.
    earlierAnswer: others.some(({ status }) => status === 'closed'),
    amount: 1,
    currency: 'SEK',
    facts: '',
    costs: '',
    answerBy: '9999-12-31',
  }),
  ask: async ({ basis, amount, currency, facts, costs, answerBy }, { keep, wasAnsweredBefore }) => ({
    type: 'charge-fee',
    basis,
    amount,
    currency,
    facts: await keep(facts),
    costs: await keep(costs),
    answerBy,
    earlierAnswer: await wasAnsweredBefore(),
  }),
});
