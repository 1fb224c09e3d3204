import * as z from 'zod';
import { field, id, lines, words, type Filled } from './field.ts';
import { incomplete } from './incomplete.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const breachSteps = {
  'authority-notified': { sv: 'Myndigheten har fått anmälan (artikel 33)', en: 'The authority was notified (Art. 33)' },
  'no-notification-needed': {
    sv: 'Ingen anmälan behövs: en risk är osannolik (artikel 33.1)',
    en: 'No notification needed: a risk is unlikely (Art. 33(1))',
  },
  'person-notified': { sv: 'Personen får brev (artikel 34)', en: 'The person gets a letter (Art. 34)' },
  closed: { sv: 'Avslutad', en: 'Closed' },
};

const isTold = ({ step }: Filled): boolean => step === 'person-notified';

/** The steps already taken, by the id of the breach. */
const doneSchema = z.record(z.string(), z.array(z.string()));

/** The steps not yet taken for the breach that is chosen in the form. */
function leftOf({ breach, done }: Filled): readonly string[] {
  const taken = doneSchema.safeParse(done).data?.[String(breach)] ?? [];
  return Object.keys(breachSteps).filter((step) => !taken.includes(step));
}

/** Records a step in the handling of a breach. The step `person-notified` sends a letter to the person (Art. 34). */
export const updateBreach = staffCommand({
  type: 'update-breach',
  group: 'waiting',
  roles: ['dpo'],
  title: { sv: 'En incident att följa upp', en: 'A breach to follow up' },
  help: {
    sv: 'Anteckna varje steg, även varför myndigheten inte fick någon anmälan (artikel 33.5).',
    en: 'Record every step. Also record why the authority was not notified (Art. 33(5)).',
  },
  submit: { sv: 'Spara steget', en: 'Save the step' },
  done: { sv: 'Steget är sparat.', en: 'The step has been saved.' },
  timeline: { 'breach-updated': { sv: 'En incident följdes upp', en: 'A breach was followed up' } },
  target: 'breach',
  fields: {
    breach: field(id(), { label: { sv: 'Vilken incident', en: 'Which breach' }, widget: { as: 'target' } }),
    step: field(z.enum(['authority-notified', 'no-notification-needed', 'person-notified', 'closed']), {
      label: { sv: 'Vad gjordes?', en: 'What was done?' },
      widget: { as: 'choice', options: breachSteps, among: leftOf },
    }),
    text: field(words(), {
      label: { sv: 'Vad som gjordes, och varför', en: 'What was done, and why' },
      widget: { as: 'text' },
    }),
    /**
     * The likely consequences of the breach. The letter to the person quotes `consequences`, `measures` and `advice`
     * (Art. 34).
     */
    consequences: field(lines().optional(), {
      label: { sv: 'Vad det kan leda till', en: 'What may follow from it' },
      widget: { as: 'lines' },
      when: isTold,
      needed: true,
    }),
    measures: field(lines().optional(), {
      label: { sv: 'Vad vi har gjort', en: 'What we have done' },
      widget: { as: 'lines' },
      when: isTold,
      needed: true,
    }),
    advice: field(lines().optional(), {
      label: { sv: 'Vad personen kan göra', en: 'What the person can do' },
      widget: { as: 'lines' },
      when: isTold,
    }),
  },
  targets: ({ state }) =>
    state.common.breaches.filter(({ steps }) => steps.every(({ step }) => step !== 'closed')).map((one) => one.id),
  values: ({ state }) => ({
    done: Object.fromEntries(state.common.breaches.map((one) => [one.id, one.steps.map(({ step }) => step)])),
  }),
  trial: (_, breach) => ({ type: 'update-breach', breach, step: 'closed', text: '' }),
  ask: async ({ breach, step, text, consequences, measures, advice }, { keep }) => {
    if (step !== 'person-notified') return { type: 'update-breach', breach, step, text: await keep(text) };
    if (consequences === undefined || measures === undefined)
      return incomplete(['consequences', 'measures'], 'person-told-of-both');
    const written = { text, consequences, measures, ...(advice === undefined ? {} : { advice }) };
    return { type: 'update-breach', breach, step, text: await keep(written) };
  },
});

/** The labels of the countdown of the 72 hours. */
export const updateBreachLabels = labels({
  sv: {
    left: (hours: number) =>
      hours < 0 ? 'efter de 72 timmarna' : hours === 1 ? '1 timme kvar' : `${hours} timmar kvar`,
    notifyBy: (time: string) => `Myndigheten får anmälan senast ${time}.`,
  },
  en: {
    left: (hours: number) => (hours < 0 ? 'past the 72 hours' : hours === 1 ? '1 hour left' : `${hours} hours left`),
    notifyBy: (time: string) => `The authority must be notified by ${time}.`,
  },
});
