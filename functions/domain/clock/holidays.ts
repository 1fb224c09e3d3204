import { dateOf, easterOf, weekdayOf, type DayNumber } from './civil-date.ts';

/**
 * The countries whose public holidays can move a due date (Regulation 1182/71, Art. 2). `EU-default` has only weekends.
 */
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
 * A day off. The date of a holiday is the same `MM-DD` every year, a number of days after Easter Sunday, or the Friday
 * between two dates (`MM-DD`).
 */
type Holiday = { readonly name: string } & (
  | { readonly on: string }
  | { readonly fromEaster: number }
  | { readonly fridayFrom: string; readonly to: string }
);

/** The holidays that one law designates while it is in force. Holidays that always fall on a weekend are not listed. */
export interface HolidayRuleSet {
  readonly name: string;
  /** First day of validity, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Last day of validity, or `null` while in force. */
  readonly validTo: string | null;
  readonly source: string;
  readonly holidays: readonly Holiday[];
  /**
   * Days that national law treats like holidays without designating them as holidays. These days count only if the
   * controller's setting `evesCountAsHolidays` is `true`.
   */
  readonly eves: readonly Holiday[];
}

// The day from which the GDPR applies. No period is older, so most lists of holidays begin with this day.
const gdprApplies = '2018-05-25';

const newYear: Holiday = { name: "New Year's Day", on: '01-01' };
const epiphany: Holiday = { name: 'Epiphany', on: '01-06' };
const maundyThursday: Holiday = { name: 'Maundy Thursday', fromEaster: -3 };
const goodFriday: Holiday = { name: 'Good Friday', fromEaster: -2 };
const easterMonday: Holiday = { name: 'Easter Monday', fromEaster: 1 };
const prayerDay: Holiday = { name: 'Great Prayer Day', fromEaster: 26 };
const mayDay: Holiday = { name: '1 May', on: '05-01' };
const ascension: Holiday = { name: 'Ascension Day', fromEaster: 39 };
const whitMonday: Holiday = { name: 'Whit Monday', fromEaster: 50 };
const christmas: readonly Holiday[] = [
  { name: 'Christmas Day', on: '12-25' },
  { name: 'the second day of Christmas', on: '12-26' },
];

const swedish = [newYear, epiphany, goodFriday, easterMonday, mayDay, ascension, ...christmas];
// Lag (1930:173) s. 2 treats these days as Sundays if a time limit ends on them.
const swedishEves: readonly Holiday[] = [
  { name: 'Midsummer Eve', fridayFrom: '06-19', to: '06-25' },
  { name: 'Christmas Eve', on: '12-24' },
  { name: "New Year's Eve", on: '12-31' },
];
const danish = [newYear, maundyThursday, goodFriday, easterMonday, ascension, whitMonday, ...christmas];

/** The rules, oldest first. On dates before the oldest rules, only weekends are days off. */
export const holidayRuleSets: Readonly<Record<Jurisdiction, readonly HolidayRuleSet[]>> = {
  SE: [
    {
      name: 'SE-1990',
      validFrom: '1990-01-01',
      validTo: '2004-12-31',
      source: 'lag (1989:253) om allmänna helgdagar before SFS 2004:1320: Whit Monday, but not 6 June',
      holidays: [...swedish, whitMonday],
      eves: swedishEves,
    },
    {
      name: 'SE-2005',
      validFrom: '2005-01-01',
      validTo: null,
      source: 'lag (1989:253) om allmänna helgdagar as amended by SFS 2004:1320',
      holidays: [...swedish, { name: 'the National Day', on: '06-06' }],
      eves: swedishEves,
    },
  ],
  FI: [
    {
      name: 'FI-2018',
      validFrom: gdprApplies,
      validTo: null,
      source: 'the statutory holidays of Finland',
      holidays: [...swedish, { name: 'Independence Day', on: '12-06' }],
      eves: [],
    },
  ],
  DK: [
    {
      name: 'DK-2018',
      validFrom: gdprApplies,
      validTo: '2023-12-31',
      source: 'the public holidays of Denmark while Great Prayer Day was one',
      holidays: [...danish, prayerDay],
      eves: [],
    },
    {
      name: 'DK-2024',
      validFrom: '2024-01-01',
      validTo: null,
      source: 'the public holidays of Denmark since the law om konsekvenser ved afskaffelsen af store bededag',
      holidays: danish,
      eves: [],
    },
  ],
  NO: [
    {
      name: 'NO-2018',
      validFrom: gdprApplies,
      validTo: null,
      source: 'lov 24. februar 1995 nr. 12 om helligdager og helligdagsfred; lov 26. april 1947 nr. 1 om 1 og 17 mai',
      holidays: [...danish, mayDay, { name: 'Constitution Day', on: '05-17' }],
      eves: [],
    },
  ],
  DE: [
    {
      name: 'DE-2018',
      validFrom: gdprApplies,
      validTo: null,
      source: 'the holidays of all of Germany; those of single Länder are not among them',
      holidays: [
        newYear,
        goodFriday,
        easterMonday,
        mayDay,
        ascension,
        whitMonday,
        { name: 'German Unity Day', on: '10-03' },
        ...christmas,
      ],
      eves: [],
    },
  ],
  'EU-default': [
    {
      name: 'EU-default',
      validFrom: '1971-07-01',
      validTo: null,
      source: 'weekends only, so a date is never too late',
      holidays: [],
      eves: [],
    },
  ],
};

/** The rule set in force on a date (`YYYY-MM-DD`), or `undefined` before the first. */
export function holidayRuleSetAt(date: string, jurisdiction: Jurisdiction): HolidayRuleSet | undefined {
  return holidayRuleSets[jurisdiction].find(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  );
}

/**
 * The name of a day on which a period cannot end: a Saturday, a Sunday or a public holiday (Regulation 1182/71, Art. 2
 * and 3(4)). `null` if the day is a working day. No law designates the Swedish eves as holidays, so they count only if
 * `eves` is true.
 */
export function dayOff(day: DayNumber, jurisdiction: Jurisdiction, eves: boolean): string | null {
  const weekday = weekdayOf(day);
  if (weekday === 6) return 'a Saturday';
  if (weekday === 7) return 'a Sunday';
  const date = dateOf(day);
  const rules = holidayRuleSetAt(date, jurisdiction);
  if (rules === undefined) return null;
  const monthDay = date.slice(-5);
  const fromEaster = day - easterOf(Number(date.slice(0, -6)));
  const falls = (holiday: Holiday): boolean => {
    if ('on' in holiday) return holiday.on === monthDay;
    if ('fromEaster' in holiday) return holiday.fromEaster === fromEaster;
    return weekday === 5 && holiday.fridayFrom <= monthDay && monthDay <= holiday.to;
  };
  return (rules.holidays.find(falls) ?? (eves ? rules.eves.find(falls) : undefined))?.name ?? null;
}
