import { field, words } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

/** Reopens a closed case. The domain decides whether the ending of the case allows it. */
export const reopen = staffCommand({
  type: 'reopen',
  group: 'decisions',
  roles: ['approver'],
  title: { sv: 'Ta upp ärendet igen', en: 'Take the case up again' },
  help: {
    sv: 'Personen har återkommit med det som saknades, eller ångrar att begäran återtogs. Ärendet fortsätter där det var, med samma dagar.',
    en: 'The person has sent what was missing, or has cancelled a withdrawal. The case continues where it was, with the same dates.',
  },
  submit: { sv: 'Ta upp det igen', en: 'Take it up again' },
  done: { sv: 'Ärendet är upptaget igen.', en: 'The case has been taken up again.' },
  timeline: { reopened: { sv: 'Ärendet togs upp igen', en: 'The case was taken up again' } },
  fields: {
    reason: field(words().optional(), {
      label: { sv: 'Skäl', en: 'Reason' },
      goesInto: 'record',
      widget: { as: 'text' },
    }),
  },
  trial: () => ({ type: 'reopen', text: null }),
  ask: async ({ reason }, { keep }) => ({ type: 'reopen', text: reason === undefined ? null : await keep(reason) }),
});

/** The sentence above the form. */
export const reopenLabels = labels({
  sv: { until: (date: string) => `En återtagen begäran kan tas upp igen till och med ${date}.` },
  en: { until: (date: string) => `A withdrawal can be taken back until ${date}.` },
});
