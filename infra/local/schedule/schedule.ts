import { randomUUID } from 'node:crypto';
import { account, region } from '../aws/region.ts';
import type { InvokeFunction, InvokeOutcome, LocalClock } from '../endpoint.ts';
import { openLastRuns } from './last-runs.ts';

/** Timers are looked at again at least this often, because the machine may sleep and its clock may be set. */
const LOOK_AGAIN_MILLISECONDS = 60_000;

export interface Schedule {
  readonly name: string;
  /** Name of the function to invoke. */
  readonly function: string;
  readonly everySeconds: number;
  /** True: there is a run at each start. False: only where one is overdue, or there has been none yet. */
  readonly runAtStart: boolean;
}

export interface ScheduleSettings {
  /** Keeps when each schedule last ran to its end, in `schedule.json`. */
  readonly folder: string;
  readonly schedules: readonly Schedule[];
  readonly invoke: InvokeFunction;
  readonly clock: LocalClock;
  /** Told about each run that did not end well; the schedule goes on. */
  readonly onFailure: (name: string, outcome: Exclude<InvokeOutcome, { kind: 'returned' }>) => void;
}

export interface RunningSchedule {
  /** Runs a schedule now, after any run of it that is under way. Throws for a name that is not in the list. */
  runNow(name: string): Promise<InvokeOutcome>;
  /** Starts no more runs. A run that is under way is not waited for. */
  close(): Promise<void>;
}

/**
 * Invokes functions on a fixed rate of the local clock, with events like those of EventBridge. A period goes on while
 * nothing runs: what became due meanwhile runs at the start. A clock that was shifted over several periods brings one run,
 * not many. A schedule never overlaps itself: a run that is due while the one
 * before is under way starts when that has ended.
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
      // The end of a scheduled run looks again.
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

/** At once where there has been no run, or one that a clock which was set back has yet to reach. */
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
    // EventBridge gives whole seconds.
    time: `${new Date(time).toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:events:${region}:${account}:rule/${name}`],
    detail: {},
  };
}
