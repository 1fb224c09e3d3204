import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { errors, Provider, type Configuration, type InteractionResults, type KoaContextWithOIDC } from 'oidc-provider';
import type { RunningEndpoint } from '../endpoint.ts';
import { listen, readBody } from '../http.ts';
import { loadKeys } from './keys.ts';
import { memoryStore } from './memory-store.ts';
import type { Page } from './pages.ts';

/**
 * What each local OpenID provider sets for itself. There is one provider for staff, and one for each customer login or
 * e-ID (`sign-in-stand-in.ts`).
 */
export interface ProviderParts {
  /** The folder in which the provider stores its keys, in files with mode 0600. */
  readonly folder: string;
  readonly port: number | undefined;
  /** The path of the provider's own pages, for example `/sign-in/`. */
  readonly pages: string;
  /**
   * A prefix for the names of cookies, different for each provider: a browser sends a cookie of 127.0.0.1 to every
   * port.
   */
  readonly cookies: string;
  readonly configuration: Configuration;
  /** What the application may do for a signed-in user. It is fixed here, so no page asks the user for consent. */
  readonly grant: { readonly scope: string; readonly resource?: string };
  /** Makes the page on which a user chooses as whom to sign in. */
  readonly choosing: () => Promise<Page>;
  /**
   * Reads the form that the page of `choosing` sent. Returns the result of the sign-in; a string says why the sign-in
   * is refused.
   */
  readonly chosen: (form: URLSearchParams) => InteractionResults | string;
  readonly errorPage: (detail: string) => Promise<Page>;
}

const formLimit = 10_000;

/**
 * Starts an OpenID provider (authorization code with PKCE) on the loopback interface. The URL of the provider is also
 * the issuer of its tokens.
 */
export async function startProvider(parts: ProviderParts): Promise<RunningEndpoint> {
  const keys = await loadKeys(parts.folder);
  // The issuer contains the port. The port is known only when the server listens, so the provider is created
  // afterwards. Until then the server responds with 503.
  let answer: RequestListener = (_, response) => void response.writeHead(503).end();
  const endpoint = await listen((request, response) => answer(request, response), parts.port);
  const { configuration, cookies, errorPage } = parts;
  const shared: Configuration = {
    adapter: memoryStore(),
    jwks: { keys: [keys.signing] },
    pkce: { required: () => true },
    // The ID token contains all claims, because the portal does not call `userinfo`.
    conformIdTokenClaims: false,
    cookies: {
      keys: [keys.cookies],
      names: { session: `${cookies}_session`, interaction: `${cookies}_choice`, resume: `${cookies}_resume` },
    },
    interactions: { url: (_, interaction) => `${parts.pages}${interaction.uid}` },
    loadExistingGrant: async (context) => await grantEverything(context, parts.grant),
    renderError: async (context, { error, error_description: description }) =>
      sendInContext(context, await errorPage([error, description].filter((each) => each !== undefined).join(': '))),
    ...configuration,
    features: { devInteractions: { enabled: false }, ...configuration.features },
  };
  try {
    const provider = new Provider(endpoint.url, shared);
    const answerProtocol = provider.callback();
    const { host } = new URL(endpoint.url);
    answer = (request, response) => {
      // The provider library builds its URLs from the header `Host`. With `localhost` in place of `127.0.0.1`, for
      // example, the tokens would have another issuer. So such a request is refused.
      if (request.headers.host !== host)
        response.writeHead(421, { 'content-type': 'text/plain' }).end(`Use ${endpoint.url}\n`);
      else if (request.url?.startsWith(parts.pages) === true) void answerPage(provider, parts, request, response);
      else void answerProtocol(request, response);
    };
  } catch (error) {
    await endpoint.close();
    throw error;
  }
  return endpoint;
}

async function grantEverything(context: KoaContextWithOIDC, { scope, resource }: ProviderParts['grant']) {
  const { client, session, provider } = context.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found !== undefined && found.accountId === session.accountId) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(scope);
  if (resource !== undefined) grant.addResourceScope(resource, '');
  await grant.save();
  return grant;
}

async function answerPage(
  provider: Provider,
  { choosing, chosen, errorPage }: ProviderParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    // Throws if the browser has no cookie of a sign-in that it began at this provider.
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') return send(response, 200, await choosing());
    const body = await readBody(request, formLimit);
    const result = chosen(new URLSearchParams(body?.toString('utf8')));
    if (typeof result === 'string') return send(response, 400, await errorPage(result));
    return await provider.interactionFinished(request, response, result);
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

/** Sends our page instead of the default page of the provider library. */
export function sendInContext(context: KoaContextWithOIDC, page: Page): void {
  context.set({ ...page.headers });
  context.body = page.html;
}
