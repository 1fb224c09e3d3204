import * as z from 'zod';
import { field, id } from './field.ts';
import { staffCommand } from './staff-command.ts';

export const answersToFee = {
  accepted: { sv: 'Vill betala', en: 'Will pay' },
  declined: { sv: 'Vill inte betala', en: 'Will not pay' },
  narrowed: { sv: 'Har begränsat sin begäran', en: 'Has narrowed the request' },
};

/** Records what the person replied to the announcement of a fee. */
export const answerFee = staffCommand({
  type: 'answer-fee',
  group: 'decisions',
  roles: ['case-worker'],
  title: { sv: 'Anteckna svaret på en avgift', en: 'Record the answer to a fee' },
  help: {
    sv: 'Avgiften tas ut bara om personen säger ja. Utan svar fortsätter bara det som är kostnadsfritt (artikel 12.5).',
    en: 'We charge the fee only if the person says yes. Without an answer, only what is free continues (Art. 12(5)).',
  },
  submit: { sv: 'Spara svaret', en: 'Save the answer' },
  done: { sv: 'Svaret är sparat.', en: 'The answer has been saved.' },
  timeline: {
    'fee-answered': { sv: 'Svaret om en avgift antecknades', en: 'The person’s answer about a fee was recorded' },
  },
  target: 'fee',
  fields: {
    fee: field(id(), { label: { sv: 'Vilken avgift?', en: 'Which fee?' }, widget: { as: 'target' } }),
    answer: field(z.enum(['accepted', 'declined', 'narrowed']), {
      label: { sv: 'Vad svarade personen?', en: 'What did they answer?' },
      widget: { as: 'choice', options: answersToFee },
    }),
  },
  targets: ({ state }) => state.common.fees.filter(({ answer }) => answer === null).map((one) => one.id),
  trial: (_, fee) => ({ type: 'answer-fee', fee, answer: 'declined' }),
  ask: ({ fee, answer }) => ({ type: 'answer-fee', fee, answer }),
});
