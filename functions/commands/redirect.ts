import * as z from 'zod';
import { field, line } from './field.ts';
import { staffCommand } from './staff-command.ts';

export const redirect = staffCommand({
  type: 'redirect',
  group: 'request',
  roles: ['case-worker'],
  title: { sv: 'Hänvisa till den ansvarige', en: 'Refer to the controller' },
  help: {
    sv: 'Där vi är personuppgiftsbiträde svarar den personuppgiftsansvarige (artikel 28.3 e). Brevet varken bekräftar eller utesluter att något finns, och vår egen del fortsätter.',
    en: 'Where we are a processor the controller answers (Art. 28(3)(e)). The letter neither confirms nor denies that anything is held, and our own part goes on.',
  },
  submit: { sv: 'Skicka brevet', en: 'Send the letter' },
  done: { sv: 'Brevet skickas.', en: 'The letter is being sent.' },
  timeline: {
    redirected: { sv: 'En hänvisning till den ansvarige beslutades', en: 'A referral to the controller was decided' },
  },
  fields: {
    /**
     * The organisation that the person named in the request. Absent if the person named none; the letter then names no
     * organisation.
     */
    named: field(line().optional(), {
      label: { sv: 'Den verksamhet som personen nämnde', en: 'The organisation that the person named' },
      help: {
        sv: 'Bara om personen nämnde den: då står den i brevet. Ingen annan nämns någonsin.',
        en: 'Only if they named it: then it stands in the letter. Nobody else is ever named.',
      },
      widget: { as: 'line' },
    }),
    /** The day on which staff forwarded the request. Absent if staff did not forward it. */
    sentOn: field(z.iso.date().optional(), {
      label: { sv: 'Dagen då ni skickade begäran dit', en: 'The day on which you sent the request there' },
      help: {
        sv: 'Lämna tomt om den inte är skickad: då ber brevet personen att vända sig dit.',
        en: 'Leave it empty if it was not sent: then the letter asks the person to turn there.',
      },
      widget: { as: 'date' },
    }),
  },
  trial: () => ({ type: 'redirect', text: null }),
  ask: async ({ named, sentOn }, { keep }) => ({
    type: 'redirect',
    text: named === undefined ? null : await keep({ named, ...(sentOn === undefined ? {} : { sentOn }) }),
  }),
});
