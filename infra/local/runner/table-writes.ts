/**
 * The writes to the table, which contains the cases. A program that waits for a change of a case reads the case again
 * after a write, and needs not read it again and again.
 */
export interface TableWrites {
  /** The number of writes so far. */
  count(): number;
  /** Resolves soon after there were more than `seen` writes, and at the latest after a second. */
  after(seen: number): Promise<void>;
}

/** The result of a case may also depend on the clock, so nobody waits longer than this. In milliseconds. */
const longest = 1000;
/** A function often writes several items directly after each other. In milliseconds. */
const together = 15;

/** Counts writes. The endpoint of DynamoDB calls `note` after each write. */
export function tableWrites(): TableWrites & { note(): void } {
  let writes = 0;
  const waiting = new Set<() => void>();
  return {
    note() {
      writes += 1;
      for (const wake of waiting) wake();
    },
    count: () => writes,
    async after(seen) {
      if (writes <= seen)
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            clearTimeout(timer);
            waiting.delete(wake);
            resolve();
          };
          const timer = setTimeout(wake, longest);
          waiting.add(wake);
        });
      await new Promise((resolve) => setTimeout(resolve, together));
    },
  };
}
