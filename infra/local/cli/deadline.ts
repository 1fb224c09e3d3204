import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { datesOf } from '#domain/clock/deadline.ts';
import { jurisdictions, zoneOf } from '#domain/clock/holidays.ts';
import { ruleInWords } from '#domain/clock/rule-in-words.ts';
import { suspensionFault, type SuspensionFault } from '#domain/clock/suspension.ts';
import { faultsInWords, linesCommand, type LineAnswer } from './json-lines.ts';

const help = `utdrag deadline < requests.jsonl

Reads one JSON object per line and prints one for each, in order: when a request must be answered.

In:  received              when it reached the controller: an instant with offset or Z
     jurisdiction          whose public holidays apply: ${jurisdictions.join(', ')} (weekends only)
     timezone              IANA zone of the controller; left out: that of the jurisdiction
     suspensions           [{"asked": instant, "answered": instant or null}]; left out: none
     evesCountAsHolidays   true: the Swedish eves are holidays too; left out: false, the earlier date
     Other fields are ignored, so a line may contain an id of your own.
Out: receivedLocalDate, due, extendedDue, lastDayForNotice, unsuspendedDue, unsuspendedExtendedDue, suspendedDays,
     rule (the rules and the steps, in words). A date is YYYY-MM-DD and means the end of that local day.
     While a suspension has no answer, due, extendedDue and suspendedDays are null.
     lastDayForNotice, for an extension or a refusal, never counts suspensions: how they count is policy, not law.
     Suspensions that overlap count each day once.

For an invalid or empty line the command prints {"error": "…"}.
Exit code 0: every line was read; 1: at least one was not.`;

const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2999, 11, 31);

const instantSchema = z
  .string('must be a text')
  .refine(isInstant, 'must be an instant from 1900 to 2999 with an offset, such as 2026-03-05T10:00:00+01:00');

// The schema ignores unknown fields, because lines from another program may have more columns. So a misspelt option is
// ignored too. Without `suspensions` or `evesCountAsHolidays` the date can only be earlier, so this mistake never makes
// an answer late.
const lineSchema = z.object(
  {
    received: instantSchema,
    jurisdiction: z.enum(jurisdictions, `must be one of ${jurisdictions.join(', ')}`),
    timezone: z
      .string('must be a text')
      .refine(isZone, 'must be a zone of the IANA database, such as Europe/Stockholm')
      .optional(),
    suspensions: z
      .array(
        z.object(
          { asked: instantSchema, answered: instantSchema.nullable() },
          'must be an object with asked and answered',
        ),
        'must be a list',
      )
      .default([]),
    evesCountAsHolidays: z.boolean('must be true or false').default(false),
  },
  'the line is not a JSON object',
);

const dateSchema = z.iso.date();
const answerSchema = z.strictObject({
  receivedLocalDate: dateSchema,
  due: dateSchema.nullable(),
  extendedDue: dateSchema.nullable(),
  lastDayForNotice: dateSchema,
  unsuspendedDue: dateSchema,
  unsuspendedExtendedDue: dateSchema,
  suspendedDays: z.int().min(0).nullable(),
  rule: z.string(),
});

/** The command `utdrag deadline`: calculates the last day for the answer to a request. */
export const deadline = linesCommand(help, answerTo);

function answerTo(value: unknown): LineAnswer {
  const line = lineSchema.safeParse(value);
  if (!line.success) return { ok: false, error: faultsInWords(line.error) };
  const { received, jurisdiction, suspensions, evesCountAsHolidays, timezone = zoneOf[jurisdiction] } = line.data;
  const fault = suspensionFault(received, suspensions);
  if (fault !== null) return { ok: false, error: faultInWords(fault) };
  const calendar = { jurisdiction, timeZone: timezone, evesCountAsHolidays };
  const dates = datesOf(received, calendar, suspensions);
  return { ok: true, answer: answerSchema.parse({ ...dates, rule: ruleInWords(dates, calendar) }) };
}

function faultInWords({ index, field, rule }: SuspensionFault): string {
  const at = `suspensions.${index}.${field}`;
  switch (rule) {
    case 'asked-before-receipt':
      return `${at}: must not be before received`;
    case 'answered-before-asked':
      return `${at}: must not be before asked`;
  }
}

function isInstant(text: string): boolean {
  // A text with an annotation, such as [Europe/Stockholm] after the offset, is refused, because Temporal would accept
  // and ignore it.
  if (!/^\d{4}-[^[]*$/.test(text)) return false;
  try {
    const { epochMilliseconds } = Temporal.Instant.from(text);
    return earliest <= epochMilliseconds && epochMilliseconds <= latest;
  } catch {
    return false;
  }
}

function isZone(text: string): boolean {
  // A fixed offset such as +01:00 is refused as a time zone, because it does not change to summer time.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId !== '';
  } catch {
    return false;
  }
}
