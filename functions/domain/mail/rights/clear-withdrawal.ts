import { letterSubjects } from '../named-case/letter-subjects.ts';
import { closings, isAdvertisement } from '../words/own-words.ts';
import type { ParsedMail } from '../parts/parse.ts';
import { sentencesOf, wordsOf, type Sentence } from '../words/sentences.ts';
import { isPolite } from './thanks.ts';

/**
 * What a text withdraws if it says nothing else: `access` if it names a request for access, else `all`. A sentence may
 * be a demand not to use the person's data (`isDemand`). Each part of every other sentence must be a way of withdrawing
 * (`ways`), a courtesy, a reason (`reasons`) or the number of the case. With any other words the result is `undefined`,
 * so a statement that is reported, quoted, hypothetical, negated or a question does not count. The lists are only
 * Swedish and English: staff read a withdrawal in another language.
 */
export function clearWithdrawal(
  text: string,
  writer: string,
  isDemand: (sentence: Sentence) => boolean,
): 'all' | 'access' | undefined {
  if (text.length > 1_500 || doubtful.test(text)) return undefined;
  const words = withoutFarewell(withoutGreeting(text.replace(/[\u00a0\u202f]/g, ' ')), writer);
  if (words === undefined) return undefined;
  const found = new Set<'all' | 'access'>();
  for (const sentence of sentencesOf(words)) {
    if (isDemand(sentence)) continue;
    const parts = sentence.words.split(',').map((part) => part.trim());
    for (const part of parts.filter((one) => one !== '')) {
      const of = takenBack(part);
      if (of !== undefined) found.add(of);
      else if (!isPolite(wordsOf(part), writer) && !reasons.has(part) && !number.test(part)) return undefined;
    }
  }
  return found.has('all') ? 'all' : found.has('access') ? 'access' : undefined;
}

/**
 * Whether a mail clearly withdraws a request and says nothing else, in its subject and in each of its forms (plain
 * text, HTML). The mail may have no quotation, no picture, no file, and no words outside the text. Below a signature
 * mark it may have only the writer's name, telephone number and address. `writer` is the name and address of the
 * sender.
 */
export function isMereWithdrawal(mail: ParsedMail, writer: string, isDemand: (sentence: Sentence) => boolean): boolean {
  if (mail.otherParts > 0 || mail.pictures || mail.undecoded || mail.cut || mail.html?.beside === true) return false;
  const forms = [mail.plain, mail.html?.whole ?? ''].filter((form) => form.trim() !== '');
  return (
    saysNothingElse(mail.subject) &&
    forms.length > 0 &&
    forms.every((form) => clearWithdrawal(withoutFrame(form), writer, isDemand) !== undefined)
  );
}

/** A text without the lines that mail programs add: signature marks and advertisements. */
function withoutFrame(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^-- ?$/.test(line) && !isAdvertisement(line))
    .join('\n')
    .trim();
}

/** Whether a subject is empty, names only a request or its withdrawal, or is the subject of one of our letters. */
export function saysNothingElse(subject: string): boolean {
  const bare = subject
    .replace(/^\s*(?:(?:re|sv|aw|vs|antw)\s*(?:\[\d+\])?:\s*)+/i, '')
    .replace(caseNumber, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (letterSubjects.has(bare)) return true;
  return !/[?"]/.test(bare) && wordsOf(bare).every((word) => matters.has(word));
}

const caseNumber =
  /[([]?(?:(?:ärende|case):? )?(?<![0-9a-z-])[0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){3}(?![0-9a-z-])[)\]]?/iu;
const matters = new Set(
  `återkallelse återkallar återkalla av min begäran registerutdrag gdpr gdpr-begäran ärende ärendenummer angående hej tack withdrawal
  withdraw of my request access subject data dsar case hello hi thanks re sv`.split(/\s+/),
);

/**
 * Signs with which a withdrawal is not clear: question marks, quotation marks (the quoted words may be somebody else's)
 * and signs of markup. An apostrophe inside a word is no quotation mark.
 */
const doubtful =
  /[?¿"\u201c-\u201f\u00ab\u00bb\u2039\u203a\u2018\u201a\u201b<>|*~]|(?<!\p{L})['\u2019]|['\u2019](?!\p{L})/u;

function takenBack(part: string): 'all' | 'access' | undefined {
  for (const pattern of ways) {
    const match = pattern.exec(part);
    if (match !== null) return match.groups?.['access'] === undefined ? 'all' : 'access';
  }
  return undefined;
}

const request =
  '(?:begäran|gdpr-begäran|gdpr begäran|förfrågan|begäran enligt gdpr|begäran enligt dataskyddsförordningen)';
const ofMyData = '(?: (?:till|i|av|över|om|på) mina (?:person)?uppgifter)?';
const access = `(?<access>registerutdragsbegäran|registerutdrag|(?:gdpr-)?(?:begäran|förfrågan|ansökan) om (?:ett |att få ett )?(?:registerutdrag|utdrag|utdrag ur (?:era )?register|tillgång${ofMyData}|insyn${ofMyData}|en kopia${ofMyData}))`;
const object = `(?:hela )?(?:min|vår|mitt|denna|den här) (?:hela )?(?:${access}|${request})`;
const plain = '(?:request|gdpr request|privacy request|data protection request|data request)';
const copy = '(?: (?:to|of) (?:all )?(?:my|the) (?:personal )?(?:data|information))?';
const accessEn = `(?<access>(?:data )?subject access request|data access request|access request|dsar|sar|request for (?:access${copy}|a copy${copy}|my (?:personal )?data))`;
const objectEn = `(?:my|our|this|the) (?:whole |entire |full )?(?:${accessEn}|${plain})`;
/** Words that may be before or after a withdrawal. */
const whole =
  '(?: (?:härmed|nu|helt|i sin helhet|helt och hållet|med omedelbar verkan|omgående|tack|hereby|now|completely|entirely|in full|with immediate effect|please|thanks|thank you))*';
const adverb = '(?:(?:härmed|nu|alltså|därför|gärna|hereby|now|therefore|och|and|så|so|please|hej|hello|hi|tack) )*';
const wishes =
  '(?:(?:vill|önskar|skulle vilja|vill gärna|vill nu|vill härmed|har bestämt mig för att|har ångrat mig och vill|ångrar mig och vill) )?';
const wishesEn =
  '(?:(?:(?:want|wish|have decided|would like|would now like|would hereby like) to|have changed my mind and (?:want|wish|would like) to) )?';

const ways = [
  `${adverb}(?:jag |vi )?${wishes}${adverb}(?:tar tillbaka|ta tillbaka|drar tillbaka|dra tillbaka|återkallar|återkalla|återtar|återta) ${adverb}${object}${whole}`,
  `${adverb}(?:tar|drar) (?:jag|vi) ${adverb}(?:tillbaka ${object}|${object} tillbaka)${whole}`,
  `${adverb}(?:återkallar|återtar) (?:jag|vi) ${adverb}${object}${whole}`,
  `${adverb}(?:jag|vi) ${wishes}${adverb}(?:tar|ta|drar|dra) ${adverb}${object} tillbaka${whole}`,
  `${adverb}(?:återkallar|återtar) begäran${whole}`,
  `${adverb}(?:i |we )?${wishesEn}${adverb}(?:withdraw|retract|cancel|take back) ${objectEn}${whole}`,
  `${adverb}(?:i|we) (?:am|are) ${adverb}(?:withdrawing|retracting|cancelling|canceling|taking back) ${objectEn}${whole}`,
  `${adverb}i'd like to ${adverb}(?:withdraw|retract|cancel|take back) ${objectEn}${whole}`,
  `${adverb}(?:i|we) ${adverb}take ${objectEn} back${whole}`,
].map((pattern) => new RegExp(`^${pattern}$`, 'u'));

/** Reasons that leave no doubt that the person wants to withdraw. */
const reasons: ReadonlySet<string> = new Set([
  'jag har ångrat mig',
  'har ångrat mig',
  'jag ångrar mig',
  'den är inte längre aktuell',
  'den är inte aktuell längre',
  'det är inte längre aktuellt',
  'det är inte aktuellt längre',
  'den behövs inte längre',
  'det behövs inte längre',
  'jag behöver den inte längre',
  'jag behöver det inte längre',
  'jag behöver inte uppgifterna längre',
  'i have changed my mind',
  'i changed my mind',
  "i've changed my mind",
  'i no longer need it',
  'i do not need it any more',
  'i do not need it anymore',
  "i don't need it any more",
  "i don't need it anymore",
  'it is no longer needed',
]);

/** The number of a case, with or without a word such as "case" before it. */
const number =
  /^(?:(?:mitt |my )?(?:ärende|ärendenummer|ärendenr|case|case number|ref|referens|reference)(?: är| is)? )?[0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){3}$/u;

/**
 * The text without a greeting such as "Hej Nordvik," at its beginning. The greeting may have one name, before a comma,
 * a line end or a full stop.
 */
function withoutGreeting(text: string): string {
  return text.replace(greeting, '$1');
}

const greeted =
  '(?:[Hh]ej(?:san)?|[Tt]jena|[Gg]od (?:dag|morgon|kväll)|[Hh]ello|[Hh]i|[Dd]ear|[Gg]ood (?:morning|day|afternoon|evening))(?: igen| på er| alla| there| all| again)?';
const oneName =
  ' (?!(?:Inte|Nej|Aldrig|Kanske|Om|No|Not|Never|Maybe|If)\\b)\\p{Lu}\\p{Ll}[\\p{L}-]{0,30}(?:\\s{0,2}[,!.–-](?=\\s)|(?=\\n))';
const greeting = new RegExp(`^(\\s*)${greeted}(?:${oneName}|\\s{0,2}[,!.–-]?(?=\\s))`, 'u');

/**
 * The text without the closing phrase and the writer's name below it. `undefined`: there is something else below the
 * closing phrase, which may be a postscript.
 */
function withoutFarewell(text: string, writer: string): string | undefined {
  const lines = text.trimEnd().split('\n');
  const closing = lines.findLastIndex(
    (line) => line.length < 80 && closings.test(line) && !/tack |thanks /i.test(line),
  );
  const names = new Set(wordsOf(writer));
  const isName = (line: string): boolean => {
    const words = wordsOf(line);
    return words.length > 0 && words.every((word) => names.has(word));
  };
  const namesOneself = (line: string): boolean => line.trim() === '' || isName(line) || reachable.test(line.trim());
  if (closing >= 0) {
    const below = lines.slice(closing + 1);
    const same = (lines[closing] ?? '')
      .replace(closings, '')
      .replace(/^\S*\s*(?:hälsning(?:ar)?|regards|wishes)?[\s,.!]*/iu, '');
    return [same, ...below].every(namesOneself) && below.length <= 12 ? lines.slice(0, closing).join('\n') : undefined;
  }
  let end = lines.length;
  while (
    end > 1 &&
    (lines[end - 1]?.trim() === '' || isName(lines[end - 1] ?? '') || reachable.test(lines[end - 1]?.trim() ?? ''))
  )
    end -= 1;
  return lines.slice(0, end).join('\n');
}

/** A line with only a telephone number or an e-mail address. */
const reachable =
  /^(?:(?:tel|telefon|mobil|phone|mobile|e-post|epost|mejl|mail|e-mail|email|t|m|e)[.:]{0,2}\s*)?(?:[+\d][\d\s()/-]{5,20}|\S+@\S+\.\S+)$/iu;
