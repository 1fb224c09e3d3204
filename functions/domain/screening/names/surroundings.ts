import type { Word } from '../words/word.ts';
import * as marks from '../words/marks.ts';
import type { Sequence } from './sequence.ts';

/** What stands around words that may be a name. */
export interface Surroundings {
  /** The marks of the word before, if only a space, a colon or a dot of an abbreviation stands between; otherwise 0. */
  readonly before: number;
  /** The marks of the small word after, if only a space stands between; otherwise 0. */
  readonly after: number;
  readonly startsSentence: boolean;
  /** Whether the line before ends a message, as in "Vänliga hälsningar,". */
  readonly followsClosing: boolean;
}

// How far before a name its sentence begins at most, if only spaces and signs stand between.
const farthest = 40;
const longestAbbreviation = 4;

export function surroundings(
  text: string,
  words: readonly Word[],
  { words: members, first, last }: Sequence,
): Surroundings {
  const from = members[0]?.from ?? 0;
  const to = members.at(-1)?.to ?? 0;
  const previous = words[first - 1];
  const next = words[last + 1];
  const isNear = previous !== undefined && from - previous.to <= farthest;
  const gap = isNear ? text.slice(previous.to, from) : '';
  return {
    before: isNear && isBeside(gap, previous) ? previous.marks : 0,
    after: next?.from === to + 1 && next.written === 'small' && text[to] === ' ' ? next.marks : 0,
    startsSentence: startsSentence(text, from),
    followsClosing: isNear && (previous.marks & marks.closing) !== 0 && /^\s*[,.!]?\s*[/–—-]*\s*$/.test(gap),
  };
}

/** Whether a sentence, a line or a quotation begins at a place. */
function startsSentence(text: string, from: number): boolean {
  for (let at = from - 1; at >= from - farthest; at -= 1) {
    const sign = text[at];
    if (sign === undefined || sign === '\n') return true;
    if (sign === ' ' || sign === '\t' || sign === '\r' || sign === '\u00A0') continue;
    if ('.!?…:;"“”«»'.includes(sign)) return at < from - 1 || '"“”«»'.includes(sign);
    if (!'>*•–—/-)('.includes(sign)) return false;
    // A bracket or a dash begins a line or a sentence only if another sign or the line begins before it.
  }
  return false;
}

/** Whether nothing but a space, or the sign that belongs to the word, stands between a word and what follows it. */
function isBeside(gap: string, { from, to, marks: before }: Word): boolean {
  if (gap === ' ' || gap === '\u00A0') return true;
  if (gap.length > 3) return false;
  if ((before & marks.nameLabel) !== 0) return gap === ':' || gap === ': ' || gap === ' : ';
  // The dot of an abbreviation, as in "Dr. Kvist", and not the end of a sentence.
  if ((before & marks.title) !== 0) return gap === '. ' && to - from <= longestAbbreviation;
  return (before & (marks.greeting | marks.closing)) !== 0 && /^[,:]? ?$/.test(gap);
}
