import { Temporal } from 'temporal-polyfill';

/** Whose public holidays move a due date (law.md 5.2); `EU-default` knows weekends only. */
export const jurisdictions = ['SE', 'FI', 'DK', 'NO', 'DE', 'EU-default'] as const;
export type Jurisdiction = (typeof jurisdictions)[number];

export const zoneOf: Readonly<Record<Jurisdiction, string>> = {
  SE: 'Europe/Stockholm',
  FI: 'Europe/Helsinki',
  DK: 'Europe/Copenhagen',
  NO: 'Europe/Oslo',
  DE: 'Europe/Berlin',
  'EU-default': 'Europe/Brussels',
};

/**
 * Whether the date is a Saturday, a Sunday or a designated public holiday, so that a period cannot end on it
 * (Regulation 1182/71, Art. 2 and 3(4)). Swedish eves are not designated by lag (1989:253) and therefore do not count.
 */
export function isNonWorking(date: Temporal.PlainDate, jurisdiction: Jurisdiction): boolean {
  return date.dayOfWeek >= 6 || isPublicHoliday(date, jurisdiction);
}

function isPublicHoliday(date: Temporal.PlainDate, jurisdiction: Jurisdiction): boolean {
  const fromEaster = easter(date.year).until(date, { largestUnit: 'days' }).days;
  const fixed = `${date.month}-${date.day}`;
  const is = (days: readonly string[], movable: readonly number[]): boolean =>
    days.includes(fixed) || movable.includes(fromEaster);
  switch (jurisdiction) {
    case 'SE':
      return is(['1-1', '1-6', '5-1', '6-6', '12-25', '12-26'], [goodFriday, easterMonday, ascension]);
    case 'FI':
      return is(['1-1', '1-6', '5-1', '12-6', '12-25', '12-26'], [goodFriday, easterMonday, ascension]);
    case 'DK': {
      // Store bededag, the fourth Friday after Easter, was abolished from 2024.
      const prayerDay = date.year < 2024 ? [26] : [];
      return is(
        ['1-1', '12-25', '12-26'],
        [maundyThursday, goodFriday, easterMonday, ascension, whitMonday, ...prayerDay],
      );
    }
    case 'NO':
      return is(
        ['1-1', '5-1', '5-17', '12-25', '12-26'],
        [maundyThursday, goodFriday, easterMonday, ascension, whitMonday],
      );
    case 'DE':
      return is(['1-1', '5-1', '10-3', '12-25', '12-26'], [goodFriday, easterMonday, ascension, whitMonday]);
    case 'EU-default':
      return false;
  }
}

// Days from Easter Sunday. Holidays that always fall on a Saturday or Sunday need no row.
const maundyThursday = -3;
const goodFriday = -2;
const easterMonday = 1;
const ascension = 39;
const whitMonday = 50;

/** Easter Sunday of a Gregorian year (the anonymous Gregorian algorithm). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const day = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(day / 31), (day % 31) + 1);
}
