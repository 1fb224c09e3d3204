import * as z from 'zod';
import { mask } from '../identifiers/mask.ts';
import type { AskedMethod, Person, SettingOf } from './method.ts';

/**
 * The sender of an SMS in AWS End User Messaging: a sender id, or the id of a number or of a pool. The telephone shows
 * a sender id in place of a number.
 */
const smsSenderSchema = z
  .string()
  .regex(/^(?:(?=.*[A-Za-z])[A-Za-z0-9_-]{1,11}|(?:phone|pool)-[0-9a-f]{17,32})$/, {
    error: 'a sender id (at most 11 letters, digits, - and _, one of them a letter), or the id of a number or a pool',
  })
  .meta({ description: 'Sender id, or the id of a number (phone-...) or a pool (pool-...)' });

const setting = {
  /** A one-time code by SMS to the number that the person stated. */
  smsCode: z
    .strictObject({
      sender: smsSenderSchema,
      /**
       * Codes are sent only to numbers of these countries. Otherwise anybody could make the controller send SMS to
       * expensive numbers all over the world.
       */
      countries: z
        .array(z.string().regex(/^[A-Z]{2}$/, { error: 'a country as two capital letters (ISO 3166-1)' }))
        .min(1)
        .meta({ description: 'Countries whose numbers get codes, and that the sender is registered for' }),
    })
    .optional(),
};

/**
 * A one-time code by SMS to the number that the person stated. Entering the code shows that the person has the
 * telephone.
 */
export const smsCode = {
  name: 'sms-code',
  title: { sv: 'kod med SMS till numret', en: 'code by SMS to the number' },
  level: 'contact-point',
  givenBy: 'code',
  seenTo: false,
  showsAddress: true,
  showsPersonnummer: false,
  setting,
  isUsed: ({ smsCode: sms }) => sms !== undefined,
  offered: (settings, person) => (person.isUnproven ? toNumber(settings, person) : []),
  stillOpen: toNumber,
  letter: {
    sentence: {
      sv: 'En kod som vi skickar med SMS till det mobilnummer som du har angett.',
      en: 'A code that we send by SMS to the mobile number that you gave.',
    },
    thing: {
      sv: 'den kod som vi skickar med SMS till det mobilnummer som du har angett',
      en: 'the code that we send by SMS to the mobile number that you gave',
    },
  },
  page: null,
} as const satisfies AskedMethod<typeof setting>;

/** `masked` is the number to which the code goes, with most of its digits hidden. */
function toNumber(
  { smsCode: sms }: SettingOf<typeof setting>,
  person: Person,
): readonly { readonly kind: 'sms-code'; readonly masked: string }[] {
  const number = sms === undefined ? undefined : person.numberIn(sms.countries);
  return number === undefined ? [] : [{ kind: 'sms-code', masked: mask(number) }];
}
