import { addresses } from './detectors/address.ts';
import { bankgiros } from './detectors/bankgiro.ts';
import { cards } from './detectors/card.ts';
import type { Detector, Screened } from './detectors/detector.ts';
import { emails } from './detectors/email.ts';
import { ibans } from './detectors/iban.ts';
import { namesWith } from './detectors/name.ts';
import { numberRuns } from './detectors/number-runs.ts';
import { organisationNumbers } from './detectors/organisation-number.ts';
import { personnummer } from './detectors/personnummer.ts';
import { phones } from './detectors/phone.ts';
import { secrets } from './detectors/secret.ts';
import { sensitiveWords } from './detectors/sensitive.ts';
import { notOthers } from './own-data.ts';
import type { Proposal, ScreeningContext } from './proposal.ts';
import { lexicon } from './words/all-words.ts';
import { splitWords } from './words/split.ts';

// Where places of two detectors overlap, the place of the earlier detector stays. Names and sensitive words come last.
const detectors: readonly Detector[] = [
  secrets,
  personnummer,
  ibans,
  cards,
  emails,
  phones,
  organisationNumbers,
  bankgiros,
  addresses,
];

/** Finds what staff should look at in a text: the proposals, in the order of the text. They do not overlap. */
export type Screen = (text: string) => readonly Proposal[];

/**
 * Makes the function that finds other people's data, secrets and sensitive words about others in the texts of one case.
 * What is the person's own, the controller's or a public office's is not proposed. Linear in the length of a text.
 */
export function screenFor(context: ScreeningContext): Screen {
  const isNotOthers = notOthers(context);
  const names = namesWith(context.otherNames);
  return (text) => {
    const screened: Screened = { text, words: splitWords(text, lexicon()), numbers: numberRuns(text), context };
    let places: readonly Proposal[] = [];
    for (const detect of detectors) places = withoutOverlap(places, detect(screened));
    places = withoutOverlap(places, names(screened));
    const proposals = places.filter((place) => !isNotOthers(text, place));
    const people = proposals.filter(({ kind }) => kind === 'name');
    return withoutOverlap(proposals, sensitiveWords(screened, people));
  };
}

/** Adds places to places that are sorted and do not overlap. A place that overlaps an earlier one is left out. */
function withoutOverlap(sorted: readonly Proposal[], more: readonly Proposal[]): readonly Proposal[] {
  if (more.length === 0) return sorted;
  const merged: Proposal[] = [];
  let next = 0;
  for (const place of more.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    for (let taken = sorted[next]; taken !== undefined && taken.from < place.to; taken = sorted[next]) {
      merged.push(taken);
      next += 1;
    }
    if ((merged.at(-1)?.to ?? 0) <= place.from) merged.push(place);
  }
  return [...merged, ...sorted.slice(next)];
}
