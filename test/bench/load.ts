// 20 and 100 cases at once, each searched in four systems: no task may fail because of a conflict.
import { startBench } from './driven-cases.ts';

// How long the search of each system takes, in milliseconds.
const times = [50, 60, 70, 80];

async function casesAtOnce(cases: number): Promise<object> {
  const bench = await startBench(times, { teaches: false });
  const from = performance.now();
  const driven = await Promise.all(Array.from({ length: cases }, async () => await bench.drive()));
  const seconds = (performance.now() - from) / 1000;
  await bench.close();
  const { commits, conflicts, tasksFailed, errors } = bench.counts;
  return {
    cases,
    closed: driven.length,
    seconds,
    commits,
    conflicts,
    conflictsPerCommit: conflicts / commits,
    tasksFailedForConflicts: tasksFailed,
    otherErrors: errors,
  };
}

/** The bound: `tasksFailedForConflicts` is 0. */
export async function run(): Promise<object> {
  const few = await casesAtOnce(20);
  const many = await casesAtOnce(100);
  return { runs: [few, many] };
}
