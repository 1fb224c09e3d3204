import type { LocalClock } from '#infra/local/endpoint.ts';

/** A clock that does not advance until the test moves it. */
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
