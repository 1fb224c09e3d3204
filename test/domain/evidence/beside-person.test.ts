import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besidePerson, type KnownOfPerson } from '#domain/evidence/beside-person.ts';
import { compareAddresses } from '#domain/evidence/compare-address.ts';

const asa: KnownOfPerson = {
  names: ['Åsa Berg'],
  addresses: ['Åsa Berg\nExempelgatan 2\n111 22 Stockholm'],
  identifiers: [
    { kind: 'email', value: 'asa.berg@example.org' },
    { kind: 'phone', value: '+46701740610' },
  ],
};
const told = (name: string | null, address: string | null = null) => ({ name, address, identifiers: [] });

describe('A record beside the person', () => {
  it.each([
    ['Asa Berg', 'agrees'],
    ['BERG, ÅSA MARIA', 'agrees'],
    ['Åsa Ek', 'unclear'],
    ['Bo Ek', 'differs'],
  ])('has the name %s, which %s', (name, compared) => {
    expect(besidePerson(told(name), asa).name).toEqual({ value: name, compared });
  });

  it.each([
    ['Exempelg. 2, SE-11122 STOCKHOLM', 'agrees'],
    ['Exempelgatan 2', 'agrees'],
    ['Stockholm', 'unclear'],
    ['Exempelgatan 2 lgh 1101, 111 22 Stockholm', 'unclear'],
    ['Provvägen 7, 222 33 Lund', 'differs'],
    // The same town, and the number of another street.
    ['Provvägen 9, 113 44 Stockholm', 'differs'],
  ])('has the address %s, which %s', (address, compared) => {
    expect(besidePerson(told(null, address), asa).address).toEqual({ value: address, compared });
  });

  it('says of each other identifier whether it is the person’s, another, or one of a kind that nobody knows', () => {
    const identifiers = [
      { kind: 'email', value: 'asa.berg@example.org' },
      { kind: 'phone', value: '+46701740611' },
      { kind: 'phone', value: '+46701740611' },
      { kind: 'customerNumber', value: '10' },
    ] as const;
    expect(
      besidePerson({ ...told(null), identifiers }, asa).identifiers.map(({ identifier: { kind }, compared }) => [
        kind,
        compared,
      ]),
    ).toEqual([
      ['email', 'agrees'],
      ['phone', 'differs'],
      ['customerNumber', 'unknown'],
    ]);
  });

  it('has no statement about a name or an address that the record or the case does not have', () => {
    expect(besidePerson(told(null), asa)).toMatchObject({ name: null, address: null });
    expect(besidePerson(told('Bo Ek', 'Provvägen 7'), { names: [], addresses: [], identifiers: [] })).toMatchObject({
      name: { compared: 'unknown' },
      address: { compared: 'unknown' },
    });
  });
});

describe('Two addresses', () => {
  const word = fc.constantFrom('Exempelgatan', 'Provvägen', '2', '7', '111 22', 'Stockholm', 'Lund', 'lgh');
  const address = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  it('give the same result in either order, and an address never differs from itself', () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        expect(compareAddresses(one, other)).toBe(compareAddresses(other, one));
        expect(compareAddresses(one, one)).not.toBe('differs');
      }),
    );
  });
});
