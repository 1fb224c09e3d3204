import { keyOf } from '#domain/case/letters/letter-key.ts';
import type { LetterName, OwedLetter } from '#domain/case/letters/letters.ts';
import { wasByStranger } from '#domain/case/identity/opener.ts';
import { asLiving, contactAt, type OpenedCase } from '#domain/case/state.ts';
import type { Channel } from '#domain/case/vocabulary.ts';
import { mailboxOf, type Contact } from '#domain/contact.ts';
import type { Allowance, Allowed } from '#store/limits.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { contactOf } from '../profile/contact-of.ts';

/**
 * The letters that a requester, or anybody who has the requester's key, can cause alone. Letters caused by staff or the
 * clock are not listed. Codes are not listed either, because a code is counted when it is issued; the download code of
 * a ready answer is never counted.
 */
const caused: ReadonlySet<LetterName> = new Set([
  'acknowledgement',
  'attachment-not-opened',
  'complaint-acknowledgement',
  'withdrawal-confirmed',
  'reopened',
  'confirm-on-page',
  'contact-changed',
]);

/**
 * The kind of a letter to a mailbox that nobody has proven. `way-on`: the receipt of a request and the automatic code,
 * which the person needs in order to continue. `besides`: all other letters. They have a daily limit of
 * their own; the limit for a minute counts both kinds.
 */
export type LetterKind = 'way-on' | 'besides';

/**
 * Whether an owed letter may be sent at `now` (ISO 8601). The number of letters to one mailbox is limited in a minute
 * and in 24 hours. The limit counts the letters of all unproven cases together, if anybody may have requested them. A
 * letter beyond the limit stays owed, and is sent later. The receipt of a part waits until the original case is proven:
 * until then one receipt names everything that was asked for. The receipt of a complaint that a stranger may have made
 * waits as well.
 */
export async function mayBeSent(
  casework: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  { letter }: OwedLetter,
  now: string,
): Promise<boolean> {
  const { common } = state;
  if (common.proofs.length > 0 || !caused.has(letter.kind) || !isFromAnybody(common.facts.channel)) return true;
  const isReceipt = letter.kind === 'acknowledgement';
  const whole = isReceipt || letter.kind === 'complaint-acknowledgement' ? await wholeOf(casework, state) : undefined;
  // A person who has proven the original case has proven its parts.
  if (whole !== undefined && whole.common.proofs.length > 0) return true;
  const waits = isReceipt || (whole !== undefined && wasByStranger(whole.common, common.facts));
  if (whole !== undefined && asLiving(whole) !== undefined && waits) return false;
  // The letter was counted at an earlier attempt.
  if (profile.vouched || common.letters.has(keyOf(letter))) return true;
  const to = contactOf(profile, contactAt(common, now).hash) ?? profile.contact;
  const kind = isReceipt && whole === undefined ? 'way-on' : 'besides';
  return (await takeLetter(casework, to, kind, now)).ok;
}

/** Counts a letter to a mailbox for cases that nobody has proven. Letters by post are not counted: staff send them. */
export async function takeLetter(casework: Casework, to: Contact, kind: LetterKind, now: string): Promise<Allowed> {
  let taken = await lookForLetter(casework, to, kind, now);
  if (to.kind !== 'email') return taken;
  for (const { key, allowance } of countedUnder(casework, to, kind)) {
    if (taken.ok) taken = await casework.limits.take(key, allowance, now);
  }
  return taken;
}

/** Whether `takeLetter` would allow one more letter; nothing is counted. */
export async function lookForLetter(casework: Casework, to: Contact, kind: LetterKind, now: string): Promise<Allowed> {
  let looked: Allowed = { ok: true, left: 1 };
  if (to.kind !== 'email') return looked;
  for (const { key, allowance } of countedUnder(casework, to, kind)) {
    if (looked.ok) looked = await casework.limits.look(key, allowance, now);
  }
  return looked;
}

/** The original case from which a part was split off; `undefined` if the case is no part. */
async function wholeOf(casework: Casework, { common: { facts } }: OpenedCase): Promise<OpenedCase | undefined> {
  if (facts.origin?.as !== 'split') return undefined;
  const { state } = await loadCase(casework, facts.origin.case);
  return state === undefined ? undefined : state;
}

/** Whether a request came through a channel in which staff do not see the requester. */
function isFromAnybody(channel: Channel): boolean {
  return channel === 'portal' || channel === 'api' || channel === 'email';
}

const minute = 60;
const day = 24 * 60 * 60;

/**
 * The limits for a letter to a mailbox. The day's limit is checked first, so that a letter beyond it is not counted for
 * the minute.
 */
function countedUnder(
  { keys, organisation }: Casework,
  to: Contact,
  kind: LetterKind,
): readonly { readonly key: string; readonly allowance: Allowance }[] {
  const { lettersPerAddressAndDay: most, lettersPerAddressAndMinute } = organisation.policy;
  const mailbox = keys.personHash(mailboxOf(to));
  const ofDay =
    kind === 'way-on'
      ? { key: `letter#${mailbox}`, allowance: { most, seconds: day } }
      : { key: `letter-besides#${mailbox}`, allowance: { most: Math.ceil(most / 2), seconds: day } };
  const ofMinute = {
    key: `letter-minute#${mailbox}`,
    allowance: { most: lettersPerAddressAndMinute, seconds: minute },
  };
  return [ofDay, ofMinute];
}
