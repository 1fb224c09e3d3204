import * as z from 'zod';
import { field, line } from './field.ts';
import { staffCommand } from './staff-command.ts';

export const redirect = staffCommand({
  type: 'redirect',
  group: 'request',
  roles: ['case-worker'],
  title: { sv: 'Hänvisa till den ansvarige', en: 'Refer to the controller' },
  help: {
    sv: 'Där vi är personuppgiftsbiträde svarar den personuppgiftsansvarige (artikel 28.3 e). Brevet varken bekräftar eller utesluter att det finns uppgifter. Ärendet fortsätter för de uppgifter som vi själva är personuppgiftsansvariga för.',
    en: 'If we are only a processor, the controller must answer (Art. 28(3)(e)). The letter neither confirms nor denies that data are held. For data of which we are the controller, the case continues.',
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
        sv: 'Fyll i bara om personen nämnde verksamheten. Brevet nämner den då, men aldrig någon annan.',
        en: 'Fill this in only if the person named it. The letter then names it, and never another organisation.',
      },
      widget: { as: 'line' },
    }),
    /**
     * The day on which staff forwarded the request to the organisation in `named`. Absent if staff did not forward it.
     * Without `named` the day is not stored.
     */
    sentOn: field(z.iso.date().optional(), {
      label: { sv: 'Dagen då ni skickade begäran dit', en: 'The day on which you sent the request there' },
      help: {
        sv: 'Lämna tomt om ni inte har skickat begäran. Brevet ber då personen att vända sig dit.',
        en: 'Leave it empty if you did not send it. The letter then asks the person to write to that organisation.',
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
