import { downloadWay } from './code-way.ts';
import { isConfirmed } from './confirmed-contact.ts';
import { endOfDay, localDate, plusDays } from '../clock/deadline.ts';
import { stoodStill } from './standing-time.ts';
import { type Delivery, type Opened, contactAt, hasEnded, type OpenedCase } from './state.ts';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** Id of the letter that tells of the answer of a round. */
export function answerLetter(round: number): string {
  return round === 1 ? 'M8' : `M24/${round}`;
}

/**
 * Until when an answer can be fetched, ISO 8601. Its days begin when its letter went: as long as that has not gone, on the
 * day of `now`, so that no letter offers a day that has passed. They stand still while nobody can fetch it because a
 * circumstance is undecided.
 */
export function availableUntil(state: Opened, { round, days }: Delivery, now: string): string {
  const { timeZone } = state.facts;
  const from = state.letters.get(answerLetter(round))?.sentAt ?? now;
  const stood = Math.ceil(stoodStill(state, from, now) / dayInMilliseconds);
  return endOfDay(plusDays(localDate(from, timeZone), days + stood), timeZone);
}

/** Whether an answer waits to be fetched. None does while it is undecided what somebody's protection asks for. */
export function isAvailable(state: OpenedCase, now: string): boolean {
  return (
    !state.purged &&
    state.undecided.size === 0 &&
    state.deliveries.some((one) => availableUntil(state, one, now) > now && !one.revoked)
  );
}

/** Whether the present contact point is unconfirmed at `now` (ISO 8601), and something goes out to it or may still. */
export function isUnconfirmed(state: OpenedCase, now: string): boolean {
  if (state.proofs.length === 0 || isConfirmed(state, contactAt(state, now))) return false;
  return !hasEnded(state) || isAvailable(state, now);
}

/** As `isUnconfirmed`, where no answer can be fetched by any other way. */
export function needsConfirming(state: OpenedCase, now: string): boolean {
  return isUnconfirmed(state, now) && !isConfirmed(state, downloadWay(state, now).to);
}
