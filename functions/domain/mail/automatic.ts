import { isGeneratedReport } from './delivery-text.ts';
import { isList } from './mailing-list.ts';
import { isOurs, type Ours } from './own-addresses.ts';
import type { ParsedMail } from './parse.ts';
import { referenceIn } from './reference.ts';
import { emailAddress, isWithin } from './sender.ts';

/** Mail that no person wrote to us: it opens no case, joins none, and is never answered (RFC 3834). */
export type Automatic = 'automatic-reply' | 'bounce' | 'mailing-list' | 'own-letter';

/**
 * What mail systems wrote about a mail. `certain`: nobody can have written it to us. Else a person may have all the
 * same, since forwarding rules, lists and relays mark what people write: such a mail is held, not dropped.
 */
export interface AutomaticSigns {
  readonly kind: Automatic;
  readonly certain: boolean;
}

/**
 * Reads the signs of automatic mail; `ours` is what is ours, `isOurLetter` whether its Message-ID is that of a letter
 * of ours, `asks` whether its words ask for anything. That we recognise nothing in what somebody wrote makes nobody a
 * machine: certain are delivery reports in generated words, letters of ours that come back, the digests of a list's own
 * address, and answers of a machine, by RFC 3834, to a letter of ours.
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
  // Somebody else who sends our letter back may have written something into it.
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

/** Bulk mail: no reason to drop a mail, since services that ask for people send that way too. */
export function isBulk(mail: ParsedMail): boolean {
  const precedence = first(mail, 'precedence');
  return precedence === 'bulk' || precedence === 'junk' || mail.headers.has('list-unsubscribe');
}

/** Whether a bounce returns a mail of ours: the enclosed mail says it is from one of our domains, or the thread is ours. */
export function returnsOurMail(mail: ParsedMail, ours: Ours): boolean {
  const enclosed = mail.enclosed.flatMap(({ from }) => from);
  if (enclosed.some(({ address }) => isOwn(address, ours))) return true;
  const thread = ['in-reply-to', 'references'].flatMap((name) => mail.headers.get(name) ?? []).join(' ');
  return [...thread.slice(0, 5_000).matchAll(/@([a-z0-9.-]{1,200})>/gi)].some(([, domain = '']) =>
    isWithin(domain.toLowerCase(), ours),
  );
}

/** Whether what a report returns is a mail of ours, or none that holds words: others' words are read by a person. */
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

/** Marked as an answer that a machine gave (RFC 3834, and what came before it). */
function isMarkedAnswer(mail: ParsedMail): boolean {
  return (
    first(mail, 'auto-submitted').startsWith('auto-replied') ||
    mail.headers.has('x-autoreply') ||
    mail.headers.has('x-autorespond') ||
    first(mail, 'precedence') === 'auto_reply'
  );
}

/** Marked as made by a machine. Microsoft 365 marks so what a person wrote and a rule passed on. */
function isMarked(mail: ParsedMail): boolean {
  const submitted = first(mail, 'auto-submitted').replace(/[\s;(].*$/, '');
  return submitted !== '' && submitted !== 'no';
}

/** Passed on by a rule of the mailbox that somebody wrote to. */
function isPassedOnByRule(mail: ParsedMail): boolean {
  return first(mail, 'x-ms-exchange-generated-message-source') === 'mailbox rules agent';
}

/** A digest that list software made: from the address of the list whose List-Id it has, under the subject of a digest. */
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
