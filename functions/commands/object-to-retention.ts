import { field, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

/** Records an objection to our storing the case (Art. 21), in the person's words. */
export const objectToRetention = staffCommand({
  type: 'object-to-retention',
  group: 'keeping',
  roles: ['case-worker'],
  title: { sv: 'Anteckna en invändning mot att ärendet bevaras', en: 'Record an objection to keeping the case' },
  help: {
    sv: 'Personen invänder mot att vi bevarar ärendet (artikel 21). Ni avgör sedan invändningen, och personen får ett svar.',
    en: 'The person objects to our keeping this case (Art. 21). You then decide on the objection, and the person gets an answer.',
  },
  submit: { sv: 'Anteckna invändningen', en: 'Record the objection' },
  done: { sv: 'Invändningen är antecknad.', en: 'The objection has been recorded.' },
  timeline: {
    'retention-objected': {
      sv: 'Personen invände mot att vi bevarar ärendet',
      en: 'The person objected to our keeping the case',
    },
  },
  fields: {
    text: field(words(), { label: { sv: 'Vad personen säger', en: 'What the person says' }, widget: { as: 'text' } }),
  },
  trial: () => ({ type: 'object-to-retention', text: '' }),
  ask: async ({ text }, { keep }) => ({ type: 'object-to-retention', text: await keep(text) }),
});
