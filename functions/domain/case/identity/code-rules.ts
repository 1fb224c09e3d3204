import { isCalledUnsafe } from '../contact/confirmed-contact.ts';
import type { RefusalCode } from '../decision.ts';
import { keyOf } from '../letters/letter-key.ts';
import { isBlocked } from '../search/outcome.ts';
import type { Challenge, Opened, OpenedCase } from '../state.ts';
import { codeWay } from './code-way.ts';

/**
 * Six digits, ten minutes (a code by letter: thirty days), five tries; at most five codes for one purpose in 24 hours at
 * the asking of the person, and five that are sent by themselves.
 */
export const codeMinutes = 10;
export const letterCodeDays = 30;
export const codeTries = 5;
export const codesPerDay = 5;

/**
 * What the key of whoever made a request may do in 24 hours until it has shown itself by a right code: have two codes
 * sent for each purpose, and type five. The tries over all unproven cases of one mailbox are ten. A case waits for its
 * proof for about a month: 10 tries on each of 30 days guess six digits with a chance of 0.0003.
 */
export const openerCodesPerDay = 2;
export const openerTriesPerDay = 5;
export const openerTriesPerMailboxAndDay = 10;

type Trouble = Extract<RefusalCode, 'no-code' | 'code-expired' | 'code-used' | 'too-many-tries'>;

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** Whether a code was accepted by the service for mail or SMS, or was posted. */
export function isSent(state: Opened, challenge: Challenge): boolean {
  return (state.letters.get(keyOf({ kind: 'one-time-code', of: challenge.id }))?.sentAt ?? null) !== null;
}

/**
 * From when (ISO 8601) the case may be sent one more code for the purpose at the asking of `askedBy`; `undefined` where it
 * may at `now`. What is counted are the codes of this case that the same one asked for: nobody else's asking takes them,
 * nor do codes that expired before they could be sent.
 */
export function nextCodeFrom(
  state: Opened,
  purpose: Challenge['purpose'],
  askedBy: Challenge['askedBy'],
  now: string,
): string | undefined {
  const most = askedBy === 'opener' ? openerCodesPerDay : codesPerDay;
  const dayAgo = new Date(Date.parse(now) - dayInMilliseconds).toISOString();
  const counted = state.challenges.filter(
    (one) =>
      one.purpose === purpose &&
      one.askedBy === askedBy &&
      one.issuedAt > dayAgo &&
      (one.expiresAt > now || isSent(state, one)),
  );
  const first = counted.at(-most);
  return counted.length < most || first === undefined
    ? undefined
    : new Date(Date.parse(first.issuedAt) + dayInMilliseconds).toISOString();
}

/** Whether a code that was tried at `now` may open what it was sent for; the comparison of the digits is not made here. */
export function checkTried(
  state: OpenedCase,
  id: string,
  purpose: Challenge['purpose'],
  now: string,
):
  | { readonly ok: true; readonly challenge: Challenge }
  | { readonly ok: false; readonly code: Exclude<Trouble, 'too-many-tries'> } {
  const challenge = state.challenges.find((one) => one.id === id && one.purpose === purpose);
  // A try is counted before the code is compared: without one nothing was compared.
  if (challenge === undefined || challenge.tries === 0) return { ok: false, code: 'no-code' };
  if (challenge.used) return { ok: false, code: 'code-used' };
  // A newer code takes the place of this one: there are never two that work.
  if (state.challenges.findLast((one) => one.purpose === purpose) !== challenge)
    return { ok: false, code: 'code-expired' };
  return challenge.expiresAt <= now || isElsewhere(state, challenge, now)
    ? { ok: false, code: 'code-expired' }
    : { ok: true, challenge };
}

/** The challenge that a code typed at `now` would answer, or why there is none: only the latest counts. */
export function openChallenge(
  state: OpenedCase,
  purpose: Challenge['purpose'],
  now: string,
): { readonly ok: true; readonly challenge: Challenge } | { readonly ok: false; readonly code: Trouble } {
  const challenge = state.challenges.findLast((one) => one.purpose === purpose);
  if (challenge === undefined) return { ok: false, code: 'no-code' };
  if (challenge.used) return { ok: false, code: 'code-used' };
  if (challenge.expiresAt <= now || isElsewhere(state, challenge, now)) return { ok: false, code: 'code-expired' };
  if (challenge.tries >= codeTries) return { ok: false, code: 'too-many-tries' };
  return { ok: true, challenge };
}

/** Whether a code was sent to where none for this purpose is sent any more: it opens nothing then. */
export function isElsewhere(state: OpenedCase, { purpose, via, to }: Challenge, now: string): boolean {
  // A number that was stated stays that number, wherever letters go.
  if (purpose === 'identity' && via === 'sms') return false;
  if (via === 'email' && isCalledUnsafe(state, to)) return true;
  return codeWay(state, purpose, now)?.to.hash !== to.hash;
}

/**
 * Whether a code still proves something: before the first proof, and by letter to the registered address where something
 * waits for a stronger one.
 */
export function takesCode(state: OpenedCase): boolean {
  if (state.status === 'identifying') return true;
  return (
    state.status === 'gathering' &&
    state.post !== null &&
    state.post.registered &&
    state.systems.some((system) => isBlocked(system, state))
  );
}

/**
 * The code by letter that may be answered at `now` (ISO 8601), which staff enter for whoever reads it out on the telephone
 * or sends it back; `undefined` where there is none. A code that was mailed is entered where it was mailed from.
 */
export function openLetterCode(state: OpenedCase, now: string): Challenge | undefined {
  const open = openChallenge(state, 'identity', now);
  return takesCode(state) && open.ok && open.challenge.via === 'post' ? open.challenge : undefined;
}
