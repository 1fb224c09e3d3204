// One unreadable value, anywhere in one record of a vendor's response, over HTTP.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { startFake as startFortnox } from '#connectors/fortnox/fake.ts';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { startFake as startHubspot } from '#connectors/hubspot/fake.ts';
import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { startFake as startMailchimp } from '#connectors/mailchimp/fake.ts';
import { scrive } from '#connectors/scrive/connector.ts';
import { startFake as startScrive } from '#connectors/scrive/fake.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { identifiersOf, keyText, quickClock, search, type Found } from '#connectors/sdk/conformance-run.ts';
import type { StartFake } from '#connectors/sdk/fake.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { unreadableIn } from '#domain/json-reader.ts';

/**
 * What replaces a value, as it is written in the response. `key`: the name of the field that contains it, if there is
 * one.
 */
const broken: Readonly<Record<string, (key: string | undefined) => string | Uint8Array>> = {
  'the same key twice': (key) => (key === undefined ? '{"a":1,"a":2}' : `1,${JSON.stringify(key)}:2`),
  'half of a character': () => String.raw`"a\ud800"`,
  'bytes that are no text': () => Buffer.from([0x22, 0xff, 0x22]),
  'a field called __proto__': () => '{"__proto__":{"toString":1}}',
  null: () => 'null',
  'a huge number': () => '1e400',
  'two hundred levels': () => `${'['.repeat(200)}1${']'.repeat(200)}`,
  'a truth value': () => 'true',
  'an object': () => '{"a":1}',
  'a list': () => '[[]]',
};

interface Place {
  /** The path of the response. */
  readonly path: string;
  /** The unchanged response. */
  readonly answer: string;
  /** The path from the root of the response to the value. */
  readonly steps: readonly string[];
  /** Whether the value contains other values. */
  readonly isGroup: boolean;
  /** Matches the keys of the records that contain the value. Parts depend on these records. */
  readonly of: RegExp;
}

interface Vendor {
  readonly name: string;
  readonly connector: AnyConnector;
  readonly startFake: StartFake;
  /** For each call, where its responses contain records, and which records they are. */
  readonly records: readonly {
    readonly path: RegExp;
    readonly list?: string;
    readonly one?: string;
    readonly of: (record: Readonly<Record<string, unknown>>, path: RegExpExecArray, index: number) => RegExp;
  }[];
  /** Values that mean that there is no such record, if one of these `kinds` is in their place. */
  readonly says?: { readonly steps: RegExp; readonly kinds: readonly string[] };
}

function key(resource: string, id: unknown): RegExp {
  return new RegExp(`^${resource}/${String(id)}$`);
}

const vendors: readonly Vendor[] = [
  {
    name: 'Fortnox',
    connector: fortnox,
    startFake: startFortnox,
    records: [
      { path: /^\/3\/customers$/, list: 'Customers', of: (row) => key('customer', row['CustomerNumber']) },
      { path: /^\/3\/customers\/(\w+)$/, one: 'Customer', of: (_, [, id]) => key('customer', id) },
      { path: /^\/3\/invoices$/, list: 'Invoices', of: (row) => key('invoice', row['DocumentNumber']) },
      { path: /^\/3\/invoices\/(\w+)$/, one: 'Invoice', of: (_, [, id]) => key('invoice', id) },
    ],
    says: { steps: /^Invoice\/InvoiceRows$/, kinds: ['null'] },
  },
  {
    name: 'HubSpot',
    connector: hubspot,
    startFake: startHubspot,
    records: [
      { path: /contacts\/search$/, list: 'results', of: ({ id }) => key('contact', id) },
      { path: /(contact|note|deal)s\/batch\/read$/, list: 'results', of: ({ id }, [, type]) => key(type ?? '', id) },
      {
        path: /associations\/(note|deal)s$/,
        list: 'results',
        of: (row, [, type]) => key(type ?? '', row['toObjectId']),
      },
    ],
  },
  {
    name: 'Mailchimp',
    connector: mailchimp,
    startFake: startMailchimp,
    records: [
      { path: /\/lists$/, list: 'lists', of: ({ id }) => key('member', `${String(id)}-\\w+`) },
      { path: /\/lists\/(\w+)\/members\/(\w+)$/, of: (_, [, list, hash]) => key('member', `${list}-${hash}`) },
      {
        path: /\/lists\/(\w+)\/members\/(\w+)\/notes$/,
        list: 'notes',
        of: ({ id }, [, list, hash]) => key('note', `${list}-${hash}-${String(id)}`),
      },
      {
        path: /\/lists\/(\w+)\/members\/(\w+)\/activity-feed$/,
        list: 'activity',
        of: (_, [, list, hash]) => key('activity', `${list}-${hash}-\\d+`),
      },
      {
        path: /\/lists\/(\w+)\/members\/(\w+)\/tags$/,
        list: 'tags',
        of: (_, [, list, hash]) => key('member', `${list}-${hash}`),
      },
    ],
  },
  {
    name: 'Scrive',
    connector: scrive,
    startFake: startScrive,
    records: [
      { path: /\/documents\/list$/, list: 'documents', of: ({ id }) => key('signing-party', `${String(id)}-\\d+`) },
      { path: /\/documents\/(\d+)\/get$/, of: (_, [, id]) => key('signing-party', `${id}-\\d+`) },
      { path: /\/documents\/(\d+)\/history$/, list: 'events', of: (_, [, id]) => key('history', `${id}-\\d+`) },
    ],
    // A log entry that names no party is about nobody. So is an entry that names somebody who is not in the document.
    says: { steps: /^(?:events\/\d+\/party|parties\/\d+\/fields\/[01]\/value)$/, kinds: Object.keys(broken) },
  },
];

type Wanted = ReturnType<typeof identifiersOf>;
type Run = (options?: Omit<Parameters<typeof search>[3], 'wanted'>, wanted?: Wanted) => Promise<Found>;

/** Every place of a value in a record of the responses that a search gets. */
function placesIn(
  { records }: Vendor,
  answers: readonly (readonly [path: string, answer: unknown])[],
): readonly Place[] {
  return answers.flatMap(([path, answer]) =>
    records.flatMap(({ path: pattern, list, one, of }) => {
      const match = pattern.exec(path);
      if (match === null) return [];
      const start = list ?? one;
      const root = start === undefined ? answer : fieldsOf(answer)[start];
      const before = start === undefined ? [] : [start];
      const held = list === undefined ? [[before, root] as const] : entriesOf(root, before);
      return held.flatMap(([steps, record], index) =>
        within(record, steps).map(([inner, value]) => ({
          path,
          answer: JSON.stringify(answer),
          steps: inner,
          isGroup: Object.keys(fieldsOf(value)).length > 0,
          of: of(fieldsOf(record), match, index),
        })),
      );
    }),
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function entriesOf(value: unknown, steps: readonly string[]): (readonly [readonly string[], unknown])[] {
  return Object.entries(fieldsOf(value)).map(([name, inner]) => [[...steps, name], inner] as const);
}

function within(value: unknown, steps: readonly string[]): (readonly [readonly string[], unknown])[] {
  return entriesOf(value, steps).flatMap((entry) => [entry, ...within(entry[1], entry[0])]);
}

const mark = '@broken@';

/** The text of the response with something else at the place. Other responses stay unchanged. */
function altered(text: string, { answer, steps }: Place, kind: string): Uint8Array {
  if (text !== answer) return Buffer.from(text);
  const root: unknown = JSON.parse(text);
  const last = steps.at(-1) ?? '';
  let at: unknown = root;
  for (const step of steps.slice(0, -1)) at = (at as Record<string, unknown>)[step];
  (at as Record<string, unknown>)[last] = mark;
  const [before = '', after = ''] = JSON.stringify(root).split(JSON.stringify(mark));
  const written = broken[kind]?.(Array.isArray(at) ? undefined : last) ?? 'null';
  return Buffer.concat([Buffer.from(before), Buffer.from(written), Buffer.from(after)]);
}

async function withVendor(
  vendor: Vendor,
  use: (run: Run, fail: (place: Place, kind: string) => void) => Promise<void>,
) {
  const clock = quickClock();
  const fake = await vendor.startFake({ elapsed: clock.elapsed });
  try {
    fake.plant(testPerson);
    const run: Run = async (options, wanted = identifiersOf(testPerson)) =>
      await search(vendor.connector, fake, clock, { ...options, wanted });
    await use(run, (place, kind) => {
      fake.heal();
      fake.fail({
        kind: 'altered',
        times: Infinity,
        path: new RegExp(`^${place.path}$`),
        alterText: (text) => altered(text, place, kind),
      });
    });
  } finally {
    await fake.close();
  }
}

/** What was delivered, by key, with the data as JSON. */
function delivered({ pages }: Found): Map<string, Readonly<Record<string, unknown>>> {
  const records = pages.flatMap(({ belongs }) => belongs).filter(({ data }) => unreadableIn(data) === undefined);
  return new Map(records.map((one) => [keyText(one), one.data]));
}

/** The key of each record, with the keys of the records of which it is a part. */
function chains({ pages }: Found): ReadonlyMap<string, readonly string[]> {
  const wholes = new Map<string, string | undefined>();
  for (const one of pages.flatMap(({ belongs }) => belongs))
    wholes.set(keyText(one), one.partOf === undefined ? undefined : keyText(one.partOf));
  const chain = (of: string): readonly string[] => {
    const whole = wholes.get(of);
    return whole === undefined ? [of] : [of, ...chain(whole)];
  };
  return new Map([...wholes.keys()].map((of) => [of, chain(of)]));
}

describe.each(vendors)('One broken value in a response of $name', (vendor) => {
  it('makes its own record unread and named, and all other records stay unchanged', async () => {
    await withVendor(vendor, async (run, fail) => {
      const answers: (readonly [string, unknown])[] = [];
      const whole = await run({ onAnswer: (path, json) => answers.push([path, json]) });
      const before = delivered(whole);
      const parts = chains(whole);
      const places = placesIn(vendor, answers);
      expect(places.length).toBeGreaterThan(30);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), fc.constantFrom(...Object.keys(broken)), async (place, kind) => {
          fail(place, kind);
          const found = await run();
          const after = delivered(found);
          const apart = found.pages.flatMap(({ possible, disputed }) => [...possible, ...disputed]);
          const unread = found.pages
            .flatMap(({ belongs, unplaced }) => [...belongs, ...unplaced])
            .concat(apart as never)
            .filter(({ data }) => unreadableIn(data) !== undefined);
          const isOf = (one: string): boolean => (parts.get(one) ?? [one]).some((link) => place.of.test(link));
          const missing = [...before.keys()].filter((one) => !after.has(one));
          expect(missing.filter((one) => !isOf(one))).toEqual([]);
          const isSaid = vendor.says?.steps.test(place.steps.join('/')) === true && vendor.says.kinds.includes(kind);
          const isApart = apart.some((one) => missing.includes(keyText(one)));
          if (missing.length > 0 && !isSaid && !isApart) expect(unread.length).toBeGreaterThan(0);
          // If one response has a record broken and another has it whole, it is delivered under a second id.
          const added = [...after.keys()].filter((one) => !before.has(one));
          expect(added.filter((one) => !place.of.test(one.replace(/ \[2\]$/, '')))).toEqual([]);
          for (const [one, data] of after) {
            if (added.includes(one)) continue;
            const changed = Object.keys({ ...before.get(one), ...data }).filter(
              (name) => JSON.stringify(before.get(one)?.[name]) !== JSON.stringify(data[name]),
            );
            // A group of fields counts as all the fields in it.
            const fields = new Set(changed.map((name) => name.split('.')[0]));
            if (!isOf(one) || !place.isGroup) expect(fields.size).toBeLessThanOrEqual(isOf(one) ? 1 : 0);
          }
        }),
        { numRuns: 20 },
      );
    });
  });
});
