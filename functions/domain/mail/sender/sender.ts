import { domainToUnicode } from 'node:url';
import { normalise } from '../../identifiers/normalise.ts';
import type { Mailbox, ParsedMail } from '../parts/parse.ts';

/** The sender that a mail names. `address` is `null` if it names nobody, several people, or a group. */
export interface Sender {
  /** Lower case, domain as A-labels. */
  readonly address: string | null;
  readonly name: string;
  /** Whether a reader could mistake it for somebody else. */
  readonly ambiguous: boolean;
}

/** The sender by the From field alone: Reply-To, Sender and the envelope do not count. */
export function senderOf(mail: Pick<ParsedMail, 'from' | 'fromFields' | 'fromGroup'>): Sender {
  const [only, ...more] = mail.from;
  if (only === undefined || more.length > 0 || mail.fromFields !== 1 || mail.fromGroup)
    return { address: null, name: '', ambiguous: true };
  const address = emailAddress(only.address);
  if (address === undefined) return { address: null, name: only.name, ambiguous: true };
  return { address, name: only.name, ambiguous: showsAnother(only, address) || isLookAlike(address) };
}

/** The normalised form of an address, or `undefined`. */
export function emailAddress(text: string): string | undefined {
  const result = normalise('email', text, { today: '1970-01-01' });
  return result.valid ? result.identifier.value : undefined;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Whether a domain is ours or a subdomain of ours; all lower case. */
export function isWithin(domain: string, ours: readonly string[]): boolean {
  return ours.some((own) => domain === own || domain.endsWith(`.${own}`));
}

/**
 * A display name that contains an address other than the real one, or characters that reverse the reading direction.
 */
function showsAnother({ name }: Mailbox, address: string): boolean {
  if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name)) return true;
  const shown = name.normalize('NFKC').match(/[^\s<>"'(),;:[\]]+@[^\s<>"'(),;:[\]]+/g) ?? [];
  return shown.some((text) => emailAddress(text.replace(/\.+$/, '')) !== address);
}

/** An address with a label (or local part) that mixes scripts, or that consists only of letters that look Latin. */
function isLookAlike(address: string): boolean {
  const unicode = domainToUnicode(domainOf(address));
  return [address.slice(0, address.lastIndexOf('@')), ...unicode.split('.')].some(
    (label) => mixesScripts(label) || imitatesLatin(label),
  );
}

const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['East Asian', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u],
] as const;

function mixesScripts(label: string): boolean {
  const found = scripts.filter(([, letters]) => letters.test(label)).map(([name]) => name);
  // Names with East Asian letters commonly contain Latin letters.
  const apart = found.includes('East Asian') ? found.filter((name) => name !== 'Latin') : found;
  // A letter of an unlisted script, beside a letter of a listed one.
  const other = [...label].some(
    (letter) => /\p{L}/u.test(letter) && !scripts.some(([, letters]) => letters.test(letter)),
  );
  return apart.length > 1 || (other && found.length > 0);
}

/** Cyrillic and Greek letters that look like Latin ones. */
const likeLatin = new Set('асеорхуіјѕһԁԛԝѵкмтвнзαικνορτυχωϲϳ');

function imitatesLatin(label: string): boolean {
  const letters = [...label.toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  return letters.length > 0 && letters.every((letter) => likeLatin.has(letter));
}
