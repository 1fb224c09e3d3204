import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildConsole, placeConsole } from '#infra/local/console/build-console.ts';
import { startGateway } from '#infra/local/aws/api-gateway/gateway.ts';
import { startIdentityProvider } from '#infra/local/identity-provider/identity-provider.ts';
import type { InvokeFunction } from '#infra/local/endpoint.ts';
import { routes } from '#infra/system.ts';

/** The staff who can sign in: their ids, names and roles. */
export const staff = [
  { id: 'staff-7f3a', name: 'Astrid Lund', roles: ['case-worker', 'approver'] },
  { id: 'staff-2c91', name: 'Bo Ek', roles: ['case-worker', 'approver'] },
  { id: 'staff-55d8', name: 'Rune Revisor', roles: ['auditor'] },
  { id: 'staff-90e1', name: 'Dina Ombud', roles: ['dpo'] },
] as const;

export interface ServedConsole {
  /** The address of the console. */
  readonly page: string;
  close(): Promise<void>;
}

/** The built console behind the gateway, with the identity provider and a stand-in for the staff API. */
export async function serveConsole(standIn: { readonly invoke: InvokeFunction }): Promise<ServedConsole> {
  const folder = mkdtempSync(path.join(tmpdir(), 'console-test-'));
  const site = path.join(folder, 'console');
  const port = await freePort();
  const page = `http://127.0.0.1:${port}/console/`;
  const audience = 'utdrag-api';
  const provider = await startIdentityProvider({
    folder,
    audience,
    staff,
    clients: [{ clientId: 'console', redirectUris: [page], postLogoutRedirectUris: [page] }],
  });
  await placeConsole(await buildConsole(), site, { issuer: provider.issuer, clientId: 'console', audience, api: '' });
  const gateway = await startGateway({
    port,
    routes: routes.filter((route) => route.auth === 'jwt'),
    invoke: standIn.invoke,
    authorizer: { issuer: provider.issuer, audience, jwksUri: provider.jwksUri },
    clock: { now: () => Date.now(), onShift: () => () => undefined },
    staticSites: [
      {
        prefix: '/console',
        folder: site,
        contentSecurityPolicy: `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ${provider.issuer}; frame-ancestors 'none'`,
      },
    ],
  });
  return {
    page,
    async close() {
      await gateway.close();
      await provider.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The provider must know the console's address before the gateway listens there. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
