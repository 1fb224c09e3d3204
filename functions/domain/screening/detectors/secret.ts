import { secretLabel } from '../words/marks.ts';
import type { Proposal } from '../proposal.ts';
import type { Detector } from './detector.ts';

// The forms of password hashes, keys and tokens, each with the beginning by which it is known.
const known = new RegExp(
  [
    String.raw`\$(?:2[abxy]?|1|5|6|7|y|gy|md5|sha1|argon2(?:id|i|d)|scrypt|pbkdf2(?:-\w+)?|apr1|P|H|S|bcrypt-sha256)\$[\w./+=,$-]{8,}`,
    String.raw`(?:pbkdf2(?:_sha\d+|:sha\d+)?|scrypt|argon2(?:id|i|d)?|bcrypt(?:_sha256)?|sha1|sha256|md5)[$:][\w./+=,$:-]{16,}`,
    String.raw`\{(?:SSHA\d*|SHA\d*|SMD5|MD5|CRYPT|PBKDF2[\w-]*|ARGON2)\}[\w./+=$-]{8,}`,
    String.raw`\*[0-9A-F]{40}\b`,
    String.raw`\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?`,
    String.raw`\b(?:sk|pk|rk)_(?:live|test)_\w{8,}`,
    String.raw`\b(?:gh[opsru]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{8,}|npm_\w{20,})`,
    String.raw`\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,20}\b`,
    String.raw`\bAIza[\w-]{30,}`,
    String.raw`\bya29\.[\w-]{10,}`,
    String.raw`\bSG\.[\w-]{10,}\.[\w-]{10,}`,
    String.raw`\b(?:pat-(?:eu|na)\d-[\w-]{20,}|shp(?:at|ss|ca|pa)_\w{16,}|dop_v1_\w{20,}|sk-[\w-]{16,}|key-\w{16,}|EAA[A-Za-z0-9]{20,}|whsec_\w{8,}|hvs\.\w{10,})`,
    String.raw`\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]{1,100}:[^\s/@]{1,100}@[^\s"'<>]+`,
    String.raw`\b[0-9a-f]{32}(?:[0-9a-f]{8}|[0-9a-f]{32}|[0-9a-f]{96})?\b`,
    String.raw`\b[0-9A-F]{32}(?:[0-9A-F]{8}|[0-9A-F]{32}|[0-9A-F]{96})?\b`,
  ].join('|'),
  'g',
);

// What stands between a label and its secret: "lösenordet är", "password for the shop is", "PIN:".
const afterLabel =
  /^(?:[\s"']*(?:[:=]|->|→|(?<!\p{L})(?:är|var|is|was|blir|becomes|heter)(?!\p{L}))|\s+(?:(?:till|för|på|for|to|of|the|my|mitt|min|ditt|din|hans|hennes|our|her|his|nya|new|tillfälliga|temporary)\s+|[\p{L}\p{N}.-]{1,30}\s+){1,5}?(?:är|var|is|was)(?!\p{L}):?|\s*(?=\d{4,8}\b)|\s+(?=[^\s]*\d)(?=[^\s]*\p{L})(?=[^\s]{6}))\s*["'“”«»`]?(?<secret>[^\s"'“”«»`,]{3,200})/u;
const assignment =
  /\b(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|client[_-]?secret|auth|authorization|bearer|sig|signature|session(?:id)?|otp)["']?\s*[:=]\s*["']?(?:Bearer\s+|Basic\s+)?(?<secret>[^\s"'&,;<>]{6,400})/giu;
const bearer = /\b(?:Bearer|Basic)\s+(?<secret>[\w.~+/=-]{12,})/g;
const block =
  /-----BEGIN [A-Z ]{0,30}(?:PRIVATE KEY|CERTIFICATE|PGP MESSAGE)[A-Z ]{0,10}-----[\s\S]{0,20000}?(?:-----END [A-Z ]{1,40}-----|$)/g;
const notSecret =
  /^(?:är|is|was|var|inte|not|fel|wrong|rätt|glömt|forgotten|återställt|reset|och|and|för|to|the|att|som|min|mitt|mina|ett|en|nytt|ny|new|changed|bytt|ändrat|skickat|sent|null|true|false|undefined)[.,!?]?$/iu;
const longToken = 20;

/**
 * Password hashes, keys and tokens, by their form; passwords and codes, by the words before them; and long words of
 * mixed characters, such as machines make.
 */
export const secrets: Detector = ({ text, words }) => {
  const found: Proposal[] = [];
  const add = (from: number, to: number): void => {
    if (to > from) found.push({ from, to, kind: 'secret' });
  };
  for (const { from, to } of longWords(text)) {
    const token = text.slice(from, to);
    let isKnown = false;
    for (const { index, 0: written } of token.matchAll(known)) {
      add(from + index, from + index + written.length);
      isKnown = true;
    }
    for (const { index, 0: written, groups } of token.matchAll(assignment)) {
      const secret = groups?.['secret'] ?? '';
      const at = from + index + written.length - secret.length;
      add(at, at + secret.length);
      isKnown = true;
    }
    if (!isKnown && looksRandom(token)) add(from, to);
  }
  if (text.includes('-----BEGIN'))
    for (const { index, 0: written } of text.matchAll(block)) add(index, index + written.trimEnd().length);
  if (text.includes('Bearer ') || text.includes('Basic '))
    for (const { index, 0: written, groups } of text.matchAll(bearer)) {
      const secret = groups?.['secret'] ?? '';
      add(index + written.length - secret.length, index + written.length);
    }
  for (const word of words) {
    if ((word.marks & secretLabel) === 0) continue;
    const after = text.slice(word.to, word.to + 320);
    const line = after.split('\n', 1)[0] ?? '';
    const match = afterLabel.exec(line);
    const secret = match?.groups?.['secret']?.replace(/[.)]+$/, '') ?? '';
    if (match === null || secret.length < 3 || notSecret.test(secret)) continue;
    if (
      /^(?:kod|koden|code|login|inloggning|inloggningen|pin|key|nyckel|nyckeln)$/i.test(
        text.slice(word.from, word.to),
      ) &&
      !/\d/.test(secret)
    )
      continue;
    const from = word.to + match[0].lastIndexOf(match.groups?.['secret'] ?? '');
    add(from, from + secret.length);
  }
  return found;
};

/** Words of at least 16 code units, between white space. */
function longWords(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  const { length } = text;
  let from = 0;
  for (let at = 0; at <= length; at += 1) {
    const code = at < length ? text.charCodeAt(at) : 0x20;
    if (code > 0x20 && code !== 0xa0) continue;
    if (at - from >= 16) found.push({ from, to: at });
    from = at + 1;
  }
  return found;
}

/** Whether a word mixes capitals, small letters and digits as random text does, and is no address or path. */
function looksRandom(token: string): boolean {
  if (token.length < longToken || token.length > 2000 || /[@\s]|:\/\/|^www\.|\.[a-z]{2,4}$/i.test(token)) return false;
  if (!/^[\w+/=.~-]+$/.test(token) || !/\d/.test(token) || !/[a-z]/.test(token) || !/[A-Z]/.test(token)) return false;
  const changes = token.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return changes >= token.length / 4;
}
