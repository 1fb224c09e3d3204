import { isGeneratedReport } from './delivery-text.ts';
import { isList } from '../sender/mailing-list.ts';
import { isOurs, type Ours } from '../sender/own-addresses.ts';
import type { ParsedMail } from '../parts/parse.ts';
import { referenceIn } from '../named-case/reference.ts';
import { emailAddress, isWithin } from '../sender/sender.ts';

/** Mail that no person wrote to us: it opens no case, joins no case, and is never answered (RFC 3834). */
export type Automatic = 'automatic-reply' | 'bounce' | 'mailing-list' | 'own-letter';

/**
 * What mail systems say of a mail. `certain`: no person can have written it to us. Otherwise a person may have written
 * it, because forwarding rules, lists and relays mark personal mail as well: such a mail is held, not dropped.
 */
export interface AutomaticSigns {
  readonly kind: Automatic;
  readonly certain: boolean;
}

/**
 * Reads the signs of automatic mail. `ours` lists our own addresses, `isOurLetter` tells whether its Message-ID is that
 * of our letter, `asks` whether its words ask for anything. A text that we do not understand is no sign of a machine.
 * `certain` are only: delivery reports in generated words, our own letters that come back, digests from a list's own
 * address, and automatic replies (RFC 3834) to our letters.
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
  // Somebody else who returns our letter may have added something to it.
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

/** Bulk mail is no reason to drop a mail, because services that request on people's behalf also send in bulk. */
export function isBulk(mail: ParsedMail): boolean {
  const precedence = first(mail, 'precedence');
  return precedence === 'bulk' || precedence === 'junk' || mail.headers.has('list-unsubscribe');
}

/**
 * Whether a bounce returns a mail of ours: the enclosed mail names one of our domains as its sender, or the thread is
 * ours.
 */
export function returnsOurMail(mail: ParsedMail, ours: Ours): boolean {
  const enclosed = mail.enclosed.flatMap(({ from }) => from);
  if (enclosed.some(({ address }) => isOwn(address, ours))) return true;
  const thread = ['in-reply-to', 'references'].flatMap((name) => mail.headers.get(name) ?? []).join(' ');
  return [...thread.slice(0, 5_000).matchAll(/@([a-z0-9.-]{1,200})>/gi)].some(([, domain = '']) =>
    isWithin(domain.toLowerCase(), ours),
  );
}

/** Whether the mail that a report returns is ours or has no words. A person reads the words of others. */
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

/** Marked as an automatic reply (RFC 3834, and older conventions). */
function isMarkedAnswer(mail: ParsedMail): boolean {
  return (
    first(mail, 'auto-submitted').startsWith('auto-replied') ||
    mail.headers.has('x-autoreply') ||
    mail.headers.has('x-autorespond') ||
    first(mail, 'precedence') === 'auto_reply'
  );
}

/** Marked as automatic. Microsoft 365 also marks mail that a person wrote and a rule forwarded. */
function isMarked(mail: ParsedMail): boolean {
  const submitted = first(mail, 'auto-submitted').replace(/[\s;(].*$/, '');
  return submitted !== '' && submitted !== 'no';
}

/** Forwarded by a rule of the mailbox that somebody wrote to. */
function isPassedOnByRule(mail: ParsedMail): boolean {
  return first(mail, 'x-ms-exchange-generated-message-source') === 'mailbox rules agent';
}

/** A digest by list software: from the address of the list named in List-Id, under the subject of a digest. */
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
