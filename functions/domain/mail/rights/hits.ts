import type { CompiledBook, Phrase } from './compiled-book.ts';
import { completedParts } from './coordinated.ts';
import { isDenied } from './denied.ts';
import { hitAt, type Hit, type Spoken } from './hit.ts';
import { coreOf, isAboutList, isOtherDeed, isOwnDeed, lastJoint } from './other-deed.ts';
import { isClearlyDenied } from './other-rights.ts';
import { matchesOf } from './pattern.ts';
import type { Sentence } from '../words/sentences.ts';
import { namesNone } from './supposed.ts';

/** `named`: the demands in a sentence. `doubtful`: phrases that may be demands, so that staff must read them. */
export interface Hits {
  readonly named: readonly Hit[];
  readonly doubtful: readonly Spoken[];
}

/**
 * The demands that the phrases of a phrasebook find in a sentence, or in a part that is read as a sentence. If they
 * find none and the sentence has at most seven words, the name of a right is a demand ("Erasure of my data"); below the
 * closing words of a letter it is only `doubtful`. `correctable`: the text names something that can be corrected.
 */
export function hitsIn(words: string, { at, below }: Sentence, book: CompiledBook, correctable: boolean): Hits {
  const named: Hit[] = [];
  const doubtful: Spoken[] = [];
  for (const phrase of book.phrases) {
    if (phrase.needsCorrectable && !correctable) continue;
    for (const match of matchesOf(phrase.pattern, words)) {
      const seen = lookAt(phrase, match.index, match[0], words, book);
      if (seen === 'denied') continue;
      if (seen === 'doubtful') doubtful.push({ right: phrase.right, sentence: at, start: match.index });
      else
        named.push(
          hitAt(
            { right: phrase.right, index: match.index, length: match[0].length, marketing: phrase.marketing },
            words,
            at,
            book,
          ),
        );
      break;
    }
  }
  if (named.length === 0 && words.trim().split(' ').length <= 7 && !isDenied(words, 0, words.length, book))
    for (const { right, pattern } of book.names) {
      const [match] = matchesOf(pattern, words);
      if (match === undefined) continue;
      if (below) doubtful.push({ right, sentence: at, start: match.index });
      else named.push(hitAt({ right, index: match.index, length: match[0].length }, words, at, book));
    }
  return { named, doubtful };
}

/** Whether a phrase that was found is a demand, is no demand, or may be a demand. */
function lookAt(
  phrase: Phrase,
  index: number,
  match: string,
  words: string,
  book: CompiledBook,
): 'demand' | 'denied' | 'doubtful' {
  const { right, denies } = phrase;
  if (!denies && isDenied(words, index, match.length, book)) {
    const part = Math.max(0, lastJoint(match, book));
    const { negations } = book.joining;
    return isClearlyDenied(words, index + part, match.slice(part), negations, book.undoing) ? 'denied' : 'doubtful';
  }
  if (right === 'access' && isOtherDeed(words, index, match.length, book))
    return book.copies.test(match) && !confirms.test(match) ? 'doubtful' : 'denied';
  if (!denies && right !== 'objection' && namesNone(match)) return 'denied';
  if (isOwnDeed(right, words.slice(0, index + match.length), book)) return 'doubtful';
  if (right === 'erasure' && isAboutList(words, index, book)) return 'denied';
  return 'demand';
}

/** A person who writes "Confirm that my data have been deleted" does not ask for a copy. */
const confirms = / (?:bekräfta|bekräftar|bekräftelse|confirm|confirmation) /u;

/**
 * The demands in the parts of a sentence, each read after the words of asking. Rights that the whole sentence already
 * demands are left out.
 */
export function partHits(
  sentence: Sentence,
  words: string,
  known: readonly Hit[],
  book: CompiledBook,
  correctable: boolean,
): readonly Hit[] {
  const { under, at } = sentence;
  const found: Hit[] = [];
  for (const part of completedParts(words, under, book.joining)) {
    for (const { right, start, end, marketing } of hitsIn(part.words, sentence, book, correctable).named) {
      if ([...known, ...found].some((hit) => hit.right === right) || end <= part.lead + 1) continue;
      const from = Math.max(start, part.lead) - part.lead + part.index;
      found.push(hitAt({ right, index: from, length: end - Math.max(start, part.lead), marketing }, words, at, book));
    }
  }
  return found;
}

/**
 * Whether the copy is wanted in a form that another company can read. Such a demand is for portability, and does not
 * count as a demand for access too.
 */
export function isCopyToCarry(copy: Hit, hits: readonly Hit[], book: CompiledBook): boolean {
  const begin = copy.start + coreOf(copy.words.slice(copy.start, copy.end), book);
  return hits.some(({ right, start, end }) => {
    if (right !== 'portability') return false;
    const between = start < begin ? copy.words.slice(end - 1, begin + 1) : copy.words.slice(copy.end - 1, start + 1);
    return between.search(book.joints) < 0;
  });
}
