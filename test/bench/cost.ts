// What a case costs at the list prices of AWS: one case from the request to the download of its answer, and one open
// case for a month. The local system makes the calls, and they are counted.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { S3Client, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { SFNClient, paginateGetExecutionHistory, paginateListExecutions } from '@aws-sdk/client-sfn';
import { testPerson } from '#connectors/sdk/test-person.ts';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import { drive, type Cast } from '#infra/local/demo/drive.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { connectorSystems, names } from '#infra/local/runner/environment.ts';
import { functions, schedules, type FunctionName } from '#infra/system.ts';
import { organisationWith, startTestSystem, type TestSystem } from '../support/system.ts';
import { startMeter, type Meter, type Usage } from './aws-usage.ts';
import { costOf, prices, pricesOf, type Priced } from './prices.ts';

const openCases = 10;
const days = 30;
/** The runs without work are measured on each of these days. They also count for the days in between. */
const idleEvery = 3;
/**
 * The share of the fixed costs is calculated for these numbers of open cases. The bound applies to the first number.
 */
const inTable = [100, 1000, 10_000];
const mostUsd = 0.002;

/** Assumptions about what the local system cannot measure. */
const assumed = {
  /** A function with this much memory has one processor. With less memory it has a share of one, and takes longer. */
  megabytesPerProcessor: 1769,
  /** How long a function waits for one call to AWS, in milliseconds. */
  millisecondsPerCall: 10,
  /** How long the start of an instance is billed, in milliseconds. A start also reads the description and the secret. */
  startMilliseconds: 500,
  /**
   * How many times a new instance calls KMS: for the secret, the table and two buckets. The table and the buckets cache
   * a key for five minutes, so not every call needs KMS.
   */
  keyRequestsPerStart: 4,
  /**
   * `reconcile` runs each minute, so its instance stays until Lambda replaces it. Every other invocation starts a new
   * instance.
   */
  warm: 'reconcile',
  startsOfWarmPerDay: 12,
  /** How many bytes Lambda itself and the access log of the API write for each invocation or request. */
  logBytesEach: 600,
} as const;

type Amounts = Partial<Record<Priced, number>>;

/** How many units of each price were used. */
function amountsOf(usage: Usage): Amounts {
  const calls = (wanted: (name: string) => boolean): number =>
    Object.entries(usage.calls).reduce((sum, [name, count]) => sum + (wanted(name) ? count : 0), 0);
  const each = Object.entries(usage.invocations);
  const all = each.reduce((total, [, { milliseconds }]) => total + milliseconds, 0);
  const waited = (assumed.millisecondsPerCall / 1000) * calls(() => true);
  let [invocations, gigabyteSeconds, started] = [0, 0, 0];
  for (const [name, { count, milliseconds }] of each) {
    const { memoryMegabytes } = functions[name.startsWith('search-') ? 'search-system' : (name as FunctionName)];
    const slower = Math.max(1, assumed.megabytesPerProcessor / memoryMegabytes);
    const starts = name === assumed.warm ? 0 : count;
    // The elapsed time depends on what else the machine does. So it is only used to divide the processor time.
    const share = all === 0 ? 0 : milliseconds / all;
    const seconds = share * (usage.processorSeconds * slower + waited) + (starts * assumed.startMilliseconds) / 1000;
    invocations += count;
    started += starts;
    gigabyteSeconds += (memoryMegabytes / 1024) * seconds;
  }
  const objectWrites = calls((name) => /^s3:(PUT|POST|List)$/.test(name));
  const objectReads = calls((name) => /^s3:(GET|HEAD)$/.test(name)) + started;
  const secretReads = calls((name) => name === 'secretsmanager:GetSecretValue') + started;
  return {
    lambdaRequest: invocations,
    lambdaGigabyteSecond: gigabyteSeconds,
    tableRead: usage.tableReadUnits,
    tableWrite: usage.tableWriteUnits,
    objectWrite: objectWrites,
    objectRead: objectReads,
    secretRead: secretReads,
    keyRequest: started * assumed.keyRequestsPerStart,
    mail: usage.calls['ses:POST'] ?? 0,
    httpRequest: usage.httpRequests,
    logs: (usage.logBytes + assumed.logBytesEach * (invocations + usage.httpRequests)) / 1e9,
  };
}

function sum(...all: readonly Amounts[]): Amounts {
  const total: Amounts = {};
  for (const amounts of all)
    for (const [name, units] of Object.entries(amounts) as [Priced, number][]) total[name] = (total[name] ?? 0) + units;
  return total;
}

function times(amounts: Amounts, factor: number): Amounts {
  return Object.fromEntries(Object.entries(amounts).map(([name, units]) => [name, units * factor]));
}

interface Bill {
  readonly usd: number;
  readonly parts: Readonly<Record<string, { readonly units: number; readonly usd: number }>>;
}

function billOf(amounts: Amounts): Bill {
  const parts = (Object.entries(amounts) as [Priced, number][])
    .filter(([, units]) => units !== 0)
    .map(([name, units]) => [name, { units, usd: costOf(name, units) }] as const);
  return { usd: parts.reduce((total, [, { usd }]) => total + usd, 0), parts: Object.fromEntries(parts) };
}

interface Running {
  readonly test: TestSystem;
  readonly meter: Meter;
}

/** What the person and the staff do until the answer of the first round is delivered. */
async function deliver({ test, meter }: Running, opened: { reference: string; token: string }): Promise<void> {
  const cast: Cast = {
    subject: test.subject,
    first: test.erik,
    second: test.maja,
    letters: test.letters,
    report: { tell: () => undefined },
    // Each read of the case costs something, so the bench reads it only when the system has nothing more to do.
    change: meter.quiet,
    now: () => performance.now(),
  };
  await meter.quiet();
  const { outcome } = await drive(cast, opened.reference, opened.token, 1);
  if (outcome !== 'delivered') throw new Error(`the case of the bench is ${outcome}`);
}

/** How many states the executions of all cases have entered so far. */
async function transitionsSoFar({ test }: Running): Promise<number> {
  const { operator, addresses } = test.system;
  const client = new SFNClient({ ...operator, endpoint: addresses.stepFunctions });
  let entered = 0;
  for await (const { executions = [] } of paginateListExecutions(
    { client },
    { stateMachineArn: addresses.workflowArn },
  ))
    for (const { executionArn } of executions)
      for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn }))
        entered += events.filter(({ stateEnteredEventDetails }) => stateEnteredEventDetails !== undefined).length;
  client.destroy();
  return entered;
}

/** The bytes that all cases have stored: in the table with its indexes, and in the buckets. */
async function storedBytes({ test }: Running): Promise<{ readonly table: number; readonly buckets: number }> {
  const { operator, addresses } = test.system;
  const database = new DynamoDBClient({ ...operator, endpoint: addresses.dynamodb });
  let table = 0;
  for await (const { Items = [] } of paginateScan({ client: database }, { TableName: names.table }))
    for (const item of Items) {
      const copies = 1 + [item['listKey'], item['personKey']].filter((key) => key !== undefined).length;
      // DynamoDB adds 100 bytes for each item.
      table += copies * (Buffer.byteLength(JSON.stringify(item)) + 100);
    }
  database.destroy();
  const s3 = new S3Client({ ...operator, endpoint: addresses.s3, forcePathStyle: true });
  let buckets = 0;
  for (const bucket of [names.buckets.findings, names.buckets.exports, names.buckets.anchors])
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket }))
      for (const { Size = 0 } of Contents) buckets += Size;
  s3.destroy();
  return { table, buckets };
}

async function runOf({ test, meter }: Running, name: FunctionName): Promise<Usage> {
  await meter.take();
  const outcome = await test.system.runNow(name);
  if (outcome.kind !== 'returned') throw new Error(`${name}: ${outcome.kind}`);
  const usage = await meter.take();
  const others = Object.keys(usage.invocations).filter((other) => other !== name);
  if (others.length > 0) throw new Error(`${name} has nothing to do, but ${others.join()} ran too`);
  return usage;
}

/** One run of each schedule while no case needs anything. */
type Idle = Readonly<Record<string, Usage>>;

/** The run with the median processor time of several runs. */
async function idle(running: Running, runs: number): Promise<Idle> {
  const result: Record<string, Usage> = {};
  for (const { function: name } of schedules) {
    const usages: Usage[] = [];
    for (let run = 0; run < runs; run += 1) usages.push(await runOf(running, name));
    const [middle] = usages.toSorted((a, b) => a.processorSeconds - b.processorSeconds).slice(Math.floor(runs / 2));
    if (middle !== undefined) result[name] = middle;
  }
  return result;
}

function totalOf(usages: Idle, timesOf: (everySeconds: number) => number): Amounts {
  return sum(
    ...schedules.flatMap(({ function: name, everySeconds }) => {
      const usage = usages[name];
      return usage === undefined ? [] : [times(amountsOf(usage), timesOf(everySeconds))];
    }),
  );
}

const perDay = (everySeconds: number): number => (24 * 3600) / everySeconds;

/**
 * These runs. A run with the same calls as in `before` gets the time of `before`, because a difference in time is then
 * noise.
 */
function withoutNoise(usages: Idle, before: Idle): Idle {
  return Object.fromEntries(
    Object.entries(usages).map(([name, usage]) => {
      const earlier = before[name];
      const same =
        earlier !== undefined &&
        JSON.stringify(earlier.calls) === JSON.stringify(usage.calls) &&
        earlier.tableReadUnits === usage.tableReadUnits;
      return [name, same ? earlier : usage];
    }),
  );
}

function people(count: number): readonly TestPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    givenName: 'Kim',
    familyName: 'Provare',
    emails: [`oppen-${index}@example.org`],
    phone: `+467017406${20 + index}`,
  }));
}

async function measured(running: Running): Promise<object> {
  const { test, meter } = running;
  // The first runs do the work that a new system owes.
  for (const { function: name } of schedules) await test.system.runNow(name);
  const withoutCases = await idle(running, 5);

  const opened = await test.open(testPerson.emails[0]);
  await deliver(running, opened);
  await fetch(await test.address(opened, 1)).then(async (answer) => {
    if (!answer.ok) throw new Error(`the answer was not delivered: ${answer.status}`);
    await answer.arrayBuffer();
  });
  await test.until(opened.reference, ({ status }) => status === 'closed');
  const usage = await meter.take();
  const kept = await storedBytes(running);
  const transitions = await transitionsSoFar(running);
  const ofCase = billOf(
    sum(amountsOf(usage), {
      transition: transitions,
      trace: 1,
      dataOut: kept.buckets / 1e9,
      tableStorage: kept.table / 1e9,
      tableBackup: kept.table / 1e9,
      objectStorage: kept.buckets / 1e9,
    }),
  );

  for (let number = 0; number < openCases; number += 1) {
    const { reference, token } = await test.open(`oppen-${number}@example.org`);
    await test.prove({ reference, token, email: '' });
    await test.driveUntil(reference, ({ waitingFor }) => waitingFor === 'system-answers');
  }
  await meter.take();
  const before = { transitions: await transitionsSoFar(running), bytes: await storedBytes(running) };
  let month: Amounts = {};
  for (let day = 0; day < days; day += 1) {
    await meter.take();
    test.system.clock.shift(24 * 3_600_000);
    for (const { function: name } of schedules) await test.system.runNow(name);
    // On a new day each schedule runs too. Both runs are also among those of the idle day.
    month = sum(
      month,
      amountsOf(await meter.take()),
      totalOf(withoutCases, () => -2),
    );
    if (day % idleEvery === 0)
      month = sum(month, times(totalOf(withoutNoise(await idle(running, 1), withoutCases), perDay), idleEvery));
  }
  const after = await storedBytes(running);
  const gigabytes = (of: 'table' | 'buckets'): number => (after[of] - kept[of]) / openCases / 1e9;
  const warmStarts = days * assumed.startsOfWarmPerDay;
  const fixed = sum(times(totalOf(withoutCases, perDay), days), {
    lambdaGigabyteSecond:
      (functions[assumed.warm].memoryMegabytes / 1024) * (assumed.startMilliseconds / 1000) * warmStarts,
    objectRead: warmStarts,
    secretRead: warmStarts,
    keyRequest: warmStarts * assumed.keyRequestsPerStart,
  });
  const perCase = sum(times(sum(month, times(totalOf(withoutCases, perDay), -days)), 1 / openCases), {
    transition: ((await transitionsSoFar(running)) - before.transitions) / openCases,
    tableStorage: gigabytes('table'),
    tableBackup: gigabytes('table'),
    objectStorage: gigabytes('buckets'),
  });
  const bills = { fixed: billOf(fixed), perCase: billOf(perCase) };
  const share = inTable.map((open) => ({
    openCases: open,
    usd: bills.perCase.usd + bills.fixed.usd / open,
    ofMost: (bills.perCase.usd + bills.fixed.usd / open) / mostUsd,
  }));
  return {
    oneCase: { ...ofCase, calls: usage.calls, invocations: usage.invocations, transitions },
    openCaseMonth: { days, mostUsd, share, ...bills },
    assumed: { ...assumed, casesMeasured: openCases, pricesOf },
    prices,
  };
}

/** The bound: `openCaseMonth.share[0].ofMost` is at most 1. */
export async function run(): Promise<object> {
  const meter = startMeter();
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-cost-'));
  const { organisation } = readDemoOrganisation();
  const systems = organisation.systems.map(({ id }) => id);
  const test = await startTestSystem({
    organisation: organisationWith(systems, { approveSearch: 'staff' }),
    people: [testPerson, ...people(openCases)],
    folder,
  });
  try {
    const result = await measured({ test, meter: meter.follow(test.system, folder) });
    if (test.failures.length > 0) throw new Error(`the system reported failures: ${test.failures.join('; ')}`);
    return { systems: connectorSystems(organisation).length, ...result };
  } finally {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  }
}
