import * as z from 'zod';
import { localisedSchema } from '../language.ts';
import { idSchema, secretNameSchema } from '../organisation/names.ts';
import { canMatch, type Person, type Provider, type SettingOf, type SignInMethod } from './method.ts';
import { claimSchema, issuerSchema } from './open-id.ts';

/**
 * An e-ID behind an OpenID Connect broker (BankID, Freja). The e-ID is offered only if the case holds a number that the
 * e-ID can confirm (practice 7 in `domain/README.md`).
 */
const eidSchema = z.strictObject({
  id: idSchema,
  title: localisedSchema,
  issuer: issuerSchema,
  clientId: z.string().min(1),
  secret: secretNameSchema,
  /** The name of the claim that holds the personnummer or samordningsnummer. */
  personnummerClaim: claimSchema,
  /** The authentication context (`acr`) that the broker must confirm. */
  acr: z.string().min(1).optional(),
});

const setting = { eid: z.array(eidSchema).default([]) };

/** Electronic identification at a broker. */
export const eId = {
  name: 'e-id',
  title: { sv: 'e-legitimation', en: 'electronic identification' },
  level: 'strong',
  givenBy: 'sign-in',
  seenTo: false,
  showsAddress: false,
  showsPersonnummer: true,
  setting,
  isUsed: ({ eid }) => eid.length > 0,
  providers,
  offered,
  // The same condition as for `offered`: an e-ID that cannot confirm a number of the case proves nothing.
  stillOpen: offered,
  letter: {
    sentence: { sv: 'Legitimera dig med {name}.', en: 'Identify yourself with {name}.' },
    thing: { sv: 'legitimering med {name}', en: 'identification with {name}' },
  },
  page: {
    why: {
      sv: 'En e-legitimation visar att det personnummer som vi jämför med är ditt. Du väljer själv om du vill använda den.',
      en: 'An e-ID shows that the personal identity number in your case is yours. You choose whether to use it.',
    },
    go: { sv: 'Använd e-legitimation', en: 'Use an e-ID' },
    goTo: { sv: 'Använd {name}', en: 'Use {name}' },
  },
} as const satisfies SignInMethod<typeof setting>;

function offered(
  settings: SettingOf<typeof setting>,
  person: Person,
): readonly { readonly kind: 'e-id'; readonly id: string; readonly title: Provider['title'] }[] {
  return providers(settings)
    .filter((provider) => canMatch(provider, person))
    .map(({ id, title }) => ({ kind: 'e-id', id, title }));
}

function providers({ eid }: SettingOf<typeof setting>): readonly Provider[] {
  return eid.map(({ id, title, issuer, clientId, secret, acr, personnummerClaim }, index) => ({
    id,
    title,
    place: `eid[${index}]`,
    issuer,
    clientId,
    secret,
    scope: 'openid',
    acr,
    isShownAnew: true,
    verifiesEmail: false,
    claims: [{ name: personnummerClaim, kind: 'personnummer' }],
  }));
}
