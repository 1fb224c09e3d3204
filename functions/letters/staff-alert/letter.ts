import { alertSchema, type Alert } from '#domain/case/vocabulary.ts';
import type { LetterDate } from '../parts.ts';
import type { LetterOf } from '#domain/case/letters/letters.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { alertDate, found } from '../case-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The mail that alerts the data protection officer, or the address for escalations. The mail names only a case and a
 * date, and holds no personal data.
 */
export type Content = {
  readonly kind: 'staff-alert';
  readonly alert: Alert;
  /**
   * For `escalation`, `unsuspended-date`, `held-undecided` and `late-refusal`: the last day for the answer. For
   * `breach` and `breach-hours`: the last day for the notification of the authority. For other alerts: the day of the
   * alert.
   */
  readonly date: LetterDate;
};

function content(source: LetterSource, letter: LetterOf<'staff-alert'>): Content {
  const { state } = source;
  const zone = state.common.facts.timeZone;
  const alerted = found(state.common.alerts.find(({ key }) => key === letter.of));
  return {
    kind: 'staff-alert',
    alert: alerted.alert,
    date: alertDate(state.common, alerted.alert, localDate(alerted.at, zone)),
  };
}

function samples(): readonly Content[] {
  return alertSchema.options.map((alert) => ({ kind: 'staff-alert', alert, date: '2026-12-16' }));
}

export const staffAlert = { content, samples, swedish, english };
