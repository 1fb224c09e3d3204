import { errors, type Configuration } from 'oidc-provider';
import type { RunningEndpoint } from '../endpoint.ts';
import { errorPage, signedOutPage, signInPage, signOutPage, type StaffMember } from './pages.ts';
import { sendInContext, startProvider } from './provider.ts';

/**
 * The URI that stands for the HTTP API for staff in a request for a token (parameter `resource`, RFC 8707). Only a
 * token for a resource is a JWT with the `aud` of the API. A client that sends no `resource` gets a token for this one.
 */
const RESOURCE = 'urn:utdrag:api';
const SCOPE = 'openid profile';
/** The lifetime of a sign-in in seconds: eight hours, so that nobody who tries the system is signed out. */
const SESSION_SECONDS = 8 * 3600;

export interface PublicClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  /** The URLs to which the provider may send a browser after a sign-out. */
  readonly postLogoutRedirectUris?: readonly string[];
}

export interface IdentityProviderSettings {
  /** The folder in which the provider stores its keys, in files with mode 0600. */
  readonly folder: string;
  readonly staff: readonly StaffMember[];
  /**
   * The applications that may sign users in. These applications run in a browser, have no secret, and use the
   * authorization code flow with PKCE.
   */
  readonly clients: readonly PublicClient[];
  /** The value of the claim `aud` in the access tokens. */
  readonly audience: string;
  readonly port?: number;
}

export interface RunningIdentityProvider extends RunningEndpoint {
  /** The issuer of the tokens, which equals `url`. */
  readonly issuer: string;
  readonly jwksUri: string;
}

/**
 * Starts an OpenID provider on the loopback interface. Staff sign in there instead of at the organisation's own
 * provider. Every user of this computer can sign in as any member of staff without a password. Access tokens are JWTs
 * (RS256) with `sub`, `aud` and `roles`; ID tokens contain `name`.
 */
export async function startIdentityProvider(settings: IdentityProviderSettings): Promise<RunningIdentityProvider> {
  const { staff, clients } = settings;
  const endpoint = await startProvider({
    folder: settings.folder,
    port: settings.port,
    pages: '/sign-in/',
    cookies: 'utdrag',
    configuration: configurationOf(settings),
    grant: { scope: SCOPE, resource: RESOURCE },
    choosing: async () => await signInPage(staff, originsOf(clients.flatMap(({ redirectUris }) => redirectUris))),
    chosen: (form) => {
      const member = staff.find(({ id }) => id === form.get('staff'));
      return member === undefined ? 'there is no such staff member' : { login: { accountId: member.id } };
    },
    errorPage,
  });
  return { ...endpoint, issuer: endpoint.url, jwksUri: `${endpoint.url}/jwks` };
}

function configurationOf({ staff, clients, audience }: IdentityProviderSettings): Configuration {
  const member = (id: string): StaffMember | undefined => staff.find((each) => each.id === id);
  return {
    clients: clients.map(({ clientId, redirectUris, postLogoutRedirectUris = [] }) => ({
      client_id: clientId,
      redirect_uris: [...redirectUris],
      post_logout_redirect_uris: [...postLogoutRedirectUris],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
    })),
    clientBasedCORS: (_, origin, client) => originsOf(client.redirectUris ?? []).includes(origin),
    scopes: SCOPE.split(' '),
    claims: { openid: ['sub'], profile: ['name'] },
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
    features: {
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
}

function originsOf(urls: readonly string[]): string[] {
  return [...new Set(urls.map((url) => new URL(url).origin))];
}
