import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const liftHold = staffCommand({
  type: 'lift-hold',
  group: 'waiting',
  roles: ['case-worker'],
  title: { sv: 'Hålls: är det här en begäran att handlägga?', en: 'Held: is this a request that we must handle?' },
  help: {
    sv: 'Vi har inte skrivit till avsändaren än, men tiden för svaret löper. Om du släpper ärendet får avsändaren en bekräftelse och en kod.',
    en: 'We have not written to the sender yet, but the period for the answer is running. If you lift the hold, the sender gets a confirmation and a code.',
  },
  submit: { sv: 'Släpp ärendet vidare', en: 'Lift the hold' },
  done: { sv: 'Ärendet har släppts vidare.', en: 'The hold has been lifted.' },
  timeline: { 'hold-lifted': { sv: 'Ärendet släpptes vidare', en: 'The hold was lifted' } },
  fields: {},
  trial: () => ({ type: 'lift-hold' }),
  ask: () => ({ type: 'lift-hold' }),
});

/** The labels of the card of a held request. */
export const liftHoldLabels = labels({
  sv: {
    spoken:
      'Avsändaren har fått en bekräftelse, och tiden för svaret löper. Om du släpper ärendet får avsändaren en kod.',
    check: 'Läs först varför ärendet hålls och vad avsändaren har skrivit.',
  },
  en: {
    spoken:
      'The sender has got a confirmation, and the period for the answer is running. If you lift the hold, the sender gets a code.',
    check: 'First look at the reason for the hold, and at the message.',
  },
});
