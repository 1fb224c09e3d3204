import { randomUUID } from 'node:crypto';
import { account, region } from '../aws/region.ts';
import type { InvokeFunction, InvokeOutcome, LocalClock } from '../endpoint.ts';
import { openLastRuns } from './last-runs.ts';

/** Timers are checked at least this often, because the machine may sleep and its clock may be changed. */
const LOOK_AGAIN_MILLISECONDS = 60_000;

export interface Schedule {
  readonly name: string;
  /** The name of the function to invoke. */
  readonly function: string;
  readonly everySeconds: number;
  /**
   * True: the function runs at each start. False: it runs at a start only if a run is overdue or there was no run yet.
   */
  readonly runAtStart: boolean;
}

export interface ScheduleSettings {
  /** The folder of `schedule.json`, with the last completed run of each schedule. */
  readonly folder: string;
  readonly schedules: readonly Schedule[];
  readonly invoke: InvokeFunction;
  readonly clock: LocalClock;
  /** Called for each failed run; the schedule continues afterwards. */
  readonly onFailure: (name: string, outcome: Exclude<InvokeOutcome, { kind: 'returned' }>) => void;
}

export interface RunningSchedule {
  /** Runs a schedule now, or after its running run. Throws if there is no schedule with this name. */
  runNow(name: string): Promise<InvokeOutcome>;
  /** Starts no more runs, and does not wait for a running one. */
  close(): Promise<void>;
}

/**
 * Invokes functions at a fixed rate of the local clock, with events like those of EventBridge. The time during which
 * the process was stopped counts: a schedule that became overdue runs at the start. If the clock was shifted by several
 * periods, there is one run. Runs of one schedule never overlap: if a run becomes due during another run, it starts
 * after that run.
 */
export function startSchedule({ folder, schedules, invoke, clock, onFailure }: ScheduleSettings): RunningSchedule {
  const lastRuns = openLastRuns(folder);
  const entries = new Map(schedules.map((schedule) => [schedule.name, startEntry(schedule)]));
  if (entries.size !== schedules.length) throw new Error('two schedules have the same name');
  const unsubscribe = clock.onShift(() => {
    for (const entry of entries.values()) entry.look();
  });
  for (const entry of entries.values()) entry.look();

  function startEntry(schedule: Schedule) {
    const period = schedule.everySeconds * 1000;
    if (!(period > 0)) throw new Error(`the schedule ${schedule.name} needs a period above zero`);
    let due = schedule.runAtStart ? clock.now() : firstDue(lastRuns.of(schedule.name), period, clock.now());
    let timer: NodeJS.Timeout | undefined;
    let closed = false;
    let scheduled = false;
    let last: Promise<unknown> = Promise.resolve();

    async function runOnce(): Promise<InvokeOutcome> {
      const began = clock.now();
      const outcome = await invoke(schedule.function, scheduledEvent(schedule.name, began)).catch(
        (error: unknown): InvokeOutcome => ({ kind: 'failed', errorType: 'Error', errorMessage: String(error) }),
      );
      if (outcome.kind === 'returned') lastRuns.keep(schedule.name, began);
      else onFailure(schedule.name, outcome);
      return outcome;
    }

    function run(): Promise<InvokeOutcome> {
      const next = last.then(runOnce);
      last = next;
      return next;
    }

    function look(): void {
      clearTimeout(timer);
      // The end of a run checks the timers again.
      if (closed || scheduled) return;
      const wait = due - clock.now();
      if (wait > 0) {
        timer = setTimeout(look, Math.min(wait, LOOK_AGAIN_MILLISECONDS));
        return;
      }
      due += (Math.floor(-wait / period) + 1) * period;
      scheduled = true;
      void run().finally(() => {
        scheduled = false;
        look();
      });
    }

    function stop(): void {
      closed = true;
      clearTimeout(timer);
    }

    return { run, look, stop };
  }

  return {
    runNow: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error(`there is no schedule ${name}`);
      return entry.run();
    },
    close: async () => {
      unsubscribe();
      for (const entry of entries.values()) entry.stop();
    },
  };
}

/** Due at once if there was no run yet, or if the last run is in the future because the clock was set back. */
function firstDue(lastRun: number | undefined, period: number, now: number): number {
  return lastRun === undefined || lastRun > now ? now : lastRun + period;
}

function scheduledEvent(name: string, time: number): object {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    // The `time` in an event of EventBridge has whole seconds.
    time: `${new Date(time).toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:events:${region}:${account}:rule/${name}`],
    detail: {},
  };
}
