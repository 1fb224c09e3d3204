import { lookup } from 'node:dns/promises';
import { setImmediate } from 'node:timers/promises';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { Json } from '#domain/json.ts';
import type { AnyConnector, Limits } from './connector.ts';
import { watchOutsideClient, type OutsideClient, type AsClient } from './conformance-outside-client.ts';
import type { Fake, Planted, TestPerson } from './fake.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { normaliseRaw } from './normalise-raw.ts';
import { createClient } from './requester.ts';
import { contentOf } from './same-id.ts';
import { searchPages, type SortedPage, type SearchInput } from './search-pages.ts';

/** The date that the checks use as today's. A personnummer with a later date of birth is not valid. */
export const today = '2026-11-21';

/**
 * A clock whose `sleep` jumps ahead in place of waiting. So the checks use the rates and waits of production, but take
 * little time.
 */
export interface QuickClock {
  readonly elapsed: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export function quickClock(): QuickClock {
  let ahead = 0;
  return {
    elapsed: () => performance.now() + ahead,
    async sleep(milliseconds) {
      ahead += milliseconds;
      await setImmediate();
    },
  };
}

export interface SearchOptions {
  /** The identifiers with which this search is made. */
  readonly wanted: readonly Identifier[];
  /** All verified identifiers; if missing, those in `wanted`. */
  readonly verified?: readonly Identifier[];
  /** Identifiers that staff have rejected. */
  readonly rejected?: readonly Identifier[];
  readonly cursor?: Json;
  /** The pages that were stored before the search was stopped and continued from `cursor`. */
  readonly kept?: readonly SortedPage[];
  readonly limits?: Limits;
  /** Called before each request with the number of the request, from 0. */
  readonly beforeRequest?: (number: number) => void;
  /** Called with the path and the JSON of each response that is JSON. */
  readonly onAnswer?: (path: string, json: unknown) => void;
}

/** What one search returned, in the form in which `casework/search` would store it. */
export interface Found {
  readonly pages: readonly SortedPage[];
  /** `resource/id` of each record of the person, sorted, without repetitions. */
  readonly records: readonly string[];
  /** `id sha256 mediaType` of each document of the person, sorted. */
  readonly documents: readonly string[];
  /** What the connector did without the client. */
  readonly outside: OutsideClient;
  /** `METHOD /path` of every request. */
  readonly requests: readonly string[];
  /**
   * For each page, how many requests were made from the start of the search until the page and its documents were
   * complete.
   */
  readonly requestsAtPage: readonly number[];
  /** How many responses had status 429. */
  readonly throttled: number;
}

// A connector that reaches one of these limits never ends its search. No check needs so many requests or pages.
const mostRequests = 3_000;
const mostPages = 1_000;

/**
 * Runs one search as `casework/search` does, with the real client over real HTTP. After each page the documents of the
 * person's records are downloaded. Every error of the search is thrown.
 */
export async function search(
  connector: AnyConnector,
  fake: Fake,
  clock: QuickClock,
  options: SearchOptions,
): Promise<Found> {
  const { value, outside } = await watchOutsideClient(
    async (asClient) => await run(connector, fake, clock, options, asClient),
  );
  return { ...value, outside };
}

async function run(
  connector: AnyConnector,
  fake: Fake,
  clock: QuickClock,
  options: SearchOptions,
  asClient: AsClient,
): Promise<Omit<Found, 'outside'>> {
  const installed = connector.install({ settings: fake.settings, secret: fake.secret });
  const requestsBefore = fake.requests().length;
  const reach = guardedFetch({
    privateNetworks: ['loopback'],
    resolve: async (host) => await lookup(host, { all: true }),
  });
  let made = 0;
  let throttled = 0;
  const client = createClient(
    { ...connector, limits: options.limits ?? connector.limits },
    installed.origins,
    async (requester) => await installed.authorise(requester),
    {
      async fetch(url, init) {
        if (made >= mostRequests) throw new Error('no more');
        options.beforeRequest?.(made);
        made += 1;
        const response = await asClient(async () => await reach(url, init));
        if (response.status === 429) throttled += 1;
        if (
          options.onAnswer !== undefined &&
          response.headers.get('content-type')?.startsWith('application/json') === true
        )
          options.onAnswer(new URL(url).pathname, await response.clone().json());
        return response;
      },
      sleep: clock.sleep,
      elapsed: clock.elapsed,
      random: () => 0.5,
      timeLeft: () => 600_000,
    },
  );
  const pages: SortedPage[] = [];
  const requestsAtPage: number[] = [];
  const documents: string[] = [];
  try {
    for await (const page of searchPages(connector, installed, client, {
      verified: options.verified ?? options.wanted,
      rejected: options.rejected ?? [],
      wanted: options.wanted,
      cursor: options.cursor ?? null,
      before: before(options.kept ?? []),
      reading: { today },
    })) {
      for (const { attachments } of page.belongs)
        for (const { id, mediaType, fetch: source } of attachments ?? []) {
          const body = await client.download(source.call, source);
          documents.push(
            documentText({ id, mediaType, sha256: sha256(new Uint8Array(await new Response(body).arrayBuffer())) }),
          );
        }
      pages.push(page);
      requestsAtPage.push(fake.requests().length - requestsBefore);
      if (pages.length > mostPages) throw new EndlessSearch();
    }
  } catch (error) {
    throw made >= mostRequests ? new EndlessSearch() : error;
  }
  return {
    pages,
    records: sortedOnce(pages.flatMap(({ belongs }) => belongs.map(keyText))),
    documents: sortedOnce(documents),
    requests: fake.requests().slice(requestsBefore),
    requestsAtPage,
    throttled,
  };
}

function before(kept: readonly SortedPage[]): SearchInput['before'] {
  return {
    belonging: kept.flatMap(({ belongs }) => belongs),
    unplaced: kept.flatMap(({ unplaced }) => unplaced),
    apart: kept.flatMap(({ disputed, possible }) => [...disputed, ...possible]),
    given: kept.flatMap(({ belongs, disputed, possible, unplaced }) =>
      [...belongs, ...disputed, ...possible, ...unplaced].map((one) => ({
        resource: one.resource,
        id: one.id,
        content: contentOf(one),
      })),
    ),
  };
}

class EndlessSearch extends Error {
  override readonly name = 'EndlessSearch';
  constructor() {
    super('the search does not end');
  }
}

/** The identifiers of the person, normalised as in `casework/search`. */
export function identifiersOf(person: TestPerson): readonly Identifier[] {
  const { emails, phone, personnummer, customerNumber } = person;
  const raw = [
    ...emails.map((value) => ({ kind: 'email' as const, value })),
    ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
    ...(personnummer === undefined ? [] : [{ kind: 'personnummer' as const, value: personnummer }]),
    ...(customerNumber === undefined ? [] : [{ kind: 'customerNumber' as const, value: customerNumber }]),
  ];
  return raw.map((one) => {
    const identifier = normaliseRaw(one, { today });
    if (identifier === undefined) throw new Error(`the ${one.kind} of the test person is not valid`);
    return identifier;
  });
}

export function documentText({ id, sha256: hash, mediaType }: Planted['documents'][number]): string {
  return `${id} ${hash} ${mediaType}`;
}

export function keyText({ resource, id }: RecordKey): string {
  return `${resource}/${id}`;
}

export function sortedOnce(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}

/** Removes from `all` the texts of `taken`. If a text occurs twice in `all` and once in `taken`, one remains. */
export function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const one of taken) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

/** Each page as one text, so that two searches can be compared. */
export function pageTexts(pages: readonly SortedPage[]): readonly string[] {
  return pages.map((page) => canonical(JSON.parse(JSON.stringify(page))));
}
