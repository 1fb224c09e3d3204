import type { TestPerson } from '#connectors/sdk/fake.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import type { SubjectRequest } from '#domain/request.ts';
import type { RawIdentifier } from '#domain/identifiers/identifier.ts';
import { normaliseRaw } from '#connectors/sdk/normalise-raw.ts';

/** The request that `npm run demo` makes without `--request` and `--eml`. */
export const demoRequest: SubjectRequest = {
  controller: 'nordvik',
  rights: ['access'],
  language: 'sv',
  identifiers: [
    { kind: 'email', value: 'asa.berg@example.org' },
    { kind: 'phone', value: '070-174 06 10' },
    { kind: 'customerNumber', value: '10' },
  ],
  message: 'Jag vill veta vilka uppgifter ni har om mig.',
};

/**
 * The person whose records the demo puts into the stand-ins, with the valid identifiers of the request; `undefined` if
 * the request has no valid e-mail address.
 */
export function personNamed(identifiers: readonly RawIdentifier[], today: string): TestPerson | undefined {
  const values = (kind: RawIdentifier['kind']): readonly string[] =>
    identifiers.filter((one) => one.kind === kind).flatMap((one) => normaliseRaw(one, { today })?.value ?? []);
  const emails = values('email');
  const [first] = emails;
  if (first === undefined) return undefined;
  if (first === testPerson.emails[0]) return testPerson;
  const [phone] = values('phone');
  const [personnummer] = values('personnummer');
  const [customerNumber] = values('customerNumber');
  return {
    givenName: 'Kim',
    familyName: 'Exempel',
    emails,
    ...(phone === undefined ? {} : { phone }),
    ...(personnummer === undefined ? {} : { personnummer }),
    ...(customerNumber === undefined ? {} : { customerNumber }),
  };
}
