/** Counts the requests of the last seconds, up to now. */
export interface SlidingWindow {
  /**
   * Counts one request and returns `true`. Returns `false` if the limit is reached; the request is then not counted.
   */
  admit(): boolean;
}

/**
 * Allows `most` requests in any period of `milliseconds`. `elapsed` is a clock in milliseconds. Stand-ins throttle a
 * client with it.
 */
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
