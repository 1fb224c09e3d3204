import type { HoldReason } from '#domain/case/vocabulary.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { isWritable } from '#domain/contact.ts';
import { sameIdentifier, type Identifier } from '#domain/identifiers/identifier.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import { languageAmong } from '#domain/language.ts';
import type { Classification } from '#domain/mail/classify.ts';
import type { ParsedMail } from '#domain/mail/parts/parse.ts';
import { ownWords } from '#domain/mail/words/own-words.ts';
import { writerNames } from '#domain/mail/sender/person-name.ts';
import { emailAddress } from '#domain/mail/sender/sender.ts';
import type { Right } from '#domain/rights.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Arrival, CheckedRequest } from '../open-request.ts';
import type { MailRecipient } from './mail-recipient.ts';
import { mailText } from './mail-text.ts';

/** A mail for which a case of its own is opened. */
export interface MailedRequest {
  readonly mail: ParsedMail;
  readonly classified: Classification;
  readonly recipient: MailRecipient;
  readonly rights: readonly Right[];
  /** ISO 8601. */
  readonly receivedAt: string;
  /** The mail service's id of the mail. */
  readonly messageId: string;
}

/** What a mail asks for, from which controller, and why the request is held, if it is. */
export type Read = Pick<Arrival, 'hold' | 'wantedLanguage' | 'raises' | 'receivedAt' | 'names'> & {
  readonly checked: CheckedRequest;
  readonly hold: HoldReason | null;
};

/** Reads the request from a mail. If a mail contains the numbers of several people, no number is searched for. */
export function requestIn(mailed: MailedRequest): Read {
  const { mail, classified, recipient, rights, receivedAt } = mailed;
  const { controller } = recipient;
  const contact = contactOf(mailed);
  const stated = statedIn(mailed, contact);
  const people = new Set(stated.filter(({ kind }) => kind === 'personnummer').map(({ value }) => value)).size;
  const claimed = people > 1 ? [] : stated.slice(0, 9);
  const language = languageAmong(classified.language, controller.languages);
  const hold = isWritable(contact) ? holdFor(mailed, people > 1) : holdWithoutContact(classified);
  return {
    checked: {
      request: {
        controller: controller.id,
        // A case needs a right. If the right is unclear, the request is held, and a person decides.
        rights: rights.length === 0 ? ['access'] : [...rights],
        language,
        identifiers: [contact, ...claimed].map(({ kind, value }) => ({ kind, value })),
        message: mailText(mail, classified, 20_000),
      },
      controller,
      contact,
      claimed,
    },
    receivedAt: new Date(classified.clockStart ?? receivedAt).toISOString(),
    hold,
    raises: raisesOf(mailed, hold),
    names: namesOf(mailed),
    ...(classified.language === 'und' ? {} : { wantedLanguage: classified.language }),
  };
}

/**
 * The identifiers that can be right. A number with a wrong check digit stays in the text of the request, and is not
 * searched for.
 */
function statedIn({ classified, recipient, receivedAt }: MailedRequest, contact: Identifier): readonly Identifier[] {
  const { controller } = recipient;
  const today = localDate(receivedAt, controller.timeZone);
  return classified.identifiers
    .filter(({ kind, value }) => normalise(kind, value, { today }).valid)
    .filter((one) => !sameIdentifier(one, contact));
}

/**
 * The reason for the hold if no letter could reach the sender. Staff must name a contact point before they lift the
 * hold.
 */
function holdWithoutContact({ holdReason }: Classification): HoldReason {
  return holdReason === 'requester-unknown' ? holdReason : 'sender-not-reachable';
}

/** Why the case waits for a person, or `null` if the workflow can begin. */
function holdFor({ classified, recipient, rights }: MailedRequest, severalPeople: boolean): HoldReason | null {
  if (classified.holdReason !== undefined) return classified.holdReason;
  // Each of these people gets a case, and each must prove their identity (practice 14).
  if (severalPeople) return 'several-people';
  if (classified.requesterAuthenticated === false) return 'forwarded-by-colleague';
  if (rights.length === 0 || !recipient.known) return 'request-unclear';
  if (classified.why === 'for-another-person') return 'mandate-unchecked';
  return rights.includes('access') ? null : 'right-handled-by-staff';
}

function raisesOf({ classified, rights }: MailedRequest, hold: HoldReason | null): SubjectProfile['raises'] {
  const { disputes = [], subtype, alsoMarketing, requester, requesterAuthenticated } = classified;
  const stops = subtype === 'direct-marketing' || alsoMarketing === true || rights.includes('consent-withdrawal');
  const stands = requester !== undefined && requesterAuthenticated === undefined && hold !== 'mandate-unchecked';
  return [...disputes, ...(stops ? (['stop-at-once'] as const) : []), ...(stands ? (['represented'] as const) : [])];
}

/**
 * The contact point: the requester's own address if a colleague forwarded the mail, else the From address. With several
 * From addresses it is the first. Without a usable address it is an address that reaches nobody. Such a case is held,
 * and no letter goes out from a held case.
 */
function contactOf({ mail, classified, messageId }: MailedRequest): Identifier {
  const { from, requester, requesterAuthenticated, holdReason } = classified;
  const nobody = `${messageId.slice(0, 60)}@sender.invalid`;
  if (holdReason === 'requester-unknown') return { kind: 'email', value: nobody };
  const forwarder = requesterAuthenticated === false && requester !== undefined ? emailAddress(requester) : undefined;
  const [first] = mail.from.flatMap(({ address }) => emailAddress(address) ?? []);
  return { kind: 'email', value: forwarder ?? from ?? first ?? nobody };
}

/** The name of the person who writes; empty if the sender is not that person. */
function namesOf({ mail, classified }: MailedRequest): readonly string[] {
  if (classified.requester !== undefined || classified.holdReason === 'requester-unknown') return [];
  const { shown, stated } = writerNames(mail.from[0]?.name ?? '', ownWords(mail.text));
  return [...new Set([shown, stated].filter((name) => name !== undefined))];
}
