import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';

const months: readonly (readonly string[])[] = [
  ['jan', 'tammi'],
  ['feb', 'helmi'],
  ['mar', 'mär', 'maalis'],
  ['apr', 'huhti'],
  ['maj', 'may', 'mai', 'touko'],
  ['jun', 'kesä'],
  ['jul', 'heinä'],
  ['aug', 'elo'],
  ['sep', 'syys'],
  ['okt', 'oct', 'loka'],
  ['nov', 'marras'],
  ['dec', 'des', 'dez', 'joulu'],
];

/**
 * The date and the time in the head of a forwarded mail, as ISO 8601 with offset. The offset is that in the text, or
 * else that of `timeZone`. The function reads, for example, `den 24 februari 2026 16:41`, `Tuesday, 24 February 2026
 * 4:41 PM` and `24.02.2026 16:41`. `undefined`: the text has no date and time that can be read, or can be read as two
 * dates (`03/04/2026`).
 */
export function writtenDate(text: string, timeZone: string): string | undefined {
  const line = text.toLowerCase().slice(0, 120);
  const date = dateIn(line);
  const time = /(?:^|[^\d.:-])(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?![\d.])\s*(am|pm|fm|em)?/.exec(
    line.replace(/\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}/, ' '),
  );
  if (date === undefined || time === null) return undefined;
  const [, hours = '', minutes = '', seconds = '0', half = ''] = time;
  const hour = (Number(hours) % (half === '' ? 24 : 12)) + (half === 'pm' || half === 'em' ? 12 : 0);
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const offset = /([+-]\d{2}):?(\d{2})(?!\d)/.exec(line.slice(time.index))?.slice(1, 3);
  try {
    const plain = PlainDateTime.fromFields(
      { ...date, hour, minute: Number(minutes), second: Number(seconds) },
      { overflow: 'reject' },
    );
    const zone = offset === undefined ? timeZone : `${offset[0] ?? ''}:${offset[1] ?? ''}`;
    return ZonedDateTime.toString(PlainDateTime.toZonedDateTime(plain, zone), { timeZoneName: 'never' });
  } catch (error) {
    // `Temporal` throws a `RangeError` for a day or an offset that does not exist, such as 31 April.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function dateIn(line: string): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const iso = /(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(line);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(20\d{2})(?!\d)/.exec(line);
  if (dotted !== null) return { year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) };
  const slashed = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(20\d{2})(?!\d)/.exec(line);
  if (slashed !== null) {
    const [one, two, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    // The day or the month may be first. The date counts only if there is one possible reading.
    if (one > 12) return { year, month: two, day: one };
    return two > 12 || one === two ? { year, month: one, day: two } : undefined;
  }
  const year = /(?<!\d)(20\d{2})(?!\d)/.exec(line)?.[1];
  const dayFirst = /(?<![\d:.])(\d{1,2})\.?\s+(\p{L}{3,})/u.exec(line);
  const monthFirst = /(\p{L}{3,})\.?\s+(\d{1,2})(?![\d:])/u.exec(line);
  const month = monthOf(dayFirst?.[2]) ?? monthOf(monthFirst?.[1]);
  const day = monthOf(dayFirst?.[2]) === undefined ? monthFirst?.[2] : dayFirst?.[1];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return { year: Number(year), month, day: Number(day) };
}

function monthOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const index = months.findIndex((names) => names.some((name) => word.startsWith(name)));
  return index === -1 ? undefined : index + 1;
}
