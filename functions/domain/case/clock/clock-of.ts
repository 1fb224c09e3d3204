import { datesOf, localDate, type Calendar, type Dates } from '../../clock/deadline.ts';
import { keyOf } from '../letters/letter-key.ts';
import type { Letter } from '../letters/letters.ts';
import type { Common } from '../state.ts';

/** The calendar by which the dates of a case are counted. */
export function calendarOf(common: Pick<Common, 'facts'>): Calendar {
  const { jurisdiction, timeZone, rules } = common.facts;
  return { jurisdiction, timeZone, evesCountAsHolidays: rules.evesCountAsHolidays };
}

/** The dates of a case (`YYYY-MM-DD`). */
export interface CaseDates {
  /**
   * The legal date, moved by the days of every suspension; `null` while a suspension is open (EDPB 01/2022, 157 to
   * 164).
   */
  readonly due: string | null;
  /** The legal date without any suspension. Staff work by this date, and warnings count the days until it. */
  readonly unsuspendedDue: string;
  /** The value that `due` has, or would have, with an extension; `null` while a suspension is open. */
  readonly extendedDue: string | null;
  /** Last day for the notice of an extension, and for a refusal of the whole request (Art. 12(3)-(4)). */
  readonly lastDayForNotice: string;
  readonly suspendedDays: number | null;
}

/** All dates of a case, with the suspensions by questions of staff. */
export function caseDates(common: Common): CaseDates {
  const suspensions = common.askings
    .filter(({ suspends }) => suspends)
    .map(({ askedAt, answeredAt }) => ({ asked: askedAt, answered: answeredAt }));
  // The person was told `common.due`. `common.due` is not computed again, because a table of holidays may have been
  // corrected since.
  if (suspensions.length === 0)
    return {
      due: common.due,
      unsuspendedDue: common.due,
      extendedDue: common.facts.extendedDue,
      lastDayForNotice: common.facts.due,
      suspendedDays: 0,
    };
  const dates: Dates = datesOf(common.facts.receivedAt, calendarOf(common), suspensions);
  return {
    due: common.extended ? dates.extendedDue : dates.due,
    unsuspendedDue: common.due,
    extendedDue: dates.extendedDue,
    lastDayForNotice: common.facts.due,
    suspendedDays: dates.suspendedDays,
  };
}

/** Whether an extension is valid: its notice was sent by the last day (Art. 12(3)). */
export function isExtended(common: Pick<Common, 'facts' | 'extensions' | 'letters'>): boolean {
  return noticesInTime(common).length > 0;
}

/**
 * The legal date without suspensions (`unsuspendedDue`), as it was at `at` (ISO 8601). Notices that were sent later are
 * not counted.
 */
export function dueAt(common: Common, at: string): string {
  const isExtendedThen = noticesInTime(common).some((sentAt) => Date.parse(sentAt) <= Date.parse(at));
  return isExtendedThen ? common.facts.extendedDue : common.facts.due;
}

/** The times (ISO 8601) at which notices of extension were sent, without notices that were late. */
function noticesInTime({
  facts,
  extensions,
  letters,
}: Pick<Common, 'facts' | 'extensions' | 'letters'>): readonly string[] {
  return extensions.flatMap((_, index) => {
    const sentAt = letters.get(keyOf(extensionNotice(index)))?.sentAt ?? null;
    return sentAt !== null && localDate(sentAt, facts.timeZone) <= facts.due ? [sentAt] : [];
  });
}

/** The letter about an extension. `index`: the position of the extension in the case, from 0. */
export function extensionNotice(index: number): Letter {
  return { kind: 'extension', n: index + 1 };
}
