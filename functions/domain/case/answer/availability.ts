import { downloadWay } from '../identity/code-way.ts';
import { isConfirmed } from '../contact/confirmed-contact.ts';
import { endOfDay, localDate, plusDays } from '../../clock/deadline.ts';
import { stoodStill } from '../circumstances/standing-time.ts';
import { keyOf } from '../letters/letter-key.ts';
import type { Letter } from '../letters/letters.ts';
import { type Delivery, type Opened, contactAt, hasEnded, type OpenedCase } from '../state.ts';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The letter that tells of an answer. The first answer that stands is told of as such, also after an earlier one was taken
 * back: whoever is told may be somebody else than before. It is another letter then, as that of the first round was perhaps
 * sent. What has begun as a supplement stays one.
 */
export function answerLetter(
  { letters }: Pick<Opened, 'letters'>,
  { round, supplements }: Pick<Delivery, 'round' | 'supplements'>,
): Letter {
  const supplement = { kind: 'supplement-ready', n: round } as const;
  const supplementary = round > 1 && (supplements || letters.has(keyOf(supplement)));
  return supplementary ? supplement : { kind: 'answer-ready', n: round };
}

/**
 * Until when an answer can be fetched, ISO 8601. Its days begin when its letter went: as long as that has not gone, on the
 * day of `now`, so that no letter offers a day that has passed. They stand still while nobody can fetch it because a
 * circumstance is undecided.
 */
export function availableUntil(state: Opened, delivery: Delivery, now: string): string {
  const { timeZone } = state.facts;
  const { days } = delivery;
  const from = state.letters.get(keyOf(answerLetter(state, delivery)))?.sentAt ?? now;
  const stood = Math.ceil(stoodStill(state, from, now) / dayInMilliseconds);
  return endOfDay(plusDays(localDate(from, timeZone), days + stood), timeZone);
}

/** Whether an answer waits to be fetched. None does while it is undecided what somebody's protection asks for. */
export function isAvailable(state: OpenedCase, now: string): boolean {
  return state.undecided.size === 0 && isAnswerOut(state, now);
}

/** Whether there is an answer that can be fetched, now or once it is decided what somebody's protection asks for. */
export function isAnswerOut(state: OpenedCase, now: string): boolean {
  return !state.purged && state.deliveries.some((one) => availableUntil(state, one, now) > now && !one.revoked);
}

/** Whether where is written to can still be changed: the case goes on, or an answer of it can be fetched. */
export function writesOn(state: OpenedCase, now: string): boolean {
  return !hasEnded(state) || isAnswerOut(state, now);
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
