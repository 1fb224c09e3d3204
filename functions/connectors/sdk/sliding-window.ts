/** Counts requests of the last while, as vendors' limits do. `elapsed` is a clock in milliseconds. */
export interface SlidingWindow {
  /** Counts one more and says yes, or says no when the window is full. */
  admit(): boolean;
}

/** A window that admits `most` requests in any `milliseconds`. For fakes: what a too fast client runs into. */
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
