import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { errors, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { LocalClock, RunningEndpoint } from '../endpoint.ts';
import { listen, readBody } from '../http.ts';
import { loadKeys, type ProviderKeys } from './keys.ts';
import { memoryStore } from './memory-store.ts';
import type { Page } from './pages.ts';
import { standInErrorPage, standInPage, type StandInPerson } from './stand-in-pages.ts';

const PAGES = '/choose/';
const FORM_LIMIT = 10_000;
const MINUTES = 60;

export interface StandInSettings {
  /** Keeps the keys, mode 0600. */
  readonly folder: string;
  /** Names the cookies: those of 127.0.0.1 are shared by all ports. */
  readonly kind: 'login' | 'e-id';
  readonly title: string;
  readonly people: readonly StandInPerson[];
  readonly client: { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };
  /** Claims that the ID tokens hold; the first can be typed in. */
  readonly claims: readonly string[];
  /** What is confirmed of the sign-in, if it is asked for. */
  readonly acr?: string;
  /** The clock of whoever reads the tokens. */
  readonly clock: LocalClock;
  readonly port?: number;
}

/**
 * Starts an OpenID provider on the loopback interface that stands in for an e-ID broker or for the organisation's customer
 * login: whoever reaches it chooses who to be, without any proof. Its pages say so.
 */
export async function startSignInStandIn(settings: StandInSettings): Promise<RunningEndpoint> {
  const keys = await loadKeys(settings.folder);
  // The issuer is the address, which is known only once the server listens.
  let answer: RequestListener = (_, response) => void response.writeHead(503).end();
  const endpoint = await listen((request, response) => answer(request, response), settings.port);
  const chosen = new Map<string, StandInPerson['claims']>();
  const provider = createProvider(endpoint.url, settings, keys, chosen);
  const answerProtocol = provider.callback();
  const { host } = new URL(endpoint.url);
  answer = (request, response) => {
    // The provider builds its addresses from this header; under another name the tokens would have another issuer.
    if (request.headers.host !== host)
      response.writeHead(421, { 'content-type': 'text/plain' }).end(`Use ${endpoint.url}\n`);
    else if (request.url?.startsWith(PAGES) === true) void answerPage(provider, settings, chosen, request, response);
    else void answerProtocol(request, response);
  };
  return endpoint;
}

function createProvider(
  issuer: string,
  { kind, client, claims, acr, clock }: StandInSettings,
  keys: ProviderKeys,
  chosen: ReadonlyMap<string, StandInPerson['claims']>,
): Provider {
  const name = `utdrag_${kind.replace('-', '_')}`;
  const configuration: Configuration = {
    adapter: memoryStore(),
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
    jwks: { keys: [keys.signing] },
    pkce: { required: () => true },
    scopes: ['openid', 'email'],
    claims: { openid: ['sub', ...claims] },
    ...(acr === undefined ? {} : { acrValues: [acr] }),
    // What is configured is read from the ID token itself.
    conformIdTokenClaims: false,
    cookies: {
      keys: [keys.cookies],
      names: { session: `${name}_session`, interaction: `${name}_choice`, resume: `${name}_resume` },
    },
    ttl: {
      AccessToken: MINUTES,
      AuthorizationCode: MINUTES,
      Grant: 600,
      // Issued by the machine's clock and read by the local cloud's, which may be ahead.
      IdToken: () => 600 + Math.ceil((clock.now() - Date.now()) / 1000),
      Interaction: 3600,
      Session: 600,
    },
    findAccount: (_, id) => {
      const found = chosen.get(id);
      return found === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, ...found }) };
    },
    interactions: { url: (_, interaction) => `${PAGES}${interaction.uid}` },
    loadExistingGrant: grantEverything,
    renderError: async (context, { error, error_description: description }) => {
      const page = await standInErrorPage([error, description].filter((each) => each !== undefined).join(': '));
      context.set({ ...page.headers });
      context.body = page.html;
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  };
  return new Provider(issuer, configuration);
}

/** Consent is not asked: the person has just chosen to prove who they are to this one organisation. */
async function grantEverything(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid email');
  await grant.save();
  return grant;
}

async function answerPage(
  provider: Provider,
  settings: StandInSettings,
  chosen: Map<string, StandInPerson['claims']>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { people, claims, acr, client } = settings;
  try {
    // Throws without the cookie of a sign-in that was begun here.
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST')
      return send(response, 200, await standInPage(settings, [new URL(client.redirectUri).origin]));
    const form = new URLSearchParams((await readBody(request, FORM_LIMIT))?.toString('utf8'));
    if (form.get('cancel') !== null)
      return await provider.interactionFinished(request, response, {
        error: 'access_denied',
        error_description: 'the person has cancelled',
      });
    const [first = ''] = claims;
    const typed = form.get('typed')?.trim() ?? '';
    const person = form.get('person');
    const values = person === null ? (typed === '' ? undefined : { [first]: typed }) : people[Number(person)]?.claims;
    if (values === undefined) return send(response, 400, await standInErrorPage('nobody was chosen'));
    const accountId = randomUUID();
    chosen.set(accountId, values);
    return await provider.interactionFinished(request, response, {
      login: { accountId, remember: false, ...(acr === undefined ? {} : { acr }) },
    });
  } catch (error) {
    const known = error instanceof errors.OIDCProviderError;
    const detail = known ? (error.error_description ?? error.error) : 'the stand-in failed';
    return send(response, known ? 400 : 500, await standInErrorPage(detail));
  }
}

function send(response: ServerResponse, status: number, page: Page): void {
  if (response.headersSent) return void response.end();
  return void response.writeHead(status, page.headers).end(page.html);
}
