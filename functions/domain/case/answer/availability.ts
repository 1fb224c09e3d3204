import { downloadWay } from '../identity/code-way.ts';
import { isConfirmed } from '../contact/confirmed-contact.ts';
import { endOfDay, localDate, plusDays } from '../../clock/deadline.ts';
import { stoodStill } from '../circumstances/standing-time.ts';
import { keyOf } from '../letters/letter-key.ts';
import type { Letter } from '../letters/letters.ts';
import { type Delivery, type Common, contactAt, hasEnded, type OpenedCase } from '../state.ts';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The letter that announces an answer: `answer-ready`, or `supplement-ready` if the person keeps an earlier answer. If
 * every earlier answer was taken back, the letter is `answer-ready` again, because its recipient may be another person
 * than before. The letter has the number of the round, so it is not the letter of an earlier round. If the round was
 * announced with `supplement-ready`, that stays the letter of the round, even if the earlier answers are taken back
 * later.
 */
export function answerLetter(
  { letters }: Pick<Common, 'letters'>,
  { round, supplements }: Pick<Delivery, 'round' | 'supplements'>,
): Letter {
  const supplement = { kind: 'supplement-ready', n: round } as const;
  const supplementary = round > 1 && (supplements || letters.has(keyOf(supplement)));
  return supplementary ? supplement : { kind: 'answer-ready', n: round };
}

/**
 * The time until which an answer can be fetched, ISO 8601. The days of the delivery (`delivery.days`) are counted from
 * the sending of the letter that announces the answer. Until that letter is sent, the days are counted from `now`, so
 * that the letter cannot name a day that has passed. Days on which a circumstance was undecided are added.
 */
export function availableUntil(common: Common, delivery: Delivery, now: string): string {
  const { timeZone } = common.facts;
  const { days } = delivery;
  const from = common.letters.get(keyOf(answerLetter(common, delivery)))?.sentAt ?? now;
  const stood = Math.ceil(stoodStill(common, from, now) / dayInMilliseconds);
  return endOfDay(plusDays(localDate(from, timeZone), days + stood), timeZone);
}

/** Whether an answer can be fetched at `now` (ISO 8601). No answer can be fetched while a circumstance is undecided. */
export function isAvailable(common: Common, now: string): boolean {
  return common.undecided.size === 0 && isAnswerOut(common, now);
}

/** Whether an answer can be fetched at `now` (ISO 8601), or only an undecided circumstance prevents this. */
export function isAnswerOut(common: Common, now: string): boolean {
  return !common.purged && common.deliveries.some((one) => availableUntil(common, one, now) > now && !one.revoked);
}

/** Whether the contact point can still be changed: the case is open, or an answer is out (`isAnswerOut`). */
export function writesOn(state: OpenedCase, now: string): boolean {
  return !hasEnded(state) || isAnswerOut(state.common, now);
}

/**
 * Whether it is still unconfirmed at `now` (ISO 8601) that the present contact point is the person's (`isConfirmed`).
 * `false` before the first proof of identity. `false` also if the case has ended and no answer can be fetched.
 */
export function isUnconfirmed(state: OpenedCase, now: string): boolean {
  const { common } = state;
  if (common.proofs.length === 0 || isConfirmed(common, contactAt(common, now))) return false;
  return !hasEnded(state) || isAvailable(common, now);
}

/**
 * Whether the present contact point must be confirmed before an answer can be fetched: it is unconfirmed, and so is the
 * address or telephone that gets the code for the download.
 */
export function needsConfirming(state: OpenedCase, now: string): boolean {
  return isUnconfirmed(state, now) && !isConfirmed(state.common, downloadWay(state, now).to);
}
