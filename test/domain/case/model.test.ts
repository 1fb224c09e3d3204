import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from './case-book.ts';
import { expectToHaveGoneSomewhere } from './model/coverage.ts';
import { histories } from './model/history.ts';

const runs = 5_000;

describe('A case, whatever happens to it', () => {
  it('keeps its promises under the rules that hold where nothing else is said', { timeout: 280_000 }, async () => {
    const tally = await histories(fc.constant(rules), runs);
    expect(tally.get('case-opened')).toBe(runs);
    expectToHaveGoneSomewhere(tally, runs);
  });
});
