import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { InvokeOutcome, LocalClock } from '#infra/local/endpoint.ts';
import { startSchedule, type RunningSchedule, type Schedule } from '#infra/local/schedule/schedule.ts';

const START = Date.parse('2027-03-01T09:00:00.400Z');
const MINUTE = 60_000;

/** The machine's (faked) clock plus a shift, as the local cloud has it. */
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

test("the first run is at once, with an event like EventBridge's", async () => {
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

test('then there is a run each period', async () => {
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

  test('on a new folder the first run comes after a period, and each other a period after the one before', async () => {
    await start(daily);
    await vi.advanceTimersByTimeAsync(24 * hours - 1);
    expect(runs).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(times()).toEqual(['2027-03-02T09:00:00Z']);
    await vi.advanceTimersByTimeAsync(24 * hours);
    expect(times().slice(1)).toEqual(['2027-03-03T09:00:00Z']);
  });

  test('a new folder whose process was killed early does not wait longer for its first run', async () => {
    await start(daily);
    await vi.advanceTimersByTimeAsync(20 * hours);
    await restart();
    await vi.advanceTimersByTimeAsync(4 * hours);
    expect(times()).toEqual(['2027-03-02T09:00:00Z']);
  });

  test('a schedule that an older folder does not know runs at once', async () => {
    writeFileSync(path.join(folder, 'schedule.json'), JSON.stringify({ reconcile: START }));
    await start(daily);
    expect(times()).toEqual(['2027-03-01T09:00:00Z']);
  });

  test('a machine that is restarted each night runs it each day all the same', async () => {
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

  test('a run that failed, or that a kill cut off, is made up for at the next start', async () => {
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
    'a file that says %j hides no run',
    async (content) => {
      writeFileSync(path.join(folder, 'schedule.json'), content);
      await start(daily);
      expect(runs).toHaveLength(1);
    },
  );
});

test('a shift over many periods brings one run, at the shifted time, and the old rhythm goes on', async () => {
  await start({});
  clock.shift(20 * 24 * 60 * MINUTE + 90_000);
  await vi.advanceTimersByTimeAsync(0);
  expect(times().slice(1)).toEqual(['2027-03-21T09:01:30Z']);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(times().slice(1)).toEqual(['2027-03-21T09:01:30Z', '2027-03-21T09:02:00Z']);
});

test('a shift below one period brings the next run nearer', async () => {
  await start({});
  clock.shift(50_000);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toHaveLength(2);
});

test('a schedule does not overlap itself, and one late run makes up for all that were missed', async () => {
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
  // The last started is the other one: its end lets it run again, once, and only it.
  outcome = () => Promise.resolve({ kind: 'returned', payload: null });
  finish({ kind: 'returned', payload: null });
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toHaveLength(3);
  expect(own()).toBe(1);
});

test('runNow runs at once, after a run that is under way, and leaves the rhythm alone', async () => {
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

test('a failure is told, and the schedule goes on', async () => {
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

test('nothing runs after close, not even on a shift or at the end of a run', async () => {
  let finish: (value: InvokeOutcome) => void = () => undefined;
  outcome = () => new Promise((resolve) => (finish = resolve));
  await start({});
  await running?.close();
  finish({ kind: 'returned', payload: null });
  clock.shift(10 * MINUTE);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(runs).toHaveLength(1);
});

test('two schedules of one name, or a period of nothing, are refused', async () => {
  await expect(start({}, {})).rejects.toThrow('same name');
  await expect(start({ everySeconds: 0 })).rejects.toThrow('period');
});
