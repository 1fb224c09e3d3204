import { createHash } from 'node:crypto';
import type { TestPerson } from './fake.ts';

/** A person who resembles the planted person. A search that does not compare exactly finds both. */
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
 * Makes four people who resemble the planted person. For the same person they are always the same four.
 *
 * For `an@x.example` three of them have the addresses `jan@x.example`, `an@x.example.example` and `an+annan@x.example`.
 * The fourth has the person's name and an unrelated address.
 *
 * `customerNumber` is the planted person's number, and the numbers of the four contain it: for 10 they are 100, 210,
 * 110 and 1010.
 */
export function nearMissesOf(person: TestPerson, customerNumber: string): readonly NearMiss[] {
  const { givenName, familyName } = person;
  const email = person.emails[0] ?? '';
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  const numbers = personnummer.filter((number) => number !== person.personnummer);
  // Telephone numbers +46 70 174 06 05 to 06 99 are reserved for tests. Test persons have the first of them, so near
  // misses get the last.
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
