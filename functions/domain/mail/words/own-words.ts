import { wordsOf } from './sentences.ts';
import { attributionLines, headAt, isOriginalMarker, withHeadsInLines } from './quotation.ts';

/**
 * The text that a writer wrote in a mail. Quotations, earlier mails, text after the signature mark (`-- `) and
 * advertisements of mail programs are left out. Replies between the lines of a quotation are kept.
 */
export function ownWords(text: string): string {
  const lines = withHeadsInLines(text.split('\n'));
  const own: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('>')) continue;
    if (/^-- ?$/.test(line) || isOriginalMarker(line) || headAt(lines, at) !== undefined) break;
    if (/^_{20,}\s*$/.test(line) && nextHead(lines, at + 1)) break;
    const attribution = attributionLines(lines, at);
    if (attribution > 0) {
      // A quotation follows. If its lines are marked, they are skipped one by one. If its lines are not marked, the
      // quotation continues to the end of the text.
      const next = lines.slice(at + attribution, at + attribution + 5).find((following) => following.trim() !== '');
      if (next === undefined || !next.startsWith('>')) break;
      at += attribution - 1;
      continue;
    }
    if (!isAdvertisement(line)) own.push(line);
  }
  return own.join('\n').trim();
}

function nextHead(lines: readonly string[], at: number): boolean {
  return [0, 1, 2].some((more) => headAt(lines, at + more) !== undefined);
}

/**
 * Whether a whole line is one that mail programs and telephones add ("Skickat från min iPhone"). A line that only
 * begins with these words is the writer's own.
 */
export function isAdvertisement(line: string): boolean {
  if (line.length > 200 || !/^\s*(?:s[ekä]|ge|lä|hä|he|la|vo|di)/iu.test(line)) return false;
  const words = wordsOf(line.replace(/[<(]?https?:\/\/[^\s<>()]{1,150}[>)]?/giu, ' '));
  return (
    words.length > 1 &&
    words.length < 12 &&
    advertises.test(words.join(' ')) &&
    words.every((word) => advertising.has(word) || /^[a-z]?\d{1,3}[a-z]?$/.test(word))
  );
}

const advertises =
  /^(?:skickat|skickad|skickades|sent|sendt|gesendet|lähetetty|get|hämta|hent|lataa|von meinem|von meiner|diese nachricht wurde von)/u;
/** Brands, programs, and the small words between them. A line with only these words is an advertisement. */
const advertising = new Set(
  `skickat skickad skickades sent sendt gesendet lähetetty get hämta hent lataa från med via from with using fra von mit min mitt my
  meinem meiner diese nachricht wurde för for on til på für auf the
  iphone iphonesta ipad ipadista ipod mac apple watch android android-telefon android-mobil android-enhet androidista samsung galaxy
  huawei xiaomi oneplus motorola nokia sony xperia google pixel smartphone galaxy-smartphone mobil mobilen mobiltelefon
  mobiltelefonen mobiltelefoni telefon telefonen surfplatta surfplattan phone mobile tablet handy device enhet puhelimesta
  puhelimestani outlook outlookista mail e-post yahoo gmail gmx proton protonmail tutanota hotmail aol spark bluemail
  fastmail webmail secure email ios windows macos app appen`.split(/\s+/),
);

/** Phrases that close a letter. */
export const closings =
  /^\s*(med (vänlig|bästa|varma|vennlig|venlig)|vänlig(a|en)|bästa|varma|hälsning|mvh|vennlig hilsen|venlig hilsen|hilsen|vh|kind regards|best regards|regards|yours|sincerely|best wishes|warm regards|thanks|mit (freundlichen|besten|lieben) grüßen|freundliche grüße|viele grüße|mfg|ystävällisin|terveisin|t\.)/i;

/**
 * Removes the signature of the writer from the end of a text. The signature begins at the closing phrase, or at a line
 * with the writer's own name.
 */
export function withoutSignature(text: string, writer: string): string {
  const lines = text.split('\n');
  const name = bareName(writer);
  // The search begins at the end of the text. Otherwise a name in the first line would count as the beginning of the
  // signature.
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const line = lines[at] ?? '';
    const isName = name !== '' && line.length < 80 && bareName(line) !== '' && isBeginning(bareName(line), name);
    if (line.length < 80 && (closings.test(line) || isName)) return lines.slice(0, at).join('\n');
  }
  return text;
}

function bareName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a line of at least two words is the beginning of the writer's display name. */
function isBeginning(line: string, name: string): boolean {
  return line.includes(' ') && (name === line || name.startsWith(`${line} `));
}
