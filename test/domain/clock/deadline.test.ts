import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  datesOf,
  daysBetween,
  deadlines,
  endOfDay,
  isWorkingDay,
  localDate,
  plusDays,
  plusWorkingDays,
  targetsOf,
  type Calendar,
  type Suspension,
} from '#domain/clock/deadline.ts';
import { holidayRuleSets, jurisdictions, zoneOf, type Jurisdiction } from '#domain/clock/holidays.ts';
import { ruleInWords } from '#domain/clock/rule-in-words.ts';
import { deadlineVectors, suspensionVectors } from './vectors.ts';
import { runs } from '#test/support/random.ts';

const calendarOf = (jurisdiction: Jurisdiction, evesCountAsHolidays = false): Calendar => ({
  jurisdiction,
  timeZone: zoneOf[jurisdiction],
  evesCountAsHolidays,
});
const instants = fc
  .date({ min: new Date('1985-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const places = fc.constantFrom(...jurisdictions);
const calendars = fc.tuple(places, fc.boolean()).map(([where, eves]) => calendarOf(where, eves));
const many = { numRuns: runs(10_000) };
/** For a property with thousands of runs: an assertion library would take most of the time. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** The same day number computed by Temporal, which the clock does not use for this. */
function nominalOf(received: string, months: number): Temporal.PlainDate {
  const from = Temporal.PlainDate.from(received);
  const first = from.with({ day: 1 }).add({ months });
  return first.with({ day: Math.min(from.day, first.daysInMonth) });
}

describe('The statutory dates', () => {
  it.each(deadlineVectors)(
    'of a request received $received in $jurisdiction are $due and $extendedDue: $why [002-15]',
    ({ received, jurisdiction, local = received.slice(0, 10), due, extendedDue, eves }) => {
      const dates = { receivedLocalDate: local, due, extendedDue };
      expect(deadlines(received, jurisdiction, zoneOf[jurisdiction])).toEqual(dates);
      expect(datesOf(received, calendarOf(jurisdiction), [])).toEqual({
        ...dates,
        lastDayForNotice: due,
        unsuspendedDue: due,
        unsuspendedExtendedDue: extendedDue,
        suspendedDays: 0,
      });
      expect(datesOf(received, calendarOf(jurisdiction, true), [])).toMatchObject({ ...dates, ...eves });
    },
  );

  it('have the same day number, or are the last day of a shorter month, unless they are moved past days off', () => {
    fc.assert(
      fc.property(instants, calendars, (received, calendar) => {
        const { receivedLocalDate, unsuspendedDue, unsuspendedExtendedDue } = datesOf(received, calendar, []);
        for (const [months, date] of [
          [1, unsuspendedDue],
          [3, unsuspendedExtendedDue],
        ] as const) {
          const nominal = nominalOf(receivedLocalDate, months);
          const moved = daysBetween(nominal.toString(), date);
          must(moved >= 0 && moved <= 6, `${date} is ${moved} days from ${nominal.toString()}`);
          for (let day = 0; day < moved; day += 1)
            must(
              !isWorkingDay(nominal.add({ days: day }).toString(), calendar),
              `${date} was moved over a working day`,
            );
        }
      }),
      many,
    );
  });

  it('never fall on a day that is no working day', () => {
    fc.assert(
      fc.property(instants, calendars, (received, calendar) => {
        const { unsuspendedDue, unsuspendedExtendedDue } = datesOf(received, calendar, []);
        must(isWorkingDay(unsuspendedDue, calendar), unsuspendedDue);
        must(isWorkingDay(unsuspendedExtendedDue, calendar), unsuspendedExtendedDue);
      }),
      many,
    );
  });

  it('are never earlier for a later request', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 90 * 86_400_000 }), calendars, (one, after, calendar) => {
        const a = datesOf(one, calendar, []);
        const b = datesOf(new Date(Date.parse(one) + after).toISOString(), calendar, []);
        must(a.unsuspendedDue <= b.unsuspendedDue, 'due');
        must(a.unsuspendedExtendedDue <= b.unsuspendedExtendedDue, 'extended');
      }),
      many,
    );
  });

  it('with an extension are counted from the day of receipt: two more months by the calendar, wherever the first date was moved to', () => {
    fc.assert(
      fc.property(instants, calendars, (received, calendar) => {
        const { receivedLocalDate, unsuspendedDue, unsuspendedExtendedDue } = datesOf(received, calendar, []);
        must(unsuspendedDue < unsuspendedExtendedDue, 'the extension is no longer');
        let last = nominalOf(receivedLocalDate, 3).toString();
        while (!isWorkingDay(last, calendar)) last = plusDays(last, 1);
        must(unsuspendedExtendedDue === last, unsuspendedExtendedDue);
      }),
      many,
    );
  });

  it('are no earlier because eves are holidays, and outside Sweden no later', () => {
    fc.assert(
      fc.property(instants, places, (received, where) => {
        const plain = datesOf(received, calendarOf(where), []);
        const lenient = datesOf(received, calendarOf(where, true), []);
        must(plain.unsuspendedDue <= lenient.unsuspendedDue, 'earlier');
        if (where !== 'SE') must(plain.unsuspendedDue === lenient.unsuspendedDue, 'later');
      }),
      many,
    );
  });
});

const day = 86_400_000;
/** Some suspensions after a receipt, all ended, and none inside another. */
const suspended = fc
  .tuple(instants, fc.array(fc.tuple(fc.nat(9 * day), fc.nat(20 * day)), { maxLength: 4 }))
  .map(([received, list]) => {
    let at = Date.parse(received);
    const suspensions = list.map(([gap, length]) => {
      const asked = at + gap;
      at = asked + length;
      return { asked: new Date(asked).toISOString(), answered: new Date(at).toISOString() };
    });
    return { received, suspensions };
  });

describe('A suspension', () => {
  it.each(suspensionVectors)('$why', ({ received, jurisdiction, suspensions, dates }) => {
    expect(datesOf(received, calendarOf(jurisdiction), suspensions)).toMatchObject(dates);
  });

  it('never makes a date earlier, and adds its days to the date before it is moved', () => {
    fc.assert(
      fc.property(suspended, calendars, ({ received, suspensions }, calendar) => {
        const { due, extendedDue, suspendedDays, ...rest } = datesOf(received, calendar, suspensions);
        if (due === null || extendedDue === null || suspendedDays === null) throw new Error('all are answered');
        const sum = suspensions.reduce(
          (days, { asked, answered }) =>
            days + daysBetween(localDate(asked, calendar.timeZone), localDate(answered, calendar.timeZone)),
          0,
        );
        must(suspendedDays === sum, `${suspendedDays} days are not ${sum}`);
        must(due >= rest.unsuspendedDue && extendedDue >= rest.unsuspendedExtendedDue, 'earlier');
        let last = nominalOf(rest.receivedLocalDate, 1).add({ days: sum }).toString();
        while (!isWorkingDay(last, calendar)) last = plusDays(last, 1);
        must(due === last, `${due} is not ${last}`);
        must(rest.lastDayForNotice === datesOf(received, calendar, []).unsuspendedDue, 'the last day for notice moved');
      }),
      many,
    );
  });

  it('that is still open leaves only the unsuspended dates, whatever other suspensions there were', () => {
    fc.assert(
      fc.property(suspended, calendars, fc.nat(4), ({ received, suspensions }, calendar, place) => {
        const all: Suspension[] = [...suspensions];
        all.splice(place, 0, { asked: received, answered: null });
        const dates = datesOf(received, calendar, all);
        must(dates.due === null && dates.extendedDue === null && dates.suspendedDays === null, 'a date is known');
        must(dates.unsuspendedDue === datesOf(received, calendar, []).unsuspendedDue, 'the unsuspended date moved');
      }),
      many,
    );
  });

  it('gives the same days in whatever order the suspensions are given, and counts each day once', () => {
    fc.assert(
      fc.property(suspended, calendars, ({ received, suspensions }, calendar) => {
        const dates = JSON.stringify(datesOf(received, calendar, suspensions));
        must(JSON.stringify(datesOf(received, calendar, suspensions.toReversed())) === dates, 'the order');
        must(JSON.stringify(datesOf(received, calendar, [...suspensions, ...suspensions])) === dates, 'twice');
      }),
      many,
    );
  });

  it.each([
    [
      'one inside another',
      [
        ['03-05', '03-15'],
        ['03-07', '03-09'],
      ],
      10,
    ],
    [
      'one that goes on in another',
      [
        ['03-05', '03-15'],
        ['03-10', '03-20'],
      ],
      15,
    ],
    [
      'one right after another',
      [
        ['03-05', '03-10'],
        ['03-10', '03-12'],
      ],
      7,
    ],
    ['one answered the same day', [['03-05', '03-05']], 0],
    ['one that began before receipt counts from receipt', [['02-20', '03-06']], 3],
    [
      'one answered before it was asked counts nothing',
      [
        ['03-15', '03-05'],
        ['03-16', '03-18'],
      ],
      2,
    ],
  ] as const)('counts days that passed, and never more: %s', (_, spans, days) => {
    const at = (date: string): string => `2026-${date}T12:00:00+01:00`;
    const suspensions = spans.map(([asked, answered]) => ({ asked: at(asked), answered: at(answered) }));
    expect(datesOf(at('03-03'), calendarOf('SE'), suspensions).suspendedDays).toBe(days);
  });
});

describe('The days off', () => {
  // Weekdays of 2026 only, from the list of each country.
  it.each([
    ['SE', '01-01 01-06 04-03 04-06 05-01 05-14 12-25'],
    ['FI', '01-01 01-06 04-03 04-06 05-01 05-14 12-25'],
    ['DK', '01-01 04-02 04-03 04-06 05-14 05-25 12-25'],
    ['NO', '01-01 04-02 04-03 04-06 05-01 05-14 05-25 12-25'],
    ['DE', '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
    ['EU-default', ''],
  ] as const)('of %s in 2026 are weekends and %s', (where, expected) => {
    const calendar = calendarOf(where);
    const off: string[] = [];
    for (let date = '2026-01-01'; date < '2027-01-01'; date = plusDays(date, 1)) {
      const weekend = Temporal.PlainDate.from(date).dayOfWeek >= 6;
      if (weekend) expect(isWorkingDay(date, calendar)).toBe(false);
      else if (!isWorkingDay(date, calendar)) off.push(date.slice(5));
    }
    expect(off.join(' ')).toBe(expected);
  });

  it('of Sweden include the eves if the controller says so, and only there', () => {
    const eves = ['2026-06-19', '2026-12-24', '2026-12-31', '2029-06-22'];
    expect(eves.filter((date) => isWorkingDay(date, calendarOf('SE', true)))).toEqual([]);
    expect(eves.filter((date) => isWorkingDay(date, calendarOf('SE')))).toEqual(eves);
    expect(eves.filter((date) => isWorkingDay(date, calendarOf('FI', true)))).toEqual(eves);
    // Fridays near them, and other eves.
    for (const date of ['2026-06-12', '2026-06-26', '2026-04-02', '2026-04-30', '2026-10-30', '2026-01-05'])
      expect(isWorkingDay(date, calendarOf('SE', true))).toBe(true);
  });

  it('are given by rule sets, each of which starts on the day after the end of the one before; the last is in force', () => {
    for (const sets of Object.values(holidayRuleSets)) {
      for (const [index, { validTo }] of sets.entries()) {
        const next = sets[index + 1];
        expect(validTo).toBe(next === undefined ? null : plusDays(next.validFrom, -1));
      }
      // The GDPR applies from 25 May 2018.
      expect(sets[0]?.validFrom.localeCompare('2018-05-25')).toBeLessThanOrEqual(0);
    }
  });

  it('are left out when working days are counted', () => {
    expect(plusWorkingDays('2026-04-01', 1, calendarOf('SE'))).toBe('2026-04-02');
    expect(plusWorkingDays('2026-04-01', 2, calendarOf('SE'))).toBe('2026-04-07');
    expect(plusWorkingDays('2026-04-01', 1, calendarOf('DK'))).toBe('2026-04-07');
    expect(plusWorkingDays('2026-04-04', 0, calendarOf('SE'))).toBe('2026-04-04');
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 10 }), calendars, (instant, days, calendar) => {
        const from = localDate(instant, calendar.timeZone);
        const to = plusWorkingDays(from, days, calendar);
        let counted = 0;
        for (let date = from; date < to;) {
          date = plusDays(date, 1);
          if (isWorkingDay(date, calendar)) counted += 1;
        }
        must(counted === days && isWorkingDay(to, calendar), `${to} is ${counted} working days after ${from}`);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('The internal targets', () => {
  it('are one and three working days, and day 20', () => {
    expect(targetsOf('2026-04-01T10:00:00+02:00', calendarOf('SE'))).toEqual({
      acknowledge: '2026-04-02',
      askForIdentity: '2026-04-08',
      draft: '2026-04-21',
    });
    // Late on a Friday evening in UTC it is already Saturday in Sweden.
    expect(targetsOf('2026-03-06T23:30:00Z', calendarOf('SE'))).toEqual({
      acknowledge: '2026-03-09',
      askForIdentity: '2026-03-11',
      draft: '2026-03-27',
    });
  });

  it('are before the statutory date', () => {
    fc.assert(
      fc.property(instants, calendars, (received, calendar) => {
        const { acknowledge, askForIdentity, draft } = targetsOf(received, calendar);
        const { unsuspendedDue } = datesOf(received, calendar, []);
        must(acknowledge < askForIdentity && askForIdentity < draft && draft < unsuspendedDue, 'out of order');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('The rule in words', () => {
  const words = (received: string, calendar: Calendar, answered?: string | null): string => {
    const suspensions = answered === undefined ? [] : [{ asked: received, answered }];
    return ruleInWords(datesOf(received, calendar, suspensions), calendar);
  };

  it('names the regulation, the rule set with its source, the day of receipt and every day off that moved the date', () => {
    const text = words('2024-02-29T12:00:00+01:00', calendarOf('SE'));
    for (const part of [
      'Regulation 1182/71 Art. 3',
      'holidays SE-2005 (lag (1989:253) om allmänna helgdagar as amended by SFS 2004:1320)',
      'received on 2024-02-29 in Europe/Stockholm',
      'one month ends on 2024-03-29, 2024-03-29 is Good Friday, 2024-03-30 is a Saturday, 2024-03-31 is a Sunday, 2024-04-01 is Easter Monday, so the last day is 2024-04-02;',
      'three months end on 2024-05-29',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('suspended');
    expect(text).not.toContain('eves');
  });

  it('says when a month was too short, when days were suspended, and when their number is not known yet', () => {
    expect(words('2024-01-31T12:00:00+01:00', calendarOf('SE'))).toContain(
      'one month ends on 2024-02-29, as that month has no day 31;',
    );
    expect(words('2024-02-01T12:00:00+01:00', calendarOf('SE'), '2024-02-02T12:00:00+01:00')).toContain(
      'one month ends on 2024-03-01, 1 suspended day later it is 2024-03-02, 2024-03-02 is a Saturday, 2024-03-03 is a Sunday, so the last day is 2024-03-04;',
    );
    expect(words('2024-02-01T12:00:00+01:00', calendarOf('SE'), null)).toMatch(/a reply is awaited/);
  });

  it('says which of several rule sets apply, and when there is none', () => {
    expect(words('2023-11-30T12:00:00+01:00', calendarOf('DK'))).toMatch(/DK-2018 .* and holidays DK-2024/);
    expect(words('1985-12-01T12:00:00+01:00', calendarOf('SE'))).toContain('weekends only');
    expect(words('2026-03-01T12:00:00+01:00', calendarOf('SE', true))).toContain('the eves of lag (1930:173)');
    expect(words('2026-03-01T12:00:00+01:00', calendarOf('DE', true))).not.toContain('eves');
  });
});

describe('A local day', () => {
  it('ends a millisecond before midnight, in winter, in summer and when the clocks change', () => {
    expect(endOfDay('2026-12-21', 'Europe/Stockholm')).toBe('2026-12-21T22:59:59.999Z');
    expect(endOfDay('2026-06-21', 'Europe/Stockholm')).toBe('2026-06-21T21:59:59.999Z');
    expect(endOfDay('2026-03-29', 'Europe/Stockholm')).toBe('2026-03-29T21:59:59.999Z');
    expect(endOfDay('2026-10-25', 'Europe/Stockholm')).toBe('2026-10-25T22:59:59.999Z');
  });

  it('contains its own end, and the next day contains the millisecond after', () => {
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

  it('plus the number of days between two days gives the later day', () => {
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

  it('is refused if it does not exist', () => {
    for (const date of ['soon', '2026-02-30', '2026-2-3', ''])
      expect(() => isWorkingDay(date, calendarOf('SE'))).toThrow(RangeError);
  });
});
