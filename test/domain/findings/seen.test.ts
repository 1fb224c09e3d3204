import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Seen } from '#domain/findings/seen.ts';

it('knows exactly the texts that were added', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), (texts) => {
      const [seen, known] = [new Seen(), new Set<string>()];
      for (const text of texts) {
        expect(seen.add(text)).toBe(!known.has(text));
        known.add(text);
      }
      expect(seen.size).toBe(known.size);
    }),
  );
});

it('keeps every text while it grows', () => {
  const seen = new Seen();
  for (let index = 0; index < 20_000; index += 1) if (!seen.add(`${index}`)) expect.fail(`${index} was not new`);
  for (let index = 0; index < 20_000; index += 1) if (seen.add(`${index}`)) expect.fail(`${index} was forgotten`);
  expect(seen.size).toBe(20_000);
});
