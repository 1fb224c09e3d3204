import type { HoldReason } from '../case/vocabulary.ts';
import { localDate } from '../clock/deadline.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import type { Right } from '../rights.ts';
import { agentIn } from './agent.ts';
import { automaticKind, isBulk, returnsOurMail, type Automatic } from './automatic.ts';
import { forwardedRequest } from './forwarded.ts';
import { languageOf } from './language.ts';
import { identifiersIn } from './mail-identifiers.ts';
import type { MailLanguage } from './mail-language.ts';
import { ownWords, withoutSignature } from './own-words.ts';
import type { ParsedMail } from './parse.ts';
import { recogniseRights, type AskedFor } from './recognise-rights.ts';
import { isOthersSubject, referenceIn, saysAgain } from './reference.ts';
import { domainOf, isWithin, senderOf, type Sender } from './sender.ts';
import type { Verdicts } from './verdicts.ts';

/** What is known when a mail comes in. */
export interface MailContext {
  /** Our domains, in lower case as A-labels: mail from one of them is a colleague's. */
  readonly ownDomains: readonly string[];
  /** When SES received the mail, ISO 8601. */
  readonly receivedAt: string;
  /** The controller's zone (IANA). */
  readonly timeZone: string;
  /** The open cases whose contact is the sender's address, oldest first; `undefined` where nobody has looked. */
  readonly openCases?: readonly OpenCase[];
}

export interface OpenCase {
  readonly reference: string;
  readonly rights: readonly string[];
}

/** Why a mail is treated as it is. */
export type Why =
  | Automatic
  | 'nothing-asked'
  | 'infected-attachment'
  | 'not-scanned'
  | 'sender-not-authenticated'
  | 'sender-ambiguous'
  | 'request-unclear'
  | 'names-a-case'
  | 'asked-before'
  | 'forwarded-by-colleague'
  | 'for-another-person'
  | 'asks-for-a-right';

/** The reasons as a case worker reads them. */
export const whyInWords: Readonly<Record<Why, string>> = {
  'automatic-reply': 'An automatic answer or receipt. Nobody wrote it to us, and it is not answered.',
  bounce: 'A report that a mail could not be delivered.',
  'mailing-list': 'A mailing list. Nobody in it writes to us.',
  'nothing-asked': 'Nobody asks for anything about their own data.',
  'infected-attachment':
    'A virus was found. The attachment is destroyed unopened; the text is kept, and the period runs.',
  'not-scanned': 'The mail could not be searched for viruses. Its attachments are not to be opened.',
  'sender-not-authenticated': 'The check of the sender failed or is missing: anybody may have written this.',
  'sender-ambiguous':
    'The sender can be taken for somebody else: two addresses, another address as the name, or look-alike letters.',
  'request-unclear': 'Somebody writes about their data, but not what they want.',
  'names-a-case': 'An answer to a case of ours.',
  'asked-before': 'The same person has asked for the same before.',
  'forwarded-by-colleague': 'A colleague passed on the request of somebody outside, of whom nothing is proven.',
  'for-another-person': 'Somebody asks for another person: the mandate has to be checked.',
  'asks-for-a-right': 'A person asks for a right concerning their own data.',
};

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
  const rights = named(asked, mail, words);
  const meaningless = rights[0] === 'none' && asked.hint === 'nothing';
  if (meaningless && reference === undefined)
    return {
      ...common,
      language: words.language,
      rights,
      identifiers: [],
      disposition: 'no-case',
      why: isBulk(mail) ? 'mailing-list' : 'nothing-asked',
    };

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
    identifiers: identifiersIn(words.identifying, {
      today: localDate(context.receivedAt, context.timeZone),
      language: words.language,
      ours: context.ownDomains,
      excluded: agent !== undefined && sender.address !== null ? [sender.address] : [],
    }),
    ...(forwarded === undefined
      ? {}
      : { requesterAuthenticated: false as const, ...clockStart(forwarded.receivedAt, common.authenticated, context) }),
  };
  const suspicion = suspicionOf(verdicts, sender, mail);
  if (suspicion !== undefined) return { ...read, disposition: 'hold', ...suspicion };
  if (reference !== undefined)
    return { ...read, disposition: 'attach-to-case', caseOf: reference, why: 'names-a-case' };
  if (forwarded === undefined && agent === undefined) {
    const before = context.openCases?.find(
      (one) => asked.rights.length > 0 && asked.rights.every((right) => one.rights.includes(right)),
    );
    if (before !== undefined)
      return { ...read, disposition: 'attach-to-case', caseOf: before.reference, why: 'asked-before' };
    if (context.openCases === undefined && asked.rights.length > 0 && saysAgain(words.all))
      return { ...read, disposition: 'attach-to-case', why: 'asked-before' };
  }
  if (asked.rights.length === 0)
    return { ...read, disposition: 'hold', holdReason: 'request-unclear', why: 'request-unclear' };
  if (forwarded !== undefined) return { ...read, disposition: 'open-case', why: 'forwarded-by-colleague' };
  return { ...read, disposition: 'open-case', why: agent === undefined ? 'asks-for-a-right' : 'for-another-person' };
}

interface Words {
  readonly language: MailLanguage | 'und';
  readonly asked: AskedFor;
  readonly forwarded: ReturnType<typeof forwardedRequest>;
  readonly agent: ReturnType<typeof agentIn>;
  /** The words that name the person whose request it is. */
  readonly identifying: string;
  /** Subject and text of the person whose request it is. */
  readonly all: string;
}

/** The words of the person whose request it is, and what they say. */
function wordsIn(mail: ParsedMail, sender: Sender, context: MailContext): Words {
  const fromColleague = sender.address !== null && isWithin(domainOf(sender.address), context.ownDomains);
  const forwarded = fromColleague ? forwardedRequest(mail, context.ownDomains, context.timeZone) : undefined;
  const subject = forwarded === undefined ? (isOthersSubject(mail) ? '' : mail.subject) : forwarded.subject;
  const text = forwarded === undefined ? ownWords(mail.text) : forwarded.text;
  const agent = forwarded === undefined ? agentIn(text) : undefined;
  const body = agent === undefined ? text : withoutSignature(text, sender.name);
  const all = `${subject}\n\n${body}`;
  const asked = recogniseRights(all, agent !== undefined);
  const language = languageOf(all);
  return {
    // A single word can be a request, and too little to tell a language by other means.
    language: language === 'und' ? (asked.language ?? 'und') : language,
    asked,
    forwarded,
    agent,
    identifying: all,
    all,
  };
}

/** The rights as the mail's own words name them; `unclear` where a request may be in what cannot be understood. */
function named(asked: AskedFor, mail: ParsedMail, words: Words): Classification['rights'] {
  if (asked.rights.length > 0) return asked.rights;
  const unknownLanguage = words.language === 'und' && words.all.split(/\s+/).length > 8;
  return asked.hint === 'unclear' || mail.attachments > 0 || unknownLanguage ? ['unclear'] : ['none'];
}

/** Why a mail must not be acted on before a person has looked, if there is a reason. */
function suspicionOf(
  verdicts: Verdicts,
  sender: Sender,
  mail: ParsedMail,
): { readonly holdReason: HoldReason; readonly why: Why } | undefined {
  if (verdicts.virus === 'FAIL') return { holdReason: 'infected-attachment', why: 'infected-attachment' };
  switch (verdicts.dmarc) {
    case 'FAIL':
    case 'PROCESSING_FAILED':
    case null:
      return { holdReason: 'sender-not-authenticated', why: 'sender-not-authenticated' };
    case 'PASS':
    case 'GRAY':
      break;
  }
  if (sender.ambiguous) return { holdReason: 'sender-ambiguous', why: 'sender-ambiguous' };
  const unscanned = verdicts.virus === null || (verdicts.virus !== 'PASS' && mail.attachments > 0);
  return unscanned ? { holdReason: 'infected-attachment', why: 'not-scanned' } : undefined;
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
