import { decodeWords } from 'postal-mime';
import { isList } from './mailing-list.ts';
import { isOurs, registeredDomain, type Ours } from './own-addresses.ts';
import type { ParsedMail } from '../parts/parse.ts';
import { domainOf, emailAddress } from './sender.ts';
import { wordsOf } from '../words/sentences.ts';

/**
 * What a mail says of its writer if the address in From is not the writer's. Nothing authenticates `requester`, so
 * staff decide.
 */
export interface RewrittenSender {
  /** The writer's address in another field or inside the address in From, else the name before a word such as "via". */
  readonly requester: string | undefined;
}

/**
 * Whether the address in From is not the writer's, because an intermediary (a list, a group, a form on a page, a relay)
 * replaced it. `undefined`: it is the writer's. The signs are:
 * - the fields of a list, or `X-Original-From` and similar fields with another address
 * - "Anna via Kundtjänst" in the display name, in any of the languages of mail programs, also in brackets
 * - an address that contains another address: `anna=example.org@`, `SRS0=…@`, `anna@example.org.dmarc.example`
 * - a Sender field of another domain
 * - an automatic address (`no-reply@`), such as the address of a form
 * - a Reply-To field of another domain. A Reply-To field does not count if the display name is also in the From
 *   address, because people have several mailboxes
 * - the address of a department (`support@`) beside a name that its domain does not contain
 * - in the display name: a department, the number of a support case, a form on a page, or the service that owns the
 *   domain
 */
export function rewrittenSender(mail: ParsedMail, ours: Ours): RewrittenSender | undefined {
  const [from] = mail.from;
  const address = from === undefined ? undefined : emailAddress(from.address);
  const shown = shownName(mail);
  const isGroupOfOurs = mail.headers.has('list-id') && address !== undefined && isOurs(address, ours);
  const inAddress = address === undefined ? undefined : addressWithin(address);
  const isRewritten =
    isList(mail, ours) ||
    isGroupOfOurs ||
    standsBetween.test(shown) ||
    mail.headers.has('x-original-from') ||
    (address !== undefined &&
      (inAddress !== undefined ||
        isRelay(address) ||
        isMachine(address) ||
        isForm(shown) ||
        isDesk(shown) ||
        isRoleOfAnother(shown, address) ||
        isForService(shown, address) ||
        (isAnsweredElsewhere(mail, address) && !isNamedIn(shown, address)) ||
        namesAnother(mail, address) ||
        isSentByAnother(mail, address)));
  if (!isRewritten) return undefined;
  const named = ['x-original-from', ...originals, 'reply-to'].flatMap((name) => addressesIn(mail, name));
  const told = [...named, ...(inAddress === undefined || inAddress === null ? [] : [inAddress])];
  return { requester: told.find((one) => one !== address && !isOurs(one, ours)) ?? nameBefore(shown) };
}

/** Fields in which lists and groups keep the original sender. */
const originals = ['x-original-sender', 'x-google-original-from', 'original-from', 'x-forwarded-from', 'x-mailfrom'];

const between = [
  'via|c/o|genom|med|från|fra|hos|för|for|with|at|@|på uppdrag av|för räkning av|å vägnar av|gjennom|gennem|på vegne av|på vegne af|through|by way of|on behalf of|for and on behalf of',
  "über|ueber|im auftrag von|im namen von|kautta|puolesta|par le biais de|par l'intermédiaire de|au nom de|pour le compte de|de la part de",
  'a través de|por medio de|en nombre de|através de|em nome de|tramite|per conto di|a nome di|namens|door middel van',
  'za pośrednictwem|poprzez|w imieniu|prostřednictvím|jménem|через|от имени|kaudu|kaudo|vahendusel',
].join('|');
const standsBetween = new RegExp(`(?:^|[\\s("'\\[|,;:–-])(?:${between})(?=[\\s:]+\\S|[)\\]'"]*$)`, 'iu');

/** The From field as people see it, without the address: the name, and the bracketed text beside it. */
function shownName(mail: ParsedMail): string {
  const [field = ''] = mail.headers.get('from') ?? [];
  return decodeWords(field.slice(0, 2_000))
    .replace(/<[^<>]*>\s*$/, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The name before the word that introduces the intermediary, such as "via". */
function nameBefore(shown: string): string | undefined {
  const at = standsBetween.exec(shown)?.index ?? -1;
  const name = shown
    .slice(0, Math.max(0, at))
    .replace(/^[\s'"]+|[\s'"([|,;:–-]+$/g, '')
    .trim();
  return name.length >= 2 && name.length <= 80 ? name : undefined;
}

/** The address that is encoded in another address; `null` if it cannot be decoded, `undefined` if there is none. */
function addressWithin(address: string): string | null | undefined {
  const local = address.slice(0, address.lastIndexOf('@'));
  const domain = domainOf(address);
  // Sender Rewriting Scheme: `SRS0=hash=time=domain=local` and `SRS1=hash=host==hash=time=domain=local`.
  const srs = /^srs[01][=+-]/i.test(local) ? /([a-z0-9.-]+\.[a-z0-9-]{2,})=([^=]+)$/i.exec(local) : null;
  if (srs !== null) return emailAddress(`${srs[2] ?? ''}@${srs[1] ?? ''}`) ?? null;
  if (/^(?:srs[01]|prvs|btv1)[=+-]/i.test(local)) return null;
  const inLocal = /^(.+?)(?:[=%#!]|[._+-]at[._+-])((?:[a-z0-9-]+\.)+[a-z]{2,})$/i.exec(local);
  if (inLocal !== null) return emailAddress(`${inLocal[1] ?? ''}@${inLocal[2] ?? ''}`) ?? null;
  if (/[%!]/.test(local)) return null;
  // If the policy of a sender's domain forbids lists to send in its name, lists append a domain of their own.
  const inDomain = /^((?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|eu|se|no|dk|fi|de))\.(?:[a-z0-9-]+\.)+[a-z0-9-]+$/.exec(
    domain,
  );
  if (inDomain !== null) return emailAddress(`${local}@${inDomain[1] ?? ''}`) ?? null;
  return undefined;
}

/**
 * Whether the domain is a suffix that mailing lists append to the domain of a sender (such as `dmarc.example`), or ends
 * in `.invalid`.
 */
function isRelay(address: string): boolean {
  return /(?:^|[.-])dmarc(?:[.-]|$)|\.invalid$/.test(domainOf(address));
}

/** Whether an address is automatic, so that nobody reads mail to it. */
function isMachine(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@'));
  return /(?:^|[._+-])(?:no-?_?reply|do-?_?not-?_?reply|dont-?reply|ej-?svar\w*|svara-?(?:inte|ej)|ikke-?svar|ikkesvar|alaevastaa|keine-?antwort|nicht-?antworten|nepasrepondre|notifications?|web-?form\w*|contact-?form\w*|kontakt-?form\w*|formul[aä]r\w*|form-?mail\w*|wordpress|www-data|apache|nobody|root)(?:$|[._+-])/iu.test(
    local,
  );
}

/** Names of mailboxes that several people or a program read. */
const roles =
  'support|supporten|kundtjänst|kundservice|kundcenter|kundsenter|kundesenter|kundeservice|kundenservice|asiakaspalvelu|helpdesk|servicedesk|service desk|help desk|customer service|customer care|customer support';
const desk = new RegExp(
  `(?:^|[^\\p{L}])(?:${roles})(?:$|[^\\p{L}])|[[(#]\\s*(?:#|nr|no|ärende|ticket|case|sak|sag)?[\\s.:#-]*\\d+|#\\d`,
  'iu',
);

/** Whether the display name is a department, or has the number of a support case: `Anna - Support`, `[#1234] Anna`. */
function isDesk(shown: string): boolean {
  return desk.test(shown);
}

const roleAddress =
  /^(?:support|helpdesk|help|service|kundtj(?:ä|a|ae)nst|kundservice|kundeservice|kundenservice|asiakaspalvelu|info|information|hej|hei|hello|hi|hallo|kontakt|kontakta|contact|office|kontor|mail|post|postmaster|e-?post|admin|administration|team|sales|salj|forsaljning|order|webb?|web|webmaster|ticket|tickets|case|cases|arende|arenden|inbox|system|app|bot|do|notify|mailer|robot|form|forms|lead|leads|crm|request|requests|forfragan)[@+._-]/iu;

/**
 * Whether the address is that of a department, and its domain contains no word of the display name: `Anna Berg
 * <support@byran.example>`.
 */
function isRoleOfAnother(shown: string, address: string): boolean {
  const domain = domainOf(address);
  const words = wordsOf(shown).filter((word) => word.length > 2);
  return roleAddress.test(address) && words.length > 0 && !words.some((word) => domain.includes(word));
}

/**
 * Whether the display name ends with the name of the domain's own service in brackets, or after a vertical bar or a
 * dash: `Anna Berg (Trello) <x@trello.example>`.
 */
function isForService(shown: string, address: string): boolean {
  const domain = registeredDomain(domainOf(address)) ?? domainOf(address);
  const [label = ''] = domain.split('.');
  const beside = /[([|–—]\s*([^()[\]|]{2,60})[)\]]?["']?$|\s-\s+([^-]{2,60})$/u.exec(shown);
  return wordsOf(beside?.[1] ?? beside?.[2] ?? '').includes(label);
}

/** Whether Reply-To names another domain than From. */
function isAnsweredElsewhere(mail: ParsedMail, address: string): boolean {
  const own = domainOf(address);
  const place = (domain: string): string => registeredDomain(domain) ?? domain;
  return addressesIn(mail, 'reply-to').some((one) => place(domainOf(one)) !== place(own));
}

/**
 * Whether a part of the display name is in the local part of the address: `Jonas Wiberg <jonas.wiberg@example.org>`.
 */
function isNamedIn(shown: string, address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  return wordsOf(shown).some((word) => word.length > 2 && local.includes(plainLetters(word)));
}

/** A word in the spelling of addresses: without accents. */
function plainLetters(word: string): string {
  return word.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'ae');
}

/** Whether the display name is the name of a form on a page. */
function isForm(shown: string): boolean {
  return /(?:kontakt|webb?|contact|web|online|henvendelses)?\s*-?(?:formulär|formular|formulaire|skjema|lomake)(?:et|är)?(?:$|[\s:,(–-])|(?:contact|web|online)\s*-?form(?:$|[\s:,(–-])/iu.test(
    shown,
  );
}

function namesAnother(mail: ParsedMail, address: string): boolean {
  return originals.some((name) => addressesIn(mail, name).some((one) => one !== address));
}

/** Whether the Sender field (RFC 5322, 3.6.2) names somebody at another domain. */
function isSentByAnother(mail: ParsedMail, address: string): boolean {
  const senders = addressesIn(mail, 'sender').map(domainOf);
  const own = domainOf(address);
  return senders.some((one) => one !== own && (registeredDomain(one) ?? one) !== (registeredDomain(own) ?? own));
}

function addressesIn(mail: ParsedMail, field: string): readonly string[] {
  const text = (mail.headers.get(field) ?? []).join(' ').slice(0, 2_000);
  return [...text.matchAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g)].flatMap(([one]) => emailAddress(one) ?? []);
}
