import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Call, Requester } from '#connectors/sdk/connector.ts';
import { ConnectorFailure, type FailureCode } from '#connectors/sdk/failure.ts';
import { createClient, type Client } from '#connectors/sdk/requester.ts';

const calls: Readonly<Record<string, Call>> = {
  read: { method: 'GET', origin: 'api', path: '/people/{id}', source: 'https://vendor.example/docs' },
  search: { method: 'POST', origin: 'api', path: '/search', source: 'https://vendor.example/docs' },
  token: { method: 'POST', origin: 'api', path: '/token', source: 'https://vendor.example/docs' },
  elsewhere: { method: 'GET', origin: 'files', path: '/files', source: 'https://vendor.example/docs' },
};
const answer = z.object({ name: z.string() });
const good = (): Response => Response.json({ name: 'x' });
const byId = { path: { id: '1' }, answer };

interface Bench {
  readonly client: Client;
  readonly sent: { readonly url: string; readonly init: RequestInit; readonly at: number }[];
  readonly slept: number[];
}

/**
 * A client whose requests get the replies in turn, and then the last one again and again. Time passes only by sleeping.
 */
function bench(
  replies: readonly (() => Response | Promise<Response>)[],
  options: {
    readonly authorise?: (requester: Requester) => Promise<Record<string, string>>;
    readonly timeLeft?: number;
    readonly perSecond?: number;
    readonly timeoutMilliseconds?: number;
  } = {},
): Bench {
  const sent: Bench['sent'] = [];
  const slept: number[] = [];
  let now = 0;
  const client = createClient(
    {
      calls,
      secretOrigin: 'api',
      limits: { perSecond: options.perSecond ?? 1e6, timeoutMilliseconds: options.timeoutMilliseconds ?? 1000 },
    },
    { api: 'https://api.vendor.example/v1' },
    options.authorise ?? (async () => ({ authorization: 'Bearer geheim' })),
    {
      async fetch(url, init) {
        sent.push({ url, init, at: now });
        const reply = replies[Math.min(sent.length, replies.length) - 1]!;
        return await reply();
      },
      async sleep(milliseconds) {
        now += milliseconds;
        slept.push(milliseconds);
      },
      elapsed: () => now,
      random: () => 0.5,
      timeLeft: () => options.timeLeft ?? 600_000,
    },
  );
  return { client, sent, slept };
}

async function failureOf(run: Promise<unknown>): Promise<ConnectorFailure> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConnectorFailure);
  return error as ConnectorFailure;
}

/** The waits after failures, without the waits that keep the rate. */
const waits = ({ slept }: Bench): readonly number[] => slept.filter((milliseconds) => milliseconds >= 1);

describe('a declared call', () => {
  it('is made as declared, with the authorisation, and its answer parsed', async () => {
    const b = bench([good]);
    const query = { q: 'å&b', page: 2, all: false, none: undefined };
    expect(await b.client.request('read', { path: { id: 'a/b' }, query, answer })).toEqual({ name: 'x' });
    expect(b.sent[0]!.url).toBe('https://api.vendor.example/v1/people/a%2Fb?q=%C3%A5%26b&page=2&all=false');
    expect(b.sent[0]!.init).toMatchObject({ method: 'GET', redirect: 'manual' });
    expect(b.sent[0]!.init.headers).toMatchObject({ authorization: 'Bearer geheim', accept: 'application/json' });
  });

  it('sends JSON and forms', async () => {
    const b = bench([good]);
    await b.client.request('search', { json: { a: [1] }, answer });
    await b.client.request('search', { form: { a: 'x y&z' }, answer });
    expect(b.sent.map(({ init }) => init.body)).toEqual(['{"a":[1]}', 'a=x+y%26z']);
  });

  it('that is not declared, or whose address is missing, is refused before anything is sent', async () => {
    const b = bench([good]);
    for (const [name, args] of [
      ['constructor', byId],
      ['delete', byId],
      ['elsewhere', byId],
      ['read', { answer }],
      ['read', { path: { id: '..' }, answer }],
    ] as const)
      expect((await failureOf(b.client.request(name, args))).code).toBe('not-declared');
    expect((await failureOf(b.client.download('delete', {}))).code).toBe('not-declared');
    expect(b.sent).toEqual([]);
  });
});

describe('throttling', () => {
  const shapes: readonly (readonly [string, () => Response, number])[] = [
    ['Retry-After', () => new Response('', { status: 429, headers: { 'retry-after': '3' } }), 3000],
    ['X-RateLimit-Reset', () => new Response('', { status: 429, headers: { 'x-ratelimit-reset': '4' } }), 4000],
    ['x-sib-ratelimit-reset', () => new Response('', { status: 429, headers: { 'x-sib-ratelimit-reset': '5' } }), 5000],
    ['seconds in the text', () => new Response('Please wait 43 seconds before', { status: 429 }), 43_000],
    ['nothing at all', () => new Response('', { status: 429 }), 625],
    ['an empty 403', () => new Response('', { status: 403 }), 625],
    ['a 403 with a code', () => new Response('[{"errorCode":"REQUEST_LIMIT_EXCEEDED"}]', { status: 403 }), 625],
    ['a 400 with a code', () => Response.json({ errorCode: 'Polling_Limit_Exceeded' }, { status: 400 }), 625],
    [
      'a date',
      () => new Response('', { status: 429, headers: { 'retry-after': 'Sat, 21 Nov 2026 10:00:00 GMT' } }),
      625,
    ],
    ['a moment', () => new Response('', { status: 429, headers: { 'x-ratelimit-reset': '1795255200' } }), 625],
    ['far too long', () => new Response('', { status: 429, headers: { 'retry-after': '86000' } }), 60_000],
    ['a negative wait', () => new Response('', { status: 429, headers: { 'retry-after': '-5' } }), 625],
  ];
  it.each(shapes)('that is reported by %s is waited for, and the call is repeated', async (_, throttled, wait) => {
    const b = bench([throttled, good]);
    expect(await b.client.request('read', byId)).toEqual({ name: 'x' });
    expect(waits(b)).toEqual([wait]);
  });

  it('that does not end is a failure after five tries, with longer and longer waits', async () => {
    const b = bench([() => new Response('', { status: 429 })]);
    expect((await failureOf(b.client.request('read', byId))).code).toBe('throttled');
    expect(b.sent).toHaveLength(5);
    expect(waits(b)).toEqual([625, 1250, 2500, 5000]);
  });

  it('that requires a longer wait than the time left is a failure at once', async () => {
    const b = bench([() => new Response('', { status: 429, headers: { 'retry-after': '30' } }), good], {
      timeLeft: 29_000,
    });
    expect((await failureOf(b.client.request('read', byId))).code).toBe('throttled');
    expect(b.sent).toHaveLength(1);
  });

  it('is avoided: in no second are there more requests than allowed, including retries', async () => {
    const b = bench([good, () => new Response('', { status: 503 }), good], { perSecond: 4 });
    for (let count = 0; count < 20; count += 1) await b.client.request('read', byId);
    const times = b.sent.map(({ at }) => at);
    for (const start of times)
      expect(times.filter((at) => at >= start && at < start + 999).length).toBeLessThanOrEqual(4);
    expect(times.at(-1)).toBeLessThan(8_000);
  });
});

describe('a system that is down', () => {
  const down: readonly (readonly [string, () => Response | Promise<Response>, FailureCode])[] = [
    ['500', () => new Response('x', { status: 500 }), 'unavailable'],
    ['503 in HTML', () => new Response('<html>', { status: 503 }), 'unavailable'],
    ['408', () => new Response('', { status: 408 }), 'unavailable'],
    ['a refused connection', () => Promise.reject(new TypeError('fetch failed')), 'unavailable'],
    ['a time-out', () => Promise.reject(new DOMException('late', 'TimeoutError')), 'timeout'],
    ['an answer that breaks off', () => new Response(brokenBody()), 'unavailable'],
    ['an error that breaks off', () => new Response(brokenBody(), { status: 502 }), 'unavailable'],
  ];
  it.each(down)('with %s is called again, and is a failure if this continues', async (_, reply, code) => {
    const passing = bench([reply, good]);
    expect(await passing.client.request('read', byId)).toEqual({ name: 'x' });
    const lasting = bench([reply]);
    expect((await failureOf(lasting.client.request('read', byId))).code).toBe(code);
    expect(lasting.sent).toHaveLength(5);
  });

  it('gets a real signal that ends a request without a response', async () => {
    let signal: AbortSignal | null | undefined;
    const hanging = (): Promise<Response> =>
      new Promise((_, reject) => {
        signal = b.sent.at(-1)!.init.signal;
        signal!.addEventListener('abort', () => reject(signal!.reason as Error));
      });
    const b = bench([hanging], { timeoutMilliseconds: 5 });
    expect((await failureOf(b.client.request('read', byId))).code).toBe('timeout');
  });
});

describe('authorisation', () => {
  it('is requested once, and again after a 401', async () => {
    let given = 0;
    const b = bench([good, () => new Response('', { status: 401 }), good], {
      authorise: async () => ({ authorization: `token ${(given += 1)}` }),
    });
    await b.client.request('read', byId);
    await b.client.request('read', byId);
    await b.client.request('read', byId);
    expect(b.sent.map(({ init }) => (init.headers as Record<string, string>)['authorization'])).toEqual([
      'token 1',
      'token 1',
      'token 2',
      'token 2',
    ]);
  });

  it('that is refused twice is a failure, without further tries', async () => {
    const b = bench([() => new Response('', { status: 401 })]);
    expect((await failureOf(b.client.request('read', byId))).code).toBe('unauthorised');
    expect(b.sent).toHaveLength(2);
  });

  it('may itself make declared calls, which have no authorisation', async () => {
    const b = bench([() => Response.json({ token: 't' }), good], {
      authorise: async (requester) => {
        const form = { grant: 'client' };
        const { token } = await requester.request('token', { form, answer: z.object({ token: z.string() }) });
        return { authorization: token };
      },
    });
    await b.client.request('read', byId);
    expect(b.sent[0]!.init.headers).not.toHaveProperty('authorization');
    expect(b.sent[1]!.init.headers).toHaveProperty('authorization', 't');
  });

  it('cannot be replaced by a header of the call', async () => {
    const b = bench([good]);
    await b.client.request('read', { ...byId, headers: { authorization: 'other' } });
    expect(b.sent[0]!.init.headers).toHaveProperty('authorization', 'Bearer geheim');
  });
});

describe('an invalid response', () => {
  const answers: readonly (readonly [string, () => Response, FailureCode])[] = [
    ['HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'unreadable'],
    ['broken JSON', () => new Response('{"name": "an'), 'unreadable'],
    ['nothing', () => new Response(null, { status: 204 }), 'unreadable'],
    ['another shape', () => Response.json({ title: 'x' }), 'unexpected-answer'],
    ['null', () => Response.json(null), 'unexpected-answer'],
    ['a redirect', () => new Response('', { status: 302, headers: { location: 'https://evil.example/' } }), 'refused'],
    ['403 with a reason', () => Response.json({ message: 'scope' }, { status: 403 }), 'forbidden'],
    ['400', () => Response.json({ message: 'no' }, { status: 400 }), 'refused'],
    ['404', () => Response.json({}, { status: 404 }), 'refused'],
    ['far too much', () => new Response(endlessBody()), 'unreadable'],
  ];
  it.each(answers)('(%s) is a failure, and the call is not repeated', async (_, reply, code) => {
    const b = bench([reply]);
    expect((await failureOf(b.client.request('read', byId))).code).toBe(code);
    expect(b.sent).toHaveLength(1);
  });

  it('means no record if it is a 404 to `find`, unless the 404 is a page of another server', async () => {
    expect(await bench([() => Response.json({}, { status: 404 })]).client.find('read', byId)).toBeUndefined();
    expect(await bench([good]).client.find('read', byId)).toEqual({ name: 'x' });
    const page = (): Response => new Response('<h1>', { status: 404, headers: { 'content-type': 'text/html' } });
    expect((await failureOf(bench([page]).client.find('read', byId))).code).toBe('unreadable');
  });

  it('is never repeated in the error, nor is the request', async () => {
    const markers = ['geheim-asa@example.org', '189001019802'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 200, max: 599 }).filter((status) => ![204, 205, 304].includes(status)),
        fc.constantFrom(...markers),
        fc.constantFrom('text/html', 'application/json', 'text/plain'),
        fc.boolean(),
        async (status, marker, type, keyed) => {
          const body = JSON.stringify(keyed ? { [marker]: { [marker]: 1 } } : { name: [marker], message: marker });
          const b = bench([
            () => new Response(body, { status, headers: { 'content-type': type, 'x-person': marker } }),
          ]);
          const strict = z.record(z.string(), z.record(z.string(), z.string()));
          const failure = await failureOf(
            b.client.request('read', { path: { id: marker }, query: { q: marker }, answer: strict }),
          );
          const told = `${failure.message} ${failure.stack} ${JSON.stringify(failure)} ${String(failure.cause)}`;
          expect(told.includes(marker)).toBe(false);
          expect(told.includes('Bearer')).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a document', () => {
  it('arrives with the bytes that the system sent', async () => {
    const bytes = new Uint8Array([0, 255, 37, 80]);
    const b = bench([() => new Response(bytes, { headers: { 'content-type': 'application/pdf' } })]);
    const stream = await b.client.download('read', { path: { id: '1' } });
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(bytes);
  });

  it.each(['text/html; charset=utf-8', 'application/xhtml+xml', 'application/json', 'application/problem+json'])(
    'of the type %s is a failure: it is a sign-in page or an error in place of the document',
    async (type) => {
      const b = bench([() => new Response('x', { headers: { 'content-type': type } })]);
      expect((await failureOf(b.client.download('read', { path: { id: '1' } }))).code).toBe('unreadable');
    },
  );

  it('that is gone is a failure', async () => {
    const b = bench([() => new Response('', { status: 404 })]);
    expect((await failureOf(b.client.download('read', { path: { id: '1' } }))).code).toBe('refused');
  });
});

function brokenBody(): ReadableStream<Uint8Array> {
  let pulled = 0;
  return new ReadableStream({
    pull(controller) {
      pulled += 1;
      if (pulled === 1) controller.enqueue(new TextEncoder().encode('{"name":'));
      else controller.error(new TypeError('terminated'));
    },
  });
}

function endlessBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(4 * 1024 * 1024)) });
}
