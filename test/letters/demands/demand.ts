import type { Language } from '#domain/language.ts';
import type { LetterName } from '#domain/case/letters/letters.ts';

export type Phrases = Readonly<Record<Language, readonly string[]>>;

// What the law and the practice of data protection officers demand of each letter. It is not copied from the letters.

/** Art. 77: the authority of the country, and the authority where the person lives, works or was treated wrongly. */
export const complaint: Phrases = {
  sv: [
    'klagomål',
    'Integritetsskyddsmyndigheten (IMY)',
    'www.imy.se',
    'eller tillsynsmyndigheten där du bor, arbetar eller där överträdelsen skett',
  ],
  en: [
    'complaint',
    'Swedish Authority for Privacy Protection (IMY)',
    'www.imy.se',
    'the supervisory authority where you live, where you work or where the infringement took place',
  ],
};
/** Art. 79. */
export const court: Phrases = { sv: ['väcka talan vid domstol'], en: ['judicial remedy before a court'] };
/** What every answer says, whether or not something was left out (dataskyddslagen 5:1). */
export const silence: Phrases = {
  sv: ['Uppgifter som vi enligt lag inte får lämna ut ingår inte. Vi får inte alltid berätta om sådana finns.'],
  en: ['not allowed by law to disclose are not included', 'We may not always say'],
};
export const noCopies: Phrases = {
  sv: ['Skicka ingen kopia av legitimation'],
  en: ['Do not send a copy of an identity document'],
};

export interface Demand {
  /** The article or the rule that demands it. */
  readonly because: string;
  readonly kind: LetterName;
  /** The situations in which it is demanded; the first is 1. If absent: all situations. */
  readonly in?: readonly number[];
  readonly says: Phrases;
}
