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
  /** The clock for the times in events: the local clock, which can be moved ahead of the clock of the machine. */
  readonly clock: LocalClock;
  readonly port?: number;
  /**
   * The static sites, such as the console. A site responds to a request under its prefix if no route matches, or if
   * only a greedy route such as `/{proxy+}` matches.
   */
  readonly staticSites?: readonly StaticSite[];
  readonly integrationSeconds?: number;
}

/**
 * Starts an HTTP API on the loopback interface. For each request the gateway checks the token if the route needs one,
 * makes an event of payload format 2.0, invokes the function of the route, and turns its result into a response. The
 * gateway's own errors (401, 404, 413, 500 and 503) have the form of AWS: `{"message": ...}`. A request target that
 * cannot be read gets 400.
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
    // If a response cannot be written, only its connection is closed. An uncaught error would end the process, in which
    // all endpoints run.
    handle(request, response, `127.0.0.1:${request.socket.localPort}`).catch(() => response.destroy());
  }, settings.port);
}

/**
 * The `Authorization` header. If there are two of them, they are joined; the result is no valid token, so the request
 * is refused.
 */
function headerOf(request: IncomingMessage): string | undefined {
  return request.headersDistinct['authorization']?.join(',');
}

function send(response: ServerResponse, reply: Reply, requestId: string, isHead: boolean): void {
  response.statusCode = reply.status;
  response.setHeader('apigw-requestid', requestId);
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
  const bodiless = reply.status === 204 || reply.status === 304;
  // A response to HEAD has no body. The gateway does not know how long the body of a GET would be, so it sends no
  // Content-Length.
  if (!bodiless && !(isHead && reply.body.length === 0)) response.setHeader('content-length', reply.body.length);
  response.end(bodiless ? undefined : reply.body);
}
