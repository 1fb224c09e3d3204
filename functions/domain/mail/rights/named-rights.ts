import { articlesIn } from './articles.ts';
import type { CompiledBook } from './compiled-book.ts';
import { isDenied, isDeniedAtAll } from './denied.ts';
import { hitAt, type Hit, type Spoken } from './hit.ts';
import { listedRights } from './listed-rights.ts';
import { isAboutList } from './other-deed.ts';
import { mentionsIn } from './other-rights.ts';
import type { Sentence } from '../words/sentences.ts';

/** The rights that a sentence asks for only by their names. */
export function listedHits(
  { words, under, question, at }: Sentence,
  known: readonly Hit[],
  book: CompiledBook,
  isOfLaw: boolean,
): readonly Hit[] {
  const { listed, joining } = book;
  if (listed === undefined || question || joining.wonders.test(words) || book.howOneself.test(words)) return [];
  const ask = joining.ask.exec(words);
  const isItem = ask === null && under !== undefined && joining.ask.test(under) && !isDeniedAtAll(under, book);
  if (ask === null && !isItem) return [];
  const asked = {
    ask: ask === null ? 0 : ask.index + ask[0].length,
    hits: known,
    negations: joining.negations,
  };
  const found = listedRights(words, asked, listed).map((one) => hitAt(one, words, at, book));
  // A single name may mean something other than a right, such as access to a building.
  const several = new Set([...known, ...found].map(({ right }) => right)).size > 1;
  return several || isOfLaw ? found.filter(({ right }) => !known.some((hit) => hit.right === right)) : [];
}

/**
 * `hits`: the rights of the articles that a sentence names, if the sentence asks for something. `beyond`: other
 * mentions of articles, which staff read. Mentions with a negation are left out.
 */
export function articleHits(
  words: string,
  { under, at }: Sentence,
  known: readonly Hit[],
  book: CompiledBook,
  isOfLaw: boolean,
): { readonly hits: readonly Hit[]; readonly beyond: readonly Spoken[] } {
  const hits: Hit[] = [];
  const beyond: Spoken[] = [];
  const asks = book.ask.test(words) || known.length > 0 || (under !== undefined && book.ask.test(under));
  for (const { rights, index, length, marketing, ...mention } of articlesIn(words)) {
    if (isDenied(words, index, 0, book)) continue;
    if (mention.beyond) beyond.push({ right: 'other', sentence: at, start: index });
    for (const right of rights.filter((one) => !known.some((hit) => hit.right === one)))
      if (asks && (isOfLaw || prepositions.has(words.slice(0, index).trim().split(' ').at(-1) ?? '')))
        hits.push(hitAt({ right, index, length, marketing: marketing && right === 'objection' }, words, at, book));
      else beyond.push({ right, sentence: at, start: index });
  }
  return { hits, beyond };
}

/** Words that are before the article of a law, such as *enligt* or *under*. */
const prepositions = new Set('enligt under to with per jämlikt gemäß nach efter etter'.split(' '));

/**
 * The places where a sentence mentions rights without clearly denying them. Words about being on a mailing list do not
 * count.
 */
export function spokenIn(words: string, at: number, book: CompiledBook): readonly Spoken[] {
  return mentionsIn(words, book.words, book.joining.negations, book.undoing)
    .filter(({ right, index }) => right !== 'erasure' || !isAboutList(words, index, book))
    .map(({ right, index }) => ({ right, sentence: at, start: index }));
}
