import { mailLanguages, type MailLanguage } from './mail-language.ts';
import { wordsOf } from './sentences.ts';

const common: Readonly<Record<MailLanguage, string>> = {
  sv: `och att det som på är jag av för med den till inte om en ett vill ha mig min mitt mina ni er ert era från har hos eller
    men kan ska skulle vad vilka allt alla hej tack hälsning hälsningar mvh vänligen vänlig också få finns nu igen skrev
    vi du din ditt dina inom när så sedan nån något några därför behandlar uppgifter personuppgifter begäran begär önskar
    skicka radera rätta samtycke tillgång är ingen inget inga efter bara mycket här där var vid ut hur hade`,
  nb: `og at det som på er jeg av for med den til ikke om en et vil ha meg min mitt mine dere deres fra har hos eller men kan
    skal skulle hva hvilke alt alle hei takk hilsen vennlig vennligst også få finnes nå vi du din ditt dine når så noe noen
    opplysninger personopplysninger ønsker ber slette innsyn samtykke etter bare mye her der ved ut hvordan hadde kunne`,
  da: `og at det som på er jeg af for med den til ikke om en et vil have mig min mit mine jer jeres i fra har hos eller men kan
    skal skulle hvad hvilke alt alle hej tak hilsen venlig venligst også få findes nu vi du din dit dine når så noget nogen
    oplysninger personoplysninger ønsker beder slette slet indsigt samtykke efter kun meget her der ved ud hvordan havde kunne`,
  en: `the and to of i you your my me is are have has had what which would like please data about information that this it in for
    not with all any do does did be been was were can could will from on at as by an or but if we our us they there hello dear
    regards kind thank thanks want request personal delete send know a am my when why how so more no`,
  de: `und ich die der das den dem des zu mir mich mein meine meiner meinen sie ihnen ihr ihre ihrer bitte nicht ist sind über
    daten gespeichert haben hat möchte auf von mit für alle alles welche hiermit ein eine einen einer dass auch bei im in an
    sehr geehrte damen herren freundlichen grüßen hallo danke wie wann was wir uns nur noch mehr kein keine oder wenn aber um
    als nach aus am werden wird löschen auskunft es`,
  fi: `ja että minä minun minua minusta te teidän teillä teiltä teille tietoni tietoja tiedot henkilötiedot henkilötietoni
    henkilötietojani haluan haluaisin olen on ei en eikä pyydän kaikki kaiken mitä mikä mitkä voitteko voisitteko ystävällisin
    terveisin hei kiitos poistakaa olette ole oli jos kun niin tai mutta myös sekä joita joka jotka nyt vain tämä tämän se
    sen ovat saada minulle miten miksi milloin`,
};

const weights = weigh();

/** A word that occurs in one language weighs more than a word that occurs in three. */
function weigh(): ReadonlyMap<string, readonly (readonly [MailLanguage, number])[]> {
  const found = new Map<string, MailLanguage[]>();
  for (const language of mailLanguages)
    for (const word of new Set(common[language].split(/\s+/))) found.set(word, [...(found.get(word) ?? []), language]);
  return new Map(
    [...found].map(([word, of]) => [word, of.map((language) => [language, 1 / of.length ** 1.5] as const)]),
  );
}

/**
 * The language of a person's words, or `und`. Known words, and characters such as å, ø or ß, give points to languages.
 * The language with the most points is the result.
 */
export function languageOf(text: string): MailLanguage | 'und' {
  const scores = new Map<MailLanguage, number>(mailLanguages.map((language) => [language, 0]));
  const add = (language: MailLanguage, points: number): void => {
    scores.set(language, (scores.get(language) ?? 0) + points);
  };
  const words = wordsOf(text).slice(0, 2_000);
  for (const word of words) for (const [language, points] of weights.get(word) ?? []) add(language, points);
  const letters = text.toLowerCase().slice(0, 10_000);
  if (/[æø]/.test(letters)) for (const language of ['nb', 'da'] as const) add(language, 0.5);
  if (/ß/.test(letters)) add('de', 0.5);
  if (/å/.test(letters)) for (const language of ['sv', 'nb', 'da'] as const) add(language, 0.3);
  if (/[äö]/.test(letters)) for (const language of ['sv', 'fi', 'de'] as const) add(language, 0.2);
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < 0.3) return 'und';
  // If very few words of a text are known, the text is in another language, which shares a few words with the best
  // match.
  if (words.length >= 8 && best[1] < words.length * 0.06) return 'und';
  return second !== undefined && second[1] === best[1] && best[1] < 0.6 ? 'und' : best[0];
}
