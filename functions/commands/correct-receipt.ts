import { field, instant, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

export const correctReceipt = staffCommand({
  type: 'correct-receipt',
  group: 'request',
  roles: ['approver'],
  title: { sv: 'Rätta när begäran kom in', en: 'Correct the time of receipt' },
  help: {
    sv: 'Tiden räknas från när begäran nådde oss, oavsett kanal (artikel 12.3) och även om ingen öppnade den då. Alla datum räknas om.',
    en: 'The period runs from the time when the request reached us by any channel (Art. 12(3)), even if nobody opened it then. All dates are recalculated.',
  },
  submit: { sv: 'Rätta', en: 'Correct it' },
  done: { sv: 'Tiden är rättad.', en: 'The time of receipt has been corrected.' },
  confirm: {
    title: { sv: 'Rätta när begäran kom in?', en: 'Correct the time of receipt?' },
    text: { sv: 'Alla datum i ärendet räknas om.', en: 'All dates of the case are recalculated.' },
  },
  timeline: {
    'receipt-corrected': { sv: 'Tiden då begäran kom in rättades', en: 'The time of receipt was corrected' },
  },
  fields: {
    receivedAt: field(instant(), {
      label: { sv: 'När den nådde oss', en: 'When it reached us' },
      help: {
        sv: 'Post: dagen den kom, inte när den öppnades. Aldrig senare än registreringen.',
        en: 'For post: the day on which it arrived, not the day on which somebody opened it. It cannot be later than the registration.',
      },
      widget: { as: 'instant' },
    }),
    reason: field(words(), {
      label: { sv: 'Hur du vet det', en: 'How you know' },
      goesInto: 'record',
      widget: { as: 'text' },
    }),
  },
  trial: () => {
    const [receivedLocalDate, due] = ['2018-05-25', '2018-06-25'];
    return {
      type: 'correct-receipt',
      receivedAt: '2018-05-25T10:00:00.000Z',
      receivedLocalDate,
      due,
      extendedDue: due,
      text: '',
    };
  },
  ask: async ({ receivedAt, reason }, { datesFrom, keep }) => {
    const at = new Date(receivedAt).toISOString();
    return { type: 'correct-receipt', receivedAt: at, ...datesFrom(at), text: await keep(reason) };
  },
});
