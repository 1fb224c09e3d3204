import { downloadWay } from '../identity/code-way.ts';
import { isConfirmed } from '../contact/confirmed-contact.ts';
import { endOfDay, localDate, plusDays } from '../../clock/deadline.ts';
import { stoodStill } from '../circumstances/standing-time.ts';
import { type Delivery, type Opened, contactAt, hasEnded, type OpenedCase } from '../state.ts';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The letter that tells of an answer. The first answer that stands is told of as such, also after an earlier one was taken
 * back: whoever is told may be somebody else than before. Its id differs then, as `M8` was perhaps sent. What has begun as
 * a supplement stays one.
 */
export function answerLetter(
  { letters }: Pick<Opened, 'letters'>,
  { round, supplements }: Pick<Delivery, 'round' | 'supplements'>,
): { readonly letter: string; readonly code: 'M8' | 'M24' } {
  if (round === 1) return { letter: 'M8', code: 'M8' };
  const supplement = `M24/${round}`;
  return supplements || letters.has(supplement)
    ? { letter: supplement, code: 'M24' }
    : { letter: `M8/${round}`, code: 'M8' };
}

/** The round that an `M8` or `M24` tells of, from its id. */
export function roundOfLetter(letter: string): number {
  return letter === 'M8' ? 1 : Number(letter.slice(letter.indexOf('/') + 1));
}

/**
 * Until when an answer can be fetched, ISO 8601. Its days begin when its letter went: as long as that has not gone, on the
 * day of `now`, so that no letter offers a day that has passed. They stand still while nobody can fetch it because a
 * circumstance is undecided.
 */
export function availableUntil(state: Opened, delivery: Delivery, now: string): string {
  const { timeZone } = state.facts;
  const { days } = delivery;
  const from = state.letters.get(answerLetter(state, delivery).letter)?.sentAt ?? now;
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
