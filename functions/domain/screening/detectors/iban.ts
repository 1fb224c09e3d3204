import type { Proposal } from '../proposal.ts';
import type { Detector } from './detector.ts';
import { hasLabel } from './number-runs.ts';

// How many characters an IBAN of each country has (SWIFT, IBAN Registry).
const lengths: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27
   GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24
   ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24
   TR26 UA29 VA22 VG24 XK20`
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const label = /\biban\b/i;

/**
 * International bank account numbers (ISO 13616), in groups or not. A number with wrong check digits counts if the words
 * before it say that it is an IBAN, because people mistype it.
 */
export const ibans: Detector = ({ text, numbers }) => {
  const found: Proposal[] = [];
  let end = 0;
  for (const { from: digits } of numbers) {
    const from = digits - 2;
    if (from < end) continue;
    const length = lengths.get(text.slice(Math.max(0, from), digits).toUpperCase());
    if (length === undefined || /[\p{L}\p{N}]/u.test(text.charAt(from - 1))) continue;
    const to = endOfCharacters(text, from, length);
    if (to === undefined) continue;
    if (!hasRightCheckDigits(text.slice(from, to)) && !hasLabel(text, from, label)) continue;
    found.push({ from, to, kind: 'iban' });
    end = to;
  }
  return found;
};

/** Where the given number of letters and digits ends, if only single spaces or hyphens stand between them. */
function endOfCharacters(text: string, from: number, count: number): number | undefined {
  let left = count;
  let at = from;
  while (left > 0) {
    if (/[A-Za-z0-9]/.test(text.charAt(at))) left -= 1;
    else if (!/[ \u00A0-]/.test(text.charAt(at)) || !/[A-Za-z0-9]/.test(text.charAt(at + 1))) return undefined;
    at += 1;
  }
  return /[A-Za-z0-9]/.test(text.charAt(at)) ? undefined : at;
}

function hasRightCheckDigits(written: string): boolean {
  const characters = written.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();
  let rest = 0;
  for (const character of characters.slice(4) + characters.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
