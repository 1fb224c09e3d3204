/** Counts requests of the last period, like vendors' limits. `elapsed` is a clock in milliseconds. */
export interface SlidingWindow {
  /** Counts one more and returns true, or returns false if the window is full. */
  admit(): boolean;
}

/** A window that admits `most` requests in any `milliseconds`. Fakes use it to throttle a client that is too fast. */
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
