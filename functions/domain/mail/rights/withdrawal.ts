import { clearWithdrawal, isMereWithdrawal, saysNothingElse } from './clear-withdrawal.ts';
import type { ParsedMail } from '../parts/parse.ts';
import { compile } from './pattern.ts';
import type { Sender } from '../sender/sender.ts';
import { sentencesOf, type Sentence } from '../words/sentences.ts';

/** What a text withdraws, or says about withdrawing. */
export interface Withdrawal {
  /**
   * `all`: the text withdraws the request. `access`: it names the request for access and withdraws it. `part`: it
   * withdraws a part of the request, or something else. `unclear`: it asks about a withdrawal, supposes it or denies
   * it. Staff read texts with `part` and `unclear`.
   */
  readonly of: 'all' | 'access' | 'part' | 'unclear';
  /**
   * Whether the text demands that the data in the request are not used. Staff examine this as a request for erasure
   * (practice 21 in `functions/domain/README.md`).
   */
  readonly stopUsing: boolean;
}

/** What a whole mail says about withdrawing. */
export interface MailedWithdrawal extends Withdrawal {
  /**
   * Whether each form of the whole mail withdraws the request and says nothing else. Only such a mail ends a case
   * automatically.
   */
  readonly nothingElse: boolean;
}

/**
 * What a text says about withdrawing, in six languages. `undefined`: it says nothing about withdrawing, or withdraws a
 * consent. The result is `all` or `access` only if the whole text says nothing else, in Swedish or English
 * (`clear-withdrawal.ts`). Otherwise the person is asked, so that no case ends against the person's will. `writer` is
 * the writer's name, and `subject` is the subject if the writer wrote it.
 */
export function withdrawalIn(text: string, writer: string, subject = ''): Withdrawal | undefined {
  const sentences = sentencesOf(`${subject}\n\n${text.slice(0, 20_000)}`).slice(0, 500);
  const speaking = sentences.filter(({ words }) => [...phrases, ...mentions].some((phrase) => phrase.test(words)));
  const clear = saysNothingElse(subject) ? clearWithdrawal(text, writer, onlyStopsUsing) : undefined;
  if (speaking.length === 0 && clear === undefined) return undefined;
  const states = speaking.some((sentence) => !sentence.question && !unsure.test(sentence.words));
  return {
    of: clear ?? (states ? 'part' : 'unclear'),
    stopUsing: sentences.some((sentence) => stopsUsing(sentence)),
  };
}

/** What all forms of one mail say about withdrawing. If the forms differ, the result is `unclear`. */
export function agreedWithdrawal(
  forms: readonly (Withdrawal | undefined)[],
  mail: ParsedMail,
  sender: Sender,
): MailedWithdrawal | undefined {
  const [first, ...more] = forms;
  const spoken = forms.filter((one) => one !== undefined);
  const [any] = spoken;
  if (any === undefined) return undefined;
  const of = first !== undefined && more.every((one) => one?.of === first.of) ? first.of : 'unclear';
  const writer = `${sender.name} ${(sender.address ?? '').replace(/@.*$/, '').replace(/[._+-]/g, ' ')}`;
  return {
    of,
    stopUsing: spoken.some(({ stopUsing }) => stopUsing),
    nothingElse: isMereWithdrawal(mail, writer, onlyStopsUsing),
  };
}

/** Whether a sentence withdraws a request about data. The rights in such a sentence are not asked for. */
export function isWithdrawal({ words, question }: Sentence): boolean {
  if (question || unsure.test(words) || reserved.test(words)) return false;
  return phrases.some((phrase) => {
    const match = phrase.exec(words);
    if (match === null) return false;
    return !ofSomethingElse.test(match[0]) || ofData.test(words.slice(match.index + match[0].length - 1));
  });
}

function stopsUsing({ words, question }: Sentence): boolean {
  return !question && stops.some((pattern) => pattern.test(words));
}

/**
 * Whether a sentence consists only of a demand not to use the person's data, with courtesies before it. A demand with a
 * condition ("before you have sent me a copy") or a further wish does not count: every word must be in `demandWords`.
 */
function onlyStopsUsing(sentence: Sentence): boolean {
  const begins = (pattern: RegExp): boolean => {
    const before = pattern.exec(sentence.words)?.index;
    return before !== undefined && courtesies.test(sentence.words.slice(0, before + 1));
  };
  const words = sentence.words.split(' ').filter((word) => word !== '' && word !== ',');
  return (
    !sentence.question &&
    !unsure.test(sentence.words.replace(/ använd inte | (?:do not|don't) use /u, ' ').replace(' inte längre ', ' ')) &&
    stops.some(begins) &&
    words.every((word) => demandWords.has(word))
  );
}

const courtesies = /^ (?:(?:och|and|please|vänligen|snälla|även|också|also|jag vill att ni|i want you to|,) )*$/u;

/** The words of which a demand not to use data can consist, Swedish and English. */
const demandWords = new Set(
  `sluta slutar upphör upphöra använd använda att behandla med inte radera förstör släng kasta det dem allt alla som
  uppgifter uppgifterna personuppgifter personuppgifterna mina min ni har fått in skickat skickade lämnat jag av mig i
  begäran längre mer nu genast omgående omedelbart och även också vänligen snälla tack vill
  stop cease using do not don't use delete destroy erase what it everything anything all data information details
  personal my the that you have received got gotten given sent i want from me in request any more anymore longer now
  immediately please thanks and also`.split(/\s+/),
);

const any = (words: string): RegExp => new RegExp(` (?:${words}) `, 'u');

/** Words that make a statement uncertain, negated, or somebody else's. */
const unsure = any(
  [
    'inte|ej|aldrig|om jag|om vi|om ni|om du|om man|om inte|ifall|kanske|kan|kunde|får|skrev|sade|not|never|if|unless|perhaps|maybe|can|could|may|might',
    'wrote|said|ikke|hvis|måske|kanskje|kunne|jos|ehkä|voin|voinko|nicht|kein|keine|wenn|falls|vielleicht|kann|könnte|schrieb',
  ].join('|'),
);
const reserved = any(
  'men|dock|däremot|fortfarande|utom|endast|bara|delvis|but|however|except|still|only|partly|stadig|fortsatt|kun|mutta|silti|vain|aber|jedoch|trotzdem|nur|teilweise',
);
/** Requests that are not about data, but about work, a loan, a course or a subscription. */
const ofSomethingElse =
  / (?:ansökan|application|enquiry|inquiry|requests) $| (?:my|our|this|the) (?!(?:gdpr|data|subject|access|personal|privacy|whole|entire|full) )(?:\S+ ){1,3}\S+ $/u;
/** Words that stand directly after the word for a request, and that name a data protection right. */
const ofData =
  /^ (?:om|av|avseende|gällande|angående|for|to|of|about|regarding|concerning) (?:\S+ ){0,3}?(?:registerutdrag\S*|utdrag\S*|tillgång|insyn|radering|rättelse|begränsning|access|copy|erasure|deletion|rectification|data|uppgifter|personuppgifter) /u;

const swedish =
  '(begäran|min begäran|förfrågan|registerutdragsbegäran|ansökan|gdpr-begäran|registerutdrag|begäran om registerutdrag)';
const english = '(request|requests|application|enquiry|inquiry|dsar|sar|access request)';
const norwegian =
  '(forespørsel|forespørselen|begjæring|begjæringen|anmodning|anmodningen|krav|kravet|henvendelse|henvendelsen|innsynsbegjæring*|innsynskrav*)';
const danish =
  '(anmodning|anmodningen|begæring|begæringen|forespørgsel|forespørgslen|henvendelse|henvendelsen|ansøgning|ansøgningen|indsigtsanmodning*)';
const german = '(antrag|anfrage|auskunftsersuchen|auskunftsantrag|auskunftsanfrage|anliegen|ersuchen)';

/** Ways to withdraw a request. */
const phrases = [
  `(jag|vi|härmed|vill|önskar) ~3 (tar tillbaka|ta tillbaka|drar tillbaka|dra tillbaka|återkallar|återkalla|återtar|återta) ~2 (min|vår|denna|den här|hela) ~1 ${swedish}`,
  `(återkallar|återtar|återkalla) ~1 (begäran|förfrågan|ansökan)`,
  `(jag|vi) (tar|drar) ~1 (min|vår|denna) ~1 ${swedish} tillbaka`,
  `(i|we|i'd|hereby) ~4 (withdraw|withdrawing|retract|retracting|take back|taking back|cancel|cancelling) ~1 (my|our|this|the) ~3 ${english}`,
  `please (withdraw|cancel) ~1 (my|our|this|the) ~3 ${english}`,
  `(jeg|vi) ~3 (trekker|trekke|tar|ta) ~1 (tilbake )?~1 (min|vår|denne|dette) ~1 ${norwegian}`,
  `(jeg|vi) ~3 (trekker|trekke|tar|ta) ~1 tilbake ~2 ${norwegian}`,
  `(jeg|vi) ~4 (trekker|trekke) ${norwegian}`,
  `(jeg|vi) ~3 (trækker|trække|tilbagekalder|tilbagekalde|tilbagetrækker|tilbagetrække) ~1 (min|vores|denne) ~1 ${danish}`,
  `(jeg|vi) ~4 (trækker|trække) ${danish}`,
  `(perun|perumme|peruutan|peruutamme|peruisin|haluan perua|haluan peruuttaa|haluaisin perua|haluaisin peruuttaa|vedän takaisin) ~3 (pyyntöni|pyynnön|pyyntömme|tietopyyntöni|tietopyynnön|tarkastuspyyntöni|tarkastuspyynnön|hakemukseni)`,
  `(ziehe|ziehen|nehme|nehmen) ~1 (ich |wir )?~1 (meinen|meine|mein|unseren|unsere|den|diesen|diese) ~1 ${german} ~2 (zurück)`,
  `(möchte|will|möchten|wollen) ~1 (meinen|meine|mein|unseren|unsere|den|diesen|diese) ~1 ${german} ~2 (zurückziehen|zurücknehmen)`,
  `(widerrufe|widerrufen) ~1 (meinen|meine|mein|unseren|unsere|den|diesen|diese) ~1 ${german}`,
].map((pattern) => compile(pattern));

/** Other ways to mention that a request is withdrawn, or that the case is ended. */
const mentions = [
  '(tagit|dragit|ta|tar|dra|drar) ~2 tillbaka ~3 (begäran|förfrågan|ansökan|ärendet|ärende)',
  '(begäran|förfrågan|ansökan|ärendet) ~4 (tillbaka|återkall*|återtas|återtagen)',
  '(återkall*|återta|återtar|återtagit) ~3 (begäran|förfrågan|ansökan|ärendet|ärende)',
  '(avbryt|avbryta|avbryter|avsluta|avslutar|stäng|stänga|lägg ned|lägga ned|ångrar|ångrat) ~2 (begäran|förfrågan|ansökan|ärendet|ärende)',
  '(withdraw*|withdrew|retract*|cancel*|revoke*|rescind*) ~6 (request|requests|application|dsar|sar|case|enquiry|inquiry)',
  '(request|application|dsar|case) ~5 (withdrawn|retracted|cancelled|canceled|revoked)',
  '(take|taking|took|taken) (back )?(my|our|the|this) ~3 (request|application)',
  `(trekker|trekke|trukket) ~4 ${norwegian}`,
  `(trækker|trække|trukket) ~4 ${danish}`,
  `(ziehe|ziehen|nehme|nehmen|zurückziehen|widerrufen) ~4 ${german}`,
  '(stop|close|drop|end) (my|our|this|the) (request|case|dsar)',
].map((pattern) => compile(pattern));

const stops = [
  '(sluta|slutar|upphör|upphöra) ~2 (använd|använda|att använda|behandla|med att använda) ~6 (fått*|det|dem|allt|uppgift*|personuppgift*|mina)',
  'använd inte ~3 (det|dem|allt|mina|uppgift*|personuppgift*)',
  '(radera|förstör|släng|kasta) ~2 (det|dem|allt|uppgift*|personuppgift*|mina) ~4 (fått*|skickat|skickade|lämnat|in)',
  '(stop|cease) using ~6 (what|it|everything|anything|data|information|details|received)',
  "(do not|don't) use ~3 (what|it|anything|my|the)",
  '(delete|destroy|erase) ~2 (what|it|everything|anything) ~4 (received|sent|given|got|have)',
  '(slutt|slutte) å bruke ~6 (det|dem|alt|opplysning*|mine)',
  '(stop|hold op|holde op) ~1 med at bruge ~6 (det|dem|alt|oplysning*|mine)',
  '(lopettakaa|lopettaa) ~5 (käyttö|käyttäminen|käyttäm*|käytön)',
  '(verwenden|nutzen|benutzen) sie ~6 nicht ~2 (mehr|weiter)',
  '(hören|aufhören) ~8 (verwenden|nutzen|benutzen)',
].map((pattern) => compile(pattern));
