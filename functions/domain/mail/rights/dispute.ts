import { compile } from './pattern.ts';
import { sentencesOf } from '../words/sentences.ts';

/**
 * A complaint about us, or a claim for damages. Each is handled in a case of its own (practice 18 in
 * `functions/domain/README.md`).
 */
export type Dispute = 'complaint' | 'claim';

/**
 * The complaints about us and the claims for damages in a text (Art. 77, 79, 82), in six languages. A complaint or
 * claim does not count if the writer only threatens it, asks about it or denies it.
 */
export function disputesIn(text: string): readonly Dispute[] {
  const said = sentencesOf(text.slice(0, 20_000))
    .slice(0, 500)
    .filter(({ words, question }) => !question && !unsure.test(words));
  const states = (patterns: readonly RegExp[]): boolean =>
    said.some(({ words }) => patterns.some((pattern) => pattern.test(words)));
  return [...(states(complaints) ? (['complaint'] as const) : []), ...(states(claims) ? (['claim'] as const) : [])];
}

const unsure =
  / (?:inte|ej|om ni|om jag|om vi|ifall|annars|not|never|if|unless|otherwise|ikke|hvis|ellers|jos|muuten|nicht|kein|keine|wenn|falls|sonst) /u;

const complaints = [
  '(jag|vi|härmed) ~2 (klagar|klaga) ~1 (på|över)',
  '(vill|önskar|framför|lämnar|inger) ~3 klagomål*',
  '(detta|det här|det) är ~2 klagomål',
  '(anmält|anmäler|klagat) ~4 (till|hos) (imy|integritetsskyddsmyndigheten|datainspektionen|tillsynsmyndigheten)',
  "(i|we|i'm) ~3 (complain|complaining) ~1 (about|that|of)",
  '(this|it) is ~3 complaint',
  '(file|filing|lodge|lodging|make|making|submit|submitting) ~3 complaint',
  '(i|we) ~2 (reported|complained) ~5 (authority|imy|ico|commissioner)',
  '(jeg|vi) ~1 (klager|vil klage|ønsker å klage|ønsker at klage) ~1 (på|over)',
  '(teen|tein|tehdä) ~3 (valituksen|valitus|kantelun|kantelu)',
  '(ich|wir|hiermit) ~2 (beschwere|beschweren) (mich|uns)',
  '(lege|reiche|erhebe) ~4 beschwerde',
].map((pattern) => compile(pattern));

const claims = [
  '(kräver|begär|yrkar|vill ha|fordrar|anspråk på|har rätt till) ~5 skadestånd*',
  '(kräver|begär|yrkar|fordrar) ~4 (ersättning|kompensation) ~6 (kränkning*|skada*|lidande*|intrång*|personuppgift*|gdpr|artikel)',
  '(claim|claiming|demand|demanding|seek|seeking|want|require|request) ~5 damages',
  '(claim|claiming|demand|demanding|seek|seeking) ~4 compensation ~8 (breach|distress|damage|harm|gdpr|data|article|privacy)',
  '(krever|kræver) ~4 erstatning',
  '(vaadin|vaadimme|haluan) ~4 vahingonkorvaus*',
  '(fordere|fordern|verlange|verlangen|mache|beanspruche) ~6 (schadensersatz*|schadenersatz*|schmerzensgeld*)',
].map((pattern) => compile(pattern));
