import type { LetterOf } from '#domain/case/letters/letters.ts';
import { stopOf } from '#domain/case/decisions/stops.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { found } from '../case-parts.ts';
import { stopWords } from '../kept-words.ts';
import type { LetterDate } from '../parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that confirms that marketing stops (Art. 21(3)). `doneIn` lists the systems in which staff have entered
 * the stop.
 */
export type Content = {
  readonly kind: 'marketing-stop';
  readonly recordedOn: LetterDate;
  readonly from: LetterDate;
  readonly doneIn: readonly string[];
  /** The channels in which marketing stops. Empty: all channels. */
  readonly channels: readonly ('email' | 'sms' | 'phone' | 'post' | 'other-electronic')[];
  /** The last day on which marketing that is already printed may arrive. `null` if none is printed. */
  readonly inPrintUntil: LetterDate | null;
};

function content(source: LetterSource, letter: LetterOf<'marketing-stop'>): Content {
  const { state, written } = source;
  const zone = state.common.facts.timeZone;
  const { recordedAt, text } = found(stopOf(state, letter));
  const { from, doneIn = [], channels = [], inPrintUntil = null } = found(stopWords(written, text));
  return { kind: 'marketing-stop', recordedOn: localDate(recordedAt, zone), from, doneIn, channels, inPrintUntil };
}

function samples(): readonly Content[] {
  return [
    {
      kind: 'marketing-stop',
      recordedOn: '2026-11-20',
      from: '2026-11-20',
      doneIn: ['Mailchimp'],
      channels: ['email', 'sms', 'phone', 'post', 'other-electronic'],
      inPrintUntil: '2026-12-10',
    },
    {
      kind: 'marketing-stop',
      recordedOn: '2026-11-20',
      from: '2026-11-20',
      doneIn: [],
      channels: [],
      inPrintUntil: null,
    },
  ];
}

export const marketingStop = { content, samples, swedish, english };
