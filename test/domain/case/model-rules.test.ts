import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectToHaveGoneSomewhere } from './model/coverage.ts';
import { histories } from './model/history.ts';

const runs = 5_000;
const anyRules = fc.record(
  {
    secondPerson: fc.constantFrom('always', 'where-it-matters', 'never'),
    soleHandler: fc.boolean(),
    askWithinWorkingDays: fc.nat(9),
    contactChangeDays: fc.nat(14),
    evesCountAsHolidays: fc.boolean(),
  },
  { noNullPrototype: true },
);

describe('A case, whatever happens to it', () => {
  it('keeps its promises under whatever rules an organisation has', { timeout: 280_000 }, async () => {
    const tally = await histories(anyRules, runs);
    expect(tally.get('case-opened')).toBe(runs);
    expectToHaveGoneSomewhere(tally, runs);
  });
});
