import { describe, expect, it } from 'vitest';
import { takesSms } from '#domain/identifiers/phone.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';

const phone = (value: string): Identifier => ({ kind: 'phone', value });

describe('An SMS', () => {
  it.each([
    ['a Swedish mobile number', '+46701740605', true],
    ['a Norwegian mobile number', '+4740612345', true],
    ['a number of a plan that does not tell mobile from fixed', '+12025550123', true],
    ['a Swedish fixed number', '+4684650040', false],
    ['a Swedish number that costs more', '+46900123456', false],
    ['a number of no plan', '+46000', false],
  ])('%s', (_, value, taken) => {
    expect(takesSms(phone(value), ['SE', 'NO', 'US'])).toBe(taken);
  });

  it('is only sent to a telephone number', () => {
    expect(takesSms({ kind: 'customerNumber', value: '+46701740605' }, ['SE'])).toBe(false);
  });

  it('is sent to no country that was not named', () => {
    expect(takesSms(phone('+4740612345'), ['SE'])).toBe(false);
    expect(takesSms(phone('+46701740605'), ['NO'])).toBe(false);
  });
});
