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
import { normaliseEmail } from '#domain/identifiers/email.ts';
import type { Wish, WishType } from '#api/subject-wish.ts';
import type { Casework } from '../commit/casework.ts';
import { complain } from '../linked/complain.ts';
import { commitCommand, loadCase, TooMuchTraffic } from '../commit/commit-command.ts';
import { issueCode } from '../identity/issue-code.ts';
import { contactHash } from '../commit/keys.ts';
import { partOf, type Doing } from '../linked/open-part.ts';
import { wouldReachUs } from '../profile/own-mailbox.ts';
import { takesContact, takesWords } from '../profile/wish-room.ts';
import { keepWords } from '../profile/keep-words.ts';

/**
 * How many wishes one case accepts. The subject profile stores their texts and has a limited size, and staff read every
 * wish.
 */
const mostWishes = 20;
/**
 * How many wishes one case accepts with the requester's key, which a stranger may have. The wishes of a stranger do not
 * count towards the person's maximum.
 */
const mostOfStranger = 5;
/**
 * How many unproven requests of one mailbox can be withdrawn with a requester's key in 24 hours (see `mayWithdraw`).
 */
const withdrawalsOfStrangers = 2;

/** The result of a wish. `field` names the wrong field of the body; a message never contains its value. */
export type Wished =
  | { readonly ok: true; readonly reference?: string }
  | RefusedCommand
  | { readonly ok: false; readonly code: 'invalid'; readonly field: string; readonly message: string }
  | { readonly ok: false; readonly code: 'wish-id-reused' | 'too-many-wishes' | 'erased'; readonly message: string };

/** The wishes that a case accepts at present. */
export interface PossibleWishes {
  readonly questions: readonly Asking[];
  /**
   * The last day (`YYYY-MM-DD`) on which the withdrawal can be cancelled; `null` if there is no withdrawal that can be
   * cancelled.
   */
  readonly undoUntil: string | null;
  readonly types: ReadonlySet<WishType>;
}

/**
 * For each ending: whether the person can continue the case afterwards, by sending what was missing. The letters
 * `cannot-identify`, `identity-not-proven` and `no-reply` say so.
 */
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

/**
 * The wishes that the page offers at `now` (ISO 8601). When the person sends a wish, the rules of the case decide on it
 * again.
 */
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
 * Carries out a wish of a data subject (`by`) at `now` (ISO 8601). The text is stored on the subject profile before a
 * commit names its hash. A wish that is sent twice has its effect once. If its id was used for another wish, it is
 * refused.
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
  // Somebody has proven to be the person of the case. From now on the requester's key permits no wish.
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
 * Whether one more request of the mailbox may be withdrawn with a requester's key today.
 *
 * A stranger could make and withdraw many requests in the person's name. The letters about them would count towards the
 * limit of the mailbox, and no letter would be left for the person's own request. At the limit the stranger's latest
 * request cannot be withdrawn and stays open. The person's own request is then attached to the open request, whose
 * receipt the mailbox has got.
 */
async function mayWithdraw({ casework, state, profile, by, commandId, now }: Doing): Promise<boolean> {
  if (!mayBeStranger(state.common, by) || state.common.seen.has(commandId)) return true;
  const key = `opener-withdrawal#${casework.keys.personHash(mailboxOf(profile.contact))}`;
  return (await casework.limits.take(key, { most: withdrawalsOfStrangers, seconds: 24 * 60 * 60 }, now)).ok;
}

/**
 * Records the answer to a question: a text, or that the person wants everything (recital 63). The request still covers
 * everything in both cases.
 */
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
  const read = normaliseEmail(wish.email);
  if (!read.valid) return { ok: false, code: 'invalid', field: 'email', message: reasonInWords[read.reason] };
  if (!isWritable(read.identifier))
    return { ok: false, code: 'invalid', field: 'email', message: 'we cannot send mail to this kind of address' };
  if (wouldReachUs(casework, state.common, profile, read.identifier.value, now))
    return { ok: false, code: 'invalid', field: 'email', message: 'this is an address of our own' };
  const hash = contactHash(profile.caseKey, read.identifier);
  const command: Command = { type: 'change-contact', to: { kind: 'email', hash }, oldIsLost: wish.old !== 'in-use' };
  // If no letter about the change may go to the old contact point, the change needs a stronger proof, and can be
  // refused below. But if the person calls the old contact point unsafe, no code is sent to it from now on, without any
  // proof.
  if (wish.old === 'unsafe') {
    const unsafe = { commandId: `${doing.commandId}/unsafe`, by, command: { type: 'call-contact-unsafe' } } as const;
    await commitCommand(casework, state.common.caseId, unsafe, now);
  }
  const refused = refusalOf(doing, command);
  if (refused !== undefined) return refused;
  if (!takesContact(profile, hash)) return tooMany;
  await casework.profiles.addContact(state.common.caseId, hash, read.identifier);
  const given = await give(doing, command);
  if (!given.ok) return given;
  // If the code cannot be sent now, or if this process dies here, the person can request a code on the page.
  await issueCode(casework, state.common.caseId, { commandId: `${doing.commandId}/code`, by, purpose: 'contact' }, now);
  return given;
}

/**
 * A further complaint is added to the case of the earlier complaint (`linked/complain.ts`). Whether the profile of that
 * case has room for it; `true` if there is no earlier complaint. The same holds for claims.
 */
async function canComplain(
  { casework, state }: Doing,
  { damages, text }: Extract<Wish, { readonly type: 'complain' }>,
): Promise<boolean> {
  const { reference } = await partOf(casework, state.common.caseId, damages ? 'claim' : 'complaint', []);
  const profile = await casework.profiles.get(reference);
  return profile === undefined || takesWords(profile, text);
}

/** Gives a command with a text of the person. The text is stored only if the case accepts the command. */
async function giveWords(doing: Doing, words: string, commandWith: (text: string) => Command): Promise<Wished> {
  const { casework, state, profile } = doing;
  const command = commandWith(keyedHash(profile.caseKey, words));
  const refused = refusalOf(doing, command);
  if (refused !== undefined) return refused;
  if (!takesWords(profile, words)) return tooMany;
  await keepWords(casework, state.common.caseId, words);
  return await give(doing, command);
}

/** The refusal of the command by the state that was read; `undefined` if it is accepted. `act` decides again later. */
function refusalOf({ state, by, commandId, now }: Doing, command: Command): RefusedCommand | undefined {
  const decision = decide(state, { commandId, by, command }, now);
  return decision.ok ? undefined : decision;
}

async function give({ casework, state, by, commandId, now }: Doing, command: Command): Promise<Wished> {
  const acted = await commitCommand(casework, state.common.caseId, { commandId, by, command }, now);
  if (acted.ok) return { ok: true };
  if (acted.code === 'old-seq')
    throw new TooMuchTraffic('a command was refused because of `expectedSeq`, which it does not have');
  return acted;
}
