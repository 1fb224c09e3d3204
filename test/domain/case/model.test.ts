import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLong } from '#test/support/random.ts';
import { rules } from './case-book.ts';
import { expectToHaveGoneSomewhere } from './model/coverage.ts';
import { histories } from './model/history.ts';

// The rarest command is accepted in about one of 150 histories: the chance that 2,000 lack it is 2 in a million.
const count = isLong ? 20_000 : 2_000;
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
  it(
    'keeps its promises, under the usual rules and under any rules of an organisation',
    { timeout: 280_000 },
    async () => {
      const tally = await histories(fc.oneof(fc.constant(rules), anyRules), count);
      expect(tally.get('case-opened')).toBe(count);
      expectToHaveGoneSomewhere(tally, count);
    },
  );
});
