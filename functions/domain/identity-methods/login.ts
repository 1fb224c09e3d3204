import * as z from 'zod';
import { localisedSchema } from '../language.ts';
import { secretNameSchema } from '../organisation/names.ts';
import { canMatch, type Provider, type SettingOf, type SignInMethod } from './method.ts';
import { claimSchema, issuerSchema } from './open-id.ts';

/**
 * The organisation's own customer login by OpenID Connect. Signing in proves that an account is the person's (EDPB
 * 01/2022, 72-75).
 */
const loginSchema = z.strictObject({
  title: localisedSchema.optional(),
  issuer: issuerSchema,
  clientId: z.string().min(1),
  secret: secretNameSchema,
  /**
   * The claims that identify the account. At least one is needed: otherwise the login proves no identifier by which
   * systems can be searched.
   */
  claims: z
    .strictObject({ customerNumber: claimSchema.optional(), email: claimSchema.optional() })
    .refine(({ customerNumber, email }) => customerNumber !== undefined || email !== undefined, {
      error: 'name the claim that holds the customer number, the e-mail address, or both',
    }),
  /**
   * Set this to `true` only if the login verifies addresses and its tokens have no `email_verified`. Otherwise an
   * address in such a token proves nothing.
   */
  verifiesEmail: z.boolean().default(false),
});

const setting = { login: loginSchema.optional() };

/** A sign-in to the person's account with the organisation. */
export const login = {
  name: 'login',
  title: { sv: 'inloggning på sitt konto', en: 'sign-in to their account' },
  level: 'account',
  givenBy: 'sign-in',
  seenTo: false,
  // The login itself has verified the address in the token.
  showsAddress: true,
  showsPersonnummer: false,
  setting,
  isUsed: ({ login: own }) => own !== undefined,
  providers,
  offered: (settings, person) =>
    providers(settings)
      .filter((provider) => canMatch(provider, person))
      .map(({ id, title }) => ({ kind: 'login', id, title }) as const),
  stillOpen: (settings) => providers(settings).map(({ id, title }) => ({ kind: 'login', id, title }) as const),
  letter: {
    sentence: { sv: 'Logga in på ditt konto hos oss.', en: 'Sign in to your account with us.' },
    thing: { sv: 'en inloggning på ditt konto hos oss', en: 'a sign-in to your account with us' },
  },
  page: {
    why: {
      sv: 'Har du ett konto hos oss? Då räcker inloggningen som bevis.',
      en: 'Do you have an account with us? Then signing in is proof enough.',
    },
    go: { sv: 'Logga in', en: 'Sign in' },
    goTo: { sv: 'Logga in på {name}', en: 'Sign in to {name}' },
  },
} as const satisfies SignInMethod<typeof setting>;

function providers({ login: own }: SettingOf<typeof setting>): readonly Provider[] {
  if (own === undefined) return [];
  const { title, issuer, clientId, secret, claims, verifiesEmail } = own;
  return [
    {
      id: 'login',
      title: title ?? null,
      place: 'login',
      issuer,
      clientId,
      secret,
      scope: claims.email === undefined ? 'openid' : 'openid email',
      acr: undefined,
      isShownAnew: false,
      verifiesEmail,
      // The e-mail address is the first claim in the list, because letters of the case go to it.
      claims: [
        ...(claims.email === undefined ? [] : [{ name: claims.email, kind: 'email' as const }]),
        ...(claims.customerNumber === undefined
          ? []
          : [{ name: claims.customerNumber, kind: 'customerNumber' as const }]),
      ],
    },
  ];
}
