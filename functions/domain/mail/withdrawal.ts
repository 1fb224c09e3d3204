import { compile } from './pattern.ts';
import { sentencesOf, type Sentence } from './sentences.ts';

/** What somebody takes back. */
export interface Withdrawal {
  /** `all`: the request; `access`: the request for access, by that name; `part`: something of it, which a person reads. */
  readonly of: 'all' | 'access' | 'part';
  /** What came in meanwhile is not to be used any more: an erasure to examine (practice 21). */
  readonly stopUsing: boolean;
}

/**
 * Whether somebody clearly takes back their request, in six languages. Rather none than a wrong one: nothing that is
 * asked, supposed, denied or set against something else counts, nor the withdrawal of a consent.
 */
export function withdrawalIn(text: string): Withdrawal | undefined {
  const sentences = sentencesOf(text.slice(0, 5_000)).slice(0, 100);
  const whole = sentences.map(({ words }) => words).join('');
  const said = sentences.filter((sentence) => !sentence.question && !unsure.test(sentence.words));
  const match = said.flatMap(({ words }) => phrases.flatMap((phrase) => matched(words, phrase))).at(0);
  if (match === undefined) return undefined;
  // Whoever goes on to say that something is still wanted has not taken back everything.
  const of = reserved.test(whole) ? 'part' : match;
  return { of, stopUsing: sentences.some((sentence) => stopsUsing(sentence)) };
}

/** Whether a sentence takes back a request and says nothing else: what it names is not asked for. */
export function isWithdrawal({ words, question }: Sentence): boolean {
  return !question && !unsure.test(words) && !reserved.test(words) && phrases.some((phrase) => phrase.test(words));
}

function matched(words: string, phrase: RegExp): readonly Withdrawal['of'][] {
  const match = phrase.exec(words);
  if (match === null) return [];
  const rest = words.slice(match.index + match[0].length - 1);
  if (!names.test(rest)) return ['all'];
  return [access.test(rest) ? 'access' : 'part'];
}

function stopsUsing({ words, question }: Sentence): boolean {
  return !question && stops.some((pattern) => pattern.test(words));
}

const any = (words: string): RegExp => new RegExp(` (?:${words}) `, 'u');

/** What makes a sentence less than a clear statement. */
const unsure = any(
  [
    'inte|ej|aldrig|om jag|om vi|ifall|kanske|kan|kunde|får|skrev|sade|not|never|if|unless|perhaps|maybe|can|could|may|might',
    'wrote|said|ikke|hvis|måske|kanskje|kunne|jos|ehkä|voin|voinko|nicht|kein|keine|wenn|falls|vielleicht|kann|könnte|schrieb',
  ].join('|'),
);
const reserved = any(
  'men|dock|däremot|fortfarande|utom|endast|bara|delvis|but|however|except|still|only|partly|stadig|fortsatt|kun|mutta|silti|vain|aber|jedoch|trotzdem|nur|teilweise',
);
/** Something is named after the request. */
const names = /^ (?:om|av|avseende|gällande|angående|for|to|of|about|regarding|concerning|på|auf|zu|über|bezüglich) /u;
const access =
  /^ \S+ (?:\S+ ){0,2}?(?:registerutdrag\S*|utdrag\S*|tillgång|insyn|innsyn|indsigt|access|a copy|auskunft|my (?:\S+ )?data|mina (?:\S+ )?(?:uppgifter|personuppgifter)) /u;

const swedish =
  '(begäran|min begäran|förfrågan|registerutdragsbegäran|ansökan|gdpr-begäran|registerutdrag|begäran om registerutdrag)';
const english = '(request|requests|application|enquiry|inquiry|dsar|sar|access request)';
const norwegian =
  '(forespørsel|forespørselen|begjæring|begjæringen|anmodning|anmodningen|krav|kravet|henvendelse|henvendelsen|innsynsbegjæring*|innsynskrav*)';
const danish =
  '(anmodning|anmodningen|begæring|begæringen|forespørgsel|forespørgslen|henvendelse|henvendelsen|ansøgning|ansøgningen|indsigtsanmodning*)';
const german = '(antrag|anfrage|auskunftsersuchen|auskunftsantrag|auskunftsanfrage|anliegen|ersuchen)';

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
