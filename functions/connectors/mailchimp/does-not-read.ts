import type { Unread } from '../sdk/connector.ts';

/** Data about a person in Mailchimp that the search does not read. */
export const doesNotRead: readonly Unread[] = [
  {
    what: {
      sv: 'Händelser, mål, köp i anslutna butiker, rapporter för enskilda utskick, enkäter och sms',
      en: 'Events, goals, purchases in connected shops, reports of single campaigns, surveys and text messages',
    },
    why: {
      sv: 'Sökningen läser bara prenumeranter med deras aktivitet och anteckningar.',
      en: 'The search reads subscribers with their activity and notes only.',
    },
  },
  {
    what: {
      sv: 'Enskilda mejl som skickats genom Transactional (Mandrill)',
      en: 'Single e-mails sent through Transactional (Mandrill)',
    },
    why: {
      sv: 'De kräver en egen inloggning, som sökningen inte har.',
      en: 'They need a separate sign-in, which the search does not have.',
    },
  },
  {
    what: {
      sv: 'Prenumeranter vars adress har ett domännamn med andra tecken än de engelska',
      en: 'Subscribers whose address has a domain name with letters other than the English ones',
    },
    why: {
      sv: 'Mailchimp slår upp en adress i exakt en stavning.',
      en: 'Mailchimp looks an address up in exactly one spelling.',
    },
  },
];
