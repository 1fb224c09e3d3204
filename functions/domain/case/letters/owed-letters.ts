import { localDate } from '../../clock/deadline.ts';
import { answerLetter, isAvailable } from '../answer/availability.ts';
import { postWaits } from '../circumstances/standing-time.ts';
import { extensionNotice } from '../clock/clock-of.ts';
import { changesInForce } from '../contact/contact-history.ts';
import { isTold } from '../decisions/part-refusals.ts';
import { lettersOfStops } from '../decisions/stops.ts';
import { isElsewhere, takesCode } from '../identity/code-rules.ts';
import { wasByStranger } from '../identity/opener.ts';
import { isSilent, wasSpokenTo } from '../lifecycle/hold-rules.ts';
import { type Challenge, contactAt, hasEnded, type OpenedCase } from '../state.ts';
import type { ContactRef, Ending } from '../vocabulary.ts';
import { keyOf, type Letter, type LetterOf, whileUndecided } from './letter.ts';

/** A letter that the log says must go out and that is not recorded as sent. */
export interface OwedLetter {
  readonly letter: Letter;
  /**
   * Whom it goes to; a postal address is the person's as well, and then staff post it. `code-target`: where the code in it
   * was asked for, which may be a telephone, a new contact point, or a stranger's by mistake.
   */
  readonly to: 'person' | 'old-contact' | 'code-target' | 'staff';
}

/** How an owed letter goes: to staff, or by mail, by post or as an SMS to a contact point of the person. */
export type LetterChannel =
  | { readonly by: 'staff' }
  | { readonly by: 'email' | 'post' | 'sms'; readonly to: ContactRef };

/** How an owed letter goes at `now` (ISO 8601); `undefined` where there is nobody to send it to. */
export function channelOf(state: OpenedCase, { letter, to }: OwedLetter, now: string): LetterChannel | undefined {
  switch (to) {
    case 'staff':
      return { by: 'staff' };
    case 'person':
      return writtenTo(contactAt(state, now));
    case 'code-target': {
      const challenge = state.challenges.find(({ id }) => letter.kind === 'one-time-code' && letter.of === id);
      return challenge === undefined ? undefined : { by: challenge.via, to: challenge.to };
    }
    case 'old-contact': {
      const old = letter.kind === 'contact-changed' ? oldContactOf(state, letter) : undefined;
      return old === undefined ? undefined : writtenTo(old);
    }
  }
}

/** The contact point that a letter goes to at `now` (ISO 8601); `null` where it goes to staff, or nobody is left to send it to. */
export function receiverOf(state: OpenedCase, letter: Letter, now: string): ContactRef | null {
  const channel = channelOf(state, { letter, to: addressees[letter.kind] ?? 'person' }, now);
  return channel === undefined || channel.by === 'staff' ? null : channel.to;
}

/** Whom the letters go to that do not go to the person. */
const addressees: Readonly<Partial<Record<Letter['kind'], OwedLetter['to']>>> = {
  'one-time-code': 'code-target',
  'contact-changed': 'old-contact',
  'staff-alert': 'staff',
};

/** Whether staff print and post an owed letter, as it goes to a postal address. */
export function isPosted(state: OpenedCase, owed: OwedLetter, now: string): boolean {
  return channelOf(state, owed, now)?.by === 'post';
}

function writtenTo(to: ContactRef): LetterChannel {
  return { by: to.kind === 'postalAddress' ? 'post' : 'email', to };
}

/** The letters that the case owes at `now` (ISO 8601). Derived from the state alone, so that none is ever lost. */
export function owedLetters(state: OpenedCase, now: string): readonly OwedLetter[] {
  const letters = [
    ...(isSilent(state) || wasNoRequest(state) ? [] : [...toPerson(state, now), ...toOldContact(state)]),
    ...state.alerts.map(({ key }) => ({ letter: { kind: 'staff-alert', of: key }, to: 'staff' }) as const),
  ];
  return letters.filter(
    ({ letter }) => (state.letters.get(keyOf(letter))?.sentAt ?? null) === null && !isLetterStopped(state, letter),
  );
}

/** A letter as the case owes it at `now` (ISO 8601); `undefined` where it does not. */
export function owedLetter(state: OpenedCase, letter: Letter, now: string): OwedLetter | undefined {
  const key = keyOf(letter);
  return owedLetters(state, now).find((one) => keyOf(one.letter) === key);
}

/** Whether an owed letter waits until it is decided what a circumstance that protects somebody asks for. */
export function isLetterStopped(state: Pick<OpenedCase, 'undecided' | 'refusals'>, letter: Letter): boolean {
  if (state.undecided.size === 0) return false;
  switch (whileUndecided(letter.kind)) {
    case 'is-written':
      return false;
    case 'waits':
      return true;
    case 'depends':
      return letter.kind === 'refusal' && state.refusals[letter.n - 1]?.scope === 'part';
  }
}

/** What was no request is answered by nothing, whatever was recorded before staff saw that. */
function wasNoRequest(state: OpenedCase): boolean {
  return state.status === 'closed' && state.ending === 'not-a-request';
}

function toOldContact(state: OpenedCase): readonly OwedLetter[] {
  const told = state.contactChanges.flatMap(({ tellOld }, index) => (tellOld ? [`${index + 1}`] : []));
  // Whoever reads the old mailbox, or lives at the old address, hears that letters go elsewhere.
  const moved = state.moves.flatMap(({ tellOld }, index) => (tellOld ? [letterOfMove(index)] : []));
  return [...told, ...moved].map((of) => ({ letter: { kind: 'contact-changed', of }, to: 'old-contact' }));
}

function letterOfMove(index: number): string {
  return index === 0 ? 'post' : `post-${index + 1}`;
}

/** The move to post that a letter to the old place tells of; `undefined` where it tells of another change. */
export function moveOf(
  { moves }: OpenedCase,
  { of }: LetterOf<'contact-changed'>,
): OpenedCase['moves'][number] | undefined {
  return moves.find((_, index) => letterOfMove(index) === of);
}

/** Where the letter to an old contact point goes. */
export function oldContactOf(state: OpenedCase, letter: LetterOf<'contact-changed'>): ContactRef | undefined {
  return moveOf(state, letter)?.from ?? state.contactChanges[Number(letter.of) - 1]?.from;
}

function toPerson(state: OpenedCase, now: string): readonly OwedLetter[] {
  const owed = (letter: Letter): OwedLetter => ({ letter, to: 'person' });
  return [
    ...receipt(state).map(owed),
    ...state.challenges
      .filter((one) => !one.used && one.expiresAt > now && isWanted(state, one, now))
      .map(({ id }) => ({ letter: { kind: 'one-time-code', of: id }, to: 'code-target' }) as const),
    ...newLinks(state, now).map((n) => owed({ kind: 'new-link', n })),
    ...repliesToConfirm(state).map((_, index) => owed({ kind: 'confirm-on-page', n: index + 1 })),
    ...(hasEnded(state) ? [] : whileItLives(state, now)),
    ...state.refusals.flatMap((refusal, index) =>
      refusal.standing === 'in-force' && isTold(state, refusal, now) ? [owed({ kind: 'refusal', n: index + 1 })] : [],
    ),
    ...state.redirects.map((_, index) => owed({ kind: 'redirect', n: index + 1 })),
    ...lettersOfStops(state),
    ...state.deliveries.filter(({ revoked }) => !revoked).map((delivery) => owed(answerLetter(state, delivery))),
    ...(state.post === null || postWaits(state, now) ? [] : [owed({ kind: 'by-post' })]),
    ...state.closings.flatMap((closing, index) => {
      const kind = letterOfEnding[closing.ending];
      // A case that was taken up again has another letter to send. A stranger who withdraws, and takes it back, again and
      // again writes to nobody: the page says what was done, and nobody who read a letter had shown anything yet.
      const isTold = index >= state.reopenings && !wasByStranger(state, closing);
      return kind === null || !isTold ? [] : [owed({ kind, n: index + 1 })];
    }),
    ...state.closings
      .slice(0, state.reopenings)
      .flatMap((closing, index) => (wasByStranger(state, closing) ? [] : [owed({ kind: 'reopened', n: index + 1 })])),
    ...state.retentionObjections.flatMap(({ decision }, index) =>
      decision === null ? [] : [owed({ kind: 'objection-decision', n: index + 1 })],
    ),
    ...state.breaches
      .filter(({ steps }) => steps.some(({ step }) => step === 'person-notified'))
      .map(({ id }) => owed({ kind: 'breach-notice', of: id })),
  ];
}

/** Part of the key of a `reply-to-decide` alert where the reply alone does not show who wants it, or what. */
export const unproven = 'unproven';

/** Replies that may be somebody else's, or mean something else: the contact point is asked to do on the page what they ask for (practice 13). */
function repliesToConfirm(state: OpenedCase): OpenedCase['alerts'] {
  return state.alerts.filter(({ alert, key }) => alert === 'reply-to-decide' && key.split('/')[1] === unproven);
}

/** The way into the case for a new contact point: the links that were mailed before open nothing since. */
function newLinks(state: OpenedCase, now: string): readonly number[] {
  const change = changesInForce(state, now).at(-1);
  const isOfUse = !hasEnded(state) || isAvailable(state, now);
  if (change === undefined || !isOfUse || change.to.hash !== contactAt(state, now).hash) return [];
  // A part that has not written yet has given nobody a link.
  const wasMailed = [...state.letters.values()].some(
    ({ letter: { kind }, sentAt }) =>
      sentAt !== null && sentAt <= change.effectiveAt && kind !== 'staff-alert' && kind !== 'contact-changed',
  );
  if (!wasMailed) return [];
  return change.from.hash === change.to.hash ? [] : [state.contactChanges.indexOf(change) + 1];
}

/** What only a case that goes on asks the person, or tells of its course: after the end it would ask for too much. */
function whileItLives(state: OpenedCase, now: string): readonly OwedLetter[] {
  const owed = (letter: Letter): OwedLetter => ({ letter, to: 'person' });
  return [
    ...state.askings
      .filter(({ answeredAt }) => answeredAt === null)
      .map(({ id, about }) =>
        owed({ kind: about === 'identity' ? 'identity-request' : 'clarification-request', of: id }),
      ),
    // A notice after the last day would tell of an extension that does not hold.
    ...state.extensions
      .map((_, index) => owed(extensionNotice(index)))
      .filter(() => localDate(now, state.facts.timeZone) <= state.facts.due),
    // One whose last day for an answer has passed would ask for nothing any more.
    ...state.fees
      .filter(({ answer, answerBy }) => answer === null && localDate(now, state.facts.timeZone) <= answerBy)
      .map(({ id }) => owed({ kind: 'fee', of: id })),
    ...state.statusOwed.map((due) => owed({ kind: 'delay', of: due })),
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
 * One acknowledgement for each case, also for a part that was split off: it has a number and an answer of its own. A
 * part that has ended without one is told of by the letter of its ending. Where an attachment was destroyed unopened, the first answer says that, with the date (practice 3); the ordinary one follows
 * when the request is taken up.
 */
function receipt(state: OpenedCase): readonly Letter[] {
  const { matter, origin, hold } = state.facts;
  if (matter !== 'request') return [{ kind: 'complaint-acknowledgement' }];
  if (!wasSpokenTo(state)) return [];
  const unopened = hold === 'attachment-not-opened';
  const acknowledged = (origin?.as === 'split' && hasEnded(state)) || (unopened && !state.holdLifted);
  return [
    ...(unopened ? [{ kind: 'attachment-not-opened' } as const] : []),
    ...(acknowledged ? [] : [{ kind: 'acknowledgement' } as const]),
  ];
}

/** Whether a code still opens anything: the latest for its purpose, while that is open. */
export function isWanted(state: OpenedCase, challenge: Challenge, now: string): boolean {
  const { purpose } = challenge;
  if (state.challenges.findLast((one) => one.purpose === purpose) !== challenge) return false;
  return !isElsewhere(state, challenge, now) && (purpose !== 'identity' || takesCode(state));
}
