import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CreateStateMachineCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
  type HistoryEvent,
} from '@aws-sdk/client-sfn';
import { afterAll, describe, expect, it } from 'vitest';
import { difference, differenceOfBags } from './recorded.ts';
import {
  createMachine,
  detailsOf,
  FunctionFailure,
  historyOf,
  removeFolders,
  roleArn,
  runToEnd,
  startExecution,
  startRig,
  type Rig,
  type TestClock,
  type TestFunction,
} from './rig.ts';

/** Cases recorded on AWS Step Functions, kept outside the repository: `../shared/data/asl/README.md` describes them. */
const folder = path.resolve(import.meta.dirname, '../../../../../../shared/data/asl/cases');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

interface Behaviour {
  readonly echo?: true;
  readonly return?: unknown;
  readonly raise?: { readonly errorType: string; readonly errorMessage: string };
  readonly sleepSeconds?: number;
  readonly failTimes?: number;
  readonly then?: Behaviour;
}

interface Callback {
  readonly token?: { readonly lambda: string; readonly path: string };
  readonly action: 'success' | 'failure' | 'heartbeat' | 'stop';
  readonly outputFrom?: string;
  readonly error?: string;
  readonly cause?: string;
}

interface Case {
  readonly name: string;
  readonly source: { readonly api?: string };
  readonly definition: unknown;
  readonly input?: unknown;
  readonly lambdas?: Readonly<Record<string, Behaviour>>;
  readonly callbacks?: readonly Callback[];
  readonly expectedErrorName?: string | null;
  readonly expected?: {
    readonly status: string;
    readonly output?: unknown;
    readonly error?: string;
    readonly cause?: unknown;
    readonly events?: readonly Record<string, unknown>[];
    readonly eventOrder?: 'exact' | 'any';
  };
}

/** The recorder left out the event that closes a Parallel state: the ids of the recording skip it. */
const withoutParallelEnd: ReadonlySet<string> = new Set([
  'scenarios-parallel-state-parallel-state',
  'scenarios-parallel-state-parallel-state-parameters',
  'states-variables-parallel-catch-error-parallel-catch-error-output',
  'states-variables-parallel-catch-error-parallel-catch-error-output-with-retry',
]);

/** The recorder wrote "date" in place of a timestamp in this recording. */
const withDatePlaceholder = 'assign-reference-assign-base-reference-in-wait';

const tally = { ran: 0, definitions: 0 };

describe('the engine against cases recorded on AWS', () => {
  let forVerdicts: Rig | undefined;
  afterAll(async () => {
    await forVerdicts?.stop();
    removeFolders();
    if (files.length > 0)
      console.log(`AWS conformance: ${tally.ran} recorded executions and ${tally.definitions} recorded verdicts agree`);
  });

  if (files.length === 0) {
    console.log(`AWS conformance: NOT RUN, the recorded cases are not at ${folder}`);
    it.skip('runs the recorded cases (skipped: their folder is not on this machine)', () => {});
    return;
  }

  it.each(files)('%s', async (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const recorded = JSON.parse(
      file === `${withDatePlaceholder}.json` ? text.replaceAll('"date"', '"<*>"') : text,
    ) as Case;
    if (recorded.expected === undefined) await checkVerdict((forVerdicts ??= await startRig()), recorded);
    else await checkRun(recorded, recorded.expected);
  });
});

async function checkVerdict(rig: Rig, recorded: Case): Promise<void> {
  const definition =
    typeof recorded.definition === 'string' ? recorded.definition : JSON.stringify(recorded.definition);
  const name = `case-${tally.definitions}`;
  const verdict = await rig.client.send(new CreateStateMachineCommand({ name, definition, roleArn })).then(
    () => null,
    (error: Error) => error.name,
  );
  expect(verdict).toBe(recorded.expectedErrorName);
  tally.definitions += 1;
}

async function checkRun(recorded: Case, expected: NonNullable<Case['expected']>): Promise<void> {
  const tokens: { readonly lambda: string; readonly payload: unknown }[] = [];
  const functions = Object.fromEntries(
    Object.entries(recorded.lambdas ?? {}).map(([name, behaviour]): [string, TestFunction] => {
      const run = behave(behaviour);
      return [
        name,
        (payload, clock) => {
          tokens.push({ lambda: name, payload });
          return run(payload, clock);
        },
      ];
    }),
  );
  const rig = await startRig({ functions });
  try {
    const machine = await createMachine(rig, recorded.definition, 'case');
    const arn = await startExecution(rig, machine, recorded.input);
    const callbacks = queueOf(recorded.callbacks ?? [], tokens);
    const outcome = await runToEnd(rig, arn, async () => {
      const next = callbacks();
      if (next === undefined) return false;
      await call(rig, arn, next.callback, next.payload);
      return true;
    });

    expect(outcome.status).toBe(expected.status);
    if ('output' in expected) expect(difference(expected.output, JSON.parse(outcome.output ?? 'null'))).toBeUndefined();
    const ends = readable({ error: outcome.error, cause: outcome.cause });
    expect(differenceOfEvents(only(expected, ['error', 'cause']), ends)).toBeUndefined();

    if (expected.events !== undefined) {
      const events = (await historyOf(rig, arn)).map(flatten);
      if (expected.eventOrder === 'exact') {
        expect(events.map(({ type }) => type)).toEqual(expected.events.map(({ type }) => type));
        for (const [index, event] of expected.events.entries())
          expect(differenceOfEvents(event, events[index]!), `event ${index + 1}`).toBeUndefined();
      } else {
        const comparable = withoutParallelEnd.has(recorded.name)
          ? events.filter(({ type }) => type !== 'ParallelStateSucceeded' && type !== 'ParallelStateFailed')
          : events;
        expect(differenceOfBags(expected.events, comparable, differenceOfEvents)).toBeUndefined();
      }
    }
    tally.ran += 1;
  } finally {
    await rig.stop();
  }
}

function behave(behaviour: Behaviour): TestFunction {
  let calls = 0;
  return async (payload: unknown, clock: TestClock): Promise<unknown> => {
    calls += 1;
    if (behaviour.sleepSeconds !== undefined) await clock.sleep(behaviour.sleepSeconds * 1000);
    const failing = behaviour.raise !== undefined && calls <= (behaviour.failTimes ?? Infinity);
    if (failing) throw new FunctionFailure(behaviour.raise.errorType, behaviour.raise.errorMessage);
    if (behaviour.then !== undefined) return behave(behaviour.then)(payload, clock);
    return behaviour.echo === true ? payload : behaviour.return;
  };
}

/** Callbacks in order: one for every call of the function that got the token. */
function queueOf(
  callbacks: readonly Callback[],
  calls: readonly { readonly lambda: string; readonly payload: unknown }[],
): () => { callback: Callback; payload: unknown } | undefined {
  let call = 0;
  let position = 0;
  let stopped = false;
  return () => {
    const stop = callbacks.find(({ action }) => action === 'stop');
    if (stop !== undefined && !stopped) {
      stopped = true;
      return { callback: stop, payload: undefined };
    }
    for (; call < calls.length; call += 1, position = 0) {
      const mine = callbacks.filter(({ token }) => token?.lambda === calls[call]!.lambda);
      const callback = mine[position];
      if (callback === undefined) continue;
      position += 1;
      return { callback, payload: calls[call]!.payload };
    }
    return undefined;
  };
}

async function call(rig: Rig, executionArn: string, callback: Callback, payload: unknown): Promise<void> {
  const field = (from: string): unknown =>
    from === '' ? payload : from.split('.').reduce((value, key) => (value as Record<string, unknown>)[key], payload);
  const taskToken = callback.token === undefined ? '' : String(field(callback.token.path));
  const { error, cause } = callback;
  switch (callback.action) {
    case 'stop':
      await rig.client.send(new StopExecutionCommand({ executionArn }));
      return;
    case 'heartbeat':
      await rig.client.send(new SendTaskHeartbeatCommand({ taskToken }));
      return;
    case 'success':
      await rig.client.send(
        new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(field(callback.outputFrom ?? '')) }),
      );
      return;
    case 'failure':
      await rig.client.send(
        new SendTaskFailureCommand({
          taskToken,
          ...(error === undefined ? {} : { error }),
          ...(cause === undefined ? {} : { cause }),
        }),
      );
  }
}

/** An event in the form of the recorded cases: its type and its details on one level, with parsed JSON texts. */
function flatten(event: HistoryEvent): Record<string, unknown> {
  return { type: event.type, ...readable(detailsOf(event)) };
}

function readable(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      key === 'assignedVariables' ? readable(value as Record<string, unknown>) : parsed(value),
    ]),
  );
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function only(fields: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

/** Fields that were not recorded are not compared. */
function differenceOfEvents(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): string | undefined {
  const compared = Object.fromEntries(Object.keys(expected).map((key) => [key, actual[key]]));
  return difference(expected, compared);
}
