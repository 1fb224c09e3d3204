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
 * Letters that whoever makes a request, or has its key, causes by that alone. What staff or the clock cause is not among
 * them, nor a code, which is counted when it is issued: a ready answer's never is.
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
 * What a letter is to a mailbox that nobody has proven. `way-on`: the receipt of a request, and the code that is sent by
 * itself, with which the person goes on. `besides`: everything else, which never takes the place of those.
 */
export type LetterKind = 'way-on' | 'besides';

/**
 * Whether an owed letter may go at `now` (ISO 8601). In a case that nobody has proven, and whose request anybody may have
 * made, few letters go to one mailbox in a minute, and in 24 hours, over all such cases; what is beyond stays owed, and
 * goes when there is room. The receipt of a part waits for the proof of the whole: until then one receipt names all that
 * was asked. So does the receipt of a complaint that a stranger may have made.
 */
export async function mayBeSent(
  casework: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  { letter }: OwedLetter,
  now: string,
): Promise<boolean> {
  if (state.common.proofs.length > 0 || !caused.has(letter.kind) || !isFromAnybody(state.common.facts.channel))
    return true;
  const isReceipt = letter.kind === 'acknowledgement';
  const whole = isReceipt || letter.kind === 'complaint-acknowledgement' ? await wholeOf(casework, state) : undefined;
  // Whoever has proven the whole has its parts.
  if (whole !== undefined && whole.common.proofs.length > 0) return true;
  const waits = isReceipt || (whole !== undefined && wasByStranger(whole.common, state.common.facts));
  if (whole !== undefined && asLiving(whole) !== undefined && waits) return false;
  // What was tried before was counted then.
  if (profile.vouched || state.common.letters.has(keyOf(letter))) return true;
  const to = contactOf(profile, contactAt(state.common, now).hash) ?? profile.contact;
  const kind = isReceipt && whole === undefined ? 'way-on' : 'besides';
  return (await takeLetter(casework, to, kind, now)).ok;
}

/** Counts a letter to a mailbox for cases that nobody has proven. What goes by post is not counted: staff send it. */
export async function takeLetter(casework: Casework, to: Contact, kind: LetterKind, now: string): Promise<Allowed> {
  let taken = await lookForLetter(casework, to, kind, now);
  if (to.kind !== 'email') return taken;
  for (const { key, allowance } of countedUnder(casework, to, kind)) {
    if (taken.ok) taken = await casework.limits.take(key, allowance, now);
  }
  return taken;
}

/** Whether `takeLetter` would give one. */
export async function lookForLetter(casework: Casework, to: Contact, kind: LetterKind, now: string): Promise<Allowed> {
  let looked: Allowed = { ok: true, left: 1 };
  if (to.kind !== 'email') return looked;
  for (const { key, allowance } of countedUnder(casework, to, kind)) {
    if (looked.ok) looked = await casework.limits.look(key, allowance, now);
  }
  return looked;
}

/** The case that a part was split off from. */
async function wholeOf(casework: Casework, { common: { facts } }: OpenedCase): Promise<OpenedCase | undefined> {
  if (facts.origin?.as !== 'split') return undefined;
  const { state } = await loadCase(casework, facts.origin.case);
  return state === undefined ? undefined : state;
}

/** Whether it came on a way on which nobody of the staff sees who makes it. */
function isFromAnybody(channel: Channel): boolean {
  return channel === 'portal' || channel === 'api' || channel === 'email';
}

const minute = 60;
const day = 24 * 60 * 60;

/** What one letter to a mailbox is counted under: first the day, so that one that has no room takes none of the minute. */
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
