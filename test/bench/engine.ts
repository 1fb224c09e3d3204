// The workflow of one case with 8 and with 40 systems: the time of all searches compared with the slowest search, and
// the cost of the execution.
import { startBench } from './driven-cases.ts';

const slowest = 2_000;
const sideBySide = 8;

async function caseWith(systems: number): Promise<object> {
  // The shortest search takes a tenth of the time of the slowest.
  const times = Array.from(
    { length: systems },
    (_, index) => slowest * (index === 0 ? 1 : 0.1 + 0.5 * (index / systems)),
  );
  const bench = await startBench(times, { teaches: true });
  const { history, events, largestStateBytes } = await bench.drive();
  await bench.close();
  const entered = (state: string): readonly number[] =>
    history.filter((one) => one.state === state).map(({ at }) => at);
  const begins = entered('Search');
  const ends = entered('ApproveIdentifiers');
  const phases = begins.map((at, index) => (ends[index] ?? at) - at);
  const waves = begins.length;
  // No order of the searches can be faster than this.
  const leastTime = Math.max(slowest, times.reduce((sum, time) => sum + time, 0) / sideBySide);
  return {
    systems,
    waves,
    searchPhaseOverSlowest: Math.max(...phases) / slowest,
    searchPhaseOverLeastTime: Math.max(...phases) / leastTime,
    transitions: history.length,
    transitionsOverBound: history.length / (17 + waves * (4 + 2 * systems)),
    events,
    largestStateBytes,
    ...bench.counts,
  };
}

/** The bound: `transitionsOverBound` is at most 1. */
export async function run(): Promise<object> {
  return { cases: [await caseWith(8), await caseWith(40)] };
}
