import { otherPersonWord, sensitiveWord } from '../words/marks.ts';
import type { Proposal } from '../proposal.ts';
import type { Screened } from './detector.ts';

// How much of a sentence is read before and after a word.
const farthest = 300;

/**
 * Words about health, belief, union membership, sexual life and crime (Art. 9, 10), in a sentence that speaks of another
 * person: by one of the `names` that were proposed, or by a word such as "grannen" or "her".
 */
export function sensitiveWords({ text, words }: Screened, names: readonly Proposal[]): readonly Proposal[] {
  const others = words.filter(({ marks }) => (marks & otherPersonWord) !== 0);
  return words
    .filter(({ marks }) => (marks & sensitiveWord) !== 0)
    .filter(({ from, to }) => {
      const sentence = sentenceAround(text, from, to);
      return hasIn(others, sentence) || hasIn(names, sentence);
    })
    .map(({ from, to }) => ({ from, to, kind: 'sensitive' }));
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function sentenceAround(text: string, from: number, to: number): Place {
  let start = from;
  while (start > 0 && from - start < farthest && !isSentenceEnd(text, start - 1)) start -= 1;
  let end = to;
  while (end < text.length && end - to < farthest && !isSentenceEnd(text, end)) end += 1;
  return { from: start, to: end };
}

function isSentenceEnd(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign === '\n' || ('.!?'.includes(sign) && /\s/.test(text.charAt(at + 1)));
}

/** Whether one of the places, which are sorted and do not overlap, begins inside another place. */
function hasIn(sorted: readonly Place[], { from, to }: Place): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (sorted[low]?.from ?? Infinity) < to;
}
