import { createHmac } from 'node:crypto';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { LocalClock } from '../endpoint.ts';
import { startSignInStandIn } from './sign-in-stand-in.ts';
import type { StandInPerson } from './stand-in-pages.ts';

export interface RunningStandIns {
  /**
   * The description of the organisation after one change: the issuer of each login and e-ID is the URL of its stand-in.
   */
  readonly organisation: Organisation;
  /**
   * The client secret of each login and e-ID. The key is the name of the secret in the description (field `secret`).
   */
  readonly secrets: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/**
 * Starts a stand-in for each issuer of a login or e-ID in the description. A user of a stand-in can choose one of
 * `people`. The client secrets are derived from `key`, so they stay the same after a restart.
 */
export async function startStandIns(options: {
  readonly organisation: Organisation;
  readonly folder: string;
  readonly callback: string;
  readonly people: readonly TestPerson[];
  readonly key: string;
  /** The local clock. The portal checks with it whether a token has expired. */
  readonly clock: LocalClock;
}): Promise<RunningStandIns> {
  const { organisation, folder, callback, people, key, clock } = options;
  const issuers = new Map<string, string>();
  const secrets = new Map<string, string>();
  const closers: (() => Promise<void>)[] = [];
  const begin = async (
    one: { readonly issuer: string; readonly clientId: string; readonly secret: string },
    rest: Pick<Parameters<typeof startSignInStandIn>[0], 'kind' | 'title' | 'people' | 'claims' | 'acr'>,
  ): Promise<void> => {
    const clientSecret = createHmac('sha256', key).update(`sign-in ${one.secret}`).digest('base64url');
    secrets.set(one.secret, JSON.stringify({ clientSecret }));
    if (issuers.has(one.issuer)) return;
    const client = { clientId: one.clientId, clientSecret, redirectUri: callback };
    const endpoint = await startSignInStandIn({ folder, client, clock, ...rest });
    closers.push(endpoint.close);
    issuers.set(one.issuer, endpoint.url);
  };
  for (const { identity } of organisation.controllers) {
    const { login, eid } = identity;
    if (login !== undefined) {
      const { customerNumber, email } = login.claims;
      const claims = [customerNumber, email, ...(email === undefined ? [] : ['email_verified'])].filter(
        (claim) => claim !== undefined,
      );
      const known = (person: TestPerson): StandInPerson['claims'] => ({
        ...(customerNumber === undefined || person.customerNumber === undefined
          ? {}
          : { [customerNumber]: person.customerNumber }),
        ...(email === undefined ? {} : { [email]: person.emails[0] ?? '', email_verified: true }),
      });
      await begin(login, {
        kind: 'login',
        title: login.title?.en ?? 'Customer login',
        people: people.map((person) => named(person, known(person))),
        claims,
      });
    }
    for (const one of eid)
      await begin(one, {
        kind: 'e-id',
        title: one.title.en,
        people: people.flatMap((person) =>
          person.personnummer === undefined ? [] : [named(person, { [one.personnummerClaim]: person.personnummer })],
        ),
        claims: [one.personnummerClaim],
        ...(one.acr === undefined ? {} : { acr: one.acr }),
      });
  }
  return {
    organisation: issuers.size === 0 ? organisation : withIssuers(organisation, issuers),
    secrets,
    close: async () => void (await Promise.all(closers.map(async (close) => await close()))),
  };
}

function named({ givenName, familyName }: TestPerson, claims: StandInPerson['claims']): StandInPerson {
  return { name: `${givenName} ${familyName}`, claims };
}

function withIssuers(organisation: Organisation, issuers: ReadonlyMap<string, string>): Organisation {
  const local = <One extends { readonly issuer: string }>(one: One): One => ({
    ...one,
    issuer: issuers.get(one.issuer) ?? one.issuer,
  });
  return {
    ...organisation,
    controllers: organisation.controllers.map((controller) => {
      const { login, eid } = controller.identity;
      return {
        ...controller,
        identity: {
          ...controller.identity,
          ...(login === undefined ? {} : { login: local(login) }),
          eid: eid.map(local),
        },
      };
    }),
  };
}
