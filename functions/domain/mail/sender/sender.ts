import { domainToUnicode } from 'node:url';
import { normaliseEmail } from '../../identifiers/email.ts';
import type { Mailbox, ParsedMail } from '../parts/parse.ts';

/**
 * The sender that a mail names. `address` is `null` if the mail names nobody, several people, a group, or no valid
 * address.
 */
export interface Sender {
  /** The address in lower case, with the domain as A-labels. */
  readonly address: string | null;
  readonly name: string;
  /** Whether a reader could take the sender for somebody else. */
  readonly ambiguous: boolean;
}

/** Reads the sender from the From field. Reply-To, Sender and the envelope do not count. */
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
  const result = normaliseEmail(text);
  return result.valid ? result.identifier.value : undefined;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Whether a domain is ours or a subdomain of ours. Both must be in lower case. */
export function isWithin(domain: string, ours: readonly string[]): boolean {
  return ours.some((own) => domain === own || domain.endsWith(`.${own}`));
}

/**
 * Whether a display name contains an address other than the real one, or characters that reverse the reading direction.
 */
function showsAnother({ name }: Mailbox, address: string): boolean {
  if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name)) return true;
  const shown = name.normalize('NFKC').match(/[^\s<>"'(),;:[\]]+@[^\s<>"'(),;:[\]]+/g) ?? [];
  return shown.some((text) => emailAddress(text.replace(/\.+$/, '')) !== address);
}

/**
 * Whether the local part, or a label of the domain, mixes scripts, or has only letters of another script that look like
 * Latin letters.
 */
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
  // Names in East Asian scripts commonly contain Latin letters as well.
  const apart = found.includes('East Asian') ? found.filter((name) => name !== 'Latin') : found;
  // Whether the label has a letter of a script that is not listed. Such a label mixes scripts if it also has a letter
  // of a listed script.
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
