/**
 * Puts texts into groups: each text is in a group of its own until two groups are joined. The time taken is nearly
 * linear.
 */
export function groups(): {
  join(a: string, b: string): void;
  /** The text that represents the group of `text`. It is the same for all texts of a group. */
  of(text: string): string;
} {
  const towards = new Map<string, string>();
  const sizes = new Map<string, number>();
  const of = (text: string): string => {
    const passed: string[] = [];
    let at = text;
    for (let next = towards.get(at); next !== undefined; next = towards.get(at)) {
      passed.push(at);
      at = next;
    }
    for (const one of passed) towards.set(one, at);
    return at;
  };
  return {
    join(a, b) {
      const [first, second] = [of(a), of(b)];
      if (first === second) return;
      const sizeOf = (text: string): number => sizes.get(text) ?? 1;
      const [large, small] = sizeOf(first) >= sizeOf(second) ? [first, second] : [second, first];
      towards.set(small, large);
      sizes.set(large, sizeOf(large) + sizeOf(small));
    },
    of,
  };
}
