/** Counts the requests of the last seconds, as vendors do for their limits. `elapsed` is a clock in milliseconds. */
export interface SlidingWindow {
  /** Counts one more request and returns true, or returns false if the limit is reached. */
  admit(): boolean;
}

/** Allows `most` requests in any `milliseconds`. Fakes use it to throttle a client that is too fast. */
export function slidingWindow(most: number, milliseconds: number, elapsed: () => number): SlidingWindow {
  let admitted: readonly number[] = [];
  return {
    admit() {
      const now = elapsed();
      admitted = admitted.filter((at) => now - at < milliseconds);
      if (admitted.length >= most) return false;
      admitted = [...admitted, now];
      return true;
    },
  };
}
