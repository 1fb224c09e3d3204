import type { ParsedMail } from './parse.ts';
import { domainOf, emailAddress, isWithin } from './sender.ts';

/** Mail that no person wrote to us: it opens no case, joins none, and is never answered (RFC 3834). */
export type Automatic = 'automatic-reply' | 'bounce' | 'mailing-list';

/** Tells automatic mail by what mail systems write; `ours` are our own domains. */
export function automaticKind(mail: ParsedMail, ours: readonly string[]): Automatic | undefined {
  const first = (name: string): string => (mail.headers.get(name)?.[0] ?? '').trim().toLowerCase();
  const contentType = first('content-type');
  const sender = mail.from[0]?.address.toLowerCase() ?? '';
  if (/^multipart\/report\b/.test(contentType))
    return /disposition-notification/.test(contentType) ? 'automatic-reply' : 'bounce';
  if (/^(mailer-daemon|mail-daemon|bounce|bounces)@/.test(sender)) return 'bounce';
  if (isList(mail, ours)) return 'mailing-list';
  const submitted = first('auto-submitted').replace(/[\s;(].*$/, '');
  if (submitted !== '' && submitted !== 'no') return 'automatic-reply';
  if (mail.headers.has('x-autoreply') || mail.headers.has('x-autorespond') || first('precedence') === 'auto_reply')
    return 'automatic-reply';
  // SES writes the envelope's sender into the first Return-Path; only mail systems leave it empty.
  if (first('return-path') === '<>') return 'automatic-reply';
  return isAutomaticSubject(mail.subject) ? 'automatic-reply' : undefined;
}

/** Bulk mail: by itself no reason to drop a request, since services that ask for people send that way too. */
export function isBulk(mail: ParsedMail): boolean {
  const precedence = (mail.headers.get('precedence')?.[0] ?? '').trim().toLowerCase();
  return precedence === 'bulk' || precedence === 'junk' || mail.headers.has('list-unsubscribe');
}

/** Whether a bounce returns a mail of ours: the enclosed mail says it is from one of our domains, or the thread is ours. */
export function returnsOurMail(mail: ParsedMail, ours: readonly string[]): boolean {
  const enclosed = mail.enclosed.flatMap(({ from }) => from).map(({ address }) => emailAddress(address));
  if (enclosed.some((address) => address !== undefined && isWithin(domainOf(address), ours))) return true;
  const thread = ['in-reply-to', 'references'].flatMap((name) => mail.headers.get(name) ?? []).join(' ');
  return [...thread.slice(0, 5_000).matchAll(/@([a-z0-9.-]{1,200})>/gi)].some(([, domain = '']) =>
    isWithin(domain.toLowerCase(), ours),
  );
}

function isList(mail: ParsedMail, ours: readonly string[]): boolean {
  const id = mail.headers.get('list-id')?.[0];
  const precedence = (mail.headers.get('precedence')?.[0] ?? '').trim().toLowerCase();
  // A group address of our own adds its List-Id to everything that people send us through it.
  const domain = /<?([a-z0-9._-]{1,200})>?\s*$/i.exec(id ?? '')?.[1]?.toLowerCase() ?? '';
  if (id !== undefined) return !isWithin(domain, ours);
  return precedence === 'list' || mail.headers.has('x-mailman-version');
}

function isAutomaticSubject(subject: string): boolean {
  return /^\s*(autosvar|automatiskt svar|frånvaromeddelande|automatic reply|auto(matic)?[- ]?reply|auto:|out of (the )?office|autosvar|automatisk svar|fraværsmelding|fraværende|automaattinen vastaus|poissaoloviesti|automatische antwort|abwesenheitsnotiz|abwesenheit)\b/iu.test(
    subject,
  );
}
