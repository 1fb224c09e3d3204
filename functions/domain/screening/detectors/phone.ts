import type { CountryCode } from 'libphonenumber-js/max';
import { normalisePhone } from '../../identifiers/phone.ts';
import type { Proposal } from '../proposal.ts';
import type { Detector } from './detector.ts';
import { hasLabel, isDigit, type NumberRun } from './number-runs.ts';

const begins = /(?<![\d.,-])(?:\(?\+|\(?00|\(?0)/g;
const label =
  /(?:\btel\b|telefon|mobil|\bmob\b|\bph\b|phone|\bcell|nummer|\bnumber|\bring|\bcall|sms|\bnås på|reach|whatsapp|\bfax|växel|swish|direkt|direct|jour)[^\d\n]{0,20}$/i;
const shortest = 6;
const longest = 15;
// An area or country code, and a separated number: nothing else is written so.
const isPlain = /^(?:\+|00)\d{1,3}[ (.-][\d ().-]{7,}$|^\(?0\d{1,4}\)?[ /-][\d .-]{5,}$/;
const longestPlain = 10;
const otherCountries: readonly CountryCode[] = ['GB', 'FI', 'DE', 'US'];

/**
 * Telephone numbers: numbers with a country code or a leading zero that exist in a numbering plan, and any number of six
 * to fifteen digits that the words before it call a telephone number.
 */
export const phones: Detector = ({ text, numbers }) => numbers.flatMap((run) => phonesIn(text, run));

function phonesIn(text: string, run: NumberRun): readonly Proposal[] {
  const found: Proposal[] = [];
  let end = run.start;
  for (const { index } of run.plain.matchAll(begins)) {
    const from = run.start + index;
    if (from < end) continue;
    const to = endOfNumber(run.plain.slice(index), hasLabel(text, from, label));
    if (to === undefined) continue;
    end = from + to;
    found.push({ from, to: end, kind: 'phone' });
  }
  if (found.length > 0) return found;
  const written = text.slice(run.from, run.to);
  if (/^46[1-9]\d{7,8}$/.test(written) && normalisePhone(`+${written}`, 'SE').valid)
    return [{ from: run.from, to: run.to, kind: 'phone' }];
  const digits = written.replaceAll(/\D/g, '').length;
  const isDate = /^(?:19|20)\d{2}-\d{2}-\d{2}/.test(written);
  const isPartOfId = /[\p{L}_]/u.test(text.charAt(run.from - 1));
  return digits >= shortest && digits <= longest && !isDate && !isPartOfId && hasLabel(text, run.from, label)
    ? [{ from: run.from, to: run.to, kind: 'phone' }]
    : [];
}

/**
 * The end of the telephone number at the beginning of the text. If the number can end at several places, the last
 * counts.
 */
function endOfNumber(text: string, isCalledNumber: boolean): number | undefined {
  const longestText = /^[+\d ()./-]{0,28}\d/.exec(text)?.[0] ?? '';
  const bare = longestText.replaceAll(/\D/g, '').length;
  if (bare <= longestPlain && isPlain.test(longestText)) return longestText.length;
  const isInternational = /^\(?(?:\+|00)/.test(longestText);
  for (let end = longestText.length; end >= shortest; end -= 1) {
    // A number ends where its digits end, and not inside a group of digits.
    if (!isDigit(longestText.charCodeAt(end - 1)) || isDigit(longestText.charCodeAt(end))) continue;
    const part = longestText.slice(0, end);
    const digits = part.replaceAll(/\D/g, '').length;
    if (digits < shortest || digits > longest + 2) continue;
    if (isInternational) {
      if (normalisePhone(part.replace(/^\(?00/, '+'), 'SE').valid) return end;
    } else if (normalisePhone(part, 'SE').valid) return end;
    else if (
      (isCalledNumber || end === longestText.length) &&
      otherCountries.some((country) => normalisePhone(part, country).valid)
    )
      return end;
  }
  return undefined;
}
