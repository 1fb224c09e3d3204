import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
  type DescribeExecutionCommandOutput,
  type HistoryEvent,
} from '@aws-sdk/client-sfn';
import type { InvokeFunction, InvokeOutcome, LocalClock, RecordedCall } from '#infra/local/endpoint.ts';
import { startStepFunctions } from '#infra/local/aws/step-functions/step-functions.ts';

/** A clock that does not advance until the test shifts it. */
export interface TestClock extends LocalClock {
  shift(milliseconds: number): void;
  /** Moves the time forward without telling anyone, like real time. */
  creep(milliseconds: number): void;
  /** Resolves once the clock was moved that far. */
  sleep(milliseconds: number): Promise<void>;
}

export function testClock(start = Date.UTC(2026, 10, 2, 9)): TestClock {
  let now = start;
  const listeners = new Set<() => void>();
  const clock: TestClock = {
    now: () => now,
    onShift: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shift(milliseconds) {
      now += milliseconds;
      for (const listener of listeners) listener();
    },
    creep(milliseconds) {
      now += milliseconds;
    },
    async sleep(milliseconds) {
      const until = now + milliseconds;
      await new Promise<void>((resolve) => {
        const stop = clock.onShift(() => {
          if (now < until) return;
          stop();
          resolve();
        });
      });
    },
  };
  return clock;
}

export type TestFunction = (payload: unknown, clock: TestClock) => unknown;

/** Thrown by a test function to fail as a Lambda handler fails. */
export class FunctionFailure extends Error {
  readonly errorType: string;
  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

export interface Rig {
  readonly client: SFNClient;
  readonly clock: TestClock;
  readonly folder: string;
  readonly url: string;
  readonly recorded: RecordedCall[];
  readonly invoked: { readonly name: string; readonly payload: unknown }[];
  /** Functions that are running and not waiting. */
  readonly busy: () => number;
  /** Stops the endpoint; the folder remains. */
  stop(): Promise<void>;
  /** Stops the endpoint and starts another one on the same folder. */
  restart(): Promise<Rig>;
}

const accessKeyId = 'AKIALOCALTEST';
const secretAccessKey = 'not-a-secret';

export interface RigOptions {
  readonly functions?: Readonly<Record<string, TestFunction>>;
  readonly clock?: TestClock;
  readonly folder?: string;
}

const folders = new Set<string>();

export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const { functions = {}, clock = testClock() } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'step-functions-'));
  folders.add(folder);
  const recorded: RecordedCall[] = [];
  const invoked: { name: string; payload: unknown }[] = [];
  let busy = 0;
  const asleep: TestClock = {
    ...clock,
    async sleep(milliseconds) {
      busy -= 1;
      await clock.sleep(milliseconds);
      busy += 1;
    },
  };
  const invoke: InvokeFunction = async (name, payload): Promise<InvokeOutcome> => {
    invoked.push({ name, payload });
    const run = functions[name];
    if (run === undefined) return { kind: 'missing' };
    busy += 1;
    try {
      return { kind: 'returned', payload: (await run(payload, asleep)) ?? null };
    } catch (error) {
      if (!(error instanceof FunctionFailure)) throw error;
      return { kind: 'failed', errorType: error.errorType, errorMessage: error.message };
    } finally {
      busy -= 1;
    }
  };
  const endpoint = await startStepFunctions({
    access: {
      keys: new Map([[accessKeyId, { name: 'tester', secretAccessKey }]]),
      record: (call) => recorded.push(call),
    },
    folder,
    clock,
    invoke,
  });
  const client = new SFNClient({
    endpoint: endpoint.url,
    region: 'eu-north-1',
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
  const stop = async (): Promise<void> => {
    client.destroy();
    await endpoint.close();
  };
  return {
    client,
    clock,
    folder,
    url: endpoint.url,
    recorded,
    invoked,
    busy: () => busy,
    stop,
    async restart() {
      await stop();
      return startRig({ ...options, clock, folder });
    },
  };
}

export function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

export const roleArn = 'arn:aws:iam::000000000000:role/workflow';

export async function createMachine(rig: Rig, definition: unknown, name = 'machine'): Promise<string> {
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  const created = await rig.client.send(new CreateStateMachineCommand({ name, definition: text, roleArn }));
  return created.stateMachineArn!;
}

export async function startExecution(
  rig: Rig,
  stateMachineArn: string,
  input: unknown = {},
  name?: string,
): Promise<string> {
  const started = await rig.client.send(
    new StartExecutionCommand({
      stateMachineArn,
      input: JSON.stringify(input),
      ...(name === undefined ? {} : { name }),
    }),
  );
  return started.executionArn!;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export async function describeExecution(rig: Rig, executionArn: string): Promise<DescribeExecutionCommandOutput> {
  return rig.client.send(new DescribeExecutionCommand({ executionArn }));
}

const ends = new Set(['ExecutionSucceeded', 'ExecutionFailed', 'ExecutionTimedOut', 'ExecutionAborted']);

/**
 * Resolves when nothing changes any more: the execution has ended, or waits for the clock or for an answer. Each check
 * is one request, because a request costs as much time as all steps of an execution.
 */
export async function settle(rig: Rig, executionArn: string): Promise<DescribeExecutionCommandOutput> {
  let last = -1;
  let still = 0;
  for (let poll = 0; poll < 4000; poll += 1) {
    const { events: [newest] = [] } = await rig.client.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 }),
    );
    if (ends.has(newest?.type ?? '')) return await describeExecution(rig, executionArn);
    const id = newest?.id ?? 0;
    still = id === last && rig.busy() === 0 ? still + 1 : 0;
    last = id;
    if (still >= 2) return await describeExecution(rig, executionArn);
    await pause(1);
    await pause(1);
  }
  throw new Error('the execution does not settle');
}

/** Runs an execution to its end. Whenever nothing changes, `idle` acts or the clock is moved forward by a second. */
export async function runToEnd(
  rig: Rig,
  executionArn: string,
  idle: () => Promise<boolean> = async () => false,
): Promise<DescribeExecutionCommandOutput> {
  for (let round = 0; round < 400; round += 1) {
    const described = await settle(rig, executionArn);
    if (described.status !== 'RUNNING') return described;
    if (!(await idle())) rig.clock.shift(1000);
  }
  throw new Error('the execution does not end');
}

export async function historyOf(rig: Rig, executionArn: string): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await rig.client.send(
      new GetExecutionHistoryCommand({ executionArn, ...(nextToken === undefined ? {} : { nextToken }) }),
    );
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return events;
}

/** The types of the events, in order. */
export async function typesOf(rig: Rig, executionArn: string): Promise<string[]> {
  return (await historyOf(rig, executionArn)).map(({ type }) => type ?? '');
}

/** The details of an event of any type. */
export function detailsOf(event: HistoryEvent | undefined): Record<string, unknown> {
  const found = Object.entries(event ?? {}).find(([key, value]) => key.endsWith('EventDetails') && value !== undefined);
  return (found?.[1] ?? {}) as Record<string, unknown>;
}

/** Creates a machine, runs one execution of it to the end and returns the outcome. */
export async function play(
  rig: Rig,
  definition: unknown,
  input: unknown = {},
  idle?: (arn: string) => Promise<boolean>,
): Promise<{
  arn: string;
  outcome: DescribeExecutionCommandOutput;
  output: unknown;
  types: string[];
  events: HistoryEvent[];
}> {
  const machine = await createMachine(rig, definition, `machine-${machines++}`);
  const arn = await startExecution(rig, machine, input);
  const outcome = await runToEnd(rig, arn, idle === undefined ? undefined : () => idle(arn));
  const events = await historyOf(rig, arn);
  return {
    arn,
    outcome,
    output: outcome.output === undefined ? undefined : JSON.parse(outcome.output),
    events,
    types: events.map(({ type }) => type ?? ''),
  };
}

let machines = 0;
