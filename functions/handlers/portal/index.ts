import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { exportsStore } from '#store/exports.ts';
import { readSecret } from '#store/secrets.ts';
import { signInAttempts } from '#store/sign-in-attempts.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, connectorKindsVariable, readEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { caseTable } from '../records.ts';
import { caseworkFrom, forOneEvent } from '../wiring.ts';
import { bodilessForHead, routeOf } from '../http/methods.ts';
import { isFromElsewhere } from './access.ts';
import { pageGuard } from './page-guard.ts';
import type { Answer } from './replies.ts';
import { callbackPath, type Visit } from './visit.ts';

const environment = readEnvironment({
  ...caseworkEnvironment,
  EXPORTS_BUCKET: z.string().min(1),
  /** The origin of the download URLs. The content security policy allows forms to redirect to it. */
  EXPORTS_ORIGIN: z.url().refine((url) => new URL(url).origin === url, 'an origin'),
  CONNECTOR_KINDS: connectorKindsVariable,
});
const casework = once(async () => await caseworkFrom(environment));
const exports = exportsStore(new S3Client({}), environment.EXPORTS_BUCKET);
const attempts = signInAttempts(caseTable(), environment.TABLE);
const secrets = new SecretsManagerClient({});

/** Lambda function for the portal of data subjects. The function makes the HTML pages, which need no scripts. */
export const handler = middy<APIGatewayProxyEventV2, Answer>()
  .use(bodilessForHead())
  .use(pageGuard(environment.PORTAL_URL))
  .handler(async (event) => {
    const now = readClock();
    const [work, respond] = await Promise.all([casework(), loadRoute(event)]);
    return await respond({
      event,
      work: forOneEvent(work),
      now,
      organisationHash: environment.ORGANISATION,
      exports,
      exportsOrigin: environment.EXPORTS_ORIGIN,
      connectorKinds: environment.CONNECTOR_KINDS,
      signIn: {
        attempts,
        secret: async (name) => await readSecret(secrets, name),
        callback: `${environment.PORTAL_URL}${callbackPath}`,
      },
    });
  });

type Respond = (visit: Visit) => Promise<Answer>;

/**
 * What responds on each route. A route is loaded at its first request, because a request needs the pages and the rules
 * of its own route only, and a form that is redirected needs no page.
 */
const routes: ReadonlyMap<string, () => Promise<Respond>> = new Map([
  ['GET /', async () => (await import('./request.ts')).newRequest],
  ['POST /', async () => (await import('./request.ts')).submit],
  ['GET /information', async () => (await import('./information.ts')).information],
  ['GET /cases/{reference}', async () => (await import('./case-forms.ts')).look],
  ['POST /cases/{reference}/verification', async () => (await import('./case-forms.ts')).verification],
  ['POST /cases/{reference}/download', async () => (await import('./case-forms.ts')).download],
  ['POST /cases/{reference}/contact', async () => (await import('./case-forms.ts')).contact],
  ['POST /cases/{reference}/wishes', async () => (await import('./wishes.ts')).wish],
  ['GET /cases/{reference}/sign-in/{method}', async () => (await import('./sign-in.ts')).signIn],
  ['GET /sign-in/callback', async () => (await import('./sign-in.ts')).signInCallback],
]);

async function loadRoute(event: APIGatewayProxyEventV2): Promise<Respond> {
  if (event.requestContext.http.method === 'POST' && isFromElsewhere(event, environment.PORTAL_URL)) {
    const { trouble } = await import('./trouble.ts');
    return async (visit) => await trouble(visit, 403, 'elsewhere');
  }
  const load = routes.get(routeOf(event));
  if (load !== undefined) return await load();
  const { elsewhere } = await import('./trouble.ts');
  return async (visit) => await elsewhere(visit, routes.keys());
}
