import type { TestPerson } from './fake.ts';

/**
 * The person of the demo and of the tests. In the CRM the second address is only an additional address. The newsletter
 * system has only the second address. The personnummer is one of Skatteverket's official test numbers.
 */
export const testPerson: TestPerson = {
  givenName: 'Åsa',
  familyName: 'Berg',
  emails: ['asa.berg@example.org', 'asa.b@mejl.example'],
  phone: '+46701740610',
  personnummer: '189001019802',
  customerNumber: '10',
};
