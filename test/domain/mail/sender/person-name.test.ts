import { describe, expect, it } from 'vitest';
import { compareNames, compareWriter, writerNames } from '#domain/mail/sender/person-name.ts';

describe('Two names', () => {
  it.each([
    ['Åsa Berg', 'Asa Berg'],
    ['Åsa Berg', 'Berg, Åsa'],
    ['Åsa Berg', 'ÅSA BERG'],
    ['Åsa Berg', 'Åsa Maria Berg'],
    ['Anna-Karin Öst', 'Anna Karin Öst'],
    ['Dr. Åsa Berg', 'Åsa Berg (privat)'],
    ['Åsa', 'Åsa Berg'],
    ['Søren Ærø', 'Soren Aero'],
  ])('%s and %s belong to one person', (one, other) => {
    expect([compareNames(one, other), compareNames(other, one)]).toEqual(['same', 'same']);
  });

  it.each([
    ['Åsa Berg', 'Åsa Ek'],
    ['Å. Berg', 'Åsa Berg'],
    ['Berg', 'Åsa Berg'],
    ['Elisabet Ek', 'Elisa Ek'],
    ['Berg, Åsa', 'Berg Eva'],
  ])('%s and %s may belong to one person', (one, other) => {
    expect([compareNames(one, other), compareNames(other, one)]).toEqual(['unclear', 'unclear']);
  });

  it.each([
    ['Åsa Ek', 'Bo Ek'],
    ['Åsa Berg', 'Eva Lind'],
    ['Ek, Åsa', 'Ek, Bo'],
  ])('%s and %s belong to two people', (one, other) => {
    expect([compareNames(one, other), compareNames(other, one)]).toEqual(['different', 'different']);
  });
});

describe('The names of the sender', () => {
  it.each([
    ['Bo Ek', 'Hej,\n\nJag heter Bo Ek och vill veta.', { shown: 'Bo Ek', stated: 'Bo Ek' }],
    ['"Ek, Bo"', 'Hej.\n\nMvh\nBo Ek', { shown: 'Ek, Bo', stated: 'Bo Ek' }],
    ['Bo Ek via Lista', 'Hej.\n\nMed vänlig hälsning,\n\nBo Ek\nStorgatan 1', { shown: 'Bo Ek', stated: 'Bo Ek' }],
    ['', 'Hello, my name is Ann Lee.', { shown: undefined, stated: 'Ann Lee' }],
    ['Familjen Ek', 'Hej', { shown: undefined, stated: undefined }],
    ['Anna & Bo Ek', 'Hej', { shown: undefined, stated: undefined }],
    ['info@example.org', 'Hej', { shown: undefined, stated: undefined }],
    ['Bo Ek', 'Mvh Bo', { shown: 'Bo Ek', stated: undefined }],
    ['Bo Ek', 'Hej\n\nVänliga hälsningar Bo', { shown: 'Bo Ek', stated: 'Bo' }],
  ])('are those of the header field and of the text: %s, %s', (shown, text, expected) => {
    expect(writerNames(shown, text)).toEqual(expected);
  });

  it.each<[string | undefined, string | undefined, readonly string[], string | undefined]>([
    ['Bo Ek', 'Bo Ek', ['Åsa Ek'], 'different'],
    ['Åsa Ek', 'Bo Ek', ['Åsa Ek'], 'unclear'],
    ['Bo Ek', 'Åsa Ek', ['Åsa Ek'], 'unclear'],
    ['Bo Ek', undefined, ['Åsa Ek'], 'unclear'],
    [undefined, 'Bo Ek', ['Åsa Ek'], 'unclear'],
    ['Åsa Ek', 'Åsa', ['Åsa Ek'], 'same'],
    ['Åsa Berg', 'Åsa Berg', ['Åsa Ek'], 'unclear'],
    ['Åsa Ek', undefined, ['Åsa Lind', 'Åsa Ek'], 'same'],
    [undefined, undefined, ['Åsa Ek'], undefined],
    ['Bo Ek', 'Bo Ek', [], undefined],
  ])('%s and %s beside %j: %s', (shown, stated, known, expected) => {
    expect(compareWriter({ shown, stated }, known)).toBe(expected);
  });
});
