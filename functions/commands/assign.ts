import { refuse } from '#domain/case/refusals/refuse.ts';
import { field, words } from './field.ts';
import { incomplete } from './incomplete.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const assign = staffCommand({
  type: 'assign',
  group: 'request',
  roles: ['case-worker'],
  title: { sv: 'Tilldela ärendet', en: 'Assign the case' },
  help: {
    sv: 'Varje ärende har en ägare, som ser till att svaret kommer i tid.',
    en: 'Every case has one owner, who is responsible for answering in time.',
  },
  submit: { sv: 'Tilldela', en: 'Assign' },
  done: { sv: 'Ärendet är tilldelat.', en: 'The case has been assigned.' },
  timeline: { assigned: { sv: 'Ärendet tilldelades', en: 'The case was assigned' } },
  fields: {
    to: field(words(200), {
      label: { sv: 'Någon annan', en: 'Somebody else' },
      help: { sv: 'Personens id, som det står i tidslinjen.', en: 'Their id, as the timeline shows it.' },
      widget: { as: 'member' },
    }),
  },
  trial: () => ({ type: 'assign', to: '' }),
  ask: async ({ to }, { member, isKnownStaff, isKeptOut }) => {
    if (to !== member && !(await isKnownStaff(to))) return incomplete(['to'], 'nobody-with-this-id');
    return isKeptOut(to) ? refuse('case-concerns-them') : { type: 'assign', to };
  },
});

/** The label of the button with which a member of staff takes the case. */
export const assignLabels = labels({
  sv: { mine: 'Ta det själv' },
  en: { mine: 'Take it myself' },
});
