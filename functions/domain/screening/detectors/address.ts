import type { Proposal } from '../proposal.ts';
import type { Detector } from './detector.ts';
import type { NumberRun } from './number-runs.ts';

// Endings and second words of street names, in the Nordic languages, German and Dutch.
const streetEnding = String.raw`(?:gatan|gata|gate|gaten|gade|vägen|väg|veien|vei|vegen|veg|vej|vejen|gränd|gränden|stigen|stig|torget|torg|torv|plats|platsen|plan|plads|plass|allén|allé|alle|alléen|backen|backe|bakken|liden|leden|led|stråket|kajen|kaj|esplanaden|gården|gård|höjden|höjd|ringen|slingan|svängen|vången|parken|park|bron|strand|stranden|kullen|dalen|ängen|åsen|berget|hagen|lunden|udden|näset|viken|rondellen|passagen|promenaden|boulevarden|katu|tie|kuja|polku|straße|strasse|str\.|weg|allee|platz|straat|laan|gracht|plein)`;
const smallStreet = String.raw`(?:gatan|vägen|gränd|gränden|stigen|torget|allén|gata|gate|vej|katu|straße|strasse)`;
const street = String.raw`(?:(?:(?!\p{L}*adress)(?:[\p{Lu}][\p{L}’'-]{1,30}|[\p{Lu}]\p{L}{0,2}\.) ){0,3}[\p{Lu}][\p{L}’'-]{0,30}${streetEnding}|[\p{Ll}][\p{L}’'-]{2,30}${smallStreet}|(?:[\p{Lu}][\p{L}’'-]{1,30} ){1,3}(?:gata|väg|gränd|torg|plats|strand|plan|allé|park|backe|stig|kaj|gård|led))`;
const house = String.raw`\d{1,4}(?![.,:-]?\d*-\d)(?:[:/-]\d{1,4})?(?!\d)(?: ?[A-ZÅÄÖ](?![\p{L}])|[a-zåäö](?![\p{L}]))?`;
const flat = String.raw`(?:,? ?(?:lgh|lägenhet|lght|vån(?:ing)?|tr|port|uppg(?:ång)?|flat|apt|apartment|unit|floor)\.? ?\w{1,5}| ?,? ?\d{1,2} ?(?:tr|vån)\b\.?)?`;
const swedishPost = String.raw`(?:SE?[- ])?\d{3} ?\d{2} +[\p{Lu}][\p{L}’'-]{1,30}(?: [\p{Lu}][\p{L}’'-]{1,30}){0,2}`;
const otherPost = String.raw`(?:[A-Z]{1,2}-)?\d{4,5} +[\p{Lu}][\p{L}’'-]{1,30}(?: [\p{Lu}][\p{L}’'-]{1,30}){0,2}`;
const britishPost = String.raw`(?:[\p{Lu}][\p{L}’'-]{1,30}(?: [\p{Lu}][\p{L}’'-]{1,30}){0,2},? ?\n?)?[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b`;
const americanPost = String.raw`[\p{Lu}][\p{L}’'-]{1,30}(?: [\p{Lu}][\p{L}’'-]{1,30}){0,2},? [A-Z]{2} \d{5}(?:-\d{4})?`;
const town = String.raw`(?:,? ?\n? ?(?:${swedishPost}|${otherPost}|${britishPost}|${americanPost}))?`;

const streetWordEnd = new RegExp(`${streetEnding}$`, 'iu');
const streetBefore = new RegExp(String.raw`(?<![\p{L}])${street} $`, 'u');
const nameBefore = /(?<![\p{L}])(?:[\p{Lu}][\p{L}’'-]{1,30} ){1,3}$/u;
const houseAndTown = new RegExp(`^${house}${flat}${town}`, 'u');
const houseAndPost = new RegExp(`^${house}${flat},? ?\\n? ?(?:${swedishPost})`, 'u');
const postHere = new RegExp(`^(?:${swedishPost})`, 'u');
const box = new RegExp(`^\\d{1,5}${town}`, 'u');
const boxBefore = /\b(?:Box|Postbox|Boks|PO Box|P\.O\. Box|PB|Pl|Postlåda) $/i;
const englishStreet = new RegExp(
  String.raw`^\d{1,5}[A-Za-z]?(?:-\d{1,5})?,? (?:[\p{Lu}][\p{L}’'.-]{0,30} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Square|Sq|Place|Pl|Terrace|Way|Crescent|Gardens|Hill|Row|Walk|Mews|Boulevard|Blvd|Grove|Park|Green|View|Rise|Parade|Circle|Highway|Hwy|Wharf|Quay|Yard|Field|Fields|House)\b\.?${flat}(?:,? ?\n? ?(?:[\p{Lu}][\p{L}’'-]{1,30}(?: [\p{Lu}][\p{L}’'-]{1,30}){0,2},? ?\n? ?)?(?:${britishPost}|${americanPost}|${swedishPost}))?`,
  'u',
);
const flatBefore = /\b(?:Flat|Apt\.?|Apartment|Unit|Suite) \w{1,5},? $/i;
const careOf = /\bc\/o:? (?:[\p{Lu}][\p{L}’'-]{1,30} ?){1,3}/gu;
const livesOn = /(?:^|[^\p{L}])(?:på|bor|vid|till|adress|adressen|on|at)[: ]{1,2}$/u;
const streetWord = /(?:gatan|vägen|gränd|stigen|torget|allén)$/u;
const reach = 100;

/**
 * Addresses: a street with a house number, a post box, or a post code with its town, each together with the rest of the
 * address. A street without a number counts if the word before it shows that it is an address.
 */
export const addresses: Detector = ({ text, numbers, words }) => {
  const found: Proposal[] = [];
  let end = 0;
  const add = (from: number, to: number): void => {
    const last = /[\s.]+$/.exec(text.slice(from, to));
    const right = to - (last?.[0].length ?? 0);
    if (from < end || right <= from) return;
    found.push({ from, to: right, kind: 'address' });
    end = right;
  };
  for (const run of numbers) {
    const { from } = run;
    if (from < end) continue;
    if (!mayBeInAddress(text, run)) continue;
    const after = text.slice(from, from + reach * 2);
    const before = text.slice(Math.max(0, from - reach), from).replaceAll('\u00A0', ' ');
    const hasPostCode = postHere.test(after);
    const hasWordBefore = /[\p{L}.] $/u.test(before);
    const street = endsStreet(before) ? streetBefore.exec(before) : null;
    const postBox = hasWordBefore && street === null ? boxBefore.exec(before) : null;
    const name = street ?? postBox;
    if (name !== null && !hasPostCode) {
      const rest = (postBox === null ? houseAndTown : box).exec(after);
      if (rest !== null) add(from - name[0].length, from + rest[0].length);
      continue;
    }
    const english = englishStreet.exec(after);
    if (english !== null) {
      add(from - (flatBefore.exec(before)?.[0].length ?? 0), from + english[0].length);
      continue;
    }
    const post = hasPostCode ? postHere.exec(after) : null;
    if (post !== null) {
      add(from, from + post[0].length);
      continue;
    }
    const houseWithPost = hasWordBefore ? houseAndPost.exec(after) : null;
    const anyName = houseWithPost === null ? null : nameBefore.exec(before);
    if (houseWithPost !== null && anyName !== null) add(from - anyName[0].length, from + houseWithPost[0].length);
  }
  if (text.includes('c/o'))
    for (const { index, 0: written } of text.matchAll(careOf)) add(index, index + written.length);
  for (const { from, to, written } of words) {
    if (written !== 'capital' || to - from < 7) continue;
    if (streetWord.test(text.slice(from, to)) && livesOn.test(text.slice(Math.max(0, from - 12), from)))
      found.push({ from, to, kind: 'address' });
  }
  return found;
};

/** A cheap test before the expensive ones: a capital letter stands close by, or a word that can end a street. */
function mayBeInAddress(text: string, { from, to }: NumberRun): boolean {
  const sign = text.charAt(from - 1);
  if (from > 0 && !/[\s(:,"“-]/.test(sign)) return false;
  const firstDigits = /^\d+/.exec(text.slice(from, from + 7))?.[0].length ?? 0;
  if (firstDigits > 5) return false;
  return (
    /\p{Lu}/u.test(text.slice(Math.max(0, from - 40), from)) ||
    /\p{Lu}/u.test(text.slice(to, to + 12)) ||
    endsStreet(text.slice(Math.max(0, from - 40), from))
  );
}

/** Whether the last word of a text, before one space, ends as street names do. */
function endsStreet(before: string): boolean {
  return before.endsWith(' ') && streetWordEnd.test(before.slice(before.lastIndexOf(' ', before.length - 2) + 1, -1));
}
