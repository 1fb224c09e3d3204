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
  /** The person to search for: has every kind of identifier that the connector accepts, and two addresses. */
  readonly person: TestPerson;
}

export interface ConformanceCheck {
  /** A sentence about the connector. */
  readonly title: string;
  /** Throws if the connector breaks the rule. */
  readonly run: () => Promise<void>;
}

/**
 * The rules for every connector, whatever its system: one check per rule of the contract, each against a fake of its
 * own, over real HTTP. It needs no test framework. No check waits, because the clock of client and fake jumps ahead: a
 * fake that throttles must use the `elapsed` that it is started with.
 */
export function conformanceChecks(subject: ConformanceSubject): readonly ConformanceCheck[] {
  const { connector, person } = subject;
  const check = (title: string, run: () => Promise<void>): ConformanceCheck => ({ title, run });
  const planted = async (pageSize: number | undefined, use: (bench: Bench) => Promise<void>): Promise<void> =>
    await withBench(subject, pageSize, person, use);

  return [
    check('declares itself completely and refuses a secret of another shape', async () => {
      await planted(undefined, async ({ fake, hidden }) => declaresItself(connector, fake, hidden));
    }),
    check('finds every planted record and document and no decoy', async () => {
      await planted(undefined, async ({ planted: expected, find }) => {
        const found = await find();
        isExactly(found, expected);
        for (const { belongs, possible } of found.pages)
          assert.ok(belongs.length + possible.length <= 200, 'a page holds more than about 100 candidates');
      });
    }),
    check('makes no request beside the client that it is given, and prints nothing', async () => {
      await planted(2, async ({ find }) => {
        const { outside } = await find();
        assert.equal(outside.requests, 0, 'the connector made requests of its own: nothing declares and bounds them');
        assert.equal(outside.printed, 0, 'the connector printed something: it would land in logs');
      });
    }),
    ...spelledPeople(subject).map(({ kind, spelled, somebody }) =>
      check(`finds somebody by the ${kind} alone where the system spells it "${spelled}"`, async () => {
        await withBench(subject, 2, somebody, async ({ all, findAs }) => {
          const found = await findAs(
            all.filter((one) => one.kind === kind),
            all,
          );
          assert.ok(found.records.length > 0, `nobody is found by the ${kind}`);
        });
      }),
    ),
    ...incompleteAnswers.map(({ title, alter }) =>
      check(`fails when the system says how many there are, or is asked by id, and gives ${title}`, async () => {
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
    check('knows of each call whether its answers say how many there are', async () => {
      await planted(2, async ({ fake, find }) => {
        await find({
          onAnswer: (path, answer) => {
            if (!tellsTotal(answer)) return;
            for (const [name, call] of Object.entries(connector.calls))
              if (pathsOf(connector, fake, call).test(path))
                assert.equal(
                  call.tells,
                  'total',
                  `${name} tells a total, and the connector does not hold it against it`,
                );
          },
        });
      });
    }),
    check('finds the same when the system sends fields that nobody knows', async () => {
      await planted(2, async ({ fake, planted: expected, find }) => {
        fake.fail({ kind: 'altered', alter: withUnknownFields, times: Infinity });
        const found = await find();
        assert.deepEqual(found.records, sortedOnce(expected.records.map(keyText)));
        assert.deepEqual(found.documents, sortedOnce(expected.documents.map(documentText)));
      });
    }),
    check('never runs into the limits of the system, one search after the other', async () => {
      await planted(undefined, async ({ clock, find }) => {
        for (let count = 0; count < 5; count += 1) {
          assert.equal((await find()).throttled, 0, 'the connector asks faster than the system allows');
          await clock.sleep(1000 / connector.limits.perSecond);
        }
      });
    }),
    check('says in every language what it does not read, and why', async () => {
      const texts = z.array(z.strictObject({ what: localisedSchema, why: localisedSchema })).min(1);
      for (const { what, why } of texts.parse(connector.doesNotRead))
        for (const language of languages) {
          assert.match(what[language], /\S.*[^\s.]$/s, 'expected what is not read, as a noun phrase');
          assert.match(why[language], /\S.*\.$/s, 'expected why it is not read, as a sentence');
        }
    }),
    check('says which of its fields identify somebody, and how much each of them says', async () => {
      await Promise.resolve(declaresIdentifiers(connector));
    }),
    ...[1, 2].map((pageSize) =>
      check(`pages to the end when the system gives ${pageSize} at a time`, async () => {
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
    check(
      'finds a person of whom only an address is known, also one with characters that addresses on the web treat specially',
      async () => {
        for (const email of ['ulla@example.org', "o'neil+a&b=c#d@example.org", 'två%40@example.org']) {
          const plain: TestPerson = { givenName: 'Ulla', familyName: 'Lind', emails: [email] };
          await withBench(subject, 2, plain, async ({ planted: expected, find }) => isExactly(await find(), expected));
        }
      },
    ),
    check('keeps people apart who share a name and have nearly the same address and number', async () => {
      await planted(2, async ({ fake, planted: own, findAs, find }) => {
        const neighbour = nearlyThe(person);
        const others = fake.plant(neighbour);
        isExactly(await find(), own);
        isExactly(await findAs(identifiersOf(neighbour)), others);
      });
    }),
    check('says that nothing is held of somebody unknown, and that is no failure', async () => {
      await planted(2, async ({ findAs }) => {
        const found = await findAs(identifiersOf(nearlyThe(person)));
        isExactly(found, { records: [], documents: [] });
        assert.ok(found.pages.length > 0, 'no page was given');
      });
    }),
    check('finds with what was learned in a second wave whatever the first could not know', async () => {
      await planted(2, async ({ planted: expected, findAs }) => inWaves(connector, person, expected, findAs));
    }),
    check('teaches nothing but the identifiers of the person, and each kind that it says it teaches', async () => {
      await planted(2, async ({ find, all }) => {
        const taught = (await find()).pages.flatMap((page) => page.taught);
        for (const one of taught)
          if (isExclusive(one))
            assert.ok(
              all.some((own) => sameIdentifier(own, one)),
              `a strange ${one.kind} is taught`,
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
      check(`comes to the same end when every request first meets ${title}`, async () => {
        await planted(2, async ({ fake, find }) => {
          const undisturbed = await find();
          const disturbed = await find({
            beforeRequest: (number) => (number % 2 === 0 ? fake.fail({ ...fault, times: 1 }) : undefined),
          });
          assert.deepEqual(pageTexts(disturbed.pages), pageTexts(undisturbed.pages));
          assert.deepEqual(disturbed.documents, undisturbed.documents);
          assert.equal(disturbed.requests.length, 2 * undisturbed.requests.length, 'not every request met the fault');
        });
      }),
    ),
    check('comes to the same end when its authorisation runs out at any request', async () => {
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
      check(
        `fails, and does not look empty, when the system answers every call or any one of them with ${title}`,
        async () => {
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
        },
      ),
    ),
    check('fails when the system gives the same cursor for ever', async () => {
      await planted(1, async ({ fake, find, hidden }) => {
        fake.fail({ kind: 'same-cursor', times: Infinity });
        const codes: readonly FailureCode[] = ['cursor-loop', 'too-many-pages', 'unexpected-answer'];
        await mustFail(find(), codes, 'the same cursor for ever', hidden);
      });
    }),
    check(
      'goes on after a kill at any page with the pages that are left, and asks for no earlier page again',
      async () => {
        await planted(1, async ({ find }) => resumesAtEveryPage(await find(), find));
      },
    ),
    check('makes every call that it declares and no other', async () => {
      await planted(1, async ({ fake, find }) => {
        const { requests } = await find();
        const calls = onePathPerCall(connector, fake, requests);
        assert.deepEqual(sortedOnce(calls.keys()), sortedOnce(Object.keys(connector.calls)));
      });
    }),
    check('stays within its calls when identifiers are hostile, and finds nothing by them', async () => {
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
    check('has annotated every field, and the planted records hold each of them', async () => {
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

/** Somebody whose every identifier nearly matches the person's, and is not one of a fake's decoys. */
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
 * Kinds of which a system holds only the person's own identifiers; numbers that the system itself issues may be new.
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

/** The records with exactly their data, and the documents with their bytes and media types. */
function isExactly(found: Found, planted: Planted): void {
  assert.deepEqual(found.records, sortedOnce(planted.records.map(keyText)));
  assert.deepEqual(found.documents, sortedOnce(planted.documents.map(documentText)));
  for (const { data, ...key } of planted.records) {
    const given = found.pages.flatMap(({ belongs }) => belongs).filter((one) => keyText(one) === keyText(key));
    for (const one of given) {
      const [as, should] = [one.data, data].map((fields) => new Map(Object.entries(fields)));
      const names = sortedOnce([...(as?.keys() ?? []), ...(should?.keys() ?? [])]);
      const wrong = names.filter((name) => JSON.stringify(as?.get(name)) !== JSON.stringify(should?.get(name)));
      assert.deepEqual(wrong, [], `${key.resource}: these fields are not as the system holds them`);
    }
  }
}

const incompleteCodes: readonly FailureCode[] = ['incomplete-answer', 'cursor-loop', 'unexpected-answer'];

/** The paths of a call, as they are requested from the fake. */
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
  // With a two-digit year, the plus sign means that the person is at least a hundred years old.
  personnummer: ['189001019802', '18900101-9802', '900101+9802', '18900101 9802', '18900101\u00a0-\u00a09802'],
} as const;

/** The person, in each common spelling of each number by which the connector searches. */
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
    assert.ok(URL.canParse(origins[call.origin] ?? ''), `${name}: no address for ${call.origin}`);
    assert.match(call.path, /^\/[^?#]*$/, `${name}: the path`);
    assert.match(call.source, /^https:\/\//, `${name}: the vendor's page`);
    for (const key of call.redirectsTo ?? [])
      assert.ok(Object.hasOwn(origins, key), `${name}: no address for the redirect to ${key}`);
  }
  assert.ok(Object.hasOwn(origins, connector.secretOrigin), 'the secret belongs to an origin that has no address');
  for (const origin of Object.values(origins)) assert.doesNotMatch(origin, /\/$/, 'an address ends with a slash');
  assert.ok(connector.accepts.length > 0, 'no identifier is accepted');
  for (const wrong of [undefined, null, {}, 'text', { unknown: true }])
    assert.throws(
      () => connector.install({ settings: fake.settings, secret: wrong }),
      (error: unknown) => {
        mustHide(error, 'a secret of another shape', hidden);
        return true;
      },
    );
}

/** Every identifying field is declared, and every kind that is searched by or learned can be recognised. */
function declaresIdentifiers({ identifying, resources, accepts, learns }: AnyConnector): void {
  const fields = Object.entries(identifying).flatMap(([resource, declared]) =>
    Object.entries(declared).map(([field, one]) => ({ resource, field, ...one })),
  );
  for (const { resource, field, kinds } of fields) {
    const known = resources[resource];
    assert.ok(known !== undefined, `identifying: ${resource} is no declared resource`);
    assert.ok(known.fields[field] !== undefined, `identifying: ${resource}.${field} is no annotated field`);
    assert.ok(kinds.length > 0, `identifying: ${resource}.${field} names no kind`);
  }
  const ties = new Set(fields.filter(({ weight }) => weight !== 'stated').flatMap(({ kinds }) => kinds));
  for (const kind of accepts) assert.ok(ties.has(kind), `a ${kind} is asked for, and no field ties a record by it`);
  const held = new Set(fields.flatMap(({ kinds }) => kinds));
  for (const kind of learns) assert.ok(held.has(kind), `a ${kind} is taught, and no field holds one`);
  assert.ok(
    fields.some(({ weight }) => weight === 'own'),
    'no field says whose a record is',
  );
}

/**
 * Wave one knows the first address. Wave two knows the identifiers that the first returned and that other systems would
 * have returned.
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
    `${connector.id}: the waves together`,
  );
  assert.deepEqual(
    sortedOnce(waves.flatMap(({ documents }) => documents)),
    sortedOnce(planted.documents.map(documentText)),
  );
}

/** A continued search may repeat the requests before the first page (authorisation, names of fields), and no others. */
async function resumesAtEveryPage(whole: Found, find: Bench['find']): Promise<void> {
  assert.ok(whole.pages.length > 1, 'the planted person fills one page only: nothing to go on with');
  const setUp = whole.requests.slice(0, whole.requestsAtPage[0]);
  for (const [index, { next }] of whole.pages.entries()) {
    if (next === null) return;
    const kept = whole.pages.slice(0, index + 1);
    const rest = await find({ cursor: next, kept });
    assert.deepEqual(pageTexts(rest.pages), pageTexts(whole.pages.slice(index + 1)), `after page ${index + 1}`);
    const again = without(rest.requests, whole.requests.slice(whole.requestsAtPage[index]));
    assert.equal(without(again, setUp).length, 0, `after page ${index + 1}: earlier pages are asked for again`);
  }
}

/** One requested path per declared call; requires that each request belongs to a declared call. */
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
    assert.ok(name !== undefined, 'a request was made that is no declared call');
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
      assert.ok(held.has(field), `no planted record holds ${name}.${field}`);
  }
}

/** At most `most` whole numbers below `count`, evenly spread, including the first and the last. */
function spread(count: number, most: number): readonly number[] {
  const size = Math.min(count, most);
  return Array.from({ length: size }, (_, index) => (size === 1 ? 0 : Math.round((index * (count - 1)) / (size - 1))));
}
