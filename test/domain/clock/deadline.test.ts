import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  deadlines,
  endOfDay,
  isWorkingDay,
  localDate,
  plusDays,
  type Calendar,
} from '#domain/clock/deadline.ts';
import { jurisdictions, zoneOf, type Jurisdiction } from '#domain/clock/holidays.ts';

// Received, and where; the statutory date; the extended one. From Regulation 1182/71, the guidelines of the EDPB and the
// public holidays of each country.
const hardCases: readonly (readonly [
  received: string,
  where: Jurisdiction,
  due: string,
  extended: string,
  why: string,
])[] = [
  ['2024-03-05T10:00:00+01:00', 'SE', '2024-04-05', '2024-06-05', 'EDPB example: the same day number'],
  ['2024-08-31T09:00:00+02:00', 'SE', '2024-09-30', '2024-12-02', 'EDPB example: clamped; then a Saturday'],
  ['2024-01-31T12:00:00+01:00', 'SE', '2024-02-29', '2024-04-30', 'the extension counts from day 31, not from 29'],
  ['2028-01-31T12:00:00+01:00', 'SE', '2028-02-29', '2028-05-02', 'a Sunday, and then 1 May'],
  ['2024-02-29T12:00:00+01:00', 'SE', '2024-04-02', '2024-05-29', 'Good Friday to Easter Monday'],
  ['2027-02-28T12:00:00+01:00', 'SE', '2027-03-30', '2027-05-28', 'Easter Sunday and Monday'],
  ['2028-11-30T12:00:00+01:00', 'SE', '2029-01-02', '2029-02-28', 'a Saturday, a Sunday and New Year'],
  ['2029-11-30T12:00:00+01:00', 'SE', '2029-12-31', '2030-02-28', "New Year's Eve is a working day"],
  ['2025-06-10T22:30:00Z', 'SE', '2025-07-11', '2025-09-11', 'past midnight here, in summer time'],
  ['2025-10-26T22:30:00Z', 'SE', '2025-11-26', '2026-01-26', 'the clocks went back that night: still the 26th'],
  ['2026-05-24T12:00:00+02:00', 'SE', '2026-06-24', '2026-08-24', 'received on a Sunday all the same'],
  ['2027-05-20T12:00:00+02:00', 'SE', '2027-06-21', '2027-08-20', 'a Sunday after Midsummer'],
  ['2026-05-06T12:00:00+02:00', 'SE', '2026-06-08', '2026-08-06', 'the National Day, a Saturday'],
  ['2025-12-06T12:00:00+01:00', 'SE', '2026-01-07', '2026-03-06', 'Epiphany'],
  ['2025-12-06T12:00:00+01:00', 'DE', '2026-01-06', '2026-03-06', 'no public holiday in all of Germany'],
  ['2026-04-25T12:00:00+02:00', 'DE', '2026-05-26', '2026-07-27', 'Whit Monday'],
  ['2026-04-25T12:00:00+02:00', 'SE', '2026-05-25', '2026-07-27', 'Whit Monday is none in Sweden'],
  ['2027-11-06T12:00:00+02:00', 'FI', '2027-12-07', '2028-02-07', 'Independence Day of Finland'],
  ['2024-03-26T12:00:00+01:00', 'DK', '2024-04-26', '2024-06-26', 'Great Prayer Day was abolished'],
  ['2023-04-05T12:00:00+02:00', 'DK', '2023-05-08', '2023-07-05', 'Great Prayer Day of 2023, and a week-end'],
  ['2027-04-17T12:00:00+02:00', 'NO', '2027-05-18', '2027-07-19', 'Whit Monday and 17 May are one day in 2027'],
  ['2026-03-03T12:00:00+01:00', 'EU-default', '2026-04-03', '2026-06-03', 'only week-ends: Good Friday counts'],
];

const instants = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2045-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const places = fc.constantFrom(...jurisdictions);
const calendarOf = (jurisdiction: Jurisdiction): Calendar => ({
  jurisdiction,
  timeZone: zoneOf[jurisdiction],
  evesCountAsHolidays: false,
});

describe('The statutory dates', () => {
  it.each(hardCases)('of a request received %s in %s are %s and %s: %s', (received, where, due, extendedDue) => {
    expect(deadlines(received, where, zoneOf[where])).toMatchObject({ due, extendedDue });
  });

  it('never fall on a day that is no working day', () => {
    fc.assert(
      fc.property(instants, places, (received, where) => {
        const { due, extendedDue } = deadlines(received, where, zoneOf[where]);
        for (const date of [due, extendedDue])
          if (!isWorkingDay(date, calendarOf(where))) throw new Error(`${date} is none`);
      }),
      { numRuns: 300 },
    );
  });

  it('are never earlier for a later request, and the extension is never before the first date', () => {
    fc.assert(
      fc.property(instants, instants, places, (one, other, where) => {
        const [earlier, later] = [one, other].toSorted() as [string, string];
        const a = deadlines(earlier, where, zoneOf[where]);
        const b = deadlines(later, where, zoneOf[where]);
        expect(a.due <= b.due && a.extendedDue <= b.extendedDue && a.due < a.extendedDue).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keep the day number, or are the last of a shorter month, unless they are moved over days off', () => {
    fc.assert(
      fc.property(instants, places, (received, where) => {
        const { receivedLocalDate, due, extendedDue } = deadlines(received, where, zoneOf[where]);
        const from = Temporal.PlainDate.from(receivedLocalDate);
        for (const [months, date] of [
          [1, due],
          [3, extendedDue],
        ] as const) {
          const first = from.with({ day: 1 }).add({ months });
          const nominal = first.with({ day: Math.min(from.day, first.daysInMonth) });
          const moved = daysBetween(nominal.toString(), date);
          expect(moved).toBeGreaterThanOrEqual(0);
          expect(moved).toBeLessThanOrEqual(5);
          for (let day = 0; day < moved; day += 1)
            expect(!isWorkingDay(nominal.add({ days: day }).toString(), calendarOf(where))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  const vectors = path.resolve(import.meta.dirname, '../../../../shared/data/deadline-vectors.json');
  it.skipIf(!existsSync(vectors))('are those of the shared vectors', () => {
    const list = JSON.parse(readFileSync(vectors, 'utf8')) as {
      id: string;
      received: string;
      jurisdiction: Jurisdiction;
      timezone: string;
      receivedLocalDate: string;
      due: string;
      extendedDue: string;
    }[];
    expect(list.length).toBeGreaterThan(50);
    for (const { id, received, jurisdiction, timezone, receivedLocalDate, due, extendedDue } of list)
      expect({ id, ...deadlines(received, jurisdiction, timezone) }).toEqual({
        id,
        receivedLocalDate,
        due,
        extendedDue,
      });
  });
});

describe('A local day', () => {
  it('ends a millisecond before midnight, in winter, in summer and when the clocks change', () => {
    expect(endOfDay('2026-12-21', 'Europe/Stockholm')).toBe('2026-12-21T22:59:59.999Z');
    expect(endOfDay('2026-06-21', 'Europe/Stockholm')).toBe('2026-06-21T21:59:59.999Z');
    expect(endOfDay('2026-03-29', 'Europe/Stockholm')).toBe('2026-03-29T21:59:59.999Z');
    expect(endOfDay('2026-10-25', 'Europe/Stockholm')).toBe('2026-10-25T22:59:59.999Z');
  });

  it('holds its own end, and the next holds the millisecond after', () => {
    fc.assert(
      fc.property(instants, places, (instant, where) => {
        const date = localDate(instant, zoneOf[where]);
        const end = endOfDay(date, zoneOf[where]);
        expect(instant <= end).toBe(true);
        expect(localDate(end, zoneOf[where])).toBe(date);
        expect(localDate(new Date(Date.parse(end) + 1).toISOString(), zoneOf[where])).toBe(plusDays(date, 1));
      }),
      { numRuns: 200 },
    );
  });

  it('is so many days from another as must be added', () => {
    expect(daysBetween('2026-12-21', '2026-12-21')).toBe(0);
    expect(daysBetween('2026-12-22', '2026-12-21')).toBe(-1);
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        expect(daysBetween('2026-03-15', plusDays('2026-03-15', days))).toBe(days);
      }),
      { numRuns: 100 },
    );
  });
});
