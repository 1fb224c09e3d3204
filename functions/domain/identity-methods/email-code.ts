import * as z from 'zod';
import type { AskedMethod } from './method.ts';

const setting = {
  /** Whether a one-time code may be sent by e-mail to the contact point of the case. */
  emailCode: z.boolean().default(true),
};

/** A one-time code by e-mail. Entering the code shows that the person reads the mailbox. */
export const emailCode = {
  name: 'email-code',
  title: { sv: 'kod till adressen', en: 'code to the address' },
  level: 'contact-point',
  givenBy: 'code',
  seenTo: false,
  showsAddress: true,
  showsPersonnummer: false,
  setting,
  isUsed: ({ emailCode: isUsed }) => isUsed,
  offered: ({ emailCode: isUsed }, { isUnproven, circumstances }) =>
    isUsed && isUnproven && !circumstances.has('shared-mailbox') ? [{ kind: 'email-code' } as const] : [],
  stillOpen: ({ emailCode: isUsed }, { hasMail }) => (isUsed && hasMail ? [{ kind: 'email-code' } as const] : []),
  letter: {
    sentence: {
      sv: 'En kod som vi skickar till en e-postadress som vi redan har.',
      en: 'A code that we send to an e-mail address that we already have.',
    },
    thing: {
      sv: 'den kod som vi skickar till en e-postadress som vi redan har',
      en: 'the code that we send to an e-mail address that we already have',
    },
  },
  page: null,
} as const satisfies AskedMethod<typeof setting>;
