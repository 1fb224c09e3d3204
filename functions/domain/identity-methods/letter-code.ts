import * as z from 'zod';
import type { AskedMethod, Person, SettingOf } from './method.ts';

const setting = {
  /** Whether a code may be sent by letter to the address in the population register. */
  letterCode: z.boolean().default(false),
};

/** A one-time code by letter to the address in the population register. */
export const letterCode = {
  name: 'letter-code',
  title: { sv: 'kod i brev till folkbokföringsadressen', en: 'code by letter to the registered address' },
  level: 'strong',
  givenBy: 'code',
  seenTo: true,
  showsAddress: false,
  showsPersonnummer: false,
  setting,
  isUsed: ({ letterCode: isUsed }) => isUsed,
  offered: (settings, person, needed) => (needed === 'strong' ? byPost(settings, person) : []),
  stillOpen: byPost,
  letter: {
    sentence: {
      sv: 'En kod som vi skickar i ett brev till din folkbokföringsadress.',
      en: 'A code that we send in a letter to your address in the population register.',
    },
    thing: {
      sv: 'den kod som vi skickar i ett brev till din folkbokföringsadress',
      en: 'the code that we send in a letter to your address in the population register',
    },
  },
  page: {
    sv: 'Med brev: vi skickar en kod till din folkbokföringsadress. Det tar några dagar. Be om den på',
    en: 'By letter: we send a code to your registered address. It takes a few days. Ask for it at',
  },
} as const satisfies AskedMethod<typeof setting>;

/** Nothing is posted to a person with protected identity (practice 2 in `domain/README.md`). */
function byPost(
  { letterCode: isUsed }: SettingOf<typeof setting>,
  { circumstances }: Person,
): readonly { readonly kind: 'letter-code' }[] {
  return isUsed && !circumstances.has('protected-identity') ? [{ kind: 'letter-code' }] : [];
}
