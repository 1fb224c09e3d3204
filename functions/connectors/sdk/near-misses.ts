import { createHash } from 'node:crypto';
import type { TestPerson } from './fake.ts';

/** A person who resembles the planted person. An inexact search finds both. */
export interface NearMiss {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  /** A personnummer of twelve digits. */
  readonly personnummer: string;
  readonly customerNumber: string;
}

// Official test personnummer of Skatteverket.
const personnummer = ['191202119150', '195501142284', '198012312388', '200002292399', '200402292395'];

/**
 * Makes people who resemble the planted person; the same person always gives the same people.
 *
 * Three of these people have an address with one more letter in front, with a longer domain, or with a `+` label. The
 * fourth has the same name and another address.
 *
 * `customerNumber` is the planted person's number. The numbers of the near misses contain it: 100, 210, 110 and 1010
 * for 10.
 */
export function nearMissesOf(person: TestPerson, customerNumber: string): readonly NearMiss[] {
  const { givenName, familyName } = person;
  const email = person.emails[0] ?? '';
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  const numbers = personnummer.filter((number) => number !== person.personnummer);
  // The last numbers of the reserved range +46 70 174 06 05 to 99, because test persons have the first ones.
  const phones = Array.from({ length: 40 }, (_, index) => `+467017406${index + 60}`).filter(
    (phone) => phone !== person.phone,
  );
  const addressed: readonly (readonly [string, string, string, string])[] = [
    ['Jana', familyName, `j${email}`, `${customerNumber}0`],
    [givenName, `${familyName}-Ek`, `${email}.example`, `2${customerNumber}`],
    [givenName, familyName, `${local}+annan@${domain}`, `1${customerNumber}`],
    [givenName, familyName, `namne.${stableNumber(email, 100_000)}@example.net`, `${customerNumber}${customerNumber}`],
  ];
  const start = stableNumber(email, phones.length);
  return addressed.map(([given, family, address, number], index) => ({
    givenName: given,
    familyName: family,
    email: address,
    phone: phones[(start + index) % phones.length] ?? '',
    personnummer: numbers[index % numbers.length] ?? '',
    customerNumber: number,
  }));
}

/** A number from 0 to below `below`, computed from the text. The same text always gives the same number. */
export function stableNumber(text: string, below: number): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6) % below;
}
