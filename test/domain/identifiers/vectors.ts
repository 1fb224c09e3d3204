/** The day on which the numbers below are judged. */
export const judgedOn = '2026-11-21';

interface ValidNumber {
  readonly typed: string;
  readonly digits: string;
  readonly kind: 'personnummer' | 'samordningsnummer';
  readonly birthDate: string | null;
  readonly why: string;
}

// Skatteverket's published test numbers, which are never issued to anybody, and other ways to write them.
export const validNumbers: readonly ValidNumber[] = (
  [
    ['191202119150', '191202119150', 'personnummer', '1912-02-11', 'twelve digits'],
    ['195501142284', '195501142284', 'personnummer', '1955-01-14', 'twelve digits'],
    ['19710101-9045', '197101019045', 'personnummer', '1971-01-01', 'twelve digits with a hyphen'],
    ['801231-2388', '198012312388', 'personnummer', '1980-12-31', 'ten digits with a hyphen'],
    ['8012312388', '198012312388', 'personnummer', '1980-12-31', 'ten digits and no sign, read as with a hyphen'],
    ['801231\u20132388', '198012312388', 'personnummer', '1980-12-31', 'a dash from a printed letter'],
    ['000229-2399', '200002292399', 'personnummer', '2000-02-29', 'a leap day'],
    ['200402292395', '200402292395', 'personnummer', '2004-02-29', 'another leap day'],
    ['20100101-2382', '201001012382', 'personnummer', '2010-01-01', 'a child'],
    ['202201012396', '202201012396', 'personnummer', '2022-01-01', 'a small child'],
    ['198504782395', '198504782395', 'samordningsnummer', '1985-04-18', 'sixty added to the day'],
    ['20000287-2380', '200002872380', 'samordningsnummer', '2000-02-27', 'sixty added to the day'],
    ['199201782399', '199201782399', 'samordningsnummer', '1992-01-18', 'sixty added to the day'],
    [' 19801231-2388 ', '198012312388', 'personnummer', '1980-12-31', 'blanks around it'],
    ['120211+9150', '191202119150', 'personnummer', '1912-02-11', 'the plus of those who turned a hundred'],
    ['191500722390', '191500722390', 'samordningsnummer', null, 'month 00: the month is not known'],
    ['192505602397', '192505602397', 'samordningsnummer', null, 'day 60: the day is not known'],
    ['193002902397', '193002902397', 'samordningsnummer', null, '30 February, given out all the same'],
    ['195102892386', '195102892386', 'samordningsnummer', null, '29 February of a common year, the same'],
  ] as const
).map(([typed, digits, kind, birthDate, why]) => ({ typed, digits, kind, birthDate, why }));

export const invalidNumbers: readonly (readonly [typed: string, reason: string, why: string])[] = [
  ['200002292390', 'check-digit', 'the check digit is another'],
  ['200002293299', 'check-digit', 'two digits have changed places'],
  ['199902292383', 'no-such-date', '29 February of a common year'],
  ['198513122385', 'no-such-date', 'month 13'],
  ['198506002388', 'no-such-date', 'day 00'],
  ['198506582389', 'no-such-date', 'day 58, neither a day nor a day and sixty'],
  ['203506152382', 'in-the-future', 'nobody is born yet in 2035'],
  ['20000229239', 'not-a-personnummer', 'eleven digits'],
  ['000229239', 'not-a-personnummer', 'nine digits'],
  ['000229/2399', 'not-a-personnummer', 'a sign that nobody uses'],
  ['20000229A399', 'not-a-personnummer', 'a letter that no interim number has'],
  ['556297-2504', 'no-such-date', 'an organisation number'],
  ['', 'empty', 'nothing'],
  [
    '\uff11\uff19\uff18\uff10\uff11\uff12\uff13\uff11\uff19\uff18\uff11\uff10',
    'not-a-personnummer',
    'full-width digits',
  ],
];

/** Valid only where interim numbers are allowed. */
export const interimNumbers: readonly (readonly [typed: string, normal: string])[] = [
  ['20000101-T220', '20000101T220'],
  ['20000101P220', '20000101P220'],
];

// Numbers of companies, which are public.
export const organisationNumbers: readonly (readonly [typed: string, digits: string])[] = [
  ['556297-2504', '5562972504'],
  ['556131-2223', '5561312223'],
  ['556131\u20132223', '5561312223'],
  ['802005-1952', '8020051952'],
  ['16802005-1952', '8020051952'],
];

export const invalidOrganisationNumbers: readonly (readonly [typed: string, reason: string])[] = [
  ['556297-2505', 'check-digit'],
  ['55629-72504', 'not-an-organisation-number'],
  ['801205-1952', 'not-an-organisation-number'],
];
