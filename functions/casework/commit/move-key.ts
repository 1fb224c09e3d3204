import { earliest } from '#domain/case/next-owed.ts';
import type { OwedCommit } from '#store/case-log.ts';
import type { OwedFrom } from '#store/indexes.ts';
import type { OwedCases } from '#store/owed-cases.ts';

/** What `settle` has done in a case. `moveKey` computes the next key `owedAt` from it. */
export interface Settled {
  readonly caseId: string;
  /** The number of the last commit when the settling began. */
  readonly readTo: number;
  /** The commits that had the key `owedAt` when the settling began. */
  readonly owed: readonly OwedCommit[];
  /** The commits that `settle` itself has written. */
  readonly own: readonly OwedCommit[];
  /**
   * Whether a step failed, and the log does not say when to try it again. (If a letter could not be sent, the log says
   * when.)
   */
  readonly hasFailed: boolean;
  /** The next instant (ISO 8601) at which the case can owe something; `undefined` if there is none. */
  readonly next: string | undefined;
}

const minute = 60_000;
// The alarm about stuck work counts the failures of 15 minutes. The wait is shorter, so that the alarm lasts as long as
// the step fails.
const longest = 10 * minute;

/**
 * When a failed step is tried again, after `tries` failures in a row before this one. The wait doubles from one minute
 * up to ten minutes, so that a step which always fails does not run each minute.
 */
export function afterFailure(tries: number, now: string): OwedFrom {
  const wait = Math.min(minute * 2 ** Math.min(tries, 20), longest);
  return { at: new Date(Date.parse(now) + wait).toISOString(), tries: tries + 1 };
}

/**
 * Moves the key `owedAt` of a settled case to the next instant at which the case can owe something. First the last
 * settled commit gets the key with that instant, and then the keys of older commits are removed. So the case has a key
 * even if the process dies in between. A commit that another process has written meanwhile keeps its own key.
 */
export async function moveKey(cases: OwedCases, settled: Settled, now: string): Promise<void> {
  const { caseId, hasFailed } = settled;
  const keys = [...settled.owed.filter(({ seq }) => seq <= settled.readTo), ...settled.own];
  const last = Math.max(settled.readTo, ...settled.own.map(({ seq }) => seq));
  const retry = hasFailed ? afterFailure(Math.max(0, ...settled.owed.map(({ tries }) => tries)), now) : undefined;
  const at = earliest([settled.next, retry?.at]);
  const to = at === undefined ? undefined : { at, tries: retry?.tries ?? 0 };
  const here = keys.find(({ seq }) => seq === last);
  // Another process may settle the case at the same time without the failure, and change the key. So after a failure
  // the key is written whatever it is now (`keep`). Without a failure it is changed only if it is still the one that
  // was read (`move`).
  if (hasFailed && to !== undefined) await cases.keep(caseId, last, to);
  else if (here?.at !== to?.at) await cases.move(caseId, last, here?.at, to);
  for (const { seq, at: from } of keys) if (seq !== last) await cases.move(caseId, seq, from, undefined);
  if (keys.some(({ seq }) => seq === 1)) await cases.opened(caseId);
}
