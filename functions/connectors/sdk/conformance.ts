import assert from 'node:assert/strict';
import * as z from 'zod';
import { resourceSchema } from '#domain/findings/annotation.ts';
import { sameIdentifier, type Identifier } from '#domain/identifiers/identifier.ts';
import { languages, localisedSchema } from '#domain/language.ts';
import { hiddenValues, mustFail, mustHide } from './conformance-failures.ts';
import { incompleteAnswers, tellsTotal, withUnknownFields } from './conformance-incomplete.ts';
import {
  documentText,
  identifiersOf,
  keyText,
  pageTexts,
  quickClock,
  search,
  sortedOnce,
  without,
  type Found,
  type QuickClock,
  type SearchOptions,
} from './conformance-run.ts';
import type { AnyConnector, Call } from './connector.ts';
import type { FailureCode } from './failure.ts';
import type { Fake, Fault, Planted, StartFake, TestPerson } from './fake.ts';
import { matchesTemplate, templatePattern } from './path-template.ts';

export interface ConformanceSubject {
  readonly connector: AnyConnector;
  readonly startFake: StartFake;
  /**
   * The planted person. This person must have every kind of identifier that the connector accepts, and two addresses.
   */
  readonly person: TestPerson;
}

export interface ConformanceCheck {
  /** What the connector must do. The words "The connector" before it would make a sentence. */
  readonly title: string;
  /** Throws if the connector breaks the rule. */
  readonly run: () => Promise<void>;
}

/**
 * The checks that every connector must pass. Each check that makes a search starts its own stand-in and uses real HTTP.
 *
 * The checks need no test framework. They take little time, because the client and the stand-in use a clock that jumps
 * ahead in place of waiting. So a stand-in with a rate limit must use the clock `elapsed` that it gets.
 */
export function conformanceChecks(subject: ConformanceSubject): readonly ConformanceCheck[] {
  const { connector, person } = subject;
  const check = (title: string, run: () => Promise<void>): ConformanceCheck => ({ title, run });
  const planted = async (pageSize: number | undefined, use: (bench: Bench) => Promise<void>): Promise<void> =>
    await withBench(subject, pageSize, person, use);

  return [
    check('declares everything that the contract requires, and refuses a secret with the wrong fields', async () => {
      await planted(undefined, async ({ fake, hidden }) => declaresItself(connector, fake, hidden));
    }),
    check('finds every planted record and document, and no near miss', async () => {
      await planted(undefined, async ({ planted: expected, find }) => {
        const found = await find();
        isExactly(found, expected);
        for (const { belongs, possible } of found.pages)
          assert.ok(belongs.length + possible.length <= 200, 'a page has more than 200 candidates');
      });
    }),
    check('makes no request without its client, and prints nothing', async () => {
      await planted(2, async ({ find }) => {
        const { outside } = await find();
        assert.equal(outside.requests, 0, 'the connector made requests without its client');
        assert.equal(outside.printed, 0, 'the connector printed something, which would appear in logs');
      });
    }),
    ...spelledPeople(subject).map(({ kind, spelled, somebody }) =>
      check(`finds a person by the ${kind} alone if the system spells it "${spelled}"`, async () => {
        await withBench(subject, 2, somebody, async ({ all, findAs }) => {
          const found = await findAs(
            all.filter((one) => one.kind === kind),
            all,
          );
          assert.ok(found.records.length > 0, `the search by ${kind} finds nobody`);
        });
      }),
    ),
    ...incompleteAnswers.map(({ title, alter }) =>
      check(`fails if the system reports a total or is asked by id, and returns ${title}`, async () => {
        await planted(2, async ({ fake, find, hidden }) => {
          for (const [name, call] of Object.entries(connector.calls)) {
            if (call.tells === undefined) continue;
            fake.fail({ kind: 'altered', alter, times: Infinity, path: pathsOf(connector, fake, call) });
            await mustFail(find(), incompleteCodes, `${title} from ${name}`, hidden);
            fake.heal();
          }
        });
      }),
    ),
    check('declares each call whose responses report a total', async () => {
      await planted(2, async ({ fake, find }) => {
        await find({
          onAnswer: (path, answer) => {
            if (!tellsTotal(answer)) return;
            for (const [name, call] of Object.entries(connector.calls))
              if (pathsOf(connector, fake, call).test(path))
                assert.equal(
                  call.tells,
                  'total',
                  `${name} reports a total, but the connector declares no total for it`,
                );
          },
        });
      });
    }),
    check('finds the same if the system sends unknown fields', async () => {
      await planted(2, async ({ fake, planted: expected, find }) => {
        fake.fail({ kind: 'altered', alter: withUnknownFields, times: Infinity });
        const found = await find();
        assert.deepEqual(found.records, sortedOnce(expected.records.map(keyText)));
        assert.deepEqual(found.documents, sortedOnce(expected.documents.map(documentText)));
      });
    }),
    check('stays below the rate limit of the system in five searches in a row', async () => {
      await planted(undefined, async ({ clock, find }) => {
        for (let count = 0; count < 5; count += 1) {
          assert.equal((await find()).throttled, 0, 'the connector sends requests faster than the system allows');
          await clock.sleep(1000 / connector.limits.perSecond);
        }
      });
    }),
    check('says in every language which data it does not read, and why', async () => {
      const texts = z.array(z.strictObject({ what: localisedSchema, why: localisedSchema })).min(1);
      for (const { what, why } of texts.parse(connector.doesNotRead))
        for (const language of languages) {
          assert.match(what[language], /\S.*[^\s.]$/s, 'expected the data that are not read, as a noun phrase');
          assert.match(why[language], /\S.*\.$/s, 'expected the reason why they are not read, as a sentence');
        }
    }),
    check('declares which fields identify somebody, and how strongly', async () => {
      await Promise.resolve(declaresIdentifiers(connector));
    }),
    ...[1, 2].map((pageSize) =>
      check(`reads to the last page if the system returns ${pageSize} at a time`, async () => {
        await planted(pageSize, async ({ planted: expected, find }) => isExactly(await find(), expected));
      }),
    ),
    check('gives the same pages every time', async () => {
      await planted(1, async ({ find }) => {
        const first = pageTexts((await find()).pages);
        assert.deepEqual(pageTexts((await find()).pages), first);
        await planted(1, async (other) => assert.deepEqual(pageTexts((await other.find()).pages), first));
      });
    }),
    check('finds a person by an address alone, also if the address has characters with a meaning in URLs', async () => {
      for (const email of ['ulla@example.org', "o'neil+a&b=c#d@example.org", 'två%40@example.org']) {
        const plain: TestPerson = { givenName: 'Ulla', familyName: 'Lind', emails: [email] };
        await withBench(subject, 2, plain, async ({ planted: expected, find }) => isExactly(await find(), expected));
      }
    }),
    check('does not confuse two people who have the same name and nearly the same address and number', async () => {
      await planted(2, async ({ fake, planted: own, findAs, find }) => {
        const neighbour = nearlyThe(person);
        const others = fake.plant(neighbour);
        isExactly(await find(), own);
        isExactly(await findAs(identifiersOf(neighbour)), others);
      });
    }),
    check('finds nothing for an unknown person, without an error', async () => {
      await planted(2, async ({ findAs }) => {
        const found = await findAs(identifiersOf(nearlyThe(person)));
        isExactly(found, { records: [], documents: [] });
        assert.ok(found.pages.length > 0, 'no page was given');
      });
    }),
    check('finds in later waves what the first wave could not find', async () => {
      await planted(2, async ({ planted: expected, findAs }) => inWaves(connector, person, expected, findAs));
    }),
    check('learns only identifiers of the person, and every kind that it declares in learns', async () => {
      await planted(2, async ({ find, all }) => {
        const taught = (await find()).pages.flatMap((page) => page.taught);
        for (const one of taught)
          if (isExclusive(one))
            assert.ok(
              all.some((own) => sameIdentifier(own, one)),
              `a ${one.kind} was learned that is not the person's`,
            );
        for (const kind of connector.learns)
          if (all.some((own) => own.kind === kind))
            assert.ok(
              taught.some((one) => one.kind === kind),
              `no ${kind} is taught`,
            );
      });
    }),
    ...passingFaults.map(({ title, fault }) =>
      check(`returns the same result if every request first gets ${title}`, async () => {
        await planted(2, async ({ fake, find }) => {
          const undisturbed = await find();
          const disturbed = await find({
            beforeRequest: (number) => (number % 2 === 0 ? fake.fail({ ...fault, times: 1 }) : undefined),
          });
          assert.deepEqual(pageTexts(disturbed.pages), pageTexts(undisturbed.pages));
          assert.deepEqual(disturbed.documents, undisturbed.documents);
          assert.equal(disturbed.requests.length, 2 * undisturbed.requests.length, 'not every request got the fault');
        });
      }),
    ),
    check('returns the same result if its authorisation expires at any request', async () => {
      await planted(2, async ({ fake, find }) => {
        const undisturbed = await find();
        for (const at of spread(undisturbed.requests.length, 12)) {
          const expired = await find({ beforeRequest: (number) => (number === at ? fake.expireTokens() : undefined) });
          const refused = await find({
            beforeRequest: (number) =>
              number === at ? fake.fail({ kind: 'status', status: 401, body: '{}', times: 1 }) : undefined,
          });
          for (const disturbed of [expired, refused])
            assert.deepEqual(pageTexts(disturbed.pages), pageTexts(undisturbed.pages), `request ${at}`);
        }
      });
    }),
    ...lastingFaults.map(({ title, fault, codes }) =>
      check(`fails if the system answers all calls, or one call, with ${title}`, async () => {
        await planted(2, async ({ fake, find, hidden }) => {
          const quick: SearchOptions['limits'] =
            fault.kind === 'hang' ? { ...connector.limits, timeoutMilliseconds: 25 } : connector.limits;
          const paths = onePathPerCall(connector, fake, (await find()).requests);
          for (const path of [undefined, ...paths.values()]) {
            const echo = fault.body === undefined ? {} : { body: fault.body.replace('ECHO', hidden.join(' ')) };
            fake.fail({ ...fault, ...echo, times: Infinity, ...(path === undefined ? {} : { path }) });
            const situation = `${title} at ${path === undefined ? 'every call' : 'one call'}`;
            await mustFail(find({ limits: quick }), codes, situation, hidden);
            fake.heal();
          }
        });
      }),
    ),
    check('fails if the system returns the same cursor again and again', async () => {
      await planted(1, async ({ fake, find, hidden }) => {
        fake.fail({ kind: 'same-cursor', times: Infinity });
        const codes: readonly FailureCode[] = ['cursor-loop', 'too-many-pages', 'unexpected-answer'];
        await mustFail(find(), codes, 'the same cursor again and again', hidden);
      });
    }),
    check('continues after a kill at any page, without requesting an earlier page again', async () => {
      await planted(1, async ({ find }) => resumesAtEveryPage(await find(), find));
    }),
    check('makes every call that it declares, and no other call', async () => {
      await planted(1, async ({ fake, find }) => {
        const { requests } = await find();
        const calls = onePathPerCall(connector, fake, requests);
        assert.deepEqual(sortedOnce(calls.keys()), sortedOnce(Object.keys(connector.calls)));
      });
    }),
    check('makes only declared calls for hostile identifiers, and finds nothing for them', async () => {
      await planted(undefined, async ({ fake, findAs, hidden }) => {
        for (const hostile of hostileIdentifiers) {
          const before = fake.requests().length;
          const found = await findAs([hostile]).catch((error: unknown) => {
            mustHide(error, 'a hostile identifier', hidden);
            return undefined;
          });
          assert.deepEqual(found?.records ?? [], []);
          onePathPerCall(connector, fake, fake.requests().slice(before));
        }
      });
    }),
    check('annotates every field, and the planted records have each field', async () => {
      await planted(undefined, async ({ find }) => coversEveryField(connector, await find()));
    }),
  ];
}

interface Bench {
  readonly fake: Fake;
  readonly clock: QuickClock;
  readonly planted: Planted;
  readonly all: readonly Identifier[];
  readonly hidden: readonly string[];
  readonly find: (options?: Omit<SearchOptions, 'wanted'>) => Promise<Found>;
  readonly findAs: (wanted: readonly Identifier[], verified?: readonly Identifier[]) => Promise<Found>;
}

async function withBench(
  { connector, startFake }: ConformanceSubject,
  pageSize: number | undefined,
  person: TestPerson,
  use: (bench: Bench) => Promise<void>,
): Promise<void> {
  const clock = quickClock();
  const fake = await startFake({ elapsed: clock.elapsed, ...(pageSize === undefined ? {} : { pageSize }) });
  try {
    const all = identifiersOf(person);
    await use({
      fake,
      clock,
      planted: fake.plant(person),
      all,
      hidden: hiddenValues(person, fake.secret),
      find: async (options) => await search(connector, fake, clock, { ...options, wanted: all }),
      findAs: async (wanted, verified) =>
        await search(connector, fake, clock, verified === undefined ? { wanted } : { wanted, verified }),
    });
  } finally {
    await fake.close();
  }
}

const passingFaults: readonly { readonly title: string; readonly fault: Omit<Fault, 'times'> }[] = [
  {
    title: 'a 429 that says how long to wait',
    fault: { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
  },
  { title: 'a bare 429', fault: { kind: 'status', status: 429 } },
  { title: 'a 503', fault: { kind: 'status', status: 503, body: '<html>busy</html>' } },
  { title: 'a broken connection', fault: { kind: 'disconnect' } },
];

const json = { 'content-type': 'application/json' };
const lastingFaults: readonly {
  readonly title: string;
  readonly fault: Omit<Fault, 'times'>;
  readonly codes: readonly FailureCode[];
}[] = [
  { title: 'an HTML page', fault: { kind: 'html' }, codes: ['unreadable'] },
  { title: 'broken JSON', fault: { kind: 'garbage' }, codes: ['unreadable'] },
  {
    title: 'an empty object',
    fault: { kind: 'status', status: 200, headers: json, body: '{}' },
    codes: ['unexpected-answer', 'unreadable'],
  },
  { title: 'a 401', fault: { kind: 'status', status: 401, headers: json, body: '{}' }, codes: ['unauthorised'] },
  {
    title: 'a 403',
    fault: { kind: 'status', status: 403, headers: json, body: '{"message":"scope"}' },
    codes: ['forbidden'],
  },
  {
    title: 'a 400 that repeats what it was asked',
    fault: { kind: 'status', status: 400, headers: json, body: '{"message":"ECHO"}' },
    codes: ['refused'],
  },
  { title: 'a 429', fault: { kind: 'status', status: 429 }, codes: ['throttled'] },
  { title: 'a 500', fault: { kind: 'status', status: 500, body: 'ECHO' }, codes: ['unavailable'] },
  {
    title: 'a 404 that is a page of something else',
    fault: { kind: 'status', status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' },
    codes: ['unreadable', 'refused'],
  },
  { title: 'a redirect', fault: { kind: 'status', status: 302, headers: { location: '/' } }, codes: ['refused'] },
  { title: 'a broken connection', fault: { kind: 'disconnect' }, codes: ['unavailable'] },
  { title: 'silence', fault: { kind: 'hang' }, codes: ['timeout'] },
];

const hostileIdentifiers: readonly Identifier[] = [
  { kind: 'customerNumber', value: '..' },
  { kind: 'customerNumber', value: '../../admin' },
  { kind: 'customerNumber', value: '10/email' },
  { kind: 'customerNumber', value: '10?limit=1&x=#' },
  { kind: 'customerNumber', value: '%' },
  { kind: 'orderNumber', value: '"}],"filter_by":"all' },
  { kind: 'email', value: "'or'1'='1@example.org" },
  { kind: 'email', value: '*@example.org' },
  { kind: 'email', value: '..%2f..%2fadmin/email@example.org' },
  { kind: 'phone', value: '+4' },
];

/**
 * Makes a person with the same name as `person`, one more letter in the address and one more digit in the customer
 * number, and another telephone number and personnummer. The stand-in has no record of this person until a check plants
 * one.
 */
function nearlyThe(person: TestPerson): TestPerson {
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    emails: [`k${person.emails[0] ?? ''}`],
    phone: '+46701740605',
    personnummer: '201001012382',
    customerNumber: `3${person.customerNumber ?? ''}`,
  };
}

/**
 * Whether a learned identifier of this kind must be one of the test person's identifiers. A customer number need not be
 * one, because the stand-in may have issued it.
 */
function isExclusive({ kind }: Identifier): boolean {
  switch (kind) {
    case 'email':
    case 'phone':
    case 'personnummer':
      return true;
    case 'organisationNumber':
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
      return false;
  }
}

/**
 * Checks that the search returned exactly the planted records with their fields, and the documents with their bytes and
 * media types.
 */
function isExactly(found: Found, planted: Planted): void {
  assert.deepEqual(found.records, sortedOnce(planted.records.map(keyText)));
  assert.deepEqual(found.documents, sortedOnce(planted.documents.map(documentText)));
  for (const { data, ...key } of planted.records) {
    const given = found.pages.flatMap(({ belongs }) => belongs).filter((one) => keyText(one) === keyText(key));
    for (const one of given) {
      const [as, should] = [one.data, data].map((fields) => new Map(Object.entries(fields)));
      const names = sortedOnce([...(as?.keys() ?? []), ...(should?.keys() ?? [])]);
      const wrong = names.filter((name) => JSON.stringify(as?.get(name)) !== JSON.stringify(should?.get(name)));
      assert.deepEqual(wrong, [], `${key.resource}: these fields differ from the data of the system`);
    }
  }
}

const incompleteCodes: readonly FailureCode[] = ['incomplete-answer', 'cursor-loop', 'unexpected-answer'];

/** A regular expression for the paths of a call, including the path of the base URL (`/3.0/lists`). */
function pathsOf(connector: AnyConnector, fake: Fake, { origin, path }: Call): RegExp {
  const { origins } = connector.install({ settings: fake.settings, secret: fake.secret });
  return templatePattern(`${new URL(origins[origin] ?? '').pathname.replace(/\/$/, '')}${path}`);
}

const numberSpellings = {
  phone: [
    '+46701740610',
    '0701740610',
    '070-174 06 10',
    '070-1740610',
    '+46 70 174 06 10',
    '(070) 174 06 10',
    '+46 (0)70-174 06 10',
    '070.174.06.10',
    '070\u00a0174\u00a006\u00a010',
    '070\u2212174 06 10',
  ],
  // In a personnummer with a two-digit year, `+` replaces `-` if the person is at least a hundred years old.
  personnummer: ['189001019802', '18900101-9802', '900101+9802', '18900101 9802', '18900101\u00a0-\u00a09802'],
} as const;

/**
 * Makes one person for each usual spelling of a telephone number and of a personnummer, for the kinds that the
 * connector accepts. The stand-in holds the number in this spelling.
 */
function spelledPeople({ connector, person }: ConformanceSubject) {
  return (['phone', 'personnummer'] as const).flatMap((kind) =>
    connector.accepts.includes(kind)
      ? numberSpellings[kind].map((spelled) => ({
          kind,
          spelled,
          somebody: { ...person, phone: '+46701740610', personnummer: '189001019802', spelled: { [kind]: spelled } },
        }))
      : [],
  );
}

function declaresItself(connector: AnyConnector, fake: Fake, hidden: readonly string[]): void {
  assert.match(connector.id, /^[a-z][a-z0-9-]*$/);
  for (const resource of Object.values(connector.resources)) resourceSchema.parse(resource);
  const { origins } = connector.install({ settings: fake.settings, secret: fake.secret });
  for (const [name, call] of Object.entries(connector.calls)) {
    assert.ok(URL.canParse(origins[call.origin] ?? ''), `${name}: expected an address for ${call.origin}`);
    assert.match(call.path, /^\/[^?#]*$/, `${name}: the path`);
    assert.match(call.source, /^https:\/\//, `${name}: expected the URL of the vendor's page`);
    for (const key of call.redirectsTo ?? [])
      assert.ok(Object.hasOwn(origins, key), `${name}: expected an address for the redirect to ${key}`);
  }
  assert.ok(Object.hasOwn(origins, connector.secretOrigin), 'expected an address for the origin of the secret');
  for (const origin of Object.values(origins)) assert.doesNotMatch(origin, /\/$/, 'an address ends with a slash');
  assert.ok(connector.accepts.length > 0, 'expected at least one kind of identifier in accepts');
  for (const wrong of [undefined, null, {}, 'text', { unknown: true }])
    assert.throws(
      () => connector.install({ settings: fake.settings, secret: wrong }),
      (error: unknown) => {
        mustHide(error, 'a secret of another shape', hidden);
        return true;
      },
    );
}

/**
 * Checks that every identifying field is an annotated field of a declared resource, and that every kind that the
 * connector accepts or learns has an identifying field. A field that is only `stated` is enough for a learned kind, but
 * not for an accepted one. At least one field must be `own`.
 */
function declaresIdentifiers({ identifying, resources, accepts, learns }: AnyConnector): void {
  const fields = Object.entries(identifying).flatMap(([resource, declared]) =>
    Object.entries(declared).map(([field, one]) => ({ resource, field, ...one })),
  );
  for (const { resource, field, kinds } of fields) {
    const known = resources[resource];
    assert.ok(known !== undefined, `identifying: ${resource} is not a declared resource`);
    assert.ok(known.fields[field] !== undefined, `identifying: ${resource}.${field} is not an annotated field`);
    assert.ok(kinds.length > 0, `identifying: ${resource}.${field} names no kind`);
  }
  const ties = new Set(fields.filter(({ weight }) => weight !== 'stated').flatMap(({ kinds }) => kinds));
  for (const kind of accepts)
    assert.ok(ties.has(kind), `the connector accepts ${kind}, but no identifying field has this kind`);
  const held = new Set(fields.flatMap(({ kinds }) => kinds));
  for (const kind of learns)
    assert.ok(held.has(kind), `the connector learns ${kind}, but no identifying field has this kind`);
  assert.ok(
    fields.some(({ weight }) => weight === 'own'),
    'no identifying field says whose a record is (own)',
  );
}

/**
 * Searches in up to three waves and requires that they find everything together. The first wave uses the first address.
 * The second wave uses the identifiers that the first wave learned. The third wave uses the other identifiers of the
 * person, as if other systems had taught them.
 */
async function inWaves(
  connector: AnyConnector,
  person: TestPerson,
  planted: Planted,
  findAs: Bench['findAs'],
): Promise<void> {
  const all = identifiersOf(person);
  const first = all.slice(0, 1);
  const one = await findAs(first);
  const learned = all.filter(
    (identifier) =>
      !first.includes(identifier) &&
      one.pages.some(({ taught }) => taught.some((known) => sameIdentifier(known, identifier))),
  );
  const rest = all.filter((identifier) => !first.includes(identifier) && !learned.includes(identifier));
  const two = learned.length === 0 ? undefined : await findAs(learned, [...first, ...learned]);
  const three = rest.length === 0 ? undefined : await findAs(rest, all);
  const waves = [one, two, three].flatMap((wave) => wave ?? []);
  assert.deepEqual(
    sortedOnce(waves.flatMap(({ records }) => records)),
    sortedOnce(planted.records.map(keyText)),
    `${connector.id}: all waves together`,
  );
  assert.deepEqual(
    sortedOnce(waves.flatMap(({ documents }) => documents)),
    sortedOnce(planted.documents.map(documentText)),
  );
}

/**
 * Continues the search after every page, and requires the same remaining pages as without the stop. The continued
 * search may repeat the requests before the first page, such as the authorisation, but no others.
 */
async function resumesAtEveryPage(whole: Found, find: Bench['find']): Promise<void> {
  assert.ok(whole.pages.length > 1, 'the planted person fills only one page, so the search cannot be continued');
  const setUp = whole.requests.slice(0, whole.requestsAtPage[0]);
  for (const [index, { next }] of whole.pages.entries()) {
    if (next === null) return;
    const kept = whole.pages.slice(0, index + 1);
    const rest = await find({ cursor: next, kept });
    assert.deepEqual(pageTexts(rest.pages), pageTexts(whole.pages.slice(index + 1)), `after page ${index + 1}`);
    const again = without(rest.requests, whole.requests.slice(whole.requestsAtPage[index]));
    assert.equal(without(again, setUp).length, 0, `after page ${index + 1}: an earlier page is requested again`);
  }
}

/**
 * Returns, for each declared call that was made, a regular expression for one requested path. Fails if a request
 * belongs to no declared call.
 */
function onePathPerCall(connector: AnyConnector, fake: Fake, requests: readonly string[]): Map<string, RegExp> {
  const { origins } = connector.install({ settings: fake.settings, secret: fake.secret });
  const paths = new Map<string, RegExp>();
  for (const request of requests) {
    const [method = '', path = ''] = request.split(' ');
    const name = Object.keys(connector.calls).find((key) => {
      const call = connector.calls[key];
      if (call === undefined) return false;
      const base = new URL(origins[call.origin] ?? '').pathname.replace(/\/$/, '');
      return call.method === method && matchesTemplate(`${base}${call.path}`, path);
    });
    assert.ok(name !== undefined, 'a request does not belong to a declared call');
    if (!paths.has(name)) paths.set(name, new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`));
  }
  return paths;
}

function coversEveryField(connector: AnyConnector, found: Found): void {
  const records = found.pages.flatMap(({ belongs }) => belongs);
  for (const [name, resource] of Object.entries(connector.resources)) {
    const held = new Set(
      records
        .filter((record) => record.resource === name)
        .flatMap(({ data }) => Object.keys(data).filter((field) => data[field] !== null)),
    );
    for (const field of Object.keys(resource.fields))
      assert.ok(held.has(field), `no planted record has the field ${name}.${field}`);
  }
}

/** At most `most` numbers from 0 to `count` - 1, evenly spread, with the first and the last. */
function spread(count: number, most: number): readonly number[] {
  const size = Math.min(count, most);
  return Array.from({ length: size }, (_, index) => (size === 1 ? 0 : Math.round((index * (count - 1)) / (size - 1))));
}
