import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InvokeFunction, LocalClock, RunningEndpoint } from '../../endpoint.ts';
import { listen, readBody } from '../../http.ts';
import { jwtAuthorizer, type AuthorizerSettings } from './authorizer.ts';
import { toEvent } from './event.ts';
import { gatewayReply, readAnswer, type Reply } from './reply.ts';
import { isGreedy, routeTable, type Route, type RouteMatch } from './routes.ts';
import { serveSite, siteOf, type StaticSite } from './static-site.ts';
import { parseTarget, type Target } from './target.ts';

/** The longest body that an HTTP API accepts, in bytes. */
const BODY_LIMIT = 10 * 1024 * 1024;
/** The longest time, in seconds, that an HTTP API waits for the function. */
const INTEGRATION_SECONDS = 30;

export interface GatewaySettings {
  readonly routes: readonly Route[];
  readonly invoke: InvokeFunction;
  /** Checks the tokens of requests to routes with `auth: 'jwt'`. */
  readonly authorizer: AuthorizerSettings;
  /** The clock that gives the time in the events: the local clock, which may be ahead. */
  readonly clock: LocalClock;
  readonly port?: number;
  /** The sites that respond to the requests under their prefixes if no route matches, or only one like `/{proxy+}`. */
  readonly staticSites?: readonly StaticSite[];
  readonly integrationSeconds?: number;
}

/**
 * An HTTP API on the loopback interface. The gateway checks tokens and turns requests into events of payload format
 * 2.0. It invokes the function of the route and turns the function's result into a response. The gateway's own errors
 * have the form of AWS: 401, 404, 413, 500 and 503 with `{"message": ...}`. A request target that the gateway cannot
 * read gets 400.
 */
export async function startGateway(settings: GatewaySettings): Promise<RunningEndpoint> {
  const findRoute = routeTable(settings.routes);
  const authorize = jwtAuthorizer(settings.authorizer);
  const sites = settings.staticSites ?? [];
  const integrationSeconds = settings.integrationSeconds ?? INTEGRATION_SECONDS;

  async function replyTo(request: IncomingMessage, requestId: string, domainName: string): Promise<Reply> {
    const method = request.method ?? 'GET';
    const target = parseTarget(request.url ?? '');
    if (target === undefined) return gatewayReply(400, 'Bad Request');
    const match = findRoute(method, target.segments);
    const site = siteOf(sites, target);
    if (match !== undefined && (site === undefined || !isGreedy(match.route)))
      return integrate(request, target, match, requestId, domainName);
    return site === undefined ? gatewayReply(404, 'Not Found') : serveSite(site, method, target);
  }

  async function integrate(
    request: IncomingMessage,
    target: Target,
    match: RouteMatch,
    requestId: string,
    domainName: string,
  ): Promise<Reply> {
    const authorization = match.route.auth === 'jwt' ? await authorize(headerOf(request)) : undefined;
    switch (authorization?.kind) {
      case 'refused':
        return gatewayReply(401, 'Unauthorized', { 'www-authenticate': authorization.challenge });
      case 'unavailable':
        return gatewayReply(500, 'Internal Server Error');
      case 'allowed':
      case undefined:
        break;
    }
    const body = await readBody(request, BODY_LIMIT);
    if (body === undefined) return gatewayReply(413, 'Request Entity Too Large');
    const claims = authorization?.claims;
    const timeEpoch = settings.clock.now();
    const event = toEvent({ request, target, match, body, claims, requestId, timeEpoch, domainName });
    return invokeInTime(match.route.function, event);
  }

  async function invokeInTime(functionName: string, event: unknown): Promise<Reply> {
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), integrationSeconds * 1000);
    try {
      const outcome = await Promise.race([settings.invoke(functionName, event), late.promise]);
      if (outcome === 'late') return gatewayReply(503, 'Service Unavailable');
      switch (outcome.kind) {
        case 'returned':
          return readAnswer(outcome.payload) ?? gatewayReply(500, 'Internal Server Error');
        case 'failed':
          return outcome.errorType === 'RequestTooLargeException'
            ? gatewayReply(413, 'Request Entity Too Large')
            : gatewayReply(500, 'Internal Server Error');
        case 'missing':
          return gatewayReply(500, 'Internal Server Error');
      }
    } finally {
      clearTimeout(timer);
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse, domainName: string): Promise<void> {
    const requestId = randomUUID();
    const reply = await replyTo(request, requestId, domainName).catch(() => gatewayReply(500, 'Internal Server Error'));
    send(response, reply, requestId, request.method === 'HEAD');
  }

  return listen((request, response) => {
    // If writing a response fails, the error must not end the process, because all endpoints run in it.
    handle(request, response, `127.0.0.1:${request.socket.localPort}`).catch(() => response.destroy());
  }, settings.port);
}

/** If a request has two `Authorization` headers, the joined value is no valid token, so the request is refused. */
function headerOf(request: IncomingMessage): string | undefined {
  return request.headersDistinct['authorization']?.join(',');
}

function send(response: ServerResponse, reply: Reply, requestId: string, isHead: boolean): void {
  response.statusCode = reply.status;
  response.setHeader('apigw-requestid', requestId);
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
  const bodiless = reply.status === 204 || reply.status === 304;
  // For HEAD the function returns no body. The gateway does not know how long the body for GET would be, so it sends no
  // Content-Length.
  if (!bodiless && !(isHead && reply.body.length === 0)) response.setHeader('content-length', reply.body.length);
  response.end(bodiless ? undefined : reply.body);
}
