import type { Ours } from '../sender/own-addresses.ts';
import type { ParsedMail } from '../parts/parse.ts';
import { isWithin } from '../sender/sender.ts';

const ours = /(?<![\p{L}\p{N}-])([0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){3})(?![\p{L}\p{N}-])/iu;
const other = /([A-Z]{2,6}-20\d{2}-\d{3,6})/;

/**
 * The case that a mail names. The subject names the case as `(ärende xxxx-xxxx-xxxx-xxxx)` or `[DSR-2026-0117]`. If the
 * subject names none, the number is read from the beginning of a Message-ID of ours in In-Reply-To or References.
 * Anybody can write such a number, so the mail is added to the case only if the contact of the case sent it. Fields
 * such as X-Utdrag-Case are ignored.
 */
export function referenceIn(mail: ParsedMail, ourPlaces: Ours): string | undefined {
  const { subject } = mail;
  const labelled = /(?:ärende|ärendenummer|case|sak|sag|asia|fall|aktenzeichen)[\s:]{1,3}\S/iu.test(subject);
  const own = ours.exec(subject);
  if (
    own !== null &&
    (labelled || /\d/.test(own[0]) || /[([]/.test(subject.slice(Math.max(0, own.index - 1), own.index)))
  )
    return own[1]?.toLowerCase();
  const bracketed = /\[([A-Z]{2,6}-20\d{2}-\d{3,6})\]/.exec(subject)?.[1];
  if (bracketed !== undefined) return bracketed;
  if (labelled || /\bDSR-/.test(subject)) {
    const legacy = other.exec(subject)?.[1];
    if (legacy !== undefined) return legacy;
  }
  const thread = ['in-reply-to', 'references']
    .flatMap((name) => mail.headers.get(name) ?? [])
    .join(' ')
    .slice(0, 20_000);
  for (const [, local = '', domain = ''] of thread.matchAll(/<([^<>@\s]{1,200})@([^<>@\s]{1,200})>/g)) {
    if (!isWithin(domain.toLowerCase(), ourPlaces)) continue;
    const named =
      /^([a-z]{2,6}-20\d{2}-\d{3,6})(?![0-9])/i.exec(local)?.[1]?.toUpperCase() ??
      ours.exec(local.split('.')[0] ?? '')?.[1]?.toLowerCase();
    if (named !== undefined) return named;
  }
  return undefined;
}

/**
 * Whether the subject repeats the subject of an earlier mail: it begins with `Re:`, `Fwd:` or similar, and the mail has
 * In-Reply-To or References. Such a subject is not the writer's own words.
 */
export function isOthersSubject(mail: ParsedMail): boolean {
  const threaded = mail.headers.has('in-reply-to') || mail.headers.has('references');
  return threaded && /^\s*(re|sv|aw|vs|vl|antw|vb|fw|fwd|wg)\s*(\[\d+\])?:/i.test(mail.subject);
}

/** Whether the writer mentions an earlier request. */
export function saysAgain(words: string): boolean {
  const text = ` ${words.toLowerCase().replace(/\s+/g, ' ')} `;
  return repeats.some((pattern) => pattern.test(text));
}

const repeats = [
  /(^|[\s(])(igen|ännu en gång|än en gång)\s*:/,
  /(skrev|mejlade|mailade|skickade|begärde|hörde av mig) (?:\S+ ){0,4}(igår|i går|i förrgår|förra veckan|häromdagen|tidigare)/,
  /(påminnelse|påminner) (?:\S+ ){0,4}(begäran|mitt mejl|registerutdrag)/,
  /(wrote|emailed|e-mailed|asked|sent) (?:\S+ ){0,5}(yesterday|last week|the other day|earlier|already|before)/,
  /(second|third) (request|reminder)|reminder (?:\S+ ){0,4}(of|about|regarding) my (?:\S+ ){0,2}request/,
  /(schrieb|geschrieben|gebeten|geschickt) (?:\S+ ){0,4}(gestern|letzte woche|vorgestern)|(gestern|letzte woche|vorgestern|bereits) (?:\S+ ){0,4}(geschrieben|gebeten|angefragt)/,
  /(skrev|sendte|spurte|bad) (?:\S+ ){0,4}(i går|i forrige uke|forleden|tidligere|sidste uge)/,
  /(kirjoitin|lähetin|pyysin) (?:\S+ ){0,4}(eilen|viime viikolla|aiemmin|jo)/,
];
