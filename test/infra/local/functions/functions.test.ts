import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { InvokeOutcome, LocalClock } from '#infra/local/endpoint.ts';
import type { FunctionDefinition } from '#infra/local/functions/definition.ts';
import { startFunctions, type RunningFunctions } from '#infra/local/functions/functions.ts';

const NOW = Date.parse('2027-03-01T09:30:00.000Z');
const clock: LocalClock = { now: () => NOW, onShift: () => () => undefined };
const logFolder = mkdtempSync(path.join(tmpdir(), 'functions-test-'));

const fixture = (name: string): string => path.join(import.meta.dirname, 'handlers', `${name}.ts`);
const define = (over: Partial<FunctionDefinition> = {}): FunctionDefinition => ({
  entry: fixture('obedient'),
  environment: { TABLE: 'cases', AWS_ACCESS_KEY_ID: 'AKIDOFTHEFUNCTION', TZ: 'Europe/Stockholm' },
  timeoutSeconds: 10,
  memoryMegabytes: 128,
  ...over,
});

let running: RunningFunctions;

beforeAll(() => {
  process.env['SECRET_OF_THE_HOST'] = 'must not be seen';
  running = startFunctions({
    functions: new Map([
      ['subject-api', define()],
      ['one-at-a-time', define({ maxInstances: 1 })],
      ['two-at-a-time', define({ maxInstances: 2 })],
      ['hasty', define({ timeoutSeconds: 0.4, maxInstances: 1 })],
      ['small', define({ memoryMegabytes: 32, timeoutSeconds: 30 })],
      ['writer', define()],
      ['idle', define({ maxInstances: 1 })],
      ['broken', define({ entry: fixture('broken') })],
      ['without-handler', define({ entry: fixture('without-handler') })],
      ['absent', define({ entry: fixture('no-such-file') })],
    ]),
    logFolder,
    clock,
  });
});

afterAll(async () => {
  await running.close();
  delete process.env['SECRET_OF_THE_HOST'];
  rmSync(logFolder, { recursive: true });
});

/** The matcher, without its `any`. */
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const invoke = (name: string, payload: unknown): Promise<InvokeOutcome> => running.invoke(name, payload);

async function returned(name: string, payload: unknown): Promise<unknown> {
  const outcome = await invoke(name, payload);
  if (outcome.kind !== 'returned') throw new Error(`expected an answer, got ${JSON.stringify(outcome)}`);
  return outcome.payload;
}

describe('the time in a function', () => {
  test('is the time of the local cloud, even after it was moved forward, and in an instance that is already running', async () => {
    let ahead = 40 * 86_400_000;
    const listeners = new Set<() => void>();
    const moving = startFunctions({
      functions: new Map([['clock', define({ maxInstances: 1 })]]),
      logFolder,
      clock: {
        now: () => Date.now() + ahead,
        onShift: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
    });
    try {
      for (const shift of [0, 9 * 3_600_000]) {
        ahead += shift;
        for (const listener of listeners) listener();
        const before = Date.now() + ahead;
        const outcome = await moving.invoke('clock', { act: 'time' });
        const { payload } = outcome as { payload: Record<string, number | string> };
        for (const time of [payload['made'], payload['told']]) {
          expect(time).toBeGreaterThanOrEqual(before - 1);
          expect(time).toBeLessThanOrEqual(Date.now() + ahead + 1);
        }
        expect(Date.parse(String(payload['text']))).toBeGreaterThanOrEqual(before - 1000);
        expect(payload).toMatchObject({ given: '2026-01-31T12:00:00.000Z', utc: 1_769_817_600_000, isDate: true });
        // Its timeout is measured with the clock of the machine.
        expect(payload['remaining']).toBeGreaterThan(1_000);
      }
    } finally {
      await moving.close();
    }
    expect(listeners.size).toBe(0);
  });
});

test('the compiled code of a function is kept for the next instance if there is a folder for it', async () => {
  const compiled = path.join(logFolder, 'compiled');
  for (const _ of ['first', 'second']) {
    const once = startFunctions({ functions: new Map([['kept', define({ compiled })]]), logFolder, clock });
    expect(await once.invoke('kept', { act: 'echo', value: 1 })).toEqual({ kind: 'returned', payload: 1 });
    await once.close();
    expect(readdirSync(compiled, { recursive: true }).length).toBeGreaterThan(1);
  }
});

describe('events and responses', () => {
  test('are sent as JSON', async () => {
    const value = { reference: 'R-1', list: [1, 'två', null], deep: { yes: true } };
    expect(await returned('subject-api', { act: 'echo', value })).toEqual(value);
    expect(await returned('subject-api', { act: 'date' })).toEqual({ at: '1970-01-01T00:00:00.000Z', list: [null] });
    expect(await returned('subject-api', { act: 'nothing' })).toBeNull();
  });

  test('a response over six megabytes is refused, and a slightly smaller one is not', async () => {
    expect(await invoke('subject-api', { act: 'large', value: 6_291_556 })).toMatchObject({
      kind: 'failed',
      errorType: 'Function.ResponseSizeTooLarge',
    });
    expect(await returned('subject-api', { act: 'large', value: 6_291_554 })).toHaveLength(6_291_554);
  });

  test('an event over six megabytes is refused', async () => {
    expect(await invoke('subject-api', { act: 'echo', value: 'x'.repeat(6_291_556) })).toMatchObject({
      kind: 'failed',
      errorType: 'RequestTooLargeException',
    });
  });

  test('a response that has no JSON form fails', async () => {
    expect(await invoke('subject-api', { act: 'circular' })).toEqual({
      kind: 'failed',
      errorType: 'Error',
      errorMessage: 'Unable to stringify response body',
    });
  });

  test('the function is found by its name', async () => {
    expect(await returned('subject-api', { act: 'echo', value: 1 })).toBe(1);
  });

  test.each(['subject', '', 'arn:aws:s3:::subject-api', 'subject-api:', 'function:', '__proto__', '../subject-api'])(
    'no function is called "%s"',
    async (name) => {
      expect(await invoke(name, {})).toEqual({ kind: 'missing' });
    },
  );
});

describe('what a function sees', () => {
  test('its environment has the variables of its binding and of Lambda, and none of the host', async () => {
    const environment = (await returned('subject-api', { act: 'environment' })) as Record<string, string>;
    const { AWS_LAMBDA_LOG_STREAM_NAME, ...rest } = environment;
    expect(AWS_LAMBDA_LOG_STREAM_NAME).toMatch(/^2027\/03\/01\/\[\$LATEST\]/);
    expect(rest).toEqual({
      TABLE: 'cases',
      AWS_ACCESS_KEY_ID: 'AKIDOFTHEFUNCTION',
      AWS_DEFAULT_REGION: 'eu-north-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_FUNCTION_NAME: 'subject-api',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/subject-api',
      AWS_REGION: 'eu-north-1',
      HOME: path.dirname(fixture('obedient')),
      LAMBDA_TASK_ROOT: path.dirname(fixture('obedient')),
      LANG: 'en_US.UTF-8',
      TZ: 'UTC',
    });
  });

  test('its time zone is UTC', async () => {
    expect(await returned('subject-api', { act: 'time zone' })).toBe(0);
  });

  test("the context is Lambda's", async () => {
    const context = await returned('subject-api', { act: 'context' });
    expect(context).toMatchObject({
      functionName: 'subject-api',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:subject-api',
      memoryLimitInMB: '128',
      awsRequestId: matching(/^[0-9a-f-]{36}$/),
    });
    const { remaining } = context as { remaining: number };
    expect(remaining).toBeGreaterThan(5000);
    expect(remaining).toBeLessThanOrEqual(10_000);
  });
});

describe('instances', () => {
  test('an instance is kept and used again, and runs one invocation at a time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => returned('one-at-a-time', { act: 'count' })));
    expect(answers).toEqual([1, 2, 3].map((calls) => ({ calls, together: 1 })));
  });

  test('there are never more instances than allowed, and no invocation waits while one is free', async () => {
    const orders = Array.from({ length: 6 }, () => ({ act: 'sleep', milliseconds: 30 }));
    const answers = (await Promise.all(orders.map((order) => returned('two-at-a-time', order)))) as {
      together: number;
      log: string;
    }[];
    expect(new Set(answers.map(({ log }) => log)).size).toBe(2);
    expect(answers.every(({ together }) => together === 1)).toBe(true);
  });

  test('an instance without work for five minutes ends, and a new one replaces it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await returned('idle', { act: 'count' });
      vi.advanceTimersByTime(299_000);
      expect(await returned('idle', { act: 'count' })).toMatchObject({ calls: 2 });
      vi.advanceTimersByTime(300_000);
      expect(await returned('idle', { act: 'count' })).toMatchObject({ calls: 1 });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('faults', () => {
  test('a thrown error is reported with its name and message', async () => {
    expect(await invoke('subject-api', { act: 'throw' })).toEqual({
      kind: 'failed',
      errorType: 'CaseNotFound',
      errorMessage: 'no such case',
    });
    expect(await invoke('subject-api', { act: 'throw text' })).toEqual({
      kind: 'failed',
      errorType: 'string',
      errorMessage: 'not an error object',
    });
  });

  test.each([
    ['waits too long', { act: 'sleep', milliseconds: 60_000 }],
    ['loops for ever', { act: 'loop' }],
  ])('a function that %s is ended at its timeout, and the next call gets a new instance', async (_, order) => {
    expect(await invoke('hasty', order)).toEqual({
      kind: 'failed',
      errorType: 'Sandbox.Timedout',
      errorMessage: matching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 0\.40 seconds$/),
    });
    expect(await returned('hasty', { act: 'count' })).toEqual({ calls: 1, together: 1 });
  });

  test.each([
    ['exits', { act: 'exit', value: 3 }, /exit status 3$/],
    ['exits as if all were well', { act: 'exit', value: 0 }, /Runtime exited without providing a reason$/],
    ['throws where nobody catches', { act: 'throw later' }, /exit status 1$/],
    ['rejects where nobody awaits', { act: 'reject later' }, /exit status 1$/],
  ])('a function that %s fails with Runtime.ExitError, and waiting invocations still run', async (_, order, text) => {
    const [outcome, ...others] = await Promise.all([
      invoke('one-at-a-time', order),
      invoke('one-at-a-time', { act: 'echo', value: 1 }),
      invoke('one-at-a-time', { act: 'echo', value: 2 }),
    ]);
    expect(outcome).toMatchObject({
      kind: 'failed',
      errorType: 'Runtime.ExitError',
      errorMessage: matching(text),
    });
    expect(others).toEqual([1, 2].map((payload) => ({ kind: 'returned', payload })));
  });

  test('a function that fills its memory is the only one that ends', async () => {
    expect(await invoke('small', { act: 'fill memory' })).toMatchObject({ errorType: 'Runtime.ExitError' });
    expect(await returned('subject-api', { act: 'echo', value: 1 })).toBe(1);
  });

  test('a module that cannot be used fails each call with the reason', async () => {
    for (const _ of [1, 2]) {
      expect(await invoke('broken', {})).toEqual({
        kind: 'failed',
        errorType: 'TypeError',
        errorMessage: 'a setting is missing',
      });
    }
    expect(await invoke('without-handler', {})).toMatchObject({ errorType: 'Runtime.HandlerNotFound' });
    expect(await invoke('absent', {})).toMatchObject({ kind: 'failed', errorType: 'Error' });
  });

  test('closing ends what runs and what waits, and later calls fail', async () => {
    const own = startFunctions({ functions: new Map([['slow', define({ maxInstances: 1 })]]), logFolder, clock });
    await own.invoke('slow', { act: 'count' });
    const both = [1, 2].map(() => own.invoke('slow', { act: 'sleep', milliseconds: 60_000 }));
    await own.close();
    for (const outcome of [...(await Promise.all(both)), await own.invoke('slow', { act: 'count' })]) {
      expect(outcome).toMatchObject({ kind: 'failed', errorType: 'Runtime.ExitError' });
    }
  });
});

describe('logs', () => {
  test('what a function prints is written to its own log, not to the console', async () => {
    const stdout = vi.spyOn(process.stdout, 'write');
    const stderr = vi.spyOn(process.stderr, 'write');
    await invoke('writer', { act: 'print', value: 'a line of its own' });
    await invoke('writer', { act: 'throw' });
    const file = path.join(logFolder, 'writer.log');
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('"errorType":"CaseNotFound"'), {
      timeout: 30_000,
    });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('a line of its own\n');
    expect(text).toContain('and on the other stream\n');
    expect(text).toContain('{"time":"2027-03-01T09:30:00.000Z","type":"platform.report"');
    expect(statSync(file).mode & 0o077).toBe(0);
    const printed = [...stdout.mock.calls, ...stderr.mock.calls].join('\n');
    expect(printed).not.toContain('a line of its own');
  });
});
