import * as z from 'zod';
import { localDate } from '../../clock/deadline.ts';
import { answerLetter, isAvailable } from '../answer/availability.ts';
import { extensionNotice } from '../clock/clock-of.ts';
import { changesInForce } from '../contact/contact-history.ts';
import { postWaits } from '../contact/unproven-postal-address.ts';
import { isTold } from '../decisions/part-refusals.ts';
import { lettersOfStops } from '../decisions/stops.ts';
import { isElsewhere, takesCode } from '../identity/code-rules.ts';
import { wasByStranger } from '../identity/opener.ts';
import { isSilent, wasSpokenTo } from '../lifecycle/hold-rules.ts';
import { type Challenge, contactAt, hasEnded, type OpenedCase, type Common } from '../state.ts';
import type { ContactRef, Ending } from '../vocabulary.ts';
import { keyOf } from './letter-key.ts';

interface LetterFacts {
  /** The code of the letter, such as `M6`, in the staff API and in the ids of `coded-letter.ts`. */
  readonly code: string;
  /**
   * Whether the letter is sent while a circumstance that protects somebody is undecided. A letter waits if it brings
   * the answer, discloses that data are held, commits the controller, or refers the person to somebody else. Such a
   * letter waits even if its command was given before the circumstance was marked.
   */
  readonly whileUndecided: 'is-written' | 'waits' | 'depends';
}

/** Letters that are sent once in a case. */
const once = {
  // Receipts.
  acknowledgement: { code: 'M1', whileUndecided: 'is-written' },
  'complaint-acknowledgement': { code: 'M21', whileUndecided: 'is-written' },
  'attachment-not-opened': { code: 'ATTACHMENT', whileUndecided: 'is-written' },
  // Confirms that letters go by post.
  'by-post': { code: 'M30', whileUndecided: 'waits' },
  // Letters about rights for which there is no workflow yet. No case owes these letters yet.
  rectified: { code: 'M9', whileUndecided: 'waits' },
  erased: { code: 'M10', whileUndecided: 'waits' },
  restricted: { code: 'M11', whileUndecided: 'waits' },
  'restriction-ends': { code: 'M12', whileUndecided: 'waits' },
  'portable-data': { code: 'M13', whileUndecided: 'waits' },
  'automated-decision': { code: 'M17', whileUndecided: 'waits' },
  recipients: { code: 'M19', whileUndecided: 'waits' },
  // Letters to recipients and processors of the person's data. No case owes these letters yet.
  'recipient-notice': { code: 'M18', whileUndecided: 'waits' },
  'processor-task': { code: 'M29', whileUndecided: 'waits' },
} as const satisfies Readonly<Record<string, LetterFacts>>;

/** Letters that can be sent several times in a case. `n` counts from 1. */
const numbered = {
  // This letter does not wait, because the legal dates run (Art. 12(3)).
  extension: { code: 'M4', whileUndecided: 'is-written' },
  // A refusal of everything does not disclose whether data are held. A refusal of a part discloses that data are held.
  refusal: { code: 'M6', whileUndecided: 'depends' },
  // `n` is the round.
  'answer-ready': { code: 'M8', whileUndecided: 'waits' },
  'supplement-ready': { code: 'M24', whileUndecided: 'waits' },
  // Refers the person to somebody else.
  redirect: { code: 'M20', whileUndecided: 'waits' },
  // A stop that the person asked for. The first letter says that the stop was noted or entered, the second that it was
  // entered later.
  'marketing-stop': { code: 'M15', whileUndecided: 'is-written' },
  'consent-withdrawal': { code: 'M16', whileUndecided: 'is-written' },
  // The decision on an objection to the retention of the case.
  'objection-decision': { code: 'M14', whileUndecided: 'is-written' },
  // These letters say how the person can continue.
  reopened: { code: 'REOPENED', whileUndecided: 'is-written' },
  'new-link': { code: 'LINK', whileUndecided: 'is-written' },
  'confirm-on-page': { code: 'CONFIRM', whileUndecided: 'is-written' },
  // Letters about the end of a case: `n` counts all endings of the case. The letter to a person who proved nothing or
  // withdrew does not say whether data are held.
  'identity-not-proven': { code: 'M25', whileUndecided: 'is-written' },
  'no-reply': { code: 'M26', whileUndecided: 'is-written' },
  'withdrawal-confirmed': { code: 'M27', whileUndecided: 'is-written' },
  joined: { code: 'JOINED', whileUndecided: 'is-written' },
  'cannot-identify': { code: 'M5', whileUndecided: 'waits' },
  deceased: { code: 'M28', whileUndecided: 'waits' },
  forwarded: { code: 'FORWARD', whileUndecided: 'waits' },
} as const satisfies Readonly<Record<string, LetterFacts>>;

/** Letters about something that has an id of its own. `of` is that id, or a day. */
const about = {
  // Questions to the person, and codes. These letters do not wait: whatever the person replies or enters, no answer is
  // sent or opened before the decision.
  'identity-request': { code: 'M2', whileUndecided: 'is-written' },
  'clarification-request': { code: 'M3', whileUndecided: 'is-written' },
  'one-time-code': { code: 'M23', whileUndecided: 'is-written' },
  fee: { code: 'M7', whileUndecided: 'waits' },
  // `of` is the legal date that has passed.
  delay: { code: 'STATUS', whileUndecided: 'is-written' },
  // This letter does not wait, because the person can take protective measures after a breach (Art. 34).
  'breach-notice': { code: 'M22', whileUndecided: 'is-written' },
  // Warns somebody who reads mail at the old address. This reader may be the person whom the circumstance protects.
  // `of` is the number of the change, or `post`, `post-2` ... for a move to a postal address.
  'contact-changed': { code: 'CONTACT', whileUndecided: 'is-written' },
  // To staff, who must decide. `of` is the key of the alert.
  'staff-alert': { code: 'STAFF', whileUndecided: 'is-written' },
} as const satisfies Readonly<Record<string, LetterFacts>>;

const letterKinds = { ...once, ...numbered, ...about };

/** The name of a letter. */
export type LetterName = keyof typeof letterKinds;

function namesOf<Table extends object>(table: Table): readonly (keyof Table & string)[] {
  return Object.keys(table).filter((name): name is keyof Table & string => name in table);
}

/** The names of all letters, including those that no case owes yet. */
export const letterNames: readonly LetterName[] = namesOf(letterKinds);

/**
 * One letter of a case, as events contain it. The fields identify the letter: every process that tries to send the
 * letter names it by the same fields.
 */
export const letterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(namesOf(once)) }),
  z.strictObject({ kind: z.enum(namesOf(numbered)), n: z.number().int().positive() }),
  z.strictObject({ kind: z.enum(namesOf(about)), of: z.string() }),
]);

/** The type of a letter with the name `Name`. */
export type LetterOf<Name extends LetterName> = Name extends keyof typeof once
  ? { readonly kind: Name }
  : Name extends keyof typeof numbered
    ? { readonly kind: Name; readonly n: number }
    : { readonly kind: Name; readonly of: string };
export type Letter = LetterOf<LetterName>;

/** The code of the letters with this name, such as `M6`. */
export function codeOf(name: LetterName): string {
  return letterKinds[name].code;
}

/**
 * The letter with a name, such as `letterFrom('refusal', '2')`. `which`: the part of its key after the slash.
 * `undefined` if no letter with this name has such a key.
 */
export function letterFrom(name: LetterName, which: string): Letter | undefined {
  const wanted =
    name in once ? { kind: name } : name in numbered ? { kind: name, n: Number(which) } : { kind: name, of: which };
  return letterSchema.safeParse(wanted).data;
}

/** The letter with a key; `undefined` if there is no such letter. */
export function letterOfKey(key: string): Letter | undefined {
  const [first = '', ...rest] = key.split('/');
  const name = letterNames.find((one) => one === first);
  const letter = name === undefined ? undefined : letterFrom(name, rest.join('/'));
  return letter === undefined || keyOf(letter) !== key ? undefined : letter;
}

/** A letter that the log says must be sent, and that is not recorded as sent. */
export interface OwedLetter {
  readonly letter: Letter;
  /**
   * The recipient of the letter. `person`: the present contact point; if it is a postal address, staff post the letter.
   * `old-contact`: the contact point before a change. `code-target`: where the code is sent, which may be a telephone,
   * a new contact point or, by mistake, a stranger's address.
   */
  readonly to: 'person' | 'old-contact' | 'code-target' | 'staff';
}

/** How an owed letter is sent: to staff, or by mail, by post or by SMS to a contact point. */
export type LetterChannel =
  | { readonly by: 'staff' }
  | { readonly by: 'email' | 'post' | 'sms'; readonly to: ContactRef };

/** How an owed letter is sent at `now` (ISO 8601); `undefined` if it has no recipient. */
export function channelOf(state: OpenedCase, { letter, to }: OwedLetter, now: string): LetterChannel | undefined {
  switch (to) {
    case 'staff':
      return { by: 'staff' };
    case 'person':
      return writtenTo(contactAt(state.common, now));
    case 'code-target': {
      const challenge = state.common.challenges.find(({ id }) => letter.kind === 'one-time-code' && letter.of === id);
      return challenge === undefined ? undefined : { by: challenge.via, to: challenge.to };
    }
    case 'old-contact': {
      const old = letter.kind === 'contact-changed' ? oldContactOf(state, letter) : undefined;
      return old === undefined ? undefined : writtenTo(old);
    }
  }
}

/** The contact point that a letter goes to at `now` (ISO 8601); `null` if it goes to staff, or has no recipient. */
export function receiverOf(state: OpenedCase, letter: Letter, now: string): ContactRef | null {
  const channel = channelOf(state, { letter, to: addressees[letter.kind] ?? 'person' }, now);
  return channel === undefined || channel.by === 'staff' ? null : channel.to;
}

/** The recipients of letters that do not go to the person. */
const addressees: Readonly<Partial<Record<Letter['kind'], OwedLetter['to']>>> = {
  'one-time-code': 'code-target',
  'contact-changed': 'old-contact',
  'staff-alert': 'staff',
};

/** Whether staff print and post an owed letter, because it goes to a postal address. */
export function isPosted(state: OpenedCase, owed: OwedLetter, now: string): boolean {
  return channelOf(state, owed, now)?.by === 'post';
}

function writtenTo(to: ContactRef): LetterChannel {
  return { by: to.kind === 'postalAddress' ? 'post' : 'email', to };
}

/**
 * The letters that the case owes at `now` (ISO 8601). The list is computed from the state. If a process ends before it
 * has sent a letter, the letter is still owed.
 */
export function owedLetters(state: OpenedCase, now: string): readonly OwedLetter[] {
  const { common } = state;
  const letters = [
    ...(isSilent(state) || wasNoRequest(state) ? [] : [...toPerson(state, now), ...toOldContact(common)]),
    ...common.alerts.map(({ key }) => ({ letter: { kind: 'staff-alert', of: key }, to: 'staff' }) as const),
  ];
  return letters.filter(
    ({ letter }) => (common.letters.get(keyOf(letter))?.sentAt ?? null) === null && !isLetterStopped(common, letter),
  );
}

/** The entry for a letter in `owedLetters` at `now` (ISO 8601); `undefined` if the case does not owe the letter. */
export function owedLetter(state: OpenedCase, letter: Letter, now: string): OwedLetter | undefined {
  const key = keyOf(letter);
  return owedLetters(state, now).find((one) => keyOf(one.letter) === key);
}

/** Whether an owed letter waits for the decision on a circumstance that protects somebody. */
export function isLetterStopped(common: Pick<Common, 'undecided' | 'refusals'>, letter: Letter): boolean {
  if (common.undecided.size === 0) return false;
  switch (letterKinds[letter.kind].whileUndecided) {
    case 'is-written':
      return false;
    case 'waits':
      return true;
    case 'depends':
      return letter.kind === 'refusal' && common.refusals[letter.n - 1]?.scope === 'part';
  }
}

/**
 * Whether staff have found that a mail was no request. No letter goes to its sender, even if letters were owed before.
 */
function wasNoRequest({ stage }: OpenedCase): boolean {
  return stage.kind === 'closed' && stage.ending === 'not-a-request';
}

function toOldContact(common: Common): readonly OwedLetter[] {
  const told = common.contactChanges.flatMap(({ tellOld }, index) => (tellOld ? [`${index + 1}`] : []));
  // A letter tells the reader of the old mailbox, or the old postal address, that letters now go elsewhere.
  const moved = common.moves.flatMap(({ tellOld }, index) => (tellOld ? [letterOfMove(index)] : []));
  return [...told, ...moved].map((of) => ({ letter: { kind: 'contact-changed', of }, to: 'old-contact' }));
}

function letterOfMove(index: number): string {
  return index === 0 ? 'post' : `post-${index + 1}`;
}

/**
 * The move to a postal address that a letter to the old contact point announces; `undefined` if the letter announces
 * another change.
 */
export function moveOf(
  { common: { moves } }: OpenedCase,
  { of }: LetterOf<'contact-changed'>,
): Common['moves'][number] | undefined {
  return moves.find((_, index) => letterOfMove(index) === of);
}

/** The contact point to which the letter about a change goes. */
export function oldContactOf(state: OpenedCase, letter: LetterOf<'contact-changed'>): ContactRef | undefined {
  return moveOf(state, letter)?.from ?? state.common.contactChanges[Number(letter.of) - 1]?.from;
}

function toPerson(state: OpenedCase, now: string): readonly OwedLetter[] {
  const { common } = state;
  const owed = (letter: Letter): OwedLetter => ({ letter, to: 'person' });
  return [
    ...receipt(state).map(owed),
    ...common.challenges
      .filter((one) => !one.used && one.expiresAt > now && isWanted(state, one, now))
      .map(({ id }) => ({ letter: { kind: 'one-time-code', of: id }, to: 'code-target' }) as const),
    ...newLinks(state, now).map((n) => owed({ kind: 'new-link', n })),
    ...repliesToConfirm(common).map((_, index) => owed({ kind: 'confirm-on-page', n: index + 1 })),
    ...(hasEnded(state) ? [] : whileItLives(common, now)),
    ...common.refusals.flatMap((refusal, index) =>
      refusal.standing === 'in-force' && isTold(state, refusal, now) ? [owed({ kind: 'refusal', n: index + 1 })] : [],
    ),
    ...common.redirects.map((_, index) => owed({ kind: 'redirect', n: index + 1 })),
    ...lettersOfStops(common),
    ...common.deliveries.filter(({ revoked }) => !revoked).map((delivery) => owed(answerLetter(common, delivery))),
    ...(common.post === null || postWaits(common, now) ? [] : [owed({ kind: 'by-post' })]),
    ...common.closings.flatMap((closing, index) => {
      const kind = letterOfEnding[closing.ending];
      // If the case was reopened, the letter `reopened` is sent instead. No letter is sent about what a stranger may
      // have done, so nobody can cause many letters by withdrawing and reopening again and again: the page of the case
      // shows what was done.
      const isTold = index >= common.reopenings && !wasByStranger(common, closing);
      return kind === null || !isTold ? [] : [owed({ kind, n: index + 1 })];
    }),
    ...common.closings
      .slice(0, common.reopenings)
      .flatMap((closing, index) => (wasByStranger(common, closing) ? [] : [owed({ kind: 'reopened', n: index + 1 })])),
    ...common.retentionObjections.flatMap(({ decision }, index) =>
      decision === null ? [] : [owed({ kind: 'objection-decision', n: index + 1 })],
    ),
    ...common.breaches
      .filter(({ steps }) => steps.some(({ step }) => step === 'person-notified'))
      .map(({ id }) => owed({ kind: 'breach-notice', of: id })),
  ];
}

/**
 * The second part of the key of a `reply-to-decide` alert, if the reply alone does not show who wrote it or what it
 * means.
 */
export const unproven = 'unproven';

/**
 * Replies that somebody else than the person may have written, or that may be misunderstood. A letter asks the contact
 * point to confirm the reply on the page of the case (practice 13).
 */
function repliesToConfirm(common: Common): Common['alerts'] {
  return common.alerts.filter(({ alert, key }) => alert === 'reply-to-decide' && key.split('/')[1] === unproven);
}

/**
 * The number of the change of the contact point after which the person must get a new link, because links that were
 * mailed before the change no longer work. Empty if no new link is owed.
 */
function newLinks(state: OpenedCase, now: string): readonly number[] {
  const { common } = state;
  const change = changesInForce(common, now).at(-1);
  const isOfUse = !hasEnded(state) || isAvailable(common, now);
  if (change === undefined || !isOfUse || change.to.hash !== contactAt(common, now).hash) return [];
  // If the case has sent no letter yet, nobody has a link that could stop working.
  const wasMailed = [...common.letters.values()].some(
    ({ letter: { kind }, sentAt }) =>
      sentAt !== null && sentAt <= change.effectiveAt && kind !== 'staff-alert' && kind !== 'contact-changed',
  );
  if (!wasMailed) return [];
  return change.from.hash === change.to.hash ? [] : [common.contactChanges.indexOf(change) + 1];
}

/** Letters that ask for something or report progress are owed only while the case is open. */
function whileItLives(common: Common, now: string): readonly OwedLetter[] {
  const owed = (letter: Letter): OwedLetter => ({ letter, to: 'person' });
  return [
    ...common.askings
      .filter(({ answeredAt }) => answeredAt === null)
      .map(({ id, about }) =>
        owed({ kind: about === 'identity' ? 'identity-request' : 'clarification-request', of: id }),
      ),
    // A notice after the last day would announce an extension that is not valid.
    ...common.extensions
      .map((_, index) => owed(extensionNotice(index)))
      .filter(() => localDate(now, common.facts.timeZone) <= common.facts.due),
    // The letter about a fee is not sent after the last day for a reply.
    ...common.fees
      .filter(({ answer, answerBy }) => answer === null && localDate(now, common.facts.timeZone) <= answerBy)
      .map(({ id }) => owed({ kind: 'fee', of: id })),
    ...common.statusOwed.map((due) => owed({ kind: 'delay', of: due })),
  ];
}

const letterOfEnding = {
  answered: null,
  'carried-out': null,
  'cannot-find': 'cannot-identify',
  'not-proven': 'identity-not-proven',
  'no-answer': 'no-reply',
  withdrawn: 'withdrawal-confirmed',
  joined: 'joined',
  deceased: 'deceased',
  forwarded: 'forwarded',
  'not-a-request': null,
} as const satisfies Readonly<Record<Ending, Letter['kind'] | null>>;

/**
 * The acknowledgement of a case. A part (a case that was split off) has an acknowledgement as well, because it has its
 * own number and its own answer. If a part ends before its acknowledgement is sent, the letter about its end is sent
 * instead. If an attachment was destroyed unopened, the first letter says so, with the date (practice 3). The ordinary
 * acknowledgement follows once the request is accepted.
 */
function receipt(state: OpenedCase): readonly Letter[] {
  const { matter, origin, hold } = state.common.facts;
  if (matter !== 'request') return [{ kind: 'complaint-acknowledgement' }];
  if (!wasSpokenTo(state.common)) return [];
  const unopened = hold === 'attachment-not-opened';
  const acknowledged = (origin?.as === 'split' && hasEnded(state)) || (unopened && !state.common.holdLifted);
  return [
    ...(unopened ? [{ kind: 'attachment-not-opened' } as const] : []),
    ...(acknowledged ? [] : [{ kind: 'acknowledgement' } as const]),
  ];
}

/**
 * Whether a code is still needed: it is the latest for its purpose, and codes for the purpose still go to its address
 * or number. A code for a proof of identity is needed only while a code can prove something. This function does not
 * check the expiry.
 */
export function isWanted(state: OpenedCase, challenge: Challenge, now: string): boolean {
  const { purpose } = challenge;
  if (state.common.challenges.findLast((one) => one.purpose === purpose) !== challenge) return false;
  return !isElsewhere(state, challenge, now) && (purpose !== 'identity' || takesCode(state));
}
