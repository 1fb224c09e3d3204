// How much of what is planted in running text the detectors find, how much they propose that is nothing, and how fast
// they are beside one pass of `\p{L}+` over the same text. Half of the given names, and all surnames, are in no list.
import { screenFor } from '#domain/screening/screen.ts';
import type { Proposal, ProposalKind, ScreeningContext } from '#domain/screening/proposal.ts';
import { processorSeconds } from '../support/processor-time.ts';
import { randomFrom, seed } from '../support/random.ts';
import { median } from './function-process.ts';
import { owner, plant, type PlantedText } from './screening/planted.ts';
import { englishSentences, englishTexts, swedishSentences, swedishTexts } from './screening/texts.ts';

const atLeast = 400;
const runs = 5;
const codeUnitsForRate = 2_000_000;

const context: ScreeningContext = {
  own: owner,
  controller: { names: ['Nordvik AB'], domains: ['nordvik.example'] },
  otherNames: [],
  today: '2026-12-01',
};

const screen = screenFor(context);

interface Counts {
  planted: number;
  found: number;
  proposed: number;
  right: number;
}

/** `recall` and `precision` by kind; `ownProposed`: the share of the person's own data that was proposed. */
export async function run(): Promise<object> {
  const random = randomFrom(seed);
  const texts: PlantedText[] = [];
  let items = 0;
  while (items < atLeast)
    for (const template of templates(random)) {
      const planted = plant(template, random);
      texts.push(planted);
      items += planted.places.filter(({ isOwn }) => !isOwn).length;
    }
  const counts = new Map<ProposalKind, Counts>();
  const own = { planted: 0, proposed: 0 };
  for (const { text, places } of texts) count(screen(text), places, counts, own);
  const kinds = Object.fromEntries(
    [...counts].map(([kind, { planted, found, proposed, right }]) => [
      kind,
      { planted, recall: ratio(found, planted), proposed, precision: ratio(right, proposed) },
    ]),
  );
  return { seed, items, ...kinds, ownProposed: ratio(own.proposed, own.planted), ofOnePass: rate(texts) };
}

/** The texts, each between a few sentences that name nobody. */
function templates(random: () => number): readonly string[] {
  const among = (texts: readonly string[], sentences: readonly string[]): readonly string[] =>
    texts.map((text) => `${someSentences(sentences, random)}\n${text}\n${someSentences(sentences, random)}`);
  return [...among(swedishTexts, swedishSentences), ...among(englishTexts, englishSentences)];
}

function someSentences(sentences: readonly string[], random: () => number): string {
  const start = Math.floor(random() * sentences.length);
  return sentences.slice(start, start + 4).join(' ');
}

function count(
  proposals: readonly Proposal[],
  places: PlantedText['places'],
  counts: Map<ProposalKind, Counts>,
  own: { planted: number; proposed: number },
): void {
  const of = (kind: ProposalKind): Counts => {
    const known = counts.get(kind) ?? { planted: 0, found: 0, proposed: 0, right: 0 };
    counts.set(kind, known);
    return known;
  };
  for (const place of places) {
    // A place is found if a proposal covers it; the "s" of a genitive may stay.
    const isFound = proposals.some(
      ({ from, to }) => from <= place.from && to >= place.to - (place.kind === 'name' ? 2 : 0),
    );
    if (place.isOwn) {
      own.planted += 1;
      if (proposals.some(({ from, to }) => from < place.to && to > place.from)) own.proposed += 1;
    } else {
      of(place.kind).planted += 1;
      if (isFound) of(place.kind).found += 1;
    }
  }
  for (const { from, to, kind } of proposals) {
    of(kind).proposed += 1;
    if (places.some((place) => !place.isOwn && from < place.to && to > place.from)) of(kind).right += 1;
  }
}

/** How fast the texts are screened, as a share of the rate of one pass of `\p{L}+`. */
function rate(texts: readonly PlantedText[]): number {
  const all = texts.map(({ text }) => text).join('\n\n');
  const text = all.repeat(Math.ceil(codeUnitsForRate / all.length));
  const ratios: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const begin = processorSeconds();
    if ((text.match(/\p{L}+/gu)?.length ?? 0) === 0) throw new Error('the text has no words');
    const between = processorSeconds();
    if (screen(text).length === 0) throw new Error('nothing was proposed');
    ratios.push((between - begin) / (processorSeconds() - between));
  }
  return median(ratios);
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
