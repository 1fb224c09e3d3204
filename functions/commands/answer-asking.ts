import * as z from 'zod';
import { field, id, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

export const answerAsking = staffCommand({
  type: 'answer-asking',
  group: 'request',
  roles: ['case-worker'],
  title: { sv: 'Anteckna ett svar på en fråga', en: 'Record an answer to a question' },
  help: {
    sv: 'Personen har svarat på annat sätt än genom länken. En fråga begränsar aldrig en begäran mot personens vilja.',
    en: 'Use this if the person has answered without the link in our letter. A question narrows a request only if the person agrees.',
  },
  submit: { sv: 'Spara svaret', en: 'Save the answer' },
  done: { sv: 'Svaret är sparat.', en: 'The answer has been saved.' },
  timeline: { 'asking-answered': { sv: 'En fråga besvarades', en: 'A question was answered' } },
  target: 'asking',
  fields: {
    asking: field(id(), { label: { sv: 'Vilken fråga?', en: 'Which question?' }, widget: { as: 'target' } }),
    text: field(words().optional(), {
      label: { sv: 'Vad personen svarade', en: 'What they answered' },
      widget: { as: 'text' },
    }),
    /** Whether the person wants all their data, although staff asked which data they mean. */
    everything: field(z.boolean(), {
      label: { sv: 'Personen vill ändå ha allt', en: 'The person still wants everything' },
      help: { sv: 'Då utelämnas ingenting.', en: 'Then the answer leaves nothing out.' },
      widget: { as: 'tick' },
    }),
  },
  targets: ({ state }) => state.common.askings.filter(({ answeredAt }) => answeredAt === null).map((one) => one.id),
  trial: (_, asking) => ({ type: 'answer-asking', asking, everything: true }),
  ask: async ({ asking, everything, text }, { keep }) => {
    if (text !== undefined) await keep(text);
    return { type: 'answer-asking', asking, everything };
  },
});
