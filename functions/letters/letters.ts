import type { Letter, LetterName, LetterOf } from '#domain/case/letters/letters.ts';
import type { Language } from '#domain/language.ts';
import { acknowledgement } from './acknowledgement/letter.ts';
import { answerReady } from './answer-ready/letter.ts';
import { attachmentNotOpened } from './attachment-not-opened/letter.ts';
import { automatedDecision } from './automated-decision/letter.ts';
import { breachNotice } from './breach-notice/letter.ts';
import { byPost } from './by-post/letter.ts';
import { cannotIdentify } from './cannot-identify/letter.ts';
import { clarificationRequest } from './clarification-request/letter.ts';
import { complaintAcknowledgement } from './complaint-acknowledgement/letter.ts';
import { confirmOnPage } from './confirm-on-page/letter.ts';
import { consentWithdrawal } from './consent-withdrawal/letter.ts';
import { contactChanged } from './contact-changed/letter.ts';
import { deceased } from './deceased/letter.ts';
import { delay } from './delay/letter.ts';
import { erased } from './erased/letter.ts';
import { extension } from './extension/letter.ts';
import { fee } from './fee/letter.ts';
import { forwarded } from './forwarded/letter.ts';
import { identityNotProven } from './identity-not-proven/letter.ts';
import { identityRequest } from './identity-request/letter.ts';
import { joined } from './joined/letter.ts';
import { marketingStop } from './marketing-stop/letter.ts';
import { newLink } from './new-link/letter.ts';
import { noReply } from './no-reply/letter.ts';
import { objectionDecision } from './objection-decision/letter.ts';
import { oneTimeCode } from './one-time-code/letter.ts';
import { portableData } from './portable-data/letter.ts';
import { processorTask } from './processor-task/letter.ts';
import { recipientNotice } from './recipient-notice/letter.ts';
import { recipients } from './recipients/letter.ts';
import { rectified } from './rectified/letter.ts';
import { redirect } from './redirect/letter.ts';
import { refusal } from './refusal/letter.ts';
import { reopened } from './reopened/letter.ts';
import { restricted } from './restricted/letter.ts';
import { restrictionEnds } from './restriction-ends/letter.ts';
import { staffAlert } from './staff-alert/letter.ts';
import { supplementReady } from './supplement-ready/letter.ts';
import { withdrawalConfirmed } from './withdrawal-confirmed/letter.ts';
import type { LetterFrame, Words, Wording } from './letter.ts';
import type { Translate } from './sample-parts.ts';
import type { LetterSource } from './source.ts';

/**
 * The letters about rights that have no workflow yet. No case can owe them, so their folders have no `content`
 * function.
 */
export const notOwedYet = [
  'rectified',
  'erased',
  'restricted',
  'restriction-ends',
  'portable-data',
  'automated-decision',
  'recipient-notice',
  'recipients',
  'processor-task',
] as const satisfies readonly LetterName[];
type Owed = Exclude<LetterName, (typeof notOwedYet)[number]>;

/** All letters. Each name has the exports of its folder. To add a letter, add its folder here. */
const folders = {
  acknowledgement,
  'identity-request': identityRequest,
  'clarification-request': clarificationRequest,
  extension,
  'cannot-identify': cannotIdentify,
  refusal,
  fee,
  'answer-ready': answerReady,
  rectified,
  erased,
  restricted,
  'restriction-ends': restrictionEnds,
  'portable-data': portableData,
  'objection-decision': objectionDecision,
  'marketing-stop': marketingStop,
  'consent-withdrawal': consentWithdrawal,
  'automated-decision': automatedDecision,
  'recipient-notice': recipientNotice,
  recipients,
  redirect,
  'complaint-acknowledgement': complaintAcknowledgement,
  'breach-notice': breachNotice,
  'one-time-code': oneTimeCode,
  'supplement-ready': supplementReady,
  'identity-not-proven': identityNotProven,
  'no-reply': noReply,
  'withdrawal-confirmed': withdrawalConfirmed,
  deceased,
  'processor-task': processorTask,
  'by-post': byPost,
  delay,
  joined,
  'contact-changed': contactChanged,
  reopened,
  forwarded,
  'attachment-not-opened': attachmentNotOpened,
  'new-link': newLink,
  'confirm-on-page': confirmOnPage,
  'staff-alert': staffAlert,
} as const satisfies Readonly<Record<LetterName, object>> & Readonly<Record<Owed, { readonly content: unknown }>>;

/** The type of each letter's content, by the name of the letter. */
type Contents = {
  readonly [Name in LetterName]: ReturnType<(typeof folders)[Name]['samples']>[number];
};

/** The content of a letter: a union of the contents of all letters, discriminated by `kind`. */
export type LetterContent = Contents[LetterName];

/** What `letter.ts` and `words.ts` of a letter's folder export. */
interface Folder<Name extends LetterName> {
  /**
   * Makes the content of the letter from a case. Throws if the case lacks what the letter is about, for example the
   * refusal with this number.
   */
  readonly content?: (source: LetterSource, letter: LetterOf<Name>) => Contents[Name];
  /** Made-up contents that together use every variant of the wording. */
  readonly samples: (t: Translate) => readonly Contents[Name][];
  readonly swedish: Words<Contents[Name]>;
  readonly english: Words<Contents[Name]>;
}

const letters: { readonly [Name in LetterName]: Folder<Name> } = folders;

/**
 * The content of a letter that a case owes. Throws if the case lacks what the letter is about, or if the letter is one
 * of `notOwedYet`.
 */
export function contentOf(source: LetterSource, letter: Letter): LetterContent {
  return contentNamed(letter.kind, source, letter);
}

/** Whether a case can owe this letter. `false` for the letters in `notOwedYet`. */
export function saysOfCase(name: LetterName): boolean {
  return letters[name].content !== undefined;
}

function contentNamed<Name extends LetterName>(
  name: Name,
  source: LetterSource,
  letter: LetterOf<Name>,
): LetterContent {
  const folder: Folder<Name> = letters[name];
  if (folder.content === undefined) throw new Error(`the letter ${name} has no content: no case owes it yet`);
  return folder.content(source, letter);
}

/** Writes a letter with this content, in the language of the frame. */
export function wordingOf(content: LetterContent, frame: LetterFrame): Wording {
  return wordingNamed(content.kind, content, frame);
}

function wordingNamed<Name extends LetterName>(name: Name, content: Contents[Name], frame: LetterFrame): Wording {
  return wordsIn(name, frame.language).words(content, frame);
}

function wordsIn<Name extends LetterName>(name: Name, language: Language): Words<Contents[Name]> {
  const folder: Folder<Name> = letters[name];
  switch (language) {
    case 'sv':
      return folder.swedish;
    case 'en':
      return folder.english;
  }
}

/** The title of a letter for staff, in both languages. */
export function titleOf(name: LetterName): Readonly<Record<Language, string>> {
  return { sv: letters[name].swedish.title, en: letters[name].english.title };
}

/** Made-up contents of one letter that together use every variant of its wording. */
export function samplesOf<Name extends LetterName>(name: Name, language: Language): readonly Contents[Name][] {
  const folder: Folder<Name> = letters[name];
  return folder.samples((text) => text[language]);
}
