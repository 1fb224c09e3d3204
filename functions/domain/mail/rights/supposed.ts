/**
 * Whether the demand between two indices of a sentence is only supposed, asked about, reported, doubted, or described
 * as done, in six languages. Staff read such a demand. `words` are the `words` of a `Sentence` (`words/sentences.ts`).
 */
export function isSupposed(words: string, index: number, end: number): boolean {
  const before = words.slice(0, index + 1);
  const part = before.slice(before.lastIndexOf(',') + 1);
  return (
    supposes.test(words.slice(0, end)) ||
    reports.test(before) ||
    foretells.test(before) ||
    never.test(before) ||
    doubts.test(part) ||
    (past.test(words) && done.test(words))
  );
}

/** Whether a phrase contains a word for nothing: "radera inga av mina uppgifter". Such a phrase demands nothing. */
export function namesNone(phrase: string): boolean {
  return / (?:inga|ingen|inget|ingenting|none|nothing|no|intet|mitään|keine|keinen|kein|keines) /u.test(phrase);
}

/** Whether the words ask how people in general do something. Such a question is no demand. */
export function asksHowAnybody(upToHere: string): boolean {
  return / (?:hur man|hur folk|hur personer|how one|how people|how someone|hvordan man|hvordan folk|wie man) /u.test(
    upToHere,
  );
}

/** "Om jag ber er ...", "if I ask you ...". The words "om jag kan få" are not included, because they are a request. */
const supposes =
  / (?:(?:om|ifall|när|when|if|hvis|dersom|når|wenn|falls|jos|what happens if|vad händer om) (?:jag|vi|man|någon|nån|i|we|someone|somebody|one|jeg|nogen|noen|ich|wir|jemand|minä|me) (?:\S+ ){0,2}?(?:ber|bad|bett|begär|begärde|kräver|krävde|vill|ville|önskar|skickar|skriver|ask|asked|request|requested|want|wanted|demand|demanded|tell|told|were to|write|ønsker|beder|bede|krever|kræver|vil|bitte|verlange|will|möchte|beantrage|pyydän|haluan|vaadin)|if (?:i|we) (?:were|had) ) /u;

/** Words that report what somebody else says or said: *she wrote*. */
const reports =
  /(?<! (?:i|we|jag|vi|jeg|ich|som|that|website|site|page|policy|webbplats|hemsida|sida|lag|lagen|law|gdpr) )(?<= )(?:says|writes|wrote|claims|säger|skriver|skrev|sade|påstår|hevder|påstår|siger|sier|sagt|schreibt|schrieb|behauptet|sanoo|kirjoittaa|väittää) /u;

/** Words that report what somebody else will say: *she will write*. */
const foretells =
  /(?<! (?:i|we|jag|vi|jeg|ich) )(?:(?:kommer att|ska|skulle|kommer nog att|will|would|might|may|is going to|vil|wird) (?:\S+ ){0,3}?(?:skriva|säga|påstå|be er|begära|kräva|write|say|claim|ask you|tell you|demand|skrive|si|sige|påstå|schreiben|sagen|behaupten)) /u;

const never =
  / (?:under (?:no|inga|ingen|ingen som helst) (?:circumstances?|conditions?|omständigheter|villkor|omstendigheter?|omstændigheder)|(?:på|på några|on) (?:inga|no) (?:villkor|vis|account|conditions?)|in no (?:way|case|event)|by no means|i inget fall|i intet tilfælde|missään tapauksessa|auf keinen fall|unter keinen umständen) /u;

const doubts =
  / (?:kanske|eventuellt|möjligen|funderar på|funderar|överväger|perhaps|maybe|considering|thinking (?:of|about)|kanskje|måske|vurderer|overvejer|ehkä|harkitsen|vielleicht|eventuell|überlege) /u;

const past =
  / (?:jag|vi|i|we|jeg|ich|wir) (?:bad|begärde|krävde|asked|requested|demanded|ba|anmodede|bat|baten|verlangte) /u;
/** Thanks for something that was already done. */
const done =
  / (?:tack för att ni|tack för att det|vilket ni gjorde|och det gjorde ni|thank you for (?:doing|deleting|erasing|removing|sending|having)|thanks for (?:doing|deleting|erasing|removing|sending)|which you did|and you did|takk for at dere|tak fordi i|danke dass sie) /u;
