/** Counts the requests in a period that always ends now. `elapsed` is a clock in milliseconds. */
export interface SlidingWindow {
  /**
   * Counts one request and returns `true`. Returns `false` if the limit is reached; the request is then not counted.
   */
  admit(): boolean;
}

/** Allows `most` requests in any period of `milliseconds`. Stand-ins use it to throttle a client that is too fast. */
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
