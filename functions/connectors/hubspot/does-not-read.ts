import type { Unread } from '../sdk/connector.ts';

/** Data about a person in HubSpot that the search does not read. */
export const doesNotRead: readonly Unread[] = [
  {
    what: {
      sv: 'Supportärenden, samtal, e-post, möten, uppgifter, företag, konversationer, inskickade formulär, filer, prenumerationer och tidigare värden',
      en: 'Tickets, calls, e-mails, meetings, tasks, companies, conversations, form submissions, files, subscriptions and earlier values',
    },
    why: {
      sv: 'Sökningen läser bara kontakter och deras anteckningar och affärer.',
      en: 'The search reads contacts with their notes and deals only.',
    },
  },
  {
    what: { sv: 'Egenskaper som är märkta som känsliga', en: 'Properties that are marked as sensitive' },
    why: { sv: 'HubSpot lämnar inte ut dem till sökningen.', en: 'HubSpot does not give them to the search.' },
  },
  {
    what: {
      sv: 'Anteckningar och affärer som hörde till en kontakt i papperskorgen, och kontakter där som har en annan huvudadress',
      en: 'Notes and deals of a contact in the recycle bin, and contacts there that have another main address',
    },
    why: {
      sv: 'En kontakt i papperskorgen hittas bara på sin huvudadress, och det som hörde till den hittas inte.',
      en: 'A contact in the recycle bin is found by its main address only, and what belonged to it is not found.',
    },
  },
  {
    what: { sv: 'Texter som bara nämner dig', en: 'Texts that only mention you' },
    why: { sv: 'Texter söks inte igenom.', en: 'Texts are not searched.' },
  },
];
