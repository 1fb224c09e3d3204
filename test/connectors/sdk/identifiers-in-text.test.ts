import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contact, identifiersIn, own, stated } from '#connectors/sdk/identifying.ts';
import { normaliseRaw } from '#connectors/sdk/normalise-raw.ts';
import { identifiersInText } from '#connectors/sdk/identifiers-in-text.ts';
import { Unreadable } from '#domain/json-reader.ts';
import type { IdentifierKind } from '#domain/identifiers/identifier.ts';

const today = '2026-11-29';

function valuesIn(kind: IdentifierKind, text: string): readonly string[] {
  const { identifiers } = identifiersInText(kind, text, (value) => normaliseRaw({ kind, value }, { today }));
  return identifiers.map(({ value }) => value);
}

describe('The addresses in one field', () => {
  it.each([
    'a@x.example; b@y.example',
    'a@x.example;b@y.example;',
    'a@x.example, b@y.example',
    'A@X.example,B@y.example',
    'a@x.example b@y.example',
    'a@x.example | b@y.example',
    'a@x.example\nb@y.example',
    'a@x.example\r\n\r\nb@y.example\r\n',
    'Åsa Berg <a@x.example>, Bo <b@y.example>',
    'Berg, Åsa <a@x.example>; "Berg, Bo" <b@y.example>',
    '<a@x.example>, b@y.example',
    'mailto:a@x.example, MAILTO:b@y.example',
    'a@x.example, Bo Berg <b@y.example>',
    'okänd\na@x.example\nb@y.example',
  ])('%j are two', (text) => {
    expect(valuesIn('email', text)).toEqual(['a@x.example', 'b@y.example']);
  });

  it.each(['Åsa Berg <a@x.example>', '<a@x.example>', ' a@x.example ; ', 'a@x.example, saknas', 'a@x.example;;'])(
    '%j is one',
    (text) => {
      expect(valuesIn('email', text)).toEqual(['a@x.example']);
    },
  );

  it.each([
    // Each is an address with a typing error, and the text after it may be somebody else's address.
    'asa,b@x.example',
    'asa;b@x.example',
    'asa, b@x.example',
    'asa b@x.example',
    'asa b@x.example c@x.example',
    'asa@x,example',
    'fråga bo@x.example',
    'a@x.example@y.example',
    'a\u200b@x.example',
    '<a@x.example',
    '',
    ';',
  ])('%j contains no identifier', (text) => {
    expect(valuesIn('email', text)).toEqual([]);
  });

  it('are exactly those that were joined, with any separator between them', () => {
    const addresses = fc.uniqueArray(fc.constantFrom('a@x.example', 'b@x.example', 'c.d@y.example', 'e+f@z.example'), {
      minLength: 1,
    });
    const between = fc.constantFrom(';', '; ', ',', ', ', ' ; ', '\n', '\r\n', ' | ', ' ');
    fc.assert(
      fc.property(addresses, between, fc.constantFrom('', ' ', '\n'), (list, separator, end) => {
        expect(valuesIn('email', list.join(separator) + end)).toEqual(list);
      }),
    );
  });
});

describe('The numbers in one field', () => {
  it.each([
    '070-174 06 10 / 070-174 06 11',
    '0701740610/0701740611',
    '070-174 06 10, 070-174 06 11',
    '070-174 06 10;+46 (0)70 174 06 11',
    '070-174 06 10\n070-174 06 11',
    '070-174 06 10 eller 070-174 06 11',
    '070-174 06 10 or 070-174 06 11',
  ])('%j are two telephones', (text) => {
    expect(valuesIn('phone', text)).toEqual(['+46701740610', '+46701740611']);
  });

  it('can be personnummer too, and a number of the organisation is one or none', () => {
    expect(valuesIn('personnummer', '19801231-2388, 18900101 9802')).toEqual(['198012312388', '189001019802']);
    expect(valuesIn('customerNumber', '10, 20')).toEqual(['10, 20']);
  });
});

describe('The identifiers in a record', () => {
  const fields = {
    card: {
      email: own('email'),
      bill: contact('email'),
      typed: stated('phone'),
      number: own('personnummer', 'organisationNumber'),
      customer: own('customerNumber'),
    },
  };
  const held = (resource: string, data: Parameters<typeof identifiersIn>[1]['data']) =>
    read(resource, data).identifiers;
  const read = (resource: string, data: Parameters<typeof identifiersIn>[1]['data']) =>
    identifiersIn(fields, { resource, data }, (raw) => normaliseRaw(raw, { today }));

  it('are those of its declared fields, with their weight, each once for a field', () => {
    const data = {
      email: ['a@x.example', 'A@x.example; b@x.example'],
      bill: 'a@x.example',
      typed: 46701740610,
      number: '19801231-2388',
      other: 'c@x.example',
    };
    expect(held('card', data)).toEqual([
      { kind: 'email', value: 'a@x.example', weight: 'own', field: 'email' },
      { kind: 'email', value: 'b@x.example', weight: 'own', field: 'email' },
      { kind: 'email', value: 'a@x.example', weight: 'contact', field: 'bill' },
      { kind: 'phone', value: '+46701740610', weight: 'stated', field: 'typed' },
      { kind: 'personnummer', value: '198012312388', weight: 'own', field: 'number' },
    ]);
    expect(held('card', { number: '556012-5790' })).toEqual([
      { kind: 'organisationNumber', value: '5560125790', weight: 'own', field: 'number' },
    ]);
  });

  it('are none for an undeclared resource, an empty field, or the name of a property of every object', () => {
    expect(held('note', { email: 'a@x.example' })).toEqual([]);
    expect(held('toString', { email: 'a@x.example' })).toEqual([]);
    expect(held('card', { email: null, bill: '', typed: true })).toEqual([]);
  });

  it.each([
    { email: 'bo.ek@example.net (jobb)' },
    { email: 'bo.ek@example.net / bo@x.example' },
    { email: 'bo@x.example\u200b' },
    { email: 'a@x.example; saknas' },
    { email: 'bo@x.example <a@x.example>' },
    { email: ['a@x.example', 'bo'] },
    { email: new Unreadable('duplicate-key') },
    { email: { address: 'bo@x.example' } },
    { email: true },
    { number: '1980.12.31-2388' },
    { number: 'SE801231238801' },
    { number: '801231-2389' },
    { number: '19801231-2388, Bo' },
    { number: '19801231-2388 / 801231-2389' },
    { customer: 'K\u0007' },
  ])('leave it unclear whose it is if its own field contains %j', (data) => {
    expect(read('card', data).isUnclear).toBe(true);
  });

  it.each([
    { email: null, number: '', customer: '   ' },
    { email: ' - ', number: '–', customer: [] },
    { email: '"Berg, Åsa" <a@x.example>; b@x.example' },
    { email: 'Åsa Berg <a@x.example>, Bo <b@x.example>;' },
    { email: 'a@x.example b@x.example' },
    { number: '556012-5790' },
    { number: '19801231-2388; 556012-5790' },
    { customer: 'K 10, 20' },
    // A field that only says how somebody is reached, or what somebody typed, never says whose the record is.
    { bill: 'bo.ek@example.net (jobb)', typed: 'saknas' },
  ])('leave nothing unclear if its own fields contain %j', (data) => {
    expect(read('card', data).isUnclear).toBe(false);
  });
});
