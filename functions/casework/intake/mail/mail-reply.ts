import type { Command } from '#domain/case/command.ts';
import { person } from '#domain/case/identity/opener.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { asLiving, hasEnded, type OpenedCase, type Common } from '#domain/case/state.ts';
import type { Classification } from '#domain/mail/classify.ts';
import { isMeasured } from '#domain/mail/words/mail-language.ts';
import { markLines } from '#domain/mail/marks.ts';
import { ownWords } from '#domain/mail/words/own-words.ts';
import { compareWriter, writerNames } from '#domain/mail/sender/person-name.ts';
import type { Right } from '#domain/rights.ts';
import { mailKey } from '#store/inbound-mails.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../../commit/casework.ts';
import { commitCommand, loadCase } from '../../commit/commit-command.ts';
import { identifierHash } from '../../commit/keys.ts';
import { contactsOf, hasRoom, isContactNow, takesMail } from './mail-contact.ts';
import { mailText } from './mail-text.ts';
import { openPart } from '../../linked/open-part.ts';
import { stopUsing } from './stop-using.ts';
import { effectOf, examines, mayCause, type Effect, type Reply, type Standing } from './reply-effect.ts';
import { heedObjection, tellOfReplyAfterEnd, tellOfReplyToDecide } from './reply-alert.ts';
import { keepWords } from '../../profile/keep-words.ts';

const machine = { kind: 'workflow', id: 'receive-mail' } as const;

/**
 * The result for a mail that names a case. `taken` is false if the mail cannot be added. Either its sender is no
 * contact of the case, or the case has no subject profile, is full, or cannot be reopened. `further` lists rights in
 * the mail that the case does not include; the caller opens a new request for them.
 */
export type Joined =
  | { readonly taken: false }
  | {
      readonly taken: true;
      /**
       * The id of the case to which the mail was added. If the named case was joined to another case, it is the id of
       * the other case.
       */
      readonly reference: string;
      readonly further: readonly Right[];
      readonly controller: string;
      /** Whether the data of the case are erased. Such a case does not keep the raw mail. */
      readonly purged: boolean;
      /**
       * Set if the mail is signed with another name than that of the case's person. `different`: another person wrote
       * it. `unclear`: perhaps another person wrote it.
       */
      readonly another: 'different' | 'unclear' | undefined;
    };

/**
 * Adds a mail to the case that it names, at `now` (ISO 8601), if a contact of the case sent it and the case can store
 * it. The text is stored as a note.
 *
 * A mail can have a further effect if it comes from the present contact point and is not signed with the name of
 * another person. A clear withdrawal ends the case. A reply to a question answers it, but never limits the request to
 * less data. A reply to the last letter can reopen an ended case (practice 13, 19, 21 in `functions/domain/README.md`).
 * All of these except the reply to a question need an authenticated mail (`mayCause`). A mail from an earlier contact
 * point can be an objection to the change (`heedObjection`).
 *
 * An automatic reply has no further effect. A new personnummer or a new address in a mail changes nothing; staff can
 * read it in the note. A mail that is delivered twice has its effect once.
 */
export async function joinCase(casework: Casework, named: string, reply: Reply, now: string): Promise<Joined> {
  const { messageId, mail, classified, rights } = reply;
  const caseId = await whereItGoesOn(casework, named);
  const profile = await casework.profiles.get(caseId);
  const { state } = await loadCase(casework, caseId);
  const sender = classified.from;
  if (profile === undefined || state === undefined || sender === null) return { taken: false };
  if (!contactsOf(profile).includes(sender)) return { taken: false };
  const isCurrent = isContactNow(state.common, profile, sender, now);
  const another = anotherPerson(state.common, profile, reply);
  const marks = [
    ...(isCurrent ? [] : [markLines['other-contact']]),
    ...(another === undefined ? [] : [markLines['other-name']]),
  ];
  const words = `${marks.map((mark) => `${mark}\n`).join('')}${mailText(mail, classified, 4_000)}`;
  const key = mailKey(messageId);
  if (!hasRoom(profile, words, classified.authenticated) || !takesMail(profile, key, classified.authenticated))
    return { taken: false };
  const purged = state.stage.kind === 'closed' && state.common.purged;
  await casework.profiles.addInbound(caseId, key);
  // `releaseInbound` says that the case does not need the mail, but leaves it in the list of the profile. So if the
  // caller fails to destroy the mail, it is erased with the profile.
  if (purged) await casework.profiles.releaseInbound(caseId, key);
  const note = await keepWords(casework, caseId, words);
  const give = async (id: string, command: Command): Promise<boolean> =>
    (await commitCommand(casework, caseId, { commandId: `mail/${messageId}${id}`, by: person, command }, now)).ok;
  const isAutomatic = classified.why === 'automatic-reply';
  const by = isAutomatic ? machine : person;
  const noting = { commandId: `mail/${messageId}`, by, command: { type: 'note', text: note } } as const;
  const acted = await commitCommand(casework, caseId, noting, now);
  if (!acted.ok) return { taken: false };
  const joined = {
    taken: true,
    reference: caseId,
    controller: state.common.facts.controller,
    purged,
    another,
  } as const;
  if (isAutomatic) return { ...joined, further: [] };
  const replying: Replying = { casework, state: acted.state, profile, reply, words, now, note, give };
  const standing: Standing = {
    speaks: isCurrent && another === undefined,
    isProven: classified.authenticated,
    namesCase: classified.why === 'names-a-case',
    isMeasured: isMeasured(classified.language),
    takesBackAlone: classified.withdrawal?.nothingElse === true,
  };
  const mayAct = standing.speaks && standing.isProven && standing.isMeasured;
  await bringUp(replying, standing.speaks && (standing.isProven || standing.namesCase) && standing.isMeasured);
  const heard = { casework, state: acted.state, profile, messageId, sender, now };
  if (classified.onlyThanks !== true) await heedObjection(heard, standing.speaks && standing.isProven);
  const wanted = effectOf(acted.state, reply);
  const effect = mayCause(wanted, standing) ? wanted : 'nothing';
  if (!(await carryOut(replying, effect, mayAct))) return { taken: false };
  // The mail asks for something that it is not allowed to cause. Staff are told. If `isForThePage`, the contact point
  // also gets a link to confirm the wish on the page of the case.
  const open = isCurrent && (effect !== wanted || (!mayAct && examines(acted.state, reply)));
  if (open) await tellOfReplyToDecide(heard, isForThePage(standing, wanted) ? 'unproven' : 'read');
  else if (isToRead(acted.state, classified, effect)) await tellOfReplyToDecide(heard, 'read');
  else if (effect === 'nothing' && classified.onlyThanks !== true) await tellOfReplyAfterEnd(heard);
  // The request of another person becomes a case of its own, so all rights in the mail are returned as `further`.
  if (another !== undefined) return { ...joined, further: rights };
  if (!mayAct) return { ...joined, further: await beyond(casework, acted.state, rights) };
  const { state: after } = await loadCase(casework, caseId);
  const further = await beyond(casework, after === undefined ? state : after, rights);
  // `carryOut` has already opened a case for the erasure that the same mail requests, so this right is left out.
  return {
    ...joined,
    further: examines(acted.state, reply) ? further.filter((right) => right !== 'erasure') : further,
  };
}

/** Whether the person must confirm a wish on the page of the case, because the mail is not enough for it. */
function isForThePage({ speaks, isProven, isMeasured, takesBackAlone }: Standing, wanted: Effect): boolean {
  return speaks && isMeasured && (!isProven || (wanted === 'withdraw' && !takesBackAlone));
}

/**
 * Whether staff must read a reply to an open case. They must if the reply mentions a withdrawal that had no effect, or
 * if it may ask for a right that the case does not contain.
 */
function isToRead(state: OpenedCase, { withdrawal, more = [] }: Classification, effect: Effect): boolean {
  if (hasEnded(state) || isSilent(state)) return false;
  const speaksOfMore = more.some((right) => right === 'other' || !state.common.facts.rights.includes(right));
  return (withdrawal !== undefined && effect !== 'withdraw') || speaksOfMore;
}

/**
 * Compares the name in a reply with the name of the case's person. `different` or `unclear` if another person may have
 * written the reply; else `undefined`. The same personnummer shows that the person is the same. Only a mail that names
 * the case is compared here. For a mail that was matched to the case by its sender, the names were compared before
 * (`senders-cases.ts`).
 */
function anotherPerson(
  common: Common,
  profile: SubjectProfile,
  { mail, classified }: Reply,
): 'different' | 'unclear' | undefined {
  if (classified.why !== 'names-a-case') return undefined;
  const known = [...common.facts.claimed, ...common.proofs.map(({ identifier }) => identifier)].map(({ hash }) => hash);
  const isTheirs = classified.identifiers.some(
    (one) => one.kind === 'personnummer' && known.includes(identifierHash(profile.caseKey, one)),
  );
  const name = compareWriter(writerNames(mail.from[0]?.name ?? '', ownWords(mail.text)), profile.names);
  return isTheirs || name === 'same' ? undefined : name;
}

/** The id of the case to which a joined case was joined. A case that was not joined gives its own id. */
async function whereItGoesOn(casework: Casework, named: string): Promise<string> {
  const { state } = await loadCase(casework, named);
  const into =
    state?.stage.kind === 'closed' && state.stage.ending === 'joined' ? state.common.closings.at(-1)?.into : undefined;
  // The recursion ends, because a case can be joined only to an earlier case.
  return into === undefined || into === null ? named : await whereItGoesOn(casework, into);
}

interface Replying {
  readonly casework: Casework;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly reply: Reply;
  readonly words: string;
  readonly now: string;
  /** Id of the note that stores the text of the reply. */
  readonly note: string;
  give(id: string, command: Command): Promise<boolean>;
}

/**
 * The rights in a reply for which the caller opens a new request. If the case has ended, these are all rights in the
 * reply. Otherwise the rights of the case are left out, and in a case about a complaint or a claim also those of the
 * original request.
 */
async function beyond(casework: Casework, state: OpenedCase, rights: readonly Right[]): Promise<readonly Right[]> {
  if (asLiving(state) === undefined) return rights;
  const { matter, origin } = state.common.facts;
  const whole = matter === 'request' || origin === null ? undefined : (await loadCase(casework, origin.case)).state;
  const beside = asLiving(whole)?.common.facts.rights;
  const asked = [...state.common.facts.rights, ...(beside ?? [])];
  return rights.filter((right) => !asked.includes(right));
}

/**
 * Alerts staff to each complaint or claim in a reply to a request, and opens a case for it if `mayAct` (practice 18).
 */
async function bringUp({ casework, state, profile, reply, words, now }: Replying, mayAct: boolean): Promise<void> {
  if (state.common.facts.matter !== 'request') return;
  for (const matter of reply.classified.disputes ?? []) {
    const command = { type: 'alert', alert: 'legal', key: `legal/${matter}` } as const;
    await commitCommand(
      casework,
      state.common.caseId,
      { commandId: `raise/${matter}/alert`, by: machine, command },
      now,
    );
    // The new case sends a receipt. So the case is opened only if letters may go to the sender.
    if (isSilent(state) || !mayAct) continue;
    const doing = { casework, state, profile, by: person, commandId: `mail/${reply.messageId}/${matter}`, now };
    await openPart(doing, { matter, rights: [], text: words, channel: 'email', inbound: [mailKey(reply.messageId)] });
  }
}

/** Carries out the effect of a reply. Returns `false` if the case cannot be reopened. */
async function carryOut(replying: Replying, effect: Effect, mayAct: boolean): Promise<boolean> {
  const { casework, state, profile, reply, words, now, note, give } = replying;
  // The case for the erasure is opened first, because the letter about the withdrawal says that staff examine the
  // erasure (practice 21).
  if (mayAct && examines(state, reply))
    await openPart(
      { casework, state, profile, by: person, commandId: stopUsing(reply.messageId), now },
      { matter: 'request', rights: ['erasure'], text: words, channel: 'email', inbound: [mailKey(reply.messageId)] },
    );
  switch (effect) {
    case 'withdraw':
      await give('/withdraw', { type: 'end', ending: 'withdrawn', text: note });
      await tellParts(replying);
      return true;
    case 'take-back':
      return await give('/take-back', { type: 'reopen', text: note });
    case 'go-on':
      if (!(await give('/go-on', { type: 'reopen', text: note }))) return false;
      await answerAll(replying, '/go-on');
      return true;
    case 'answer':
      await answerAll(replying, '/answer');
      return true;
    case 'nothing':
      return true;
  }
}

/**
 * Adds the reply as a note to each part of the case. The parts are not withdrawn with the case: the staff of each part
 * decide whether the person meant that part too.
 */
async function tellParts({ casework, state, reply, words, now }: Replying): Promise<void> {
  for (const { matter, case: part } of state.common.splits) {
    if (matter !== 'request' || (await casework.profiles.get(part)) === undefined) continue;
    const text = await keepWords(casework, part, words);
    const note = { commandId: `mail/${reply.messageId}`, by: person, command: { type: 'note', text } } as const;
    await commitCommand(casework, part, note, now);
  }
}

/**
 * Records the reply as the answer to every question that was asked before it. `everything`: the request still includes
 * all data, because only staff may decide that the person wants less.
 */
async function answerAll({ state, now, give }: Replying, id: string): Promise<void> {
  for (const { id: asking, askedAt, answeredAt } of state.common.askings)
    if (answeredAt === null && askedAt <= now)
      await give(`${id}/${asking}`, { type: 'answer-asking', asking, everything: true });
}
