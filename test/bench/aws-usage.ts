// Counts what AWS would bill while the local system runs: calls by their names, units of the table, invocations with
// their duration, requests to the API, and bytes of logs.
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import database from 'dynalite/db/index.js';
import { operations } from '#infra/local/aws/dynamodb/operations.ts';
import { byDue, byPerson } from '#infra/system.ts';
import type { RunningSystem } from '#infra/local/runner/system.ts';
import { processorSeconds } from '../support/processor-time.ts';

export interface Usage {
  /** Calls to AWS by the functions, such as `s3:PutObject`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly tableReadUnits: number;
  /** For the table and its indexes together. */
  readonly tableWriteUnits: number;
  readonly httpRequests: number;
  /** The invocations of each function, and how long they took together, in milliseconds. */
  readonly invocations: Readonly<Record<string, { readonly count: number; readonly milliseconds: number }>>;
  readonly logBytes: number;
  /** The processor time of the whole local system: the functions, the endpoints and the bench. */
  readonly processorSeconds: number;
}

type Item = Readonly<Record<string, unknown>>;
type Done = (error: unknown, answer?: unknown) => void;
interface Dynalite {
  itemSize(item: Item): number;
  updateIndexes(store: unknown, table: unknown, before: Item | undefined, after: Item | undefined, done: Done): void;
}

const kibibyte = 1024;
const changes: ReadonlySet<string> = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);

/** The units that the table and its indexes have used in this process since `countTable` was called. */
const table = { read: 0, write: 0 };
let counting = false;

/**
 * Counts the units of all tables of this process. dynalite calculates the units of an operation on the table, but not
 * those on its indexes. So this file calculates the units of the indexes. An index contains all attributes, so each
 * change of an item in the index is a write. If the key of the item changes, it is two writes.
 */
function countTable(): void {
  if (counting) return;
  counting = true;
  for (const [name, { act, rules }] of operations) {
    const counted: typeof act = (store, data, done) => {
      (data as { ReturnConsumedCapacity?: string }).ReturnConsumedCapacity = 'TOTAL';
      act(store, data, (error, answer) => {
        const { ConsumedCapacity: used } = (answer ?? {}) as { ConsumedCapacity?: unknown };
        const units = (Array.isArray(used) ? used : [used ?? {}]).reduce(
          (sum: number, { CapacityUnits = 0 }: { CapacityUnits?: number }) => sum + CapacityUnits,
          0,
        );
        // A write whose condition fails uses units too.
        if (changes.has(name)) table.write += answer === undefined ? 1 : units;
        else table.read += units;
        done(error, answer);
      });
    };
    (operations as Map<string, { act: typeof act; rules: typeof rules }>).set(name, { act: counted, rules });
  }
  const dynalite = database as unknown as Dynalite;
  const update = dynalite.updateIndexes.bind(dynalite);
  dynalite.updateIndexes = (store, of, before, after, done) => {
    for (const index of [byDue, byPerson]) table.write += indexUnits(dynalite, index, before, after);
    update(store, of, before, after, done);
  };
}

function indexUnits(
  { itemSize }: Dynalite,
  { partition, sort }: typeof byDue | typeof byPerson,
  before: Item | undefined,
  after: Item | undefined,
): number {
  const keyOf = (item: Item | undefined): string | undefined =>
    item?.[partition] === undefined || item[sort] === undefined
      ? undefined
      : JSON.stringify([item[partition], item[sort]]);
  const unitsOf = (item: Item | undefined): number =>
    item === undefined ? 0 : Math.max(1, Math.ceil(itemSize(item) / kibibyte));
  const [from, to] = [keyOf(before), keyOf(after)];
  if (from === undefined && to === undefined) return 0;
  if (from === to)
    return JSON.stringify(before) === JSON.stringify(after) ? 0 : Math.max(unitsOf(before), unitsOf(after));
  return (from === undefined ? 0 : unitsOf(before)) + (to === undefined ? 0 : unitsOf(after));
}

/** The name of a signed call to AWS and the access key of its caller; `undefined` for any other request. */
function callIn({ method = '', url = '', headers }: IncomingMessage): { name: string; key: string } | undefined {
  const [, key, service] = /Credential=(\w+)\/\d+\/[\w-]+\/([\w-]+)\//.exec(headers.authorization ?? '') ?? [];
  if (key === undefined || service === undefined) return undefined;
  const [, operation] = String(headers['x-amz-target'] ?? '').split('.');
  if (operation !== undefined) return { name: `${service}:${operation}`, key };
  if (service !== 's3') return { name: `${service}:${method}`, key };
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const ofBucket = pathname.split('/').filter((part) => part !== '').length === 1;
  if (method === 'GET' && ofBucket && searchParams.has('list-type')) return { name: 's3:List', key };
  return { name: `s3:${method}`, key };
}

export interface Meter {
  /** What was used since the previous call, or since the start. First waits until the system has nothing to do. */
  take(): Promise<Usage>;
  /** Waits until no server of this process has received a request for a while. */
  quiet(): Promise<void>;
}

/** Counts before the system starts. Call `follow` when it runs. */
export function startMeter(): { follow(system: RunningSystem, folder: string): Meter } {
  countTable();
  let arrived = 0;
  const requests: { readonly port: string; readonly call: { name: string; key: string } | undefined }[] = [];
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    arrived += 1;
    requests.push({ port: new URL(`http://${request.headers.host ?? 'none'}`).port, call: callIn(request) });
  });
  return {
    follow(system, folder) {
      const portal = new URL(system.url).port;
      const runner = system.operator.credentials.accessKeyId;
      let [read, write, lines, worked] = [0, 0, new Map<string, number>(), processorSeconds()];
      const quiet = async (): Promise<void> => {
        for (let seen = -1; seen !== arrived;) {
          seen = arrived;
          await system.settled();
          await sleep(150);
        }
      };
      return {
        quiet,
        async take() {
          await quiet();
          const until = processorSeconds();
          const calls: Record<string, number> = {};
          let httpRequests = 0;
          for (const { port, call } of requests.splice(0)) {
            if (port === portal) httpRequests += 1;
            if (call !== undefined && call.key !== runner) calls[call.name] = (calls[call.name] ?? 0) + 1;
          }
          const logs = await readLogs(path.join(folder, 'logs'), lines);
          const used = { tableReadUnits: table.read - read, tableWriteUnits: table.write - write };
          const result = { calls, ...used, httpRequests, invocations: logs.invocations, logBytes: logs.bytes };
          const usage = { ...result, processorSeconds: until - worked };
          [read, write, lines, worked] = [table.read, table.write, logs.lines, processorSeconds()];
          return usage;
        },
      };
    },
  };
}

/** What the logs of the functions contain after the lines that were read before. */
async function readLogs(folder: string, before: ReadonlyMap<string, number>) {
  const lines = new Map<string, number>();
  const invocations: Record<string, { count: number; milliseconds: number }> = {};
  let bytes = 0;
  for (const file of await readdir(folder)) {
    const all = (await readFile(path.join(folder, file), 'utf8')).split('\n').filter((line) => line !== '');
    lines.set(file, all.length);
    for (const line of all.slice(before.get(file) ?? 0)) {
      bytes += Buffer.byteLength(line);
      const { type, record } = JSON.parse(line) as {
        type?: string;
        record?: { status: string; durationMs: number };
      };
      if (type !== 'platform.report' || record === undefined) continue;
      if (record.status !== 'success') throw new Error(`an invocation ended with ${record.status}: ${file}`);
      const name = path.basename(file, '.log');
      const { count, milliseconds } = invocations[name] ?? { count: 0, milliseconds: 0 };
      invocations[name] = { count: count + 1, milliseconds: milliseconds + record.durationMs };
    }
  }
  return { lines, invocations, bytes };
}
