import type { HoldReason } from '../case/vocabulary.ts';
import { localDate } from '../clock/deadline.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import type { NumberFormats } from '../identifiers/number-formats.ts';
import type { Right } from '../rights.ts';
import { isWritable } from '../contact.ts';
import { automaticSigns, isBulk, returnsOurMail, type AutomaticSigns } from './automatic/automatic.ts';
import { deliveryOutcome } from './automatic/delivery-outcome.ts';
import { disputesIn, type Dispute } from './rights/dispute.ts';
import { identifiersIn } from './sender/mail-identifiers.ts';
import { isMeasured, type MailLanguage } from './words/mail-language.ts';
import { isOurs, type Ours } from './sender/own-addresses.ts';
import type { ParsedMail } from './parts/parse.ts';
import type { AskedFor } from './rights/recognise-rights.ts';
import { referenceIn, saysAgain } from './named-case/reference.ts';
import { writerNames, type WriterNames } from './sender/person-name.ts';
import { rewrittenSender } from './sender/rewritten-sender.ts';
import { emailAddress, senderOf, type Sender } from './sender/sender.ts';
import { asks, spokenIn } from './words/spoken.ts';
import { suspicionOf } from './suspicion.ts';
import { isOnlyThanks } from './rights/thanks.ts';
import type { Verdicts } from './verdicts.ts';
import type { Why } from './why.ts';
import type { MailedWithdrawal } from './rights/withdrawal.ts';
import type { Words } from './words/words-in.ts';
import type { Likeness } from './sender/same-person.ts';

/** What the caller knows besides the mail itself. */
export interface MailContext {
  /** Our own addresses. A mail from one of them is a colleague's. */
  readonly ours: Ours;
  /** When SES received the mail, ISO 8601. */
  readonly receivedAt: string;
  /** The controller's time zone, such as `Europe/Stockholm` (IANA). */
  readonly timeZone: string;
  /** The number formats of the controller that received the mail; `undefined` if the controller is unknown. */
  readonly numbers?: NumberFormats | undefined;
  /** The open cases whose contact is the sender's address, oldest first; `undefined` if the store was not read yet. */
  readonly openCases?: readonly OpenCase[];
  /** Whether the Message-ID of the mail is that of a letter that we sent. */
  readonly isOurLetter?: boolean;
}

export interface OpenCase {
  readonly reference: string;
  readonly rights: readonly string[];
  /**
   * Whether the person of the case wrote a mail in which these identifiers and names are (`likenessOf` in
   * `same-person.ts`).
   */
  likeness(stated: readonly Identifier[], names: WriterNames): Likeness;
}

/** What a mail is, and what happens to it. */
export interface Classification {
  /** The sender's address; `null` if the mail names several, or none. */
  readonly from: string | null;
  /** The person who makes the request, if that is not the sender: the address, or else the name. */
  readonly requester?: string;
  readonly channel: 'email';
  readonly language: MailLanguage | 'und';
  /**
   * `unclear`: the mail mentions the writer's data but does not say what the writer wants. `none`: the mail asks for no
   * right.
   */
  readonly rights: readonly (Right | 'unclear' | 'none')[];
  readonly subtype?: 'direct-marketing';
  readonly identifiers: readonly Identifier[];
  /** The number of attached files. */
  readonly attachments: number;
  readonly verdicts: Verdicts;
  /** Whether DMARC passed, so that the domain of the From address authenticates the mail. */
  readonly authenticated: boolean;
  /**
   * `false` if a colleague or a list forwarded the mail, because nothing authenticates the requester. Absent for other
   * mails.
   */
  readonly requesterAuthenticated?: false;
  readonly disposition: 'no-case' | 'hold' | 'attach-to-case' | 'open-case';
  readonly holdReason?: HoldReason;
  /**
   * The number of the case to which the mail belongs: the mail names the case, or the same person has asked for the
   * same rights in it, or the mail withdraws the request of this case. The mail is added to this case only if the
   * contact of the case sent the mail.
   */
  readonly caseOf?: string;
  /**
   * Rights besides `rights` that the mail mentions and may ask for. If there are any, staff must read the mail: it is
   * held, or staff are told of these rights in the case to which the mail is added.
   */
  readonly more?: AskedFor['more'];
  /**
   * Only for a mail that a colleague forwarded: when the requester sent the original mail, ISO 8601 with offset. The
   * period of Art. 12(3) starts then.
   */
  readonly clockStart?: string;
  /** A withdrawal of the request, or the mention of one. */
  readonly withdrawal?: MailedWithdrawal;
  /** Complaints or claims that the mail contains in addition to the request. */
  readonly disputes?: readonly Dispute[];
  /**
   * The mail objects to marketing, and also to other processing. (If every objection is to marketing, `subtype` says
   * so.)
   */
  readonly alsoMarketing?: true;
  /** The mail only says thanks. */
  readonly onlyThanks?: true;
  /** The mail is a report that a mail of ours permanently failed to arrive. */
  readonly alertCase?: true;
  readonly why: Why;
}

/**
 * Classifies a mail; a pure function. Only the verdicts of SES prove who sent the mail; no header field does. Rights
 * and identifiers are read only from the requester's own subject and text.
 */
export function classifyMail(mail: ParsedMail, verdicts: Verdicts, context: MailContext): Classification {
  const sender = senderOf(mail);
  const common = {
    from: sender.address,
    channel: 'email',
    attachments: mail.attachments,
    verdicts,
    authenticated: verdicts.dmarc === 'PASS',
  } as const;
  const { words, differs, withdrawal } = spokenIn(mail, sender, context);
  const { asked, forwarded, agent } = words;
  const signs = automaticSigns(mail, {
    ours: context.ours,
    isOurLetter: context.isOurLetter === true,
    // A text in an unknown language may ask for something.
    asks: asks(words) || (words.language === 'und' && words.body.trim() !== '' && mail.reports.length === 0),
  });
  const dropped = { ...common, language: words.language, identifiers: [], disposition: 'no-case' } as const;
  const bounced = signs?.kind === 'bounce' && cameBack(mail, context.ours) ? { alertCase: true as const } : {};
  if (signs?.certain === true)
    return {
      ...dropped,
      rights: ['none'],
      ...bounced,
      why: signs.kind,
    };

  const reference = forwarded === undefined ? referenceIn(mail, context.ours) : undefined;
  const understood = named(asked, mail, words);
  const onlyThanks = isOnlyThanks(mail, sender.name, reference === undefined ? undefined : context.ours);
  const meaningless = understood[0] === 'none' && asked.hint === 'nothing' && withdrawal === undefined;
  if (meaningless && reference === undefined && isEmpty(mail))
    return { ...dropped, rights: understood, why: signs?.kind ?? 'nothing-asked' };

  // Nothing in the mail was recognised, and the mail is not empty. It may be a request in words that are not in the
  // phrasebooks, so staff read it (Art. 12(2)).
  const rights = meaningless && reference === undefined ? (['unclear'] as const) : understood;
  const read = {
    ...common,
    ...bounced,
    ...(forwarded !== undefined
      ? { requester: forwarded.requester }
      : agent?.client === undefined
        ? {}
        : { requester: agent.client }),
    language: words.language,
    rights,
    ...(asked.more.length === 0 ? {} : { more: asked.more }),
    ...(asked.onlyMarketing ? { subtype: 'direct-marketing' as const } : {}),
    ...besides(words, asked, withdrawal, onlyThanks),
    identifiers: identifiersIn(words.all, {
      today: localDate(context.receivedAt, context.timeZone),
      language: words.language,
      ours: context.ours,
      numbers: context.numbers,
      excluded: agent !== undefined && sender.address !== null ? [sender.address] : [],
    }),
    ...(forwarded === undefined
      ? {}
      : { requesterAuthenticated: false as const, ...clockStart(forwarded.receivedAt, common.authenticated, context) }),
  };
  const suspicion = suspicionOf(verdicts, sender, mail, forwarded !== undefined);
  const unreachable = !isReachable(forwarded?.requester ?? sender.address);
  if (suspicion !== undefined)
    return {
      ...read,
      disposition: 'hold',
      ...suspicion,
      ...(unreachable ? { holdReason: unreachableWith(verdicts, suspicion.holdReason) } : {}),
    };
  if (unreachable) return held(read, 'sender-not-reachable');
  const doubt = doubtOf(mail, sender, { signs, words, differs, context, meaningless });
  const fromUs = sender.address !== null && isOurs(sender.address, context.ours);
  if (doubt !== undefined && !(doubt === 'requester-unknown' && fromUs && reference !== undefined))
    return { ...read, ...proposedRequester(mail, doubt, context), disposition: 'hold', ...doubts[doubt] };
  if (reference !== undefined)
    return {
      ...read,
      disposition: 'attach-to-case',
      caseOf: reference,
      ...(doubt !== undefined
        ? { holdReason: 'requester-unknown' as const }
        : asked.more.length > 0
          ? { holdReason: 'request-unclear' as const }
          : {}),
      why: 'names-a-case',
    };
  const names = writerNames(sender.name, words.body);
  const known = forwarded === undefined && agent === undefined ? (context.openCases ?? []) : [];
  const unmeasured = asked.rights.length > 0 && !isUnderstoodForCertain(words);
  if (asked.more.length > 0)
    return unmeasured
      ? held(read, 'language-not-measured')
      : { ...read, disposition: 'hold', holdReason: 'request-unclear', why: 'more-may-be-asked' };
  if (forwarded === undefined && agent === undefined) {
    const before = askedBefore(asked.rights, read.identifiers, names, known);
    if (before === 'unclear') return held(read, 'person-unclear');
    if (before !== undefined)
      return { ...read, disposition: 'attach-to-case', caseOf: before.reference, why: 'asked-before' };
    if (context.openCases === undefined && asked.rights.length > 0 && saysAgain(words.all))
      return { ...read, disposition: 'attach-to-case', why: 'asked-before' };
  }
  const [only, ...more] = known;
  const takesBack = asked.rights.length === 0 && withdrawal !== undefined && more.length === 0;
  if (takesBack && only !== undefined && isLike(only.likeness(read.identifiers, names)))
    return { ...read, disposition: 'attach-to-case', caseOf: only.reference, why: 'takes-back' };
  if (asked.rights.length === 0) return held(read, 'request-unclear');
  if (unmeasured) return held(read, 'language-not-measured');
  if (forwarded !== undefined) return { ...read, disposition: 'open-case', why: 'forwarded-by-colleague' };
  return { ...read, disposition: 'open-case', why: agent === undefined ? 'asks-for-a-right' : 'for-another-person' };
}

/** Whether a report says that a mail of ours permanently failed to arrive. */
function cameBack(mail: ParsedMail, ours: Ours): boolean {
  if (!returnsOurMail(mail, ours)) return false;
  const sentTo = mail.enclosed.flatMap(({ to }) => to.flatMap(({ address }) => emailAddress(address) ?? []));
  return (sentTo.length === 0 ? [undefined] : sentTo).some((address) => deliveryOutcome(mail, address) === 'came-back');
}

/**
 * The reasons for which `doubtOf` holds a mail. `doubtOf` finds them in the mail itself; `suspicionOf` reads the
 * verdicts of SES.
 */
type Doubt = 'maybe-automatic' | 'requester-unknown' | 'readings-differ' | 'letters-unknown';
type HeldWhy =
  | Exclude<Doubt, 'letters-unknown'>
  | 'sender-not-reachable'
  | 'person-unclear'
  | 'request-unclear'
  | 'language-not-measured';

const doubts: Readonly<Record<Doubt, { readonly holdReason: HoldReason; readonly why: Why }>> = {
  'maybe-automatic': { holdReason: 'maybe-automatic', why: 'maybe-automatic' },
  'requester-unknown': { holdReason: 'requester-unknown', why: 'requester-unknown' },
  'readings-differ': { holdReason: 'readings-differ', why: 'readings-differ' },
  'letters-unknown': { holdReason: 'request-unclear', why: 'letters-unknown' },
};

function held<Read extends object>(
  read: Read,
  reason: HeldWhy,
): Read & { disposition: 'hold'; holdReason: HeldWhy; why: HeldWhy } {
  return { ...read, disposition: 'hold', holdReason: reason, why: reason };
}

/**
 * Why staff must read a mail before it has any effect; `undefined`: there is no reason. It is called only if
 * `suspicionOf` found no reason.
 */
function doubtOf(
  mail: ParsedMail,
  sender: Sender,
  read: {
    readonly signs: AutomaticSigns | undefined;
    readonly words: Words;
    readonly differs: boolean;
    readonly meaningless: boolean;
    readonly context: MailContext;
  },
): Doubt | undefined {
  const { signs, words, differs, meaningless, context } = read;
  const fromUs = sender.address !== null && isOurs(sender.address, context.ours);
  // A colleague, or a mailbox of ours that forwards mail, never counts as the person (practice 21 in
  // `functions/domain/README.md`).
  if (rewrittenSender(mail, context.ours) !== undefined || (fromUs && words.forwarded === undefined))
    return 'requester-unknown';
  if (signs !== undefined || (isBulk(mail) && meaningless)) return 'maybe-automatic';
  if (differs) return 'readings-differ';
  return mail.undecoded || words.all.includes('\ufffd') ? 'letters-unknown' : undefined;
}

/** The sender that a list or a relay names. Nothing authenticates this sender, so staff decide. */
function proposedRequester(
  mail: ParsedMail,
  doubt: Doubt,
  { ours }: MailContext,
): Pick<Classification, 'requester' | 'requesterAuthenticated'> {
  const requester = doubt === 'requester-unknown' ? rewrittenSender(mail, ours)?.requester : undefined;
  return requester === undefined ? {} : { requester, requesterAuthenticated: false };
}

/**
 * Whether SES can send our letters to an address. `null` (the mail names no single sender) counts as reachable, because
 * such a mail is held for another reason.
 */
function isReachable(address: string | null): boolean {
  return address === null || isWritable({ kind: 'email', value: address });
}

/**
 * The reason to hold a mail that `suspicionOf` holds and whose sender we cannot send mail to. A virus and an ambiguous
 * sender are more important reasons than the address. For a virus, the reason is `infected-attachment` and never
 * `attachment-not-opened`, because `attachment-not-opened` sends a letter to the sender.
 */
function unreachableWith({ virus }: Verdicts, reason: HoldReason): HoldReason {
  if (virus === 'FAIL') return 'infected-attachment';
  return reason === 'sender-ambiguous' ? reason : 'sender-not-reachable';
}

/** Whether every right was recognised in Swedish or English (`isMeasured`), and the mail is not in another language. */
function isUnderstoodForCertain({ asked, language }: Words): boolean {
  return asked.measured && (language === 'und' || isMeasured(language));
}

function isLike(likeness: Likeness): boolean {
  return likeness === 'same' || likeness === 'possible';
}

/**
 * The open case in which the same person has asked for all of these rights. A case with the likeness `same` is
 * preferred to a case with `possible`. The result is `unclear` if the likeness of the best case is `doubtful`: staff
 * must decide whether it is the same person.
 */
function askedBefore(
  rights: readonly Right[],
  stated: readonly Identifier[],
  names: WriterNames,
  open: readonly OpenCase[],
): OpenCase | 'unclear' | undefined {
  if (rights.length === 0) return undefined;
  const covering = open
    .filter((one) => rights.every((right) => one.rights.includes(right)))
    .map((one) => ({ one, likeness: one.likeness(stated, names) }));
  const alike = (wanted: Likeness): OpenCase | undefined => covering.find(({ likeness }) => likeness === wanted)?.one;
  return alike('same') ?? alike('possible') ?? (alike('doubtful') === undefined ? undefined : 'unclear');
}

/** What a mail says besides its rights: withdrawal, complaints and claims, an objection to marketing, thanks. */
function besides(
  words: Words,
  asked: AskedFor,
  withdrawal: MailedWithdrawal | undefined,
  onlyThanks: boolean,
): Pick<Classification, 'withdrawal' | 'disputes' | 'alsoMarketing' | 'onlyThanks'> {
  const disputes = disputesIn(words.all);
  return {
    ...(withdrawal === undefined ? {} : { withdrawal }),
    ...(disputes.length === 0 ? {} : { disputes }),
    ...(asked.marketing && !asked.onlyMarketing ? { alsoMarketing: true as const } : {}),
    ...(asked.rights.length === 0 && onlyThanks ? { onlyThanks: true as const } : {}),
  };
}

/** Whether the mail has no subject, words, pictures or other parts. */
function isEmpty(mail: ParsedMail): boolean {
  return (
    `${mail.subject}${mail.text}${mail.html?.whole ?? ''}`.trim() === '' &&
    !mail.pictures &&
    mail.html?.beside !== true &&
    !mail.cut &&
    mail.otherParts === 0
  );
}

/**
 * The rights that the mail asks for. If there are none, the result is `unclear` if the mail mentions the writer's data,
 * has an attached file, or has more than eight words in an unknown language. Otherwise it is `none`.
 */
function named(asked: AskedFor, mail: ParsedMail, words: Words): Classification['rights'] {
  if (asked.rights.length > 0) return asked.rights;
  const unknownLanguage = words.language === 'und' && words.all.split(/\s+/).length > 8;
  return asked.hint === 'unclear' || mail.attachments > 0 || unknownLanguage ? ['unclear'] : ['none'];
}

/**
 * The date of the forwarded mail. The date counts only if an authenticated colleague forwarded the mail, and the date
 * is at most two years before this mail.
 */
function clockStart(
  written: string | undefined,
  proven: boolean,
  context: MailContext,
): { readonly clockStart?: string } {
  if (written === undefined || !proven) return {};
  const age = Date.parse(context.receivedAt) - Date.parse(written);
  return age > 0 && age < 2 * 365 * 24 * 60 * 60 * 1000 ? { clockStart: written } : {};
}
