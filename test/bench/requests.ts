// What one HTTP request costs: how often it reads the log of its case, how many calls to AWS it makes before its
// response, and how many requests one processor can handle in a second. The processor time is compared with a function
// that does nothing.
import { randomInt, randomUUID } from 'node:crypto';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import { bundleFunctions } from '#infra/bundles/functions.ts';
import { bareBundle } from '../support/bare-bundle.ts';
import { environmentOfProcess, median, runFunction } from './function-process.ts';
import { openCase } from './opened-case.ts';
import { staffEvent, startStaffApi, type Answer, type StaffApi } from './staff-api.ts';

/** Requests that are made before the measurement, so that the code is compiled. */
const warmUp = 40;
const measured = 60;
const runs = 3;

/** The calls to AWS that are made while something is done, and the reads of logs among them. */
interface Counted {
  calls: number;
  logReads: number;
}

type Send = (this: unknown, command: { readonly input: Record<string, unknown> }, ...more: unknown[]) => unknown;

/** Counts the calls of the clients of AWS in this process. */
function countCalls(): Counted {
  const counted = { calls: 0, logReads: 0 };
  // All clients besides the document client inherit `send` from one class.
  const { prototype: common } = Object.getPrototypeOf(S3Client) as { prototype: object };
  for (const prototype of [DynamoDBDocumentClient.prototype, common] as { send?: Send }[]) {
    const { send } = prototype;
    if (send === undefined) throw new Error('the client has no method send');
    prototype.send = function (command, ...more) {
      const values = (command.input['ExpressionAttributeValues'] ?? {}) as Record<string, unknown>;
      counted.calls += 1;
      if (values[':sk'] === 'COMMIT#') counted.logReads += 1;
      return Reflect.apply(send, this, [command, ...more]);
    };
  }
  return counted;
}

const contact = (): object => ({ kind: 'email', value: `${randomUUID()}@example.org` });

/** A request of a person by the API for data subjects. Each comes from another network. */
export function postRequest(): object {
  return {
    routeKey: 'POST /v1/requests',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    requestContext: { http: { method: 'POST', sourceIp: `10.${randomInt(256)}.${randomInt(256)}.1` } },
    body: JSON.stringify({ controller: 'nordvik', rights: ['access'], language: 'sv', identifiers: [contact()] }),
  };
}

interface Kind {
  readonly function: 'staff-api' | 'subject-api';
  readonly handler: (event: unknown, context: Context) => Promise<Answer>;
  /** Makes this many events. Each of them can be handled after those before it. */
  readonly events: (count: number) => Promise<readonly object[]>;
}

async function kindsOf(api: StaffApi): Promise<Readonly<Record<string, Kind>>> {
  const { handler: subject } = (await import('#handlers/subject-api/index.ts')) as unknown as Pick<Kind, 'handler'>;
  const id = await openCase(api, 0);
  return {
    'GET of a case': {
      function: 'staff-api',
      handler: api.handler,
      events: async (count) => Array.from({ length: count }, () => staffEvent('GET /v1/cases/{id}', { id })),
    },
    'POST of a command': {
      function: 'staff-api',
      handler: api.handler,
      async events(count) {
        const { body } = await api.ask('GET /v1/cases/{id}', { id });
        const { seq } = JSON.parse(body) as { seq: number };
        return Array.from({ length: count }, (_, index) => {
          const note = { type: 'note', text: `Ringde ${randomUUID()}.` };
          const command = { commandId: randomUUID(), expectedSeq: seq + index, ...note };
          return staffEvent('POST /v1/cases/{id}/commands', { id, body: command });
        });
      },
    },
    'POST of a request': {
      function: 'subject-api',
      handler: subject,
      events: async (count) => Array.from({ length: count }, postRequest),
    },
  };
}

/** Processor seconds of one request. The first requests are not counted. */
async function secondsEach(file: string, events: readonly object[]): Promise<number> {
  const { events: worked } = await runFunction(file, events, environmentOfProcess());
  return worked.slice(warmUp).reduce((sum, one) => sum + one, 0) / measured;
}

/** `logReads` is at most 1, and `calls` of a posted request at most 8. `ofBare`: the time of a request beside the bare one. */
export async function run(): Promise<object> {
  const api = await startStaffApi();
  try {
    const { files } = await bundleFunctions();
    const bare = await bareBundle([]);
    const result: Record<string, object> = {};
    const counted = countCalls();
    for (const [name, kind] of Object.entries(await kindsOf(api))) {
      const [first, second] = await kind.events(2);
      // The first request of a function also reads the description of the organisation and the secret.
      await kind.handler(first, {} as Context);
      Object.assign(counted, { calls: 0, logReads: 0 });
      const { statusCode, body } = await kind.handler(second, {} as Context);
      if (statusCode >= 400) throw new Error(`${name}: ${statusCode} ${body}`);
      const { calls, logReads } = counted;
      const file = files.get(kind.function);
      if (file === undefined) throw new Error(`the function ${kind.function} was not built`);
      const pairs: { readonly own: number; readonly bare: number }[] = [];
      for (let count = 0; count < runs; count += 1) {
        const events = await kind.events(warmUp + measured);
        const own = await secondsEach(file, events);
        pairs.push({ own, bare: await secondsEach(bare, events) });
      }
      result[name] = {
        calls,
        logReads,
        perProcessorSecond: 1 / median(pairs.map(({ own }) => own)),
        barePerProcessorSecond: 1 / median(pairs.map((pair) => pair.bare)),
        ofBare: median(pairs.map((pair) => pair.own / pair.bare)),
      };
    }
    return { requests: result, mayBe: { logReads: 1, callsOfPostedRequest: 8 } };
  } finally {
    await api.close();
  }
}
