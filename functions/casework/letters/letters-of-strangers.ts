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
 * The letters that a stranger can cause without staff, by a mail or with the requester's key. Letters that staff or a
 * schedule cause are not in the set. Letters with a code are not in the set, because the code is counted when it is
 * issued. A code for a download has no limit for the mailbox.
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
 * The kind of a letter to a mailbox that nobody has proven. `way-on`: the receipt and the first code, which the person
 * needs in order to continue. `besides`: every other letter. Each kind of letter has its own limit for a day; the limit
 * for a minute counts both kinds together.
 */
export type LetterKind = 'way-on' | 'besides';

/** Whether a letter may be sent, and from when (ISO 8601) if a limit holds it back. */
type MayBeSent = { readonly ok: true } | { readonly ok: false; readonly from?: string };

/**
 * Whether an owed letter may be sent at `now` (ISO 8601). A letter above a limit stays owed and is sent later.
 *
 * The number of letters to one mailbox is limited in a minute and in 24 hours. The limits count the letters of all
 * unproven cases that a stranger may have opened.
 *
 * The receipt of a part waits until the original case is proven or has ended, because the receipt of the original case
 * names the rights of the part too. The receipt of a complaint that a stranger may have made waits in the same way. How
 * long they wait is not known, so `from` is absent.
 */
export async function mayBeSent(
  casework: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  { letter }: OwedLetter,
  now: string,
): Promise<MayBeSent> {
  const { common } = state;
  const yes = { ok: true } as const;
  if (common.proofs.length > 0 || !caused.has(letter.kind) || !isFromAnybody(common.facts.channel)) return yes;
  const isReceipt = letter.kind === 'acknowledgement';
  const whole = isReceipt || letter.kind === 'complaint-acknowledgement' ? await wholeOf(casework, state) : undefined;
  // Whoever has proven the original case has also proven its parts.
  if (whole !== undefined && whole.common.proofs.length > 0) return yes;
  const waits = isReceipt || (whole !== undefined && wasByStranger(whole.common, common.facts));
  if (whole !== undefined && asLiving(whole) !== undefined && waits) return { ok: false };
  // An earlier attempt to send this letter has counted it.
  if (profile.vouched || common.letters.has(keyOf(letter))) return yes;
  const to = contactOf(profile, contactAt(common, now).hash) ?? profile.contact;
  const kind = isReceipt && whole === undefined ? 'way-on' : 'besides';
  return await takeLetter(casework, to, kind, now);
}

/** Counts a letter that an unproven case sends to a mailbox. A letter by post is not counted, because staff send it. */
export async function takeLetter(casework: Casework, to: Contact, kind: LetterKind, now: string): Promise<Allowed> {
  let taken = await lookForLetter(casework, to, kind, now);
  if (to.kind !== 'email') return taken;
  for (const { key, allowance } of countedUnder(casework, to, kind)) {
    if (taken.ok) taken = await casework.limits.take(key, allowance, now);
  }
  return taken;
}

/** Whether `takeLetter` would allow one more letter. `lookForLetter` counts nothing. */
export async function lookForLetter(casework: Casework, to: Contact, kind: LetterKind, now: string): Promise<Allowed> {
  let looked: Allowed = { ok: true, left: 1 };
  if (to.kind !== 'email') return looked;
  for (const { key, allowance } of countedUnder(casework, to, kind)) {
    if (looked.ok) looked = await casework.limits.look(key, allowance, now);
  }
  return looked;
}

/** The original case of a part; `undefined` if the case is not a part. */
async function wholeOf(casework: Casework, { common: { facts } }: OpenedCase): Promise<OpenedCase | undefined> {
  if (facts.origin?.as !== 'split') return undefined;
  const { state } = await loadCase(casework, facts.origin.case);
  return state === undefined ? undefined : state;
}

/** Whether a request came through a channel that anybody can use without staff. */
function isFromAnybody(channel: Channel): boolean {
  return channel === 'portal' || channel === 'api' || channel === 'email';
}

const minute = 60;
const day = 24 * 60 * 60;

/**
 * The limits for a letter to a mailbox. The limit of the day is checked first. So a letter that the day's limit stops
 * does not use up the minute's limit.
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
