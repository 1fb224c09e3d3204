import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { InvokeOutcome, LocalClock } from '#infra/local/endpoint.ts';
import { startSchedule, type RunningSchedule, type Schedule } from '#infra/local/schedule/schedule.ts';

const START = Date.parse('2027-03-01T09:00:00.400Z');
const MINUTE = 60_000;

/** The machine's (simulated) clock plus a shift, as the local cloud has it. */
function shiftableClock(): LocalClock & { shift(milliseconds: number): void } {
  const listeners = new Set<() => void>();
  let shifted = 0;
  return {
    now: () => Date.now() + shifted,
    onShift: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shift: (milliseconds) => {
      shifted += milliseconds;
      for (const listener of listeners) listener();
    },
  };
}

let clock: ReturnType<typeof shiftableClock>;
let running: RunningSchedule | undefined;
let runs: { functionName: string; event: unknown }[];
let failures: unknown[];
let folder: string;
let outcome: () => Promise<InvokeOutcome>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'schedule-test-'));
  vi.useFakeTimers({ now: START });
  clock = shiftableClock();
  runs = [];
  failures = [];
  outcome = () => Promise.resolve({ kind: 'returned', payload: null });
});

afterEach(async () => {
  await running?.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

async function start(...schedules: Partial<Schedule>[]): Promise<void> {
  const usual = { name: 'reconcile', function: 'reconcile-cases', everySeconds: 60, runAtStart: true };
  running = startSchedule({
    folder,
    schedules: schedules.map((schedule) => ({ ...usual, ...schedule })),
    invoke: (functionName, event) => {
      runs.push({ functionName, event });
      return outcome();
    },
    clock,
    onFailure: (...failure) => failures.push(failure),
  });
  await vi.advanceTimersByTimeAsync(0);
}

async function runNow(name: string): Promise<InvokeOutcome> {
  if (running === undefined) throw new Error('nothing was started');
  return running.runNow(name);
}

const times = (): unknown[] => runs.map(({ event }) => (event as { time: string }).time);

test('the first run is at once, with an event like EventBridge’s', async () => {
  await start({});
  expect(runs).toEqual([
    {
      functionName: 'reconcile-cases',
      event: {
        version: '0',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account: '000000000000',
        time: '2027-03-01T09:00:00Z',
        region: 'eu-north-1',
        resources: ['arn:aws:events:eu-north-1:000000000000:rule/reconcile'],
        detail: {},
      },
    },
  ]);
});

test('then there is a run in each period', async () => {
  await start({});
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect(times()).toEqual([
    '2027-03-01T09:00:00Z',
    '2027-03-01T09:01:00Z',
    '2027-03-01T09:02:00Z',
    '2027-03-01T09:03:00Z',
  ]);
});

describe('without the flag', () => {
  const daily = { name: 'purge', runAtStart: false, everySeconds: 24 * 3600 };
  const hours = 60 * MINUTE;
  const restart = async (): Promise<void> => {
    await running?.close();
    await start(daily);
  };

  test('in a new folder the first run comes after a period, and each further one a period after the one before', async () => {
    await start(daily);
    await vi.advanceTimersByTimeAsync(24 * hours - 1);
    expect(runs).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(times()).toEqual(['2027-03-02T09:00:00Z']);
    await vi.advanceTimersByTimeAsync(24 * hours);
    expect(times().slice(1)).toEqual(['2027-03-03T09:00:00Z']);
  });

  test('in a new folder whose process was killed early, the first run is not delayed further', async () => {
    await start(daily);
    await vi.advanceTimersByTimeAsync(20 * hours);
    await restart();
    await vi.advanceTimersByTimeAsync(4 * hours);
    expect(times()).toEqual(['2027-03-02T09:00:00Z']);
  });

  test('a schedule that is new in an older folder runs at once', async () => {
    writeFileSync(path.join(folder, 'schedule.json'), JSON.stringify({ reconcile: START }));
    await start(daily);
    expect(times()).toEqual(['2027-03-01T09:00:00Z']);
  });

  test('on a machine that is restarted each night it still runs every day', async () => {
    await start(daily);
    for (let day = 0; day < 3; day += 1) {
      await vi.advanceTimersByTimeAsync(14 * hours);
      await running?.close();
      await vi.advanceTimersByTimeAsync(8 * hours);
      await start(daily);
      await vi.advanceTimersByTimeAsync(2 * hours);
    }
    expect(times()).toEqual([2, 3, 4].map((day) => `2027-03-0${day}T09:00:00Z`));
  });

  test('what became due while nothing ran is run at the start, once', async () => {
    await start(daily);
    await running?.close();
    await vi.advanceTimersByTimeAsync(40 * 24 * hours);
    await restart();
    expect(times()).toEqual(['2027-04-10T09:00:00Z']);
    await restart();
    expect(runs).toHaveLength(1);
  });

  test('a run that failed, or that a kill interrupted, is repeated at the next start', async () => {
    outcome = () => Promise.resolve({ kind: 'failed', errorType: 'E', errorMessage: '' });
    writeFileSync(path.join(folder, 'schedule.json'), JSON.stringify({ purge: START - 24 * hours }));
    await start(daily);
    outcome = () => new Promise(() => undefined);
    await restart();
    outcome = () => Promise.resolve({ kind: 'returned', payload: null });
    await restart();
    await restart();
    expect(runs).toHaveLength(3);
  });

  test.each(['', '{"purge":', '{"purge":"yesterday"}', '{"purge":9999999999999}'])(
    'a file that says %j prevents no run',
    async (content) => {
      writeFileSync(path.join(folder, 'schedule.json'), content);
      await start(daily);
      expect(runs).toHaveLength(1);
    },
  );
});

test('a shift over many periods causes one run, at the shifted time, and the old rhythm continues', async () => {
  await start({});
  clock.shift(20 * 24 * 60 * MINUTE + 90_000);
  await vi.advanceTimersByTimeAsync(0);
  expect(times().slice(1)).toEqual(['2027-03-21T09:01:30Z']);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(times().slice(1)).toEqual(['2027-03-21T09:01:30Z', '2027-03-21T09:02:00Z']);
});

test('a shift below one period makes the next run come earlier', async () => {
  await start({});
  clock.shift(50_000);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toHaveLength(2);
});

test('a schedule never runs twice at the same time, and one late run replaces all missed ones', async () => {
  let finish: (value: InvokeOutcome) => void = () => undefined;
  outcome = () => new Promise((resolve) => (finish = resolve));
  await start({}, { name: 'other', function: 'watch-deadlines' });
  const own = (): number => runs.filter(({ functionName }) => functionName === 'reconcile-cases').length;
  expect(runs).toHaveLength(2);
  outcome = () => new Promise(() => undefined);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  clock.shift(10 * MINUTE);
  clock.shift(10 * MINUTE);
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toHaveLength(2);
  // The run that started last is the other one. Its end allows the schedule to run again, once.
  outcome = () => Promise.resolve({ kind: 'returned', payload: null });
  finish({ kind: 'returned', payload: null });
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toHaveLength(3);
  expect(own()).toBe(1);
});

test('runNow runs at once, after a run that is in progress, and does not change the rhythm', async () => {
  writeFileSync(path.join(folder, 'schedule.json'), JSON.stringify({ reconcile: START }));
  await start({ runAtStart: false });
  const finish: ((value: InvokeOutcome) => void)[] = [];
  outcome = () => new Promise((resolve) => finish.push(resolve));
  const both = [runNow('reconcile'), runNow('reconcile')];
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toHaveLength(1);
  finish[0]?.({ kind: 'returned', payload: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toHaveLength(2);
  finish[1]?.({ kind: 'returned', payload: 2 });
  expect(await Promise.all(both)).toEqual([1, 2].map((payload) => ({ kind: 'returned', payload })));
  outcome = () => Promise.resolve({ kind: 'returned', payload: null });
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(runs).toHaveLength(3);
  await expect(runNow('unknown')).rejects.toThrow('there is no schedule unknown');
});

test('a failure is reported, and the schedule continues', async () => {
  outcome = () => Promise.resolve({ kind: 'failed', errorType: 'Sandbox.Timedout', errorMessage: 'too slow' });
  await start({});
  outcome = () => Promise.resolve({ kind: 'missing' });
  await vi.advanceTimersByTimeAsync(MINUTE);
  outcome = () => Promise.reject(new Error('no platform'));
  await vi.advanceTimersByTimeAsync(MINUTE);
  outcome = () => Promise.resolve({ kind: 'returned', payload: null });
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(runs).toHaveLength(4);
  expect(failures).toEqual([
    ['reconcile', { kind: 'failed', errorType: 'Sandbox.Timedout', errorMessage: 'too slow' }],
    ['reconcile', { kind: 'missing' }],
    ['reconcile', { kind: 'failed', errorType: 'Error', errorMessage: 'Error: no platform' }],
  ]);
});

test('nothing runs after close, not even after a shift or at the end of a run', async () => {
  let finish: (value: InvokeOutcome) => void = () => undefined;
  outcome = () => new Promise((resolve) => (finish = resolve));
  await start({});
  await running?.close();
  finish({ kind: 'returned', payload: null });
  clock.shift(10 * MINUTE);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(runs).toHaveLength(1);
});

test('two schedules of one name, or a period of zero, are refused', async () => {
  await expect(start({}, {})).rejects.toThrow('same name');
  await expect(start({ everySeconds: 0 })).rejects.toThrow('period');
});
