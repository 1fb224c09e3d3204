import { codes } from '../sdk/field.ts';

/** The statuses of a member [doc]. */
export const memberStatus = codes({
  subscribed: ['Prenumererar', 'Subscribed'],
  unsubscribed: ['Har avregistrerat sig', 'Unsubscribed'],
  cleaned: [
    'Borttagen från utskick, eftersom adressen inte gick att nå',
    'Removed from mailings, as the address could not be reached',
  ],
  pending: ['Väntar på bekräftelse', 'Waits for confirmation'],
  transactional: ['Kund som inte prenumererar', 'Customer who does not subscribe'],
  archived: ['Arkiverad', 'Archived'],
});

export const emailType = codes({
  html: ['Med bilder och färger (HTML)', 'With pictures and colours (HTML)'],
  text: ['Bara text', 'Text only'],
});

/** The kinds of event in the activity of a member [doc]. */
export const activityType = codes({
  sent: ['Utskicket skickades', 'The mailing was sent'],
  open: ['Utskicket öppnades', 'The mailing was opened'],
  click: ['En länk följdes', 'A link was followed'],
  bounce: ['Utskicket kunde inte lämnas', 'The mailing could not be delivered'],
  unsub: ['Avregistrering', 'Unsubscribing'],
  abuse: ['Anmäldes som skräppost', 'Reported as spam'],
  signup: ['Anmälan', 'Sign-up'],
});
