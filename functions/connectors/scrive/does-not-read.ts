import type { Unread } from '../sdk/connector.ts';

/** Data about a person in Scrive that the search does not read. */
export const doesNotRead: readonly Unread[] = [
  {
    what: {
      sv: 'Bevisbilagor, ritade underskrifter, markeringar, avsändarens bilagor och tekniska inställningar',
      en: "Evidence packages, drawn signatures, highlights, the sender's attachments and technical settings",
    },
    why: {
      sv: 'Sökningen läser dokumentets uppgifter, huvudfilen, filer som du har laddat upp och loggen.',
      en: 'The search reads the details of a document, its main file, files that you uploaded, and its log.',
    },
  },
  {
    what: {
      sv: 'Andra uppgifter om dokument, parter och logg än de som sökningen känner till, även sådana som Scrive lägger till senare',
      en: 'Other details of documents, parties and the log than those that the search knows, also ones that Scrive adds later',
    },
    why: {
      sv: 'Sådana uppgifter kan vara nycklar till dokumentet eller gälla andra.',
      en: 'Such details can be keys to the document, or be about other people.',
    },
  },
  {
    what: { sv: 'Mottagarlistor', en: 'Lists of recipients' },
    why: { sv: 'De handlar om andra personer.', en: 'They are about other people.' },
  },
  {
    what: {
      sv: 'Rader i loggen där två parter i dokumentet har samma namn',
      en: 'Entries of the log where two parties of the document bear the same name',
    },
    why: { sv: 'Det går inte att se vem raden gäller.', en: 'It cannot be told whom the entry is about.' },
  },
  {
    what: {
      sv: 'Dokument som Scrives textsökning inte hittar',
      en: 'Documents that the text search of Scrive does not find',
    },
    why: {
      sv: 'Scrive har ingen annan sökning efter en person. Ett telefonnummer som är skrivet på ett ovanligt sätt hittas inte säkert.',
      en: 'Scrive has no other search for a person. A telephone number that is written in an unusual way may not be found.',
    },
  },
];
