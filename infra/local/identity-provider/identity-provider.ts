import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { errors, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { RunningEndpoint } from '../endpoint.ts';
import { listen, readBody } from '../http.ts';
import { loadKeys, type ProviderKeys } from './keys.ts';
import { memoryStore } from './memory-store.ts';
import { errorPage, signedOutPage, signInPage, signOutPage, type Page, type StaffMember } from './pages.ts';

/** The API as a resource (RFC 8707); only what makes the provider issue JWTs with the API's audience. */
const RESOURCE = 'urn:utdrag:api';
const SCOPE = 'openid profile';
const PAGES = '/sign-in/';
/** Seconds: a working day, so that nobody is signed out in the middle of a trial. */
const SESSION_SECONDS = 8 * 3600;
const FORM_LIMIT = 10_000;

export interface PublicClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  /** Where a sign-out may lead back to. */
  readonly postLogoutRedirectUris?: readonly string[];
}

export interface IdentityProviderSettings {
  /** Keeps the keys, mode 0600. */
  readonly folder: string;
  readonly staff: readonly StaffMember[];
  /** Browser applications: authorization code with PKCE, no secret. */
  readonly clients: readonly PublicClient[];
  /** `aud` of the access tokens. */
  readonly audience: string;
  readonly port?: number;
}

export interface RunningIdentityProvider extends RunningEndpoint {
  /** The same as `url`. */
  readonly issuer: string;
  readonly jwksUri: string;
}

/**
 * Starts an OpenID provider for staff sign-in on the loopback interface. It stands in for the organisation's own: anyone
 * who reaches it may sign in as any staff member, without a password. Access tokens are JWTs (RS256) with `sub`, `aud`
 * and `roles`; ID tokens carry `name`.
 */
export async function startIdentityProvider(settings: IdentityProviderSettings): Promise<RunningIdentityProvider> {
  const keys = await loadKeys(settings.folder);
  // The issuer is the address, which is known only once the server listens.
  let answer: RequestListener = (_, response) => void response.writeHead(503).end();
  const endpoint = await listen((request, response) => answer(request, response), settings.port);
  const provider = await createOrClose(endpoint, () => createProvider(endpoint.url, settings, keys));
  const answerProtocol = provider.callback();
  const { host } = new URL(endpoint.url);

  answer = (request, response) => {
    // The provider builds its addresses from this header; under another name the tokens would have another issuer.
    if (request.headers.host !== host) {
      response.writeHead(421, { 'content-type': 'text/plain' }).end(`Use ${endpoint.url}\n`);
    } else if (request.url?.startsWith(PAGES) === true) {
      void answerPage(provider, settings, request, response);
    } else {
      void answerProtocol(request, response);
    }
  };
  return { ...endpoint, issuer: endpoint.url, jwksUri: `${endpoint.url}/jwks` };
}

async function createOrClose<T>(endpoint: RunningEndpoint, create: () => T): Promise<T> {
  try {
    return create();
  } catch (error) {
    await endpoint.close();
    throw error;
  }
}

function createProvider(issuer: string, settings: IdentityProviderSettings, keys: ProviderKeys): Provider {
  const { staff, clients, audience } = settings;
  const member = (id: string): StaffMember | undefined => staff.find((each) => each.id === id);

  const configuration: Configuration = {
    adapter: memoryStore(),
    clients: clients.map(({ clientId, redirectUris, postLogoutRedirectUris = [] }) => ({
      client_id: clientId,
      redirect_uris: [...redirectUris],
      post_logout_redirect_uris: [...postLogoutRedirectUris],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
    })),
    clientBasedCORS: (_, origin, client) => originsOf(client.redirectUris ?? []).includes(origin),
    jwks: { keys: [keys.signing] },
    pkce: { required: () => true },
    scopes: SCOPE.split(' '),
    claims: { openid: ['sub'], profile: ['name'] },
    // The name is to be in the ID token itself, because the access token is for the API and not for `userinfo`.
    conformIdTokenClaims: false,
    cookies: {
      keys: [keys.cookies],
      // Cookies do not know ports, so other local systems on 127.0.0.1 share the jar.
      names: { session: 'utdrag_session', interaction: 'utdrag_sign_in', resume: 'utdrag_sign_in_resume' },
    },
    ttl: {
      AccessToken: SESSION_SECONDS,
      AuthorizationCode: 60,
      Grant: SESSION_SECONDS,
      IdToken: SESSION_SECONDS,
      Interaction: 3600,
      Session: SESSION_SECONDS,
    },
    findAccount: (_, id) => {
      const found = member(id);
      return found === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, name: found.name }) };
    },
    extraTokenClaims: (_, token) =>
      token.kind === 'AccessToken' ? { roles: [...(member(token.accountId)?.roles ?? [])] } : undefined,
    interactions: { url: (_, interaction) => `${PAGES}${interaction.uid}` },
    loadExistingGrant: grantEverything,
    renderError: async (context, { error, error_description: description }) =>
      sendInContext(context, await errorPage([error, description].filter((each) => each !== undefined).join(': '))),
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, indicator) => {
          if (indicator !== RESOURCE) throw new errors.InvalidTarget();
          const jwt = { sign: { alg: 'RS256' } } as const;
          return { scope: '', audience, accessTokenTTL: SESSION_SECONDS, accessTokenFormat: 'jwt', jwt };
        },
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) =>
          sendInContext(
            context,
            await signOutPage(form, originsOf(clients.flatMap((each) => each.postLogoutRedirectUris ?? []))),
          ),
        postLogoutSuccessSource: async (context) => sendInContext(context, await signedOutPage()),
      },
    },
  };
  return new Provider(issuer, configuration);
}

/** Consent is not asked: the applications are the organisation's own. */
async function grantEverything(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found !== undefined) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPE);
  grant.addResourceScope(RESOURCE, '');
  await grant.save();
  return grant;
}

async function answerPage(
  provider: Provider,
  settings: IdentityProviderSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    // Throws without the cookie of a sign-in that was begun here.
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      const origins = originsOf(settings.clients.flatMap(({ redirectUris }) => redirectUris));
      return send(response, 200, await signInPage(settings.staff, origins));
    }
    const form = await readBody(request, FORM_LIMIT);
    const chosen = new URLSearchParams(form?.toString('utf8')).get('staff');
    if (!settings.staff.some(({ id }) => id === chosen) || chosen === null) {
      return send(response, 400, await errorPage('there is no such staff member'));
    }
    return await provider.interactionFinished(request, response, { login: { accountId: chosen } });
  } catch (error) {
    const known = error instanceof errors.OIDCProviderError;
    const detail = known ? (error.error_description ?? error.error) : 'the identity provider failed';
    return send(response, known ? 400 : 500, await errorPage(detail));
  }
}

function send(response: ServerResponse, status: number, page: Page): void {
  if (response.headersSent) return void response.end();
  return void response.writeHead(status, page.headers).end(page.html);
}

function sendInContext(context: KoaContextWithOIDC, page: Page): void {
  context.set({ ...page.headers });
  context.body = page.html;
}

function originsOf(urls: readonly string[]): string[] {
  return [...new Set(urls.map((url) => new URL(url).origin))];
}
