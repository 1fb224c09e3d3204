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

/** A classified mail that will open a case. */
export interface MailedRequest {
  readonly mail: ParsedMail;
  readonly classified: Classification;
  readonly recipient: MailRecipient;
  readonly rights: readonly Right[];
  /** ISO 8601. */
  readonly receivedAt: string;
  /** The id that the mail service has given to the mail. */
  readonly messageId: string;
}

/**
 * The request that a mail contains, its controller, and the reason why staff must see it first (`hold`), if there is
 * one.
 */
export type Read = Pick<Arrival, 'hold' | 'wantedLanguage' | 'raises' | 'receivedAt' | 'names'> & {
  readonly checked: CheckedRequest;
  readonly hold: HoldReason | null;
};

/**
 * Reads the request from a mail. If the mail contains the personnummer of several people, no identifier in it is used
 * for the search.
 */
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
        // Every case has at least one right. If the right is unclear, the case gets the right of access and is held
        // until staff decide.
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
 * The identifiers in the mail that are valid. A number with a wrong check digit stays in the stored text, but is not
 * used for the search.
 */
function statedIn({ classified, recipient, receivedAt }: MailedRequest, contact: Identifier): readonly Identifier[] {
  const { controller } = recipient;
  const today = localDate(receivedAt, controller.timeZone);
  return classified.identifiers
    .filter(({ kind, value }) => normalise(kind, value, { today }).valid)
    .filter((one) => !sameIdentifier(one, contact));
}

/**
 * The reason why a request is held if no letter can reach its sender. Staff must then enter a contact point before the
 * case continues.
 */
function holdWithoutContact({ holdReason }: Classification): HoldReason {
  return holdReason === 'requester-unknown' ? holdReason : 'sender-not-reachable';
}

/** Why staff must look at the case first; `null` if the workflow may begin at once. */
function holdFor({ classified, recipient, rights }: MailedRequest, severalPeople: boolean): HoldReason | null {
  if (classified.holdReason !== undefined) return classified.holdReason;
  // Staff open a case for each of these people, and each must prove their identity (practice 14 in
  // `functions/domain/README.md`).
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
 * The contact point of the case. If a colleague forwarded the mail, it is the requester's address; else it is the first
 * From address. If the requester is unknown or no address is usable, the contact is an invented address under
 * `.invalid`. The case is then held and sends no letter.
 */
function contactOf({ mail, classified, messageId }: MailedRequest): Identifier {
  const { from, requester, requesterAuthenticated, holdReason } = classified;
  const nobody = `${messageId.slice(0, 60)}@sender.invalid`;
  if (holdReason === 'requester-unknown') return { kind: 'email', value: nobody };
  const forwarder = requesterAuthenticated === false && requester !== undefined ? emailAddress(requester) : undefined;
  const [first] = mail.from.flatMap(({ address }) => emailAddress(address) ?? []);
  return { kind: 'email', value: forwarder ?? from ?? first ?? nobody };
}

/**
 * The names of the person, from the From field and the signature of the mail. Empty if somebody else sent the mail for
 * the person.
 */
function namesOf({ mail, classified }: MailedRequest): readonly string[] {
  if (classified.requester !== undefined || classified.holdReason === 'requester-unknown') return [];
  const { shown, stated } = writerNames(mail.from[0]?.name ?? '', ownWords(mail.text));
  return [...new Set([shown, stated].filter((name) => name !== undefined))];
}
