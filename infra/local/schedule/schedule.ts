import { randomUUID } from 'node:crypto';
import { account, region } from '../aws/region.ts';
import type { InvokeFunction, InvokeOutcome, LocalClock } from '../endpoint.ts';
import { openLastRuns } from './last-runs.ts';

/**
 * A schedule is checked at least this often. A single timer for a whole day would be late if the machine sleeps, or if
 * somebody changes the clock.
 */
const LOOK_AGAIN_MILLISECONDS = 60_000;

export interface Schedule {
  readonly name: string;
  /** The name of the function that the schedule invokes. */
  readonly function: string;
  readonly everySeconds: number;
  /**
   * Whether the function runs at every start of the system. If false, it runs at a start only if a run is due (see
   * `firstDue`).
   */
  readonly runAtStart: boolean;
}

export interface ScheduleSettings {
  /** The folder of the file `schedule.json`, which stores the last completed run of each schedule. */
  readonly folder: string;
  readonly schedules: readonly Schedule[];
  readonly invoke: InvokeFunction;
  readonly clock: LocalClock;
  /** Called after each failed run. The schedule continues. */
  readonly onFailure: (name: string, outcome: Exclude<InvokeOutcome, { kind: 'returned' }>) => void;
}

export interface RunningSchedule {
  /**
   * Runs a schedule once: now, or directly after a run that is in progress. Throws if there is no schedule with this
   * name.
   */
  runNow(name: string): Promise<InvokeOutcome>;
  /** Stops the timers. Does not wait for a run that is in progress. */
  close(): Promise<void>;
}

/**
 * Invokes functions at fixed intervals of the local clock, with events like those of EventBridge. In a new folder the
 * first run comes after one interval, as for a new rule of EventBridge. An interval continues while the process is
 * stopped: a schedule that became due meanwhile runs at the start. If several intervals have passed, because the
 * process was stopped or the clock was moved, there is only one run. Two runs of one schedule never overlap: if a run
 * becomes due during another, it starts after the other has ended.
 */
export function startSchedule({ folder, schedules, invoke, clock, onFailure }: ScheduleSettings): RunningSchedule {
  const lastRuns = openLastRuns(
    folder,
    schedules.map(({ name }) => name),
    clock.now(),
  );
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
      // While a run is in progress no timer is set. When the run ends, `look` is called again.
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

/**
 * When a schedule is first due: one period after its last run. The schedule is due immediately if its last run is not
 * known (the schedule is new, or the file cannot be read), or if its last run is in the future (somebody set the clock
 * back).
 */
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
    // EventBridge gives the `time` of an event in whole seconds.
    time: `${new Date(time).toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:events:${region}:${account}:rule/${name}`],
    detail: {},
  };
}
