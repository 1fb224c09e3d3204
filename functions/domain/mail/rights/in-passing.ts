/**
 * Replaces the passages of a sentence that name a right and do not ask for it: the information of Art. 15(1)(e), (f)
 * and (h) ("the existence of the right to erasure"), statements of a company about the rights of its customers, the
 * disclaimer below a mail, and instructions for leaving a mailing list. Each letter becomes a dot, so every index stays
 * the same. `words` are the `words` of a `Sentence` (`words/sentences.ts`).
 */
export function withoutPassing(words: string): string {
  const own = firstPerson.test(words);
  const whole = !own && (misdirected.test(words) || wayOff.test(words));
  return [...passages, ...(whole ? [all] : [])].reduce(
    (current, passage) => current.replace(passage, (passed) => passed.replace(/[^ ]/gu, '.')),
    words,
  );
}

const all = /^.*$/gsu;
const firstPerson = / (?:i|i'd|i'm|me|my|mine|we|our|jag|mig|min|mitt|mina|vår|våra) (?!\d)/u;

/** The words up to the next word with which the writer begins a demand, such as *I* or *please*. */
const toOwnDemand = (own: string): string => `(?:(?!(?:${own}) )[^ ]+ )*`;
const english = toOwnDemand("i|i'd|we|please|kindly");
const swedish = toOwnDemand('jag|vi|vänligen|snälla');

const passages = [
  // "the existence of the right to request rectification or erasure", "information about my rights"
  `(?:existence of|information (?:about|on|regarding|concerning)|informed (?:of|about)|inform me (?:of|about)) (?:[^ ]+ ){0,4}?(?:rights?|automated|profiling) ${english}`,
  `(?:förekomsten av|information om|informera mig om|upplysning(?:ar)? om|upplyst om) (?:[^ ]+ ){0,4}?(?:rätt|rätten|rättighet|rättigheter|rättigheterna|automatis[^ ]+|profilering) ${swedish}`,
  // "You have the right to request erasure"
  `you (?:also )?(?:have|may have) (?:[^ ]+ ){0,3}?rights? ${english}`,
  `(?:(?:du|ni) har|har (?:du|ni)) (?:[^ ]+ ){0,3}?(?:rätt|rättighet|rättigheter) ${swedish}`,
  `you (?:can|may) (?:[^ ]+ ){0,4}?(?:request|object|withdraw|unsubscribe|opt out|exercise) ${english}`,
  `(?:(?:du|ni) kan|kan (?:du|ni)) (?:[^ ]+ ){0,4}?(?:begära|invända|återkalla|avregistrera dig|avprenumerera|utöva) ${swedish}`,
  // "when are they erased?"
  `(?:när|varför|when|why) (?:raderas|raderar ni|rättas|tas|tar ni|kommer (?:de|det|ni) att|are|is|will|do you|did you) (?:(?!(?:,|och|and) )[^ ]+ )*`,
  `your rights ${english}`,
  `(?:dina|era) rättigheter ${swedish}`,
].map((passage) => new RegExp(`(?<= )${passage}`, 'gu'));

/** The disclaimer below a mail, for people who receive it by mistake. */
const misdirected =
  / (?:(?:intended|named) (?:recipient|addressee)|(?:received|receive) this (?:[^ ]+ ){0,2}?(?:e-mail|email|mail|message|communication)|(?:avsedd[^ ]*|rätt|rätte) mottagar[^ ]*|(?:fått|mottagit|erhållit) (?:detta|det här|denna) (?:[^ ]+ ){0,2}?(?:mejl|mejlet|mail|mailet|meddelande|meddelandet|e-post|e-postmeddelande[^ ]*)) /u;

/** Instructions for leaving a mailing list. */
const wayOff =
  /^ (?:to|för att) (?:unsubscribe|opt out|avregistrera|avprenumerera|avsluta) | (?:click|klicka|tryck) (?:[^ ]+ ){0,6}?(?:unsubscribe|avregistrera|avprenumerera|avsluta) | (?:unsubscribe|avprenumerera) (?:here|link|här) /u;
