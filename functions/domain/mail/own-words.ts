import { attributionLines, headAt, isOriginalMarker, withHeadsInLines } from './quotation.ts';

/**
 * What somebody wrote in a mail themselves: without quotations, the mails below, what follows the signature mark
 * (`-- `) and the advertisements of mail programs. Answers between the lines of a quotation are kept.
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
      // Below it stands a quotation with marks, which is skipped line by line, or one without, which goes to the end.
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

function isAdvertisement(line: string): boolean {
  return (
    line.length < 120 &&
    /^\s*(skickat (från|med|via)|skickad från|sent (from|with|via)|get outlook|hämta outlook|sendt fra|sendt med|lähetetty |von meinem .{2,30} gesendet|gesendet (von|mit)|diese nachricht wurde von)/i.test(
      line,
    )
  );
}

/** Phrases that close a letter. */
export const closings =
  /^\s*(med (vänlig|bästa|varma|vennlig|venlig)|vänlig(a|en)|bästa|varma|hälsning|mvh|vennlig hilsen|venlig hilsen|hilsen|vh|kind regards|best regards|regards|yours|sincerely|best wishes|warm regards|thanks|mit (freundlichen|besten|lieben) grüßen|freundliche grüße|viele grüße|mfg|ystävällisin|terveisin|t\.)/i;

/**
 * A text without the block at its end in which the writer says who they are: from the closing phrase, or from a line
 * that is the writer's own name, on.
 */
export function withoutSignature(text: string, writer: string): string {
  const lines = text.split('\n');
  const name = bareName(writer);
  // The block is looked for from below, so that a name in the first line is not taken for one.
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

/** Whether a line of at least two words is the beginning of the name as the mail shows it. */
function isBeginning(line: string, name: string): boolean {
  return line.includes(' ') && (name === line || name.startsWith(`${line} `));
}
