import type { TestPerson } from './fake.ts';

/**
 * The person of the demo and of the tests. The CRM has her second address only as an additional address, and the
 * newsletter service has only the second address. The personnummer is an official test number of Skatteverket.
 */
export const testPerson = {
  givenName: 'Åsa',
  familyName: 'Berg',
  emails: ['asa.berg@example.org', 'asa.b@mejl.example'],
  phone: '+46701740610',
  personnummer: '189001019802',
  customerNumber: '10',
} as const satisfies TestPerson;
