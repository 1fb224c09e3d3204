import type { ParsedMail } from '../parts/parse.ts';
import { attributionLines, headAt, isOriginalMarker } from '../words/quotation.ts';
import { wordsOf } from '../words/sentences.ts';

const polite = new Set(
  `tack tackar så mycket då hej hälsningar hälsning mvh med vänlig vänliga bra ok okej perfekt toppen thanks thank you very much many
  great perfect hi hello regards kind best takk tusen hei hilsen vennlig mange tak venlig kiitos paljon terveisin vastauksesta avusta
  danke vielen dank schön hallo grüße viele freundliche freundlichen grüßen mit`.split(/\s+/),
);
/** Things that people thank for. A thing without the thanks may be a request: "svar tack" means "answer, please". */
const thankedFor =
  / (?:tack(?:ar)?(?: så mycket)?|thanks|thank you|many thanks|takk|tak|tusen takk|mange tak|vielen dank|danke)(?: (?:so|very) much)? (?:för|for|für) (?:(?:ert|er|det|den|de|the|your|all the|die|ihre|das) )?(?:snabba |quick |fast )?(?:svaret|hjälpen|beskedet|informationen|reply|answer|help|information|hjelpen|hjælpen|antwort|hilfe|auskunft)(?= )/gu;
const thanking = /^(?:tack\S*|thank\S*|takk|tak|kiitos|danke|dank|ok|okej|perfekt|perfect|bra|toppen|great)$/u;

/**
 * Whether a text only thanks. The text may have at most twelve words: courtesies (`polite`), what the writer thanks for
 * (`thankedFor`), and the writer's display name.
 */
export function isMereThanks(text: string, writer: string): boolean {
  const words = wordsOf(text);
  const [first] = words;
  if (first === undefined || !polite.has(first) || words.length > 12 || /[?\d@]/.test(text)) return false;
  return words.some((word) => thanking.test(word)) && isPolite(words, writer);
}

/** Whether words are only courtesies and the writer's name. */
export function isPolite(words: readonly string[], writer: string): boolean {
  const names = new Set(wordsOf(writer));
  return ` ${words.join(' ')} `
    .replace(thankedFor, ' tack')
    .trim()
    .split(' ')
    .every((word) => word === '' || polite.has(word) || names.has(word));
}

/**
 * Whether a mail only thanks, in its subject and in each of its forms, including hidden words and the signature. It may
 * have no attachment. If the mail answers a letter of ours, `answers` has our own domains and addresses. The quotation
 * of that letter, and the subject of the reply, then do not count. `answers` is `undefined` if the mail answers no
 * letter.
 */
export function isOnlyThanks(mail: ParsedMail, writer: string, answers: readonly string[] | undefined): boolean {
  if (mail.otherParts > 0 || mail.pictures || mail.undecoded || mail.cut || mail.html?.beside === true) return false;
  const isReply = /^\s*(?:re|sv|aw|vs|antw)\s*(?:\[\d+\])?:/i.test(mail.subject);
  const subject = wordsOf(mail.subject.replace(answers === undefined ? /^$/ : reference, ' '));
  if (!(answers !== undefined && isReply) && !subject.every((word) => polite.has(word))) return false;
  const forms = [mail.plain, mail.html?.whole ?? ''].filter((form) => form.trim() !== '');
  return (
    forms.length > 0 &&
    forms.every((form) => isMereThanks(answers === undefined ? form : withoutLetter(form, answers), writer))
  );
}

/** The number of a case, in the forms that subjects have. */
const reference =
  /[([]?(?:(?:ärende|ärendenummer|case|sak|sag|asia|fall|aktenzeichen)[\s:]+)?(?:[0-9a-z]{4}(?:-[0-9a-z]{4}){3}|[A-Z]{2,6}-20\d{2}-\d{3,6})[)\]]?/iu;

/**
 * A text without quoted lines (`>`), without the lines that introduce a quotation, and without a letter of ours and
 * everything below it. The rest of the text is kept, also after a signature mark.
 */
function withoutLetter(text: string, ours: readonly string[]): string {
  const namesUs = (line: string): boolean =>
    ours.some((domain) => line.toLowerCase().includes(domain.includes('@') ? domain : `@${domain}`));
  const lines = text.split('\n');
  const rest: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('>') || isOriginalMarker(line)) continue;
    const head = headAt(lines, at);
    if (head !== undefined && namesUs(head.from)) break;
    const attribution = attributionLines(lines, at);
    if (attribution > 0) at += attribution - 1;
    else rest.push(line);
  }
  return rest.join('\n');
}
