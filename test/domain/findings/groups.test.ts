import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { groups } from '#domain/findings/groups.ts';

it('Texts are in one group exactly where joins lead from one to the other', () => {
  const text = fc.constantFrom(...'abcdefgh');
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 10 }), (joins) => {
      const all = groups();
      // Every text with those that it can reach, by going over the joins until nothing is added.
      const reached = new Map([...'abcdefgh'].map((one) => [one, new Set([one])]));
      for (const [a, b] of joins) {
        all.join(a, b);
        const together = new Set([...reached.get(a)!, ...reached.get(b)!]);
        for (const one of together) reached.set(one, together);
      }
      for (const [one, those] of reached)
        for (const other of 'abcdefgh') expect(all.of(one) === all.of(other)).toBe(those.has(other));
    }),
  );
});
