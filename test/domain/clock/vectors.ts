import type { Suspension } from '#domain/clock/deadline.ts';
import type { Jurisdiction } from '#domain/clock/holidays.ts';

/** A request and its dates; `local` is the local date of receipt if it differs from the written one. */
export interface DeadlineVector {
  readonly received: string;
  readonly jurisdiction: Jurisdiction;
  readonly local?: string;
  readonly due: string;
  readonly extendedDue: string;
  /** The date if the Swedish eves count as holidays, if it differs. */
  readonly eves?: { readonly due?: string; readonly extendedDue?: string };
  readonly why: string;
}

// From Regulation 1182/71, the examples of EDPB Guidelines 01/2022 (paras 160-161) and each country's holidays.
// The zone is that of the jurisdiction.
export const deadlineVectors: readonly DeadlineVector[] = [
  ...table('SE', [
    [
      '2024-03-05T10:00:00+01:00',
      '2024-04-05',
      '2024-06-05',
      'the example of the guidelines: until and including the 5th',
    ],
    ['2024-08-31T09:00:00+02:00', '2024-09-30', '2024-12-02', 'the other example: September has 30 days'],
    ['2024-01-31T12:00:00+01:00', '2024-02-29', '2024-04-30', 'the extension counts from day 31, not from 29'],
    ['2024-01-30T12:00:00+01:00', '2024-02-29', '2024-04-30', 'day 30 in a leap year'],
    ['2025-01-29T12:00:00+01:00', '2025-02-28', '2025-04-29', 'day 29 in a common year, and back to 29'],
    ['2025-01-28T12:00:00+01:00', '2025-02-28', '2025-04-28', 'day 28 is in every month'],
    ['2028-01-31T12:00:00+01:00', '2028-02-29', '2028-05-02', 'the extension ends on a Sunday before 1 May'],
    ['2024-02-29T12:00:00+01:00', '2024-04-02', '2024-05-29', 'Good Friday to Easter Monday'],
    ['2027-02-28T12:00:00+01:00', '2027-03-30', '2027-05-28', 'Easter; the end of February is not the end of March'],
    ['2025-03-31T12:00:00+02:00', '2025-04-30', '2025-06-30', 'two months of 30 days'],
    ['2026-11-30T12:00:00+01:00', '2026-12-30', '2027-03-01', 'the extension ends on a Sunday, 28 February'],
    ['2027-11-30T12:00:00+01:00', '2027-12-30', '2028-02-29', 'the extension ends on a leap day'],
    ['2028-11-30T12:00:00+01:00', '2029-01-02', '2029-02-28', "a weekend and New Year's Day"],
    ['2029-11-30T12:00:00+01:00', '2029-12-31', '2030-02-28', "a Sunday; New Year's Eve", { due: '2030-01-02' }],
    ['2024-12-01T12:00:00+01:00', '2025-01-02', '2025-03-03', "New Year's Day"],
    ['2027-12-01T12:00:00+01:00', '2028-01-03', '2028-03-01', "New Year's Day on a Saturday gives no other day off"],
    ['2025-12-06T12:00:00+01:00', '2026-01-07', '2026-03-06', 'Epiphany'],
    ['2025-12-05T12:00:00+01:00', '2026-01-05', '2026-03-05', 'the eve of Epiphany is a working day'],
    ['2025-03-18T12:00:00+01:00', '2025-04-22', '2025-06-18', 'Good Friday'],
    ['2025-03-21T12:00:00+01:00', '2025-04-22', '2025-06-23', 'Easter Monday; Midsummer Day, a Saturday'],
    ['2028-03-14T12:00:00+01:00', '2028-04-18', '2028-06-14', 'Good Friday of another year'],
    ['2025-01-18T12:00:00+01:00', '2025-02-18', '2025-04-22', 'received on a Saturday all the same'],
    ['2025-04-01T12:00:00+02:00', '2025-05-02', '2025-07-01', '1 May'],
    ['2024-04-09T12:00:00+02:00', '2024-05-10', '2024-07-09', 'Ascension Day; the Friday after it is a working day'],
    ['2025-04-29T12:00:00+02:00', '2025-05-30', '2025-07-29', 'Ascension Day, late in May'],
    ['2024-05-06T12:00:00+02:00', '2024-06-07', '2024-08-06', 'the National Day'],
    ['2025-05-06T12:00:00+02:00', '2025-06-09', '2025-08-06', 'the National Day; Whit Monday is none any more'],
    ['2025-05-20T12:00:00+02:00', '2025-06-20', '2025-08-20', 'Midsummer Eve 2025', { due: '2025-06-23' }],
    ['2026-05-19T12:00:00+02:00', '2026-06-19', '2026-08-19', 'Midsummer Eve 2026', { due: '2026-06-22' }],
    ['2029-05-22T12:00:00+02:00', '2029-06-22', '2029-08-22', 'Midsummer Eve 2029', { due: '2029-06-25' }],
    ['2024-11-25T12:00:00+01:00', '2024-12-27', '2025-02-25', 'both days of Christmas'],
    ['2026-11-24T12:00:00+01:00', '2026-12-24', '2027-02-24', 'Christmas Eve', { due: '2026-12-28' }],
    ['2029-11-26T12:00:00+01:00', '2029-12-27', '2030-02-26', 'the second day of Christmas'],
    [
      '2024-09-24T12:00:00+02:00',
      '2024-10-24',
      '2024-12-24',
      'extended to Christmas Eve',
      { extendedDue: '2024-12-27' },
    ],
    ['2025-10-01T12:00:00+02:00', '2025-11-03', '2026-01-02', "All Saints' Day, a Saturday"],
    ['2026-09-30T12:00:00+02:00', '2026-10-30', '2026-12-30', "the eve of All Saints' Day is a working day"],
    ['2026-10-31T12:00:00+01:00', '2026-11-30', '2027-02-01', "received on All Saints' Day all the same"],
    ['2025-06-10T22:30:00Z', '2025-07-11', '2025-09-11', 'past midnight in summer time', '2025-06-11'],
    ['2025-01-10T23:30:00Z', '2025-02-11', '2025-04-11', 'past midnight in winter', '2025-01-11'],
    ['2024-12-31T23:30:00Z', '2025-02-03', '2025-04-01', 'in the next year here', '2025-01-01'],
    ['2024-02-28T23:30:00Z', '2024-04-02', '2024-05-29', 'on the leap day here', '2024-02-29'],
    ['2025-03-29T23:30:00Z', '2025-04-30', '2025-06-30', 'in the night when summer time begins', '2025-03-30'],
    ['2025-10-26T22:30:00Z', '2025-11-26', '2026-01-26', 'summer time has ended: still the 26th'],
    ['2024-10-27T00:30:00Z', '2024-11-27', '2025-01-27', 'in the hour that comes twice'],
    ['2025-07-01T00:00:00+02:00', '2025-08-01', '2025-10-01', 'at midnight sharp'],
    ['2025-07-01T01:15:00+03:00', '2025-08-01', '2025-10-01', 'written with the offset of another country'],
    ['2025-06-30T21:30:00Z', '2025-07-30', '2025-09-30', 'half an hour before midnight'],
    ['2024-11-06T12:00:00+01:00', '2024-12-06', '2025-02-06', "Finland's Independence Day is none in Sweden"],
    ['2026-03-02T12:00:00+01:00', '2026-04-02', '2026-06-02', 'Maundy Thursday is none in Sweden'],
    ['2026-05-06T12:00:00+02:00', '2026-06-08', '2026-08-06', 'the National Day on a Saturday gives no other day off'],
    ['2026-04-25T12:00:00+02:00', '2026-05-25', '2026-07-27', 'Whit Monday is none in Sweden'],
    ['2004-04-30T12:00:00+02:00', '2004-06-01', '2004-07-30', 'Whit Monday still was one in 2004'],
    ['2003-05-06T12:00:00+02:00', '2003-06-06', '2003-08-06', '6 June was none before 2005'],
    ['2005-05-06T12:00:00+02:00', '2005-06-07', '2005-08-08', '6 June is one from 2005'],
    ['1985-12-01T12:00:00+01:00', '1986-01-01', '1986-03-03', 'before any rule set only weekends count'],
  ]),
  ...table('FI', [
    ['2024-11-06T12:00:00+02:00', '2024-12-09', '2025-02-06', 'Independence Day, a Friday'],
    ['2027-11-06T12:00:00+02:00', '2027-12-07', '2028-02-07', 'Independence Day, a Monday'],
    ['2025-04-01T12:00:00+03:00', '2025-05-02', '2025-07-01', '1 May'],
    ['2025-06-30T21:30:00Z', '2025-08-01', '2025-10-01', 'past midnight in Finland, not in Sweden', '2025-07-01'],
  ]),
  ...table('DE', [
    ['2025-05-09T12:00:00+02:00', '2025-06-10', '2025-08-11', 'Whit Monday'],
    ['2024-09-03T12:00:00+02:00', '2024-10-04', '2024-12-03', 'German Unity Day'],
    ['2026-11-25T12:00:00+01:00', '2026-12-28', '2027-02-25', 'Christmas and a Sunday'],
    ['2025-12-06T12:00:00+01:00', '2026-01-06', '2026-03-06', 'Epiphany is one in some Länder only'],
  ]),
  ...table('NO', [
    ['2026-03-02T12:00:00+01:00', '2026-04-07', '2026-06-02', 'Maundy Thursday to Easter Monday'],
    ['2027-04-17T12:00:00+02:00', '2027-05-18', '2027-07-19', 'Whit Monday and 17 May are one day in 2027'],
    ['2025-04-01T12:00:00+02:00', '2025-05-02', '2025-07-01', '1 May'],
  ]),
  ...table('DK', [
    ['2025-04-01T12:00:00+02:00', '2025-05-01', '2025-07-01', '1 May is none in Denmark'],
    ['2025-05-09T12:00:00+02:00', '2025-06-10', '2025-08-11', 'Whit Monday'],
    ['2024-03-26T12:00:00+01:00', '2024-04-26', '2024-06-26', 'Great Prayer Day was abolished'],
    ['2023-04-05T12:00:00+02:00', '2023-05-08', '2023-07-05', 'Great Prayer Day of 2023, and a weekend'],
  ]),
  ...table('EU-default', [
    ['2025-03-18T12:00:00+01:00', '2025-04-18', '2025-06-18', 'Good Friday counts like any day'],
    ['2026-01-31T12:00:00+01:00', '2026-03-02', '2026-04-30', 'a clamped Saturday'],
  ]),
];

type Row = readonly [
  received: string,
  due: string,
  extendedDue: string,
  why: string,
  localOrEves?: string | NonNullable<DeadlineVector['eves']>,
];

function table(jurisdiction: Jurisdiction, rows: readonly Row[]): readonly DeadlineVector[] {
  return rows.map(([received, due, extendedDue, why, more]) => ({
    received,
    jurisdiction,
    due,
    extendedDue,
    why,
    ...(typeof more === 'string' ? { local: more } : more === undefined ? {} : { eves: more }),
  }));
}

export interface SuspensionVector {
  readonly received: string;
  readonly jurisdiction: Jurisdiction;
  readonly suspensions: readonly Suspension[];
  readonly dates: {
    readonly suspendedDays: number | null;
    readonly unsuspendedDue: string;
    readonly unsuspendedExtendedDue: string;
    readonly due: string | null;
    readonly extendedDue: string | null;
  };
  readonly why: string;
}

/** A policy, not law: EDPB 01/2022 para 159 speaks of a suspension and does not say how to count it. */
export const suspensionVectors: readonly SuspensionVector[] = [
  {
    received: '2025-03-03T10:00:00+01:00',
    jurisdiction: 'SE',
    suspensions: [{ asked: '2025-03-04T09:00:00+01:00', answered: '2025-03-10T15:00:00+01:00' }],
    dates: {
      suspendedDays: 6,
      unsuspendedDue: '2025-04-03',
      unsuspendedExtendedDue: '2025-06-03',
      due: '2025-04-09',
      extendedDue: '2025-06-09',
    },
    why: 'six days more on both dates',
  },
  {
    received: '2024-01-31T10:00:00+01:00',
    jurisdiction: 'SE',
    suspensions: [{ asked: '2024-02-01T10:00:00+01:00', answered: '2024-02-03T10:00:00+01:00' }],
    dates: {
      suspendedDays: 2,
      unsuspendedDue: '2024-02-29',
      unsuspendedExtendedDue: '2024-04-30',
      due: '2024-03-04',
      extendedDue: '2024-05-02',
    },
    why: 'the days are added to the day that is not moved yet',
  },
  {
    received: '2025-05-12T10:00:00+02:00',
    jurisdiction: 'SE',
    suspensions: [
      { asked: '2025-05-13T10:00:00+02:00', answered: '2025-05-15T10:00:00+02:00' },
      { asked: '2025-05-19T10:00:00+02:00', answered: '2025-05-22T10:00:00+02:00' },
    ],
    dates: {
      suspendedDays: 5,
      unsuspendedDue: '2025-06-12',
      unsuspendedExtendedDue: '2025-08-12',
      due: '2025-06-17',
      extendedDue: '2025-08-18',
    },
    why: 'two suspensions add up',
  },
  {
    received: '2025-03-28T10:00:00+01:00',
    jurisdiction: 'SE',
    suspensions: [{ asked: '2025-03-29T23:30:00Z', answered: '2025-03-30T22:30:00Z' }],
    dates: {
      suspendedDays: 1,
      unsuspendedDue: '2025-04-28',
      unsuspendedExtendedDue: '2025-06-30',
      due: '2025-04-29',
      extendedDue: '2025-06-30',
    },
    why: 'a day of 23 hours is a day',
  },
  {
    received: '2025-03-03T10:00:00+01:00',
    jurisdiction: 'SE',
    suspensions: [{ asked: '2025-03-04T09:00:00+01:00', answered: null }],
    dates: {
      suspendedDays: null,
      unsuspendedDue: '2025-04-03',
      unsuspendedExtendedDue: '2025-06-03',
      due: null,
      extendedDue: null,
    },
    why: 'while an answer is awaited no date is known',
  },
  {
    received: '2026-11-25T10:00:00+01:00',
    jurisdiction: 'DE',
    suspensions: [{ asked: '2026-11-26T10:00:00+01:00', answered: '2026-11-27T10:00:00+01:00' }],
    dates: {
      suspendedDays: 1,
      unsuspendedDue: '2026-12-28',
      unsuspendedExtendedDue: '2027-02-25',
      due: '2026-12-28',
      extendedDue: '2027-02-26',
    },
    why: 'a day more that days off swallow',
  },
];
