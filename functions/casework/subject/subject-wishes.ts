import { writesOn } from '#domain/case/answer/availability.ts';
import type { Command } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import { mayBeStranger, person } from '#domain/case/identity/opener.ts';
import { canBeReopened } from '#domain/case/lifecycle/ending-rules.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import { type Asking, asLiving, type OpenedCase } from '#domain/case/state.ts';
import type { Actor, Ending } from '#domain/case/vocabulary.ts';
import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import { isWritable, mailboxOf } from '#domain/contact.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { reasonInWords } from '#domain/identifiers/identifier.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import type { Wish, WishType } from '#api/subject-wish.ts';
import { act } from '../commit/act.ts';
import type { Casework } from '../commit/casework.ts';
import { complain } from '../linked/complain.ts';
import { loadCase, TooMuchTraffic } from '../commit/commit-command.ts';
import { issueCode } from '../identity/issue-code.ts';
import { contactHash } from '../commit/keys.ts';
import { partOf, type Doing } from '../linked/open-part.ts';
import { wouldReachUs } from '../profile/own-mailbox.ts';
import { takesContact, takesWords } from '../profile/wish-room.ts';
import { keepWords } from '../profile/keep-words.ts';

/**
 * Maximum of wishes in one case, because the profile that stores their words has limited room, and staff have limited
 * time.
 */
const mostWishes = 20;
/** Maximum of wishes of a requester who may be a stranger. These wishes do not count towards the person's maximum. */
const mostOfStranger = 5;
/** Maximum of unproven requests of one mailbox that may be withdrawn with requesters' keys in 24 hours. */
const withdrawalsOfStrangers = 2;

/** The result of a wish. `field` names the field to correct; no message ever contains a value. */
export type Wished =
  | { readonly ok: true; readonly reference?: string }
  | RefusedCommand
  | { readonly ok: false; readonly code: 'invalid'; readonly field: string; readonly message: string }
  | { readonly ok: false; readonly code: 'wish-id-reused' | 'too-many-wishes' | 'erased'; readonly message: string };

/** What a data subject can now ask for in the case. */
export interface PossibleWishes {
  readonly questions: readonly Asking[];
  /** Last day (`YYYY-MM-DD`) on which a withdrawal can be cancelled; `null` if no withdrawal can be cancelled. */
  readonly undoUntil: string | null;
  readonly types: ReadonlySet<WishType>;
}

/** Endings after which the person can continue by supplying what was missing (M5, M25, M26). */
const goesOn: Readonly<Record<Ending, boolean>> = {
  answered: false,
  'carried-out': false,
  'cannot-find': true,
  'not-proven': true,
  'no-answer': true,
  withdrawn: false,
  joined: false,
  deceased: false,
  forwarded: false,
  'not-a-request': false,
};

/** The wishes that are possible at `now` (ISO 8601). When a wish is sent, the case decides again. */
export function possibleWishes(state: OpenedCase, now: string): PossibleWishes {
  const { common } = state;
  if (isSilent(state)) return { questions: [], undoUntil: null, types: new Set() };
  const living = asLiving(state) !== undefined;
  const questions = living ? common.askings.filter(({ answeredAt }) => answeredAt === null) : [];
  const types = new Set<WishType>();
  if (questions.length > 0) types.add('answer-question');
  if (writesOn(state, now)) types.add('change-contact');
  if (living && common.deliveries.length === 0) types.add('withdraw');
  const closing = common.closings.at(-1);
  const canResume = state.stage.kind === 'closed' && canBeReopened(state) && !common.purged;
  if (canResume && goesOn[state.stage.ending]) types.add('go-on');
  const until = canResume && state.stage.ending === 'withdrawn' ? (closing?.undoUntil ?? null) : null;
  const undoUntil = until !== null && localDate(now, common.facts.timeZone) <= until ? until : null;
  if (undoUntil !== null) types.add('take-back-withdrawal');
  if (common.retentionObjections.every(({ decision }) => decision !== null)) types.add('object-to-record');
  if (common.facts.matter === 'request') types.add('complain');
  return { questions, undoUntil, types };
}

/**
 * Carries out the wish of a data subject (`by`) at `now` (ISO 8601). Words are stored on the subject profile before a
 * commit names their hash. The same wish has no effect twice. If the id was used for another wish, the wish is refused.
 */
export async function carryOutWish(
  casework: Casework,
  caseId: string,
  wish: Wish,
  now: string,
  by: Actor = person,
): Promise<Wished> {
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  if (state === undefined || profile === undefined)
    return {
      ok: false,
      code: 'erased',
      message: 'The personal data of this case have been erased: make a new request.',
    };
  const { wishId, ...asked } = wish;
  const stranger = mayBeStranger(state.common, by);
  // Another visitor has proven to be the person of the case, so the requester may do nothing more in it.
  if (stranger && state.common.proofs.length > 0) return refuse('opener-not-shown');
  const of = stranger ? 'opener-wish' : 'wish';
  const name = `${of}/${wishId}#`;
  const commandId = `${name}${keyedHash(profile.caseKey, canonical(asked)).slice(0, 16)}`;
  const seen = [...state.common.seen];
  if (seen.some((one) => one.startsWith(name) && !one.startsWith(commandId)))
    return { ok: false, code: 'wish-id-reused', message: 'This id was used for another wish.' };
  const earlier = new Set(seen.filter((one) => one.startsWith(`${of}/`)).map((one) => one.replace(/#.*$/, '')));
  if (earlier.size >= (stranger ? mostOfStranger : mostWishes) && !earlier.has(`${of}/${wishId}`)) return tooMany;
  return await carryOut({ casework, state, profile, by, commandId, now }, wish);
}

const tooMany = {
  ok: false,
  code: 'too-many-wishes',
  message: 'No more wishes can be sent in this case: write to us.',
} as const;

async function carryOut(doing: Doing, wish: Wish): Promise<Wished> {
  const { state } = doing;
  switch (wish.type) {
    case 'answer-question':
      return await answerQuestion(doing, wish);
    case 'withdraw':
      if (!(await mayWithdraw(doing))) return refuse('withdrawals-of-the-opener');
      return await giveWords(doing, wish.text ?? withdrawn, (text) => ({ type: 'end', ending: 'withdrawn', text }));
    case 'take-back-withdrawal': {
      if (state.stage.kind === 'closed' && state.stage.ending !== 'withdrawn') return refuse('nothing-withdrawn');
      return await give(doing, { type: 'reopen', text: null });
    }
    case 'go-on': {
      if (state.stage.kind === 'closed' && !goesOn[state.stage.ending]) return refuse('case-does-not-go-on');
      return await giveWords(doing, wish.text, (text) => ({ type: 'reopen', text }));
    }
    case 'change-contact':
      return await changeContact(doing, wish);
    case 'object-to-record':
      return await giveWords(doing, wish.text, (text) => ({ type: 'object-to-retention', text }));
    case 'complain': {
      if (isSilent(state) || state.common.facts.matter !== 'request') return refuse('complaint-of-a-complaint');
      return (await canComplain(doing, wish)) ? await complain(doing, wish) : tooMany;
    }
  }
}

const withdrawn = 'Begäran återkallas. / The request is withdrawn.';

/**
 * Whether one more request may be withdrawn with a requester's key. A stranger could make requests in the person's name
 * and withdraw each at once; that would use up the letters for the person's own request. So only few unproven requests
 * of one mailbox may be withdrawn in a day. Beyond this limit one request stays open. The person's own request is
 * attached to it, and its receipt is in the mailbox.
 */
async function mayWithdraw({ casework, state, profile, by, commandId, now }: Doing): Promise<boolean> {
  if (!mayBeStranger(state.common, by) || state.common.seen.has(commandId)) return true;
  const key = `opener-withdrawal#${casework.keys.personHash(mailboxOf(profile.contact))}`;
  return (await casework.limits.take(key, { most: withdrawalsOfStrangers, seconds: 24 * 60 * 60 }, now)).ok;
}

/** A question does not narrow a request against the person's will: "I want everything" is an answer (recital 63). */
async function answerQuestion(
  doing: Doing,
  wish: Extract<Wish, { readonly type: 'answer-question' }>,
): Promise<Wished> {
  const { state, commandId } = doing;
  const { asking, everything, text } = wish;
  const question = state.common.askings.find(({ id }) => id === asking);
  if (question === undefined) return { ok: false, code: 'invalid', field: 'asking', message: 'no such question' };
  if (question.about === 'identity' && everything)
    return {
      ok: false,
      code: 'invalid',
      field: 'everything',
      message: 'a question about identity cannot be answered with `everything`',
    };
  if (!everything && text === undefined)
    return { ok: false, code: 'invalid', field: 'text', message: 'a text is needed unless `everything` is true' };
  const answer: Command = { type: 'answer-asking', asking, everything };
  if (text !== undefined) {
    const refused = refusalOf(doing, answer);
    if (refused !== undefined) return refused;
    const noted = await giveWords({ ...doing, commandId: `${commandId}/words` }, text, (words) => ({
      type: 'note',
      text: words,
    }));
    if (!noted.ok) return noted;
  }
  return await give(doing, answer);
}

async function changeContact(doing: Doing, wish: Extract<Wish, { readonly type: 'change-contact' }>): Promise<Wished> {
  const { casework, state, profile, by, now } = doing;
  const read = normalise('email', wish.email, { today: localDate(now, state.common.facts.timeZone) });
  if (!read.valid) return { ok: false, code: 'invalid', field: 'email', message: reasonInWords[read.reason] };
  if (!isWritable(read.identifier))
    return { ok: false, code: 'invalid', field: 'email', message: 'we cannot send mail to this kind of address' };
  if (wouldReachUs(casework, state.common, profile, read.identifier.value, now))
    return { ok: false, code: 'invalid', field: 'email', message: 'this is an address of our own' };
  const hash = contactHash(profile.caseKey, read.identifier);
  const command: Command = { type: 'change-contact', to: { kind: 'email', hash }, oldIsLost: wish.old !== 'in-use' };
  // A change without a letter to the old contact needs more than the person's word. No more is needed to stop codes to
  // the old contact.
  if (wish.old === 'unsafe') {
    const unsafe = { commandId: `${doing.commandId}/unsafe`, by, command: { type: 'call-contact-unsafe' } } as const;
    await act(casework, state.common.caseId, unsafe, now);
  }
  const refused = refusalOf(doing, command);
  if (refused !== undefined) return refused;
  if (!takesContact(profile, hash)) return tooMany;
  await casework.profiles.addContact(state.common.caseId, hash, read.identifier);
  const given = await give(doing, command);
  if (!given.ok) return given;
  // If no code can be sent now, or if this process ends here, the person can ask for a code on the page.
  await issueCode(casework, state.common.caseId, { commandId: `${doing.commandId}/code`, by, purpose: 'contact' }, now);
  return given;
}

/**
 * Whether there is room for one more complaint of this kind in the case of an earlier complaint. Without an earlier
 * complaint there is room.
 */
async function canComplain(
  { casework, state }: Doing,
  { damages, text }: Extract<Wish, { readonly type: 'complain' }>,
): Promise<boolean> {
  const { reference } = await partOf(casework, state.common.caseId, damages ? 'claim' : 'complaint', []);
  const profile = await casework.profiles.get(reference);
  return profile === undefined || takesWords(profile, text);
}

/**
 * Gives a command with the person's words. The words are stored only once it is known that the case accepts the
 * command.
 */
async function giveWords(doing: Doing, words: string, commandWith: (text: string) => Command): Promise<Wished> {
  const { casework, state, profile } = doing;
  const command = commandWith(keyedHash(profile.caseKey, words));
  const refused = refusalOf(doing, command);
  if (refused !== undefined) return refused;
  if (!takesWords(profile, words)) return tooMany;
  await keepWords(casework, state.common.caseId, words);
  return await give(doing, command);
}

/**
 * Why the case, as it was read, refuses the command; `undefined` if it does not. When the command is given, the case
 * decides again.
 */
function refusalOf({ state, by, commandId, now }: Doing, command: Command): RefusedCommand | undefined {
  const decision = decide(state, { commandId, by, command }, now);
  return decision.ok ? undefined : decision;
}

async function give({ casework, state, by, commandId, now }: Doing, command: Command): Promise<Wished> {
  const acted = await act(casework, state.common.caseId, { commandId, by, command }, now);
  if (acted.ok) return { ok: true };
  if (acted.code === 'old-seq')
    throw new TooMuchTraffic('a command without a sequence number was refused because of its number');
  return acted;
}
