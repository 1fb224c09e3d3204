import { randomUUID } from 'node:crypto';
import type { Configuration, InteractionResults } from 'oidc-provider';
import type { LocalClock, RunningEndpoint } from '../endpoint.ts';
import { startProvider } from './provider.ts';
import { standInErrorPage, standInPage, type StandInPerson } from './stand-in-pages.ts';

const MINUTES = 60;

export interface StandInSettings {
  /** The folder for the keys, whose files have mode 0600. */
  readonly folder: string;
  /** A part of the name of each cookie, because all ports of 127.0.0.1 share their cookies. */
  readonly kind: 'login' | 'e-id';
  readonly title: string;
  readonly people: readonly StandInPerson[];
  readonly client: { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };
  /** The claims of the ID tokens. The user can enter the value of the first claim. */
  readonly claims: readonly string[];
  /** The `acr` of the sign-in, if the client requests one. */
  readonly acr?: string;
  /** The clock by which the portal checks the tokens. */
  readonly clock: LocalClock;
  readonly port?: number;
}

/**
 * Starts an OpenID provider on the loopback interface in place of an e-ID broker or the organisation's customer login.
 * Every user of this computer can choose a person without any proof. The pages say so.
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
      // The token is issued by the machine's clock and checked by the local clock, which may be ahead of it.
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

/** Handles the form of the page: stores the claims for the ID token. */
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
