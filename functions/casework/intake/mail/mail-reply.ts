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
import { act } from '../../commit/act.ts';
import type { Casework } from '../../commit/casework.ts';
import { loadCase } from '../../commit/commit-command.ts';
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
 * The result for a mail that names a case. `taken` is false if the case cannot accept the mail: the sender is not a
 * contact of the case, or the case is erased, full, or cannot be reopened. `further`: the rights that the case does not
 * include; a new request is opened for them.
 */
export type Joined =
  | { readonly taken: false }
  | {
      readonly taken: true;
      /** The case to which the mail was added. If the named case was joined to another case, this is the other case. */
      readonly reference: string;
      readonly further: readonly Right[];
      readonly controller: string;
      /** The material of the case is erased, so the case stores no mail. */
      readonly purged: boolean;
      /**
       * The mail is written under another name than that of the case's person. `different`: surely another person;
       * `unclear`: perhaps another person.
       */
      readonly another: 'different' | 'unclear' | undefined;
    };

/**
 * Adds a mail to the case that it names, if a contact of that case sent it, at `now` (ISO 8601). The mail is always
 * added as a note, so that nothing written is lost. It can have a further effect if its authentication shows the sender
 * and the name is known to the case. A clear withdrawal ends the case. A reply answers an open question without
 * narrowing the request. A reply to the last letter reopens an ended case (practice 13, 19, 21). Any other content has
 * no effect, and no automatic reply has one: staff look at a new personnummer or address. The same message has no
 * effect twice.
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
  // The profile still lists the mail: if the mail cannot be destroyed now, it is erased with the profile.
  if (purged) await casework.profiles.releaseInbound(caseId, key);
  const note = await keepWords(casework, caseId, words);
  const give = async (id: string, command: Command): Promise<boolean> =>
    (await act(casework, caseId, { commandId: `mail/${messageId}${id}`, by: person, command }, now)).ok;
  const isAutomatic = classified.why === 'automatic-reply';
  const by = isAutomatic ? machine : person;
  const noting = { commandId: `mail/${messageId}`, by, command: { type: 'note', text: note } } as const;
  const acted = await act(casework, caseId, noting, now);
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
  // A sender who wrote from the case's present address gets a link to confirm the wish on the page. Staff read the
  // mails whose sender may not act in the case.
  const open = isCurrent && (effect !== wanted || (!mayAct && examines(acted.state, reply)));
  if (open) await tellOfReplyToDecide(heard, isForThePage(standing, wanted) ? 'unproven' : 'read');
  else if (isToRead(acted.state, classified, effect)) await tellOfReplyToDecide(heard, 'read');
  else if (effect === 'nothing' && classified.onlyThanks !== true) await tellOfReplyAfterEnd(heard);
  // Another person's request does not belong to this case.
  if (another !== undefined) return { ...joined, further: rights };
  if (!mayAct) return { ...joined, further: await beyond(casework, acted.state, rights) };
  const { state: after } = await loadCase(casework, caseId);
  const further = await beyond(casework, after === undefined ? state : after, rights);
  // The erasure that was asked for with a withdrawal already has its case.
  return {
    ...joined,
    further: examines(acted.state, reply) ? further.filter((right) => right !== 'erasure') : further,
  };
}

/** Whether the person is asked to confirm a wish on the page, because the mail alone is not enough for it. */
function isForThePage({ speaks, isProven, isMeasured, takesBackAlone }: Standing, wanted: Effect): boolean {
  return speaks && isMeasured && (!isProven || (wanted === 'withdraw' && !takesBackAlone));
}

/**
 * Whether staff must read a reply to an open case. The reply mentions a withdrawal that has no effect, or a right that
 * is not in the case and was not recognised as a request.
 */
function isToRead(state: OpenedCase, { withdrawal, more = [] }: Classification, effect: Effect): boolean {
  if (hasEnded(state) || isSilent(state)) return false;
  const speaksOfMore = more.some((right) => right === 'other' || !state.common.facts.rights.includes(right));
  return (withdrawal !== undefined && effect !== 'withdraw') || speaksOfMore;
}

/**
 * Whether a reply that names the case is written under another name than that of the case's person; `undefined` if it
 * is not. The same personnummer shows that it is one person. Mails that were matched to the case by their sender were
 * checked earlier.
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

/** The case to which a joined case was joined; the same case if it was not joined. */
async function whereItGoesOn(casework: Casework, named: string): Promise<string> {
  const { state } = await loadCase(casework, named);
  const into =
    state?.stage.kind === 'closed' && state.stage.ending === 'joined' ? state.common.closings.at(-1)?.into : undefined;
  // A later case is joined to an earlier one, so the loop ends.
  return into === undefined || into === null ? named : await whereItGoesOn(casework, into);
}

interface Replying {
  readonly casework: Casework;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly reply: Reply;
  readonly words: string;
  readonly now: string;
  /** Id of the note that contains the words of the reply. */
  readonly note: string;
  give(id: string, command: Command): Promise<boolean>;
}

/**
 * The rights in a reply for which a new request is opened. After the end of a case these are all rights in the reply.
 * In the case of a complaint or a claim, the rights of the original request do not count as new.
 */
async function beyond(casework: Casework, state: OpenedCase, rights: readonly Right[]): Promise<readonly Right[]> {
  if (asLiving(state) === undefined) return rights;
  const { matter, origin } = state.common.facts;
  const whole = matter === 'request' || origin === null ? undefined : (await loadCase(casework, origin.case)).state;
  const beside = asLiving(whole)?.common.facts.rights;
  const asked = [...state.common.facts.rights, ...(beside ?? [])];
  return rights.filter((right) => !asked.includes(right));
}

/** Opens a case for a complaint or a claim in a reply, and tells the data protection officer (practice 18). */
async function bringUp({ casework, state, profile, reply, words, now }: Replying, mayAct: boolean): Promise<void> {
  if (state.common.facts.matter !== 'request') return;
  for (const matter of reply.classified.disputes ?? []) {
    const command = { type: 'alert', alert: 'legal', key: `legal/${matter}` } as const;
    await act(casework, state.common.caseId, { commandId: `raise/${matter}/alert`, by: machine, command }, now);
    // While nothing may be written to the sender, the receipt of the complaint may not be sent either.
    if (isSilent(state) || !mayAct) continue;
    const doing = { casework, state, profile, by: person, commandId: `mail/${reply.messageId}/${matter}`, now };
    await openPart(doing, { matter, rights: [], text: words, channel: 'email', inbound: [mailKey(reply.messageId)] });
  }
}

/** Carries out the effect of a reply; `false` if the case cannot be reopened. */
async function carryOut(replying: Replying, effect: Effect, mayAct: boolean): Promise<boolean> {
  const { casework, state, profile, reply, words, now, note, give } = replying;
  // The case of the erasure is opened first, because the letter about the withdrawal mentions it (practice 21).
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

/** Rights that were split off earlier continue: staff decide whether they are withdrawn as well. */
async function tellParts({ casework, state, reply, words, now }: Replying): Promise<void> {
  for (const { matter, case: part } of state.common.splits) {
    if (matter !== 'request' || (await casework.profiles.get(part)) === undefined) continue;
    const text = await keepWords(casework, part, words);
    const note = { commandId: `mail/${reply.messageId}`, by: person, command: { type: 'note', text } } as const;
    await act(casework, part, note, now);
  }
}

/**
 * Answers the questions that were asked before the reply came, without narrowing the request. Only staff may decide
 * that the person wants less.
 */
async function answerAll({ state, now, give }: Replying, id: string): Promise<void> {
  for (const { id: asking, askedAt, answeredAt } of state.common.askings)
    if (answeredAt === null && askedAt <= now)
      await give(`${id}/${asking}`, { type: 'answer-asking', asking, everything: true });
}
