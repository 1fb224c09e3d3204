import { isGeneratedReport } from './delivery-text.ts';
import { isList } from '../sender/mailing-list.ts';
import { isOurs, type Ours } from '../sender/own-addresses.ts';
import type { ParsedMail } from '../parts/parse.ts';
import { referenceIn } from '../named-case/reference.ts';
import { emailAddress, isWithin } from '../sender/sender.ts';

/**
 * The kinds of automatic mail: a reply such as "out of office", a delivery report (`bounce`), a mail of a mailing list,
 * and a letter of ours that came back. If the mail is certainly automatic, it opens no case and is never answered (RFC
 * 3834). An automatic reply to our letter is noted in the case of the letter.
 */
export type Automatic = 'automatic-reply' | 'bounce' | 'mailing-list' | 'own-letter';

/**
 * The kind of automatic mail that the header fields and the text indicate. `certain` is `true` if no person can have
 * written the mail to us. If it is `false`, the mail is held until staff have read it, because forwarding rules, lists
 * and relays also mark mail of people as automatic.
 */
export interface AutomaticSigns {
  readonly kind: Automatic;
  readonly certain: boolean;
}

/**
 * Decides whether a mail is automatic; `undefined`: nothing indicates that. `isOurLetter`: the mail has the Message-ID
 * of a letter that we sent. `asks`: the words of the mail may ask for something. Only four kinds of mail are `certain`:
 * delivery reports whose words a mail system generated (`delivery-text.ts`), our own letters that come back, digests
 * from a list's own address, and automatic replies (RFC 3834) to our letters.
 */
export function automaticSigns(
  mail: ParsedMail,
  { ours, isOurLetter, asks }: { readonly ours: Ours; readonly isOurLetter: boolean; readonly asks: boolean },
): AutomaticSigns | undefined {
  const sender = mail.from[0]?.address.toLowerCase() ?? '';
  const isReport = first(mail, 'content-type').startsWith('multipart/report');
  const reportsOnly = !asks && isGeneratedReport(mail) && returnsNobodysWords(mail, ours);
  if (isReport) {
    if (mail.reports.some((type) => type.endsWith('delivery-status')))
      return { kind: 'bounce', certain: mail.namesRecipient && reportsOnly };
    if (mail.reports.some((type) => type.endsWith('disposition-notification')))
      return { kind: 'automatic-reply', certain: false };
  }
  // If somebody else returns our letter, that person may have added words.
  if (isOurLetter) return { kind: 'own-letter', certain: isOwn(sender, ours) };
  const answers = isMarkedAnswer(mail);
  const senderless = first(mail, 'return-path') === '<>';
  const marked = isReport || answers || isMarked(mail) || mail.headers.has('x-failed-recipients');
  if (/^(mailer-daemon|mail-daemon)@/.test(sender))
    return { kind: 'bounce', certain: (senderless || marked) && reportsOnly };
  if (isList(mail, ours)) return { kind: 'mailing-list', certain: isDigest(mail, sender) && !asks };
  if (answers || isAbsence(mail.subject)) {
    const replies = first(mail, 'auto-submitted').startsWith('auto-replied') && referenceIn(mail, ours) !== undefined;
    return { kind: 'automatic-reply', certain: replies && !asks };
  }
  if (isPassedOnByRule(mail)) return undefined;
  return isMarked(mail) || senderless ? { kind: 'automatic-reply', certain: false } : undefined;
}

/**
 * Whether a mail is marked as bulk mail. Services that request on people's behalf also send in bulk, so such a mail is
 * not dropped.
 */
export function isBulk(mail: ParsedMail): boolean {
  const precedence = first(mail, 'precedence');
  return precedence === 'bulk' || precedence === 'junk' || mail.headers.has('list-unsubscribe');
}

/**
 * Whether a bounce is about a mail that we sent: the enclosed mail is from one of our addresses, or In-Reply-To or
 * References contains a Message-ID of one of our domains.
 */
export function returnsOurMail(mail: ParsedMail, ours: Ours): boolean {
  const enclosed = mail.enclosed.flatMap(({ from }) => from);
  if (enclosed.some(({ address }) => isOwn(address, ours))) return true;
  const thread = ['in-reply-to', 'references'].flatMap((name) => mail.headers.get(name) ?? []).join(' ');
  return [...thread.slice(0, 5_000).matchAll(/@([a-z0-9.-]{1,200})>/gi)].some(([, domain = '']) =>
    isWithin(domain.toLowerCase(), ours),
  );
}

/**
 * Whether every mail that a report encloses is from us or has no text. Somebody else's text may be a request, so staff
 * must read it.
 */
function returnsNobodysWords(mail: ParsedMail, ours: Ours): boolean {
  return mail.enclosed.every(
    ({ from, text }) => text.trim() === '' || from.some(({ address }) => isOwn(address, ours)),
  );
}

function isOwn(text: string, ours: Ours): boolean {
  const address = emailAddress(text);
  return address !== undefined && isOurs(address, ours);
}

function first(mail: ParsedMail, name: string): string {
  return (mail.headers.get(name)?.[0] ?? '').trim().toLowerCase();
}

/** Whether a mail is marked as an automatic reply (RFC 3834, and older conventions). */
function isMarkedAnswer(mail: ParsedMail): boolean {
  return (
    first(mail, 'auto-submitted').startsWith('auto-replied') ||
    mail.headers.has('x-autoreply') ||
    mail.headers.has('x-autorespond') ||
    first(mail, 'precedence') === 'auto_reply'
  );
}

/**
 * Whether the field Auto-Submitted marks a mail as automatic. Microsoft 365 sets this field also on a mail that a
 * person wrote and that a forwarding rule sent on.
 */
function isMarked(mail: ParsedMail): boolean {
  const submitted = first(mail, 'auto-submitted').replace(/[\s;(].*$/, '');
  return submitted !== '' && submitted !== 'no';
}

/** Whether a forwarding rule of a Microsoft 365 mailbox sent the mail on. A person wrote the mail to that mailbox. */
function isPassedOnByRule(mail: ParsedMail): boolean {
  return first(mail, 'x-ms-exchange-generated-message-source') === 'mailbox rules agent';
}

/**
 * Whether a mail is a digest by list software: its sender is the list in List-Id, and its subject is that of a digest.
 */
function isDigest(mail: ParsedMail, sender: string): boolean {
  const id = /<([^<>\s]{1,200})>\s*$/.exec(first(mail, 'list-id'))?.[1];
  return (
    id !== undefined &&
    sender.replace(/-request@/, '.') === id &&
    /\b(?:digest|sammandrag|sammendrag|kooste|nachrichtensammlung)\b.{0,10}\b(?:vol|band|bind|årg)\.? \d+, \p{L}+ \d+/iu.test(
      mail.subject,
    )
  );
}

function isAbsence(subject: string): boolean {
  return /^\s*(autosvar|automatiskt svar|frånvaromeddelande|automatic reply|auto(matic)?[- ]?reply|auto:|out of (the )?office|automatisk svar|fraværsmelding|fraværende|automaattinen vastaus|poissaoloviesti|automatische antwort|abwesenheitsnotiz|abwesenheit)(?![\p{L}])/iu.test(
    subject,
  );
}
