import type { LocalClock } from '../../endpoint.ts';

export interface Timers {
  /** Sets the timer of a key to the time `due`, in milliseconds of the local clock; `null` removes the timer. */
  set(key: string, due: number | null): void;
  /** Calls `fire` for all timers that are due now. */
  look(): void;
  close(): void;
}

const longestSleepMs = 60 * 60_000;
const shortestSleepMs = 5;

/**
 * Timers that follow the local clock. The timers are checked when the next timer is due, and each time the local clock
 * is moved. `fire` is called in the order of the due times.
 */
export function createTimers(clock: LocalClock, fire: (key: string) => void): Timers {
  const timers = new Map<string, number>();
  let sleep: NodeJS.Timeout | undefined;
  let wakeAt = Infinity;
  let closed = false;

  const rest = (next: number): void => {
    clearTimeout(sleep);
    wakeAt = next;
    if (closed || next === Infinity) return;
    sleep = setTimeout(look, Math.min(Math.max(next - clock.now(), shortestSleepMs), longestSleepMs));
  };
  const look = (): void => {
    const now = clock.now();
    const due = [...timers].filter(([, at]) => at <= now).sort(([, a], [, b]) => a - b);
    for (const [key] of due) timers.delete(key);
    let next = Infinity;
    for (const at of timers.values()) next = Math.min(next, at);
    rest(next);
    for (const [key] of due) fire(key);
  };
  const stopListening = clock.onShift(look);

  return {
    set(key, due) {
      if (due === null) {
        timers.delete(key);
        return;
      }
      timers.set(key, due);
      if (due < wakeAt) rest(due);
    },
    look,
    close() {
      closed = true;
      stopListening();
      clearTimeout(sleep);
    },
  };
}
