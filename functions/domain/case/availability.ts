import { endOfDay, localDate, plusDays } from '../clock/deadline.ts';
import type { Delivery, Opened } from './state.ts';

/** Id of the letter that tells of the answer of a round. */
export function answerLetter(round: number): string {
  return round === 1 ? 'M8' : `M24/${round}`;
}

/**
 * Until when an answer can be fetched, ISO 8601. Its days begin when its letter went: as long as that has not gone, on the
 * day of `now`, so that no letter offers a day that has passed.
 */
export function availableUntil(state: Opened, { round, days }: Delivery, now: string): string {
  const { timeZone } = state.facts;
  const from = state.letters.get(answerLetter(round))?.sentAt ?? now;
  return endOfDay(plusDays(localDate(from, timeZone), days), timeZone);
}
