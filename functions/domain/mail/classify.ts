import type { HoldReason } from '../case/vocabulary.ts';
import { localDate } from '../clock/deadline.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import type { NumberFormats } from '../identifiers/number-formats.ts';
import type { Right } from '../rights.ts';
import { automaticKind, isBulk, returnsOurMail } from './automatic.ts';
import { disputesIn, type Dispute } from './dispute.ts';
import { identifiersIn } from './mail-identifiers.ts';
import type { MailLanguage } from './mail-language.ts';
import type { ParsedMail } from './parse.ts';
import type { AskedFor } from './recognise-rights.ts';
import { referenceIn, saysAgain } from './reference.ts';
import { senderOf } from './sender.ts';
import { suspicionOf } from './suspicion.ts';
import { isMereThanks } from './thanks.ts';
import type { Verdicts } from './verdicts.ts';
import type { Why } from './why.ts';
import { withdrawalIn, type Withdrawal } from './withdrawal.ts';
import { wordsIn, type Words } from './words-in.ts';

/** What is known when a mail comes in. */
export interface MailContext {
  /** Our domains, in lower case as A-labels: mail from one of them is a colleague's. */
  readonly ownDomains: readonly string[];
  /** When SES received the mail, ISO 8601. */
  readonly receivedAt: string;
  /** The controller's zone (IANA). */
  readonly timeZone: string;
  /** How the numbers of the controller that is asked look; `undefined` where it is not known which one is. */
  readonly numbers?: NumberFormats | undefined;
  /** The open cases whose contact is the sender's address, oldest first; `undefined` where nobody has looked. */
  readonly openCases?: readonly OpenCase[];
}

export interface OpenCase {
  readonly reference: string;
  readonly rights: readonly string[];
  /** Whether who states these identifiers is its person: `likenessOf` in `same-person.ts`. */
  likeness(stated: readonly Identifier[]): 'same' | 'possible' | 'another';
}

/** What a mail is, and what follows. */
export interface Classification {
  /** The sender's address; `null` when the mail names more than one, or none. */
  readonly from: string | null;
  /** Whose request it is when not the sender's: an address, else a name. */
  readonly requester?: string;
  readonly channel: 'email';
  readonly language: MailLanguage | 'und';
  /** `unclear`: own data are spoken of without saying what is wanted; `none`: no right is asked for. */
  readonly rights: readonly (Right | 'unclear' | 'none')[];
  readonly subtype?: 'direct-marketing';
  readonly identifiers: readonly Identifier[];
  /** Attached files. */
  readonly attachments: number;
  readonly verdicts: Verdicts;
  /** Whether the domain of the From address vouches for the mail: DMARC passed. */
  readonly authenticated: boolean;
  /** Only where a colleague passed a mail on: the check was the colleague's. */
  readonly requesterAuthenticated?: false;
  readonly disposition: 'no-case' | 'hold' | 'attach-to-case' | 'open-case';
  readonly holdReason?: HoldReason;
  /** The case that the mail names or repeats; the case's contact decides whether it may join. */
  readonly caseOf?: string;
  /** When the period began if before this mail, ISO 8601 with offset. */
  readonly clockStart?: string;
  /** The request is taken back. */
  readonly withdrawal?: Withdrawal;
  /** What is brought up besides. */
  readonly disputes?: readonly Dispute[];
  /** Marketing is objected to beside an objection on other grounds (with `subtype`, every objection is to marketing). */
  readonly alsoMarketing?: true;
  /** Thanks, and nothing else. */
  readonly onlyThanks?: true;
  /** A bounce of a mail of ours. */
  readonly alertCase?: true;
  readonly why: Why;
}

/**
 * Tells what a mail is. Trusts the verdicts of the receipt and nothing in the mail; reads rights and identifiers from
 * the person's own subject and text alone. Pure.
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
  const words = wordsIn(mail, sender, context);
  const automatic = automaticKind(mail, context.ownDomains);
  if (automatic !== undefined)
    return {
      ...common,
      language: words.language,
      rights: ['none'],
      identifiers: [],
      ...(automatic === 'bounce' && returnsOurMail(mail, context.ownDomains) ? { alertCase: true } : {}),
      disposition: 'no-case',
      why: automatic,
    };

  const { asked, forwarded, agent } = words;
  const reference = forwarded === undefined ? referenceIn(mail, context.ownDomains) : undefined;
  const understood = named(asked, mail, words);
  const withdrawal = withdrawalIn(words.all);
  const meaningless = understood[0] === 'none' && asked.hint === 'nothing' && withdrawal === undefined;
  if (meaningless && reference === undefined && asksNothing(mail, verdicts, words))
    return {
      ...common,
      language: words.language,
      rights: understood,
      identifiers: [],
      disposition: 'no-case',
      why: isBulk(mail) ? 'mailing-list' : 'nothing-asked',
    };

  // What a person wrote here and we do not understand may be a request: a person reads it (Art. 12(2)).
  const rights = meaningless && reference === undefined ? (['unclear'] as const) : understood;
  const read = {
    ...common,
    ...(forwarded !== undefined
      ? { requester: forwarded.requester }
      : agent?.client === undefined
        ? {}
        : { requester: agent.client }),
    language: words.language,
    rights,
    ...(asked.onlyMarketing ? { subtype: 'direct-marketing' as const } : {}),
    ...besides(words, asked, withdrawal),
    identifiers: identifiersIn(words.all, {
      today: localDate(context.receivedAt, context.timeZone),
      language: words.language,
      ours: context.ownDomains,
      numbers: context.numbers,
      excluded: agent !== undefined && sender.address !== null ? [sender.address] : [],
    }),
    ...(forwarded === undefined
      ? {}
      : { requesterAuthenticated: false as const, ...clockStart(forwarded.receivedAt, common.authenticated, context) }),
  };
  const suspicion = suspicionOf(verdicts, sender, mail, forwarded !== undefined);
  if (suspicion !== undefined) return { ...read, disposition: 'hold', ...suspicion };
  if (reference !== undefined)
    return { ...read, disposition: 'attach-to-case', caseOf: reference, why: 'names-a-case' };
  if (forwarded === undefined && agent === undefined) {
    const before = askedBefore(asked.rights, read.identifiers, context.openCases ?? []);
    if (before !== undefined)
      return { ...read, disposition: 'attach-to-case', caseOf: before.reference, why: 'asked-before' };
    if (context.openCases === undefined && asked.rights.length > 0 && saysAgain(words.all))
      return { ...read, disposition: 'attach-to-case', why: 'asked-before' };
  }
  const [only, ...more] = forwarded === undefined && agent === undefined ? (context.openCases ?? []) : [];
  const takesBack = asked.rights.length === 0 && withdrawal !== undefined && more.length === 0;
  if (takesBack && only !== undefined && only.likeness(read.identifiers) !== 'another')
    return { ...read, disposition: 'attach-to-case', caseOf: only.reference, why: 'takes-back' };
  if (asked.rights.length === 0)
    return { ...read, disposition: 'hold', holdReason: 'request-unclear', why: 'request-unclear' };
  if (forwarded !== undefined) return { ...read, disposition: 'open-case', why: 'forwarded-by-colleague' };
  return { ...read, disposition: 'open-case', why: agent === undefined ? 'asks-for-a-right' : 'for-another-person' };
}

/** The open case in which the same person has asked for all of this; one that is surely theirs before one that may be. */
function askedBefore(
  rights: readonly Right[],
  stated: readonly Identifier[],
  open: readonly OpenCase[],
): OpenCase | undefined {
  if (rights.length === 0) return undefined;
  const covering = open.filter((one) => rights.every((right) => one.rights.includes(right)));
  const alike = (wanted: string): OpenCase | undefined => covering.find((one) => one.likeness(stated) === wanted);
  return alike('same') ?? alike('possible');
}

/** What is said beside the rights. */
function besides(
  words: Words,
  asked: AskedFor,
  withdrawal: Withdrawal | undefined,
): Pick<Classification, 'withdrawal' | 'disputes' | 'alsoMarketing' | 'onlyThanks'> {
  const disputes = disputesIn(words.all);
  return {
    ...(withdrawal === undefined ? {} : { withdrawal }),
    ...(disputes.length === 0 ? {} : { disputes }),
    ...(asked.marketing && !asked.onlyMarketing ? { alsoMarketing: true as const } : {}),
    ...(asked.rights.length === 0 && isMereThanks(words.body) ? { onlyThanks: true as const } : {}),
  };
}

/** What nobody has to read: bulk mail, what is taken for spam, thanks, and nothing at all. */
function asksNothing(mail: ParsedMail, verdicts: Verdicts, words: Words): boolean {
  return isBulk(mail) || verdicts.spam === 'FAIL' || words.all.trim() === '' || isMereThanks(words.body);
}

/** The rights as the mail's own words name them; `unclear` where a request may be in what cannot be understood. */
function named(asked: AskedFor, mail: ParsedMail, words: Words): Classification['rights'] {
  if (asked.rights.length > 0) return asked.rights;
  const unknownLanguage = words.language === 'und' && words.all.split(/\s+/).length > 8;
  return asked.hint === 'unclear' || mail.attachments > 0 || unknownLanguage ? ['unclear'] : ['none'];
}

/** The forwarded mail's date, where a proven colleague passed it on and it lies before this mail, by less than two years. */
function clockStart(
  written: string | undefined,
  proven: boolean,
  context: MailContext,
): { readonly clockStart?: string } {
  if (written === undefined || !proven) return {};
  const age = Date.parse(context.receivedAt) - Date.parse(written);
  return age > 0 && age < 2 * 365 * 24 * 60 * 60 * 1000 ? { clockStart: written } : {};
}
