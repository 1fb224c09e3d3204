import { isCalledUnsafe } from '../contact/confirmed-contact.ts';
import type { RefusalCode } from '../decision.ts';
import { keyOf } from '../letters/letter-key.ts';
import { isBlocked } from '../search/outcome.ts';
import type { Challenge, Common, OpenedCase } from '../state.ts';
import { codeWay } from './code-way.ts';

/**
 * A code has six digits and allows five tries. A code is valid for ten minutes, or for thirty days if it is sent by
 * letter. For each purpose, at most five codes that the person asked for are sent in 24 hours, and five that staff or
 * the workflow asked for.
 */
export const codeMinutes = 10;
export const letterCodeDays = 30;
export const codeTries = 5;
export const codesPerDay = 5;

/**
 * A visitor who has only the requester's key gets two codes and five tries for each purpose in 24 hours. These limits
 * end when somebody with that key enters a right code or signs in. All cases of one mailbox that have no proof of
 * identity share ten tries with such keys in 24 hours. A case waits for its proof for about a month: ten tries on each
 * of 30 days guess six digits with a probability of 0.0003.
 */
export const openerCodesPerDay = 2;
export const openerTriesPerDay = 5;
export const openerTriesPerMailboxAndDay = 10;

type Trouble = Extract<RefusalCode, 'no-code' | 'code-expired' | 'code-used' | 'too-many-tries'>;

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** Whether the service for mail or SMS accepted a code, or staff posted it. */
export function isSent(common: Common, challenge: Challenge): boolean {
  return (common.letters.get(keyOf({ kind: 'one-time-code', of: challenge.id }))?.sentAt ?? null) !== null;
}

/**
 * The time (ISO 8601) from which one more code for the purpose may be sent at the request of `askedBy`; `undefined` if
 * it may be sent at `now`. Only codes with the same `askedBy` count. Codes that expired before they could be sent do
 * not count.
 */
export function nextCodeFrom(
  common: Common,
  purpose: Challenge['purpose'],
  askedBy: Challenge['askedBy'],
  now: string,
): string | undefined {
  const most = askedBy === 'opener' ? openerCodesPerDay : codesPerDay;
  const dayAgo = new Date(Date.parse(now) - dayInMilliseconds).toISOString();
  const counted = common.challenges.filter(
    (one) =>
      one.purpose === purpose &&
      one.askedBy === askedBy &&
      one.issuedAt > dayAgo &&
      (one.expiresAt > now || isSent(common, one)),
  );
  const first = counted.at(-most);
  return counted.length < most || first === undefined
    ? undefined
    : new Date(Date.parse(first.issuedAt) + dayInMilliseconds).toISOString();
}

/** Whether a code that is tried at `now` may be used for its purpose. This function does not compare the digits. */
export function checkTried(
  state: OpenedCase,
  id: string,
  purpose: Challenge['purpose'],
  now: string,
):
  | { readonly ok: true; readonly challenge: Challenge }
  | { readonly ok: false; readonly code: Exclude<Trouble, 'too-many-tries'> } {
  const challenge = state.common.challenges.find((one) => one.id === id && one.purpose === purpose);
  // Each try is recorded before the digits are compared. Without a recorded try, no digits were compared.
  if (challenge === undefined || challenge.tries === 0) return { ok: false, code: 'no-code' };
  if (challenge.used) return { ok: false, code: 'code-used' };
  // A newer code replaces this one: only one code works at a time.
  if (state.common.challenges.findLast((one) => one.purpose === purpose) !== challenge)
    return { ok: false, code: 'code-expired' };
  return challenge.expiresAt <= now || isElsewhere(state, challenge, now)
    ? { ok: false, code: 'code-expired' }
    : { ok: true, challenge };
}

/**
 * The sent code (`Challenge`) with which a code typed at `now` is compared, or why there is none. Only the latest code
 * for a purpose counts.
 */
export function openChallenge(
  state: OpenedCase,
  purpose: Challenge['purpose'],
  now: string,
): { readonly ok: true; readonly challenge: Challenge } | { readonly ok: false; readonly code: Trouble } {
  const challenge = state.common.challenges.findLast((one) => one.purpose === purpose);
  if (challenge === undefined) return { ok: false, code: 'no-code' };
  if (challenge.used) return { ok: false, code: 'code-used' };
  if (challenge.expiresAt <= now || isElsewhere(state, challenge, now)) return { ok: false, code: 'code-expired' };
  if (challenge.tries >= codeTries) return { ok: false, code: 'too-many-tries' };
  return { ok: true, challenge };
}

/**
 * Whether a code was sent to an address that is no longer used for codes of this purpose. Such a code no longer works.
 */
export function isElsewhere(state: OpenedCase, { purpose, via, to }: Challenge, now: string): boolean {
  // A code by SMS goes to a number that the person stated, and a change of the contact point does not change that
  // number.
  if (purpose === 'identity' && via === 'sms') return false;
  if (via === 'email' && isCalledUnsafe(state.common, to)) return true;
  return codeWay(state, purpose, now)?.to.hash !== to.hash;
}

/**
 * Whether a code can prove something at this stage of the case. While the case waits for its first proof, every code
 * can. Later only a code by letter to the registered address can, if a system waits for a stronger proof.
 */
export function takesCode({ common: { post }, stage }: OpenedCase): boolean {
  if (stage.kind === 'identifying') return true;
  if (stage.kind !== 'gathering' || post === null || !post.registered) return false;
  return stage.search.systems.some((system) => isBlocked(system, stage.search));
}

/**
 * The code by letter that staff may enter at `now` (ISO 8601); `undefined` if there is none. The person reads the code
 * out on the telephone or sends it back. A mailed code is entered on the page that its mail links to.
 */
export function openLetterCode(state: OpenedCase, now: string): Challenge | undefined {
  const open = openChallenge(state, 'identity', now);
  return takesCode(state) && open.ok && open.challenge.via === 'post' ? open.challenge : undefined;
}
