import { randomUUID } from 'node:crypto';
import type { Configuration, InteractionResults } from 'oidc-provider';
import type { LocalClock, RunningEndpoint } from '../endpoint.ts';
import { startProvider } from './provider.ts';
import { standInErrorPage, standInPage, type StandInPerson } from './stand-in-pages.ts';

const MINUTES = 60;

export interface StandInSettings {
  /** The folder in which the provider stores its keys, in files with mode 0600. */
  readonly folder: string;
  /**
   * Part of the names of cookies, so that a login and an e-ID use different cookies: a browser sends a cookie of
   * 127.0.0.1 to every port.
   */
  readonly kind: 'login' | 'e-id';
  readonly title: string;
  readonly people: readonly StandInPerson[];
  readonly client: { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };
  /**
   * The names of the claims in the ID tokens. If a user types a value on the sign-in page, it becomes the first claim.
   */
  readonly claims: readonly string[];
  /**
   * The value of the claim `acr` in the ID token (how the person was authenticated), if the client requests the claim.
   */
  readonly acr?: string;
  /** The local clock. The portal checks with it whether a token has expired. */
  readonly clock: LocalClock;
  readonly port?: number;
}

/**
 * Starts an OpenID provider on the loopback interface in place of an e-ID broker or the organisation's customer login.
 * Every user of this computer can sign in as any person without a proof of identity. The sign-in pages say so.
 */
export async function startSignInStandIn(settings: StandInSettings): Promise<RunningEndpoint> {
  const chosen = new Map<string, StandInPerson['claims']>();
  return await startProvider({
    folder: settings.folder,
    port: settings.port,
    pages: '/choose/',
    cookies: `utdrag_${settings.kind.replace('-', '_')}`,
    configuration: configurationOf(settings, chosen),
    grant: { scope: 'openid email' },
    choosing: async () => await standInPage(settings, [new URL(settings.client.redirectUri).origin]),
    chosen: (form) => choose(settings, chosen, form),
    errorPage: standInErrorPage,
  });
}

function configurationOf(
  { client, claims, acr, clock }: StandInSettings,
  chosen: ReadonlyMap<string, StandInPerson['claims']>,
): Configuration {
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectUri],
        token_endpoint_auth_method: 'client_secret_basic',
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    scopes: ['openid', 'email'],
    claims: { openid: ['sub', ...claims] },
    ...(acr === undefined ? {} : { acrValues: [acr] }),
    ttl: {
      AccessToken: MINUTES,
      AuthorizationCode: MINUTES,
      Grant: 600,
      // The provider takes the times in a token from the machine's clock. The portal compares them with the local
      // clock, which may be ahead, by days for example. So the token is valid for ten minutes plus this difference.
      IdToken: () => 600 + Math.ceil((clock.now() - Date.now()) / 1000),
      Interaction: 3600,
      Session: 600,
    },
    findAccount: (_, id) => {
      const found = chosen.get(id);
      return found === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, ...found }) };
    },
    features: { rpInitiatedLogout: { enabled: false } },
  };
}

/**
 * Reads the form of the sign-in page. Stores the claims of the chosen person in `chosen`, from where the ID token gets
 * them. A string says why the sign-in is refused.
 */
function choose(
  { people, claims, acr }: StandInSettings,
  chosen: Map<string, StandInPerson['claims']>,
  form: URLSearchParams,
): InteractionResults | string {
  if (form.get('cancel') !== null) return { error: 'access_denied', error_description: 'the person has cancelled' };
  const [first = ''] = claims;
  const typed = form.get('typed')?.trim() ?? '';
  const person = form.get('person');
  const values = person === null ? (typed === '' ? undefined : { [first]: typed }) : people[Number(person)]?.claims;
  if (values === undefined) return 'nobody was chosen';
  const accountId = randomUUID();
  chosen.set(accountId, values);
  return { login: { accountId, remember: false, ...(acr === undefined ? {} : { acr }) } };
}
