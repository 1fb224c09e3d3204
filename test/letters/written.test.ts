import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { writtenDate, writtenMoney } from '#letters/written.ts';

describe('A date in a letter', () => {
  it('is written in the language of the letter', () => {
    expect(writtenDate('2026-04-03', 'sv')).toBe('3 april 2026');
    expect(writtenDate('2026-04-03', 'en')).toBe('3 April 2026');
    expect(writtenDate('2024-02-29', 'sv')).toBe('29 februari 2024');
    expect(writtenDate('2029-12-31', 'en')).toBe('31 December 2029');
  });

  it('is the day that a calendar shows, for every day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }),
        fc.constantFrom(...languages),
        (date, language) => {
          const locale = { sv: 'sv-SE', en: 'en-GB' }[language];
          expect(writtenDate(date.toISOString().slice(0, 10), language)).toBe(
            date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is only made from a valid date', () => {
    for (const wrong of ['', '2026-13-01', '2026-00-10', '20261120', 'den 3 april', '2026-11-20T10:00:00Z'])
      expect(() => writtenDate(wrong, 'sv')).toThrow('YYYY-MM-DD');
  });
});

describe('An amount in a letter', () => {
  it.each([
    [{ amount: 15_000, currency: 'SEK' }, '150 kr', 'SEK 150'],
    [{ amount: 12_050, currency: 'SEK' }, '120,50 kr', 'SEK 120.50'],
    [{ amount: 5, currency: 'SEK' }, '0,05 kr', 'SEK 0.05'],
    [{ amount: 990, currency: 'EUR' }, '9,90 EUR', 'EUR 9.90'],
  ])('%o is %s and %s', (money, sv, en) => {
    expect(writtenMoney(money, 'sv')).toBe(sv);
    expect(writtenMoney(money, 'en')).toBe(en);
  });
});
