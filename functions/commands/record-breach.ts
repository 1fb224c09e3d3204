import * as z from 'zod';
import { field, instant, words } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

/** Records a breach and the time when we became aware of it. The 72 hours of Art. 33(1) run from that time. */
export const recordBreach = staffCommand({
  type: 'record-breach',
  group: 'keeping',
  roles: ['case-worker'],
  title: { sv: 'Anteckna en incident', en: 'Record a breach' },
  help: {
    sv: 'Myndigheten får anmälan inom 72 timmar från att vi fick vetskap, helger inräknade (artikel 33). Ett svar som gick till fel person tas genast tillbaka.',
    en: 'We must notify the authority within 72 hours after we became aware of the breach, weekends included (Art. 33). An answer that went to the wrong person is taken back at once.',
  },
  submit: { sv: 'Anteckna incidenten', en: 'Record the breach' },
  done: { sv: 'Incidenten är antecknad.', en: 'The breach has been recorded.' },
  confirm: {
    title: { sv: 'Anteckna incidenten?', en: 'Record the breach?' },
    text: {
      sv: 'Dataskyddsombudet får veta genast. Valde du ett svar går det inte längre att hämta.',
      en: 'The data protection officer is told at once. If you chose an answer, nobody can fetch it any more.',
    },
    quotes: ['description'],
  },
  timeline: { 'breach-recorded': { sv: 'En incident antecknades', en: 'A breach was recorded' } },
  fields: {
    awareAt: field(instant(), {
      label: { sv: 'När fick vi vetskap?', en: 'When did we become aware?' },
      help: { sv: 'De 72 timmarna räknas därifrån.', en: 'The 72 hours run from that time.' },
      widget: { as: 'instant' },
    }),
    /** The number of the answer that reached the wrong person. The command takes this answer back. */
    round: field(z.number().int().positive().optional(), {
      label: { sv: 'Vilket svar gick fel?', en: 'Which answer went wrong?' },
      widget: { as: 'answer', none: { sv: 'Inget: något annat', en: 'None: something else' } },
    }),
    description: field(words(), {
      label: { sv: 'Vad som hände', en: 'What happened' },
      goesInto: 'record',
      widget: { as: 'text' },
    }),
  },
  trial: ({ now }) => ({ type: 'record-breach', awareAt: now, round: null, text: '' }),
  ask: async ({ awareAt, round = null, description }, { keep }) => ({
    type: 'record-breach',
    awareAt: new Date(awareAt).toISOString(),
    round,
    text: await keep(description),
  }),
});

/** The answers to choose from, by the number of the round. */
export const recordBreachLabels = labels({
  sv: {
    rounds: (round: number) => (round === 1 ? 'Svaret' : `Komplettering ${round - 1}`),
  },
  en: {
    rounds: (round: number) => (round === 1 ? 'The answer' : `Supplement ${round - 1}`),
  },
});
