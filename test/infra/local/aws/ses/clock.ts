import type { LocalClock } from '#infra/local/endpoint.ts';

/** A clock that stands still until it is moved. */
export function standingClock(time: string): LocalClock & { now: () => number; set(time: string): void } {
  let now = Date.parse(time);
  return {
    now: () => now,
    onShift: () => () => undefined,
    set(next) {
      now = Date.parse(next);
    },
  };
}
