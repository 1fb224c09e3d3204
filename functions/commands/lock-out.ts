import { field, words } from './field.ts';
import { incomplete } from './incomplete.ts';
import { staffCommand } from './staff-command.ts';

export const lockOut = staffCommand({
  type: 'lock-out',
  group: 'keeping',
  roles: ['dpo'],
  title: { sv: 'Stäng ute en kollega', en: 'Lock a colleague out' },
  help: {
    sv: 'Medarbetare som begär sina egna uppgifter, och de som står dem nära, varken ser eller handlägger ärendet.',
    en: 'Staff who request their own data, and staff who are close to the person, may neither see nor handle the case.',
  },
  submit: { sv: 'Stäng ute', en: 'Lock out' },
  done: { sv: 'Kollegan är utestängd.', en: 'The colleague has been locked out.' },
  confirm: { quotes: ['member'] },
  timeline: {
    'staff-locked-out': {
      sv: 'En medarbetare stängdes ute från ärendet',
      en: 'A member of staff was locked out of the case',
    },
  },
  fields: {
    member: field(words(200), {
      label: { sv: 'Vem', en: 'Whom' },
      help: {
        sv: 'Personens id, som det står i tidslinjen. Du kan inte stänga ute dig själv: lämna över ärendet.',
        en: 'Their id, as the timeline shows it. You cannot lock yourself out: assign the case to a colleague.',
      },
      widget: { as: 'member' },
    }),
  },
  trial: () => ({ type: 'lock-out', staff: '' }),
  ask: async ({ member }, { listsPeople, isKnownStaff }) => {
    // If the organisation's description lists no people, any id is accepted. Otherwise staff could lock out only
    // colleagues who have already worked on the case.
    if (listsPeople && !(await isKnownStaff(member))) return incomplete(['member'], 'nobody-with-this-id');
    return { type: 'lock-out', staff: member };
  },
});
