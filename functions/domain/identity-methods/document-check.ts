import * as z from 'zod';
import type { AskedMethod } from './method.ts';

const setting = {
  /** Whether staff may check an identity document. Staff look at the document and do not copy it. */
  documentCheck: z.boolean().default(false),
};

/** An identity document that staff look at, in person or in a video call. */
export const documentCheck = {
  name: 'document-check',
  title: { sv: 'legitimation, kontrollerad', en: 'identity document, looked at' },
  level: 'strong',
  givenBy: 'staff',
  seenTo: true,
  // The proof names the contact point if the person stated no other identifier, but staff have not checked that this
  // address is the person's.
  showsAddress: false,
  showsPersonnummer: false,
  setting,
  isUsed: ({ documentCheck: isUsed }) => isUsed,
  offered: ({ documentCheck: isUsed }, _, needed) =>
    isUsed && needed === 'strong' ? [{ kind: 'document-check' } as const] : [],
  stillOpen: ({ documentCheck: isUsed }) => (isUsed ? [{ kind: 'document-check' } as const] : []),
  letter: {
    sentence: {
      sv: 'Visa en legitimation för oss på plats eller i ett videosamtal. Vi antecknar att den är kontrollerad och sparar ingen kopia.',
      en: 'Show an identity document to us in person or in a video call. We note that it was checked and keep no copy.',
    },
    thing: {
      sv: 'en legitimation som du visar på plats eller i ett videosamtal',
      en: 'an identity document that you show in person or in a video call',
    },
  },
  page: {
    sv: 'På plats: du visar en legitimation. Vi antecknar att vi har sett den och tar ingen kopia. Bestäm tid på',
    en: 'In person: you show an identity document. We note that we have seen it and take no copy. Make an appointment at',
  },
} as const satisfies AskedMethod<typeof setting>;
