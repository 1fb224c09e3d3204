import { capitalLetter, combiningMark, letters, notInWord } from './letters.ts';
import { beginningLength, nextHash, type Lexicon } from './lexicon.ts';
import { anyName, counting, helping, place, sensitiveWord } from './marks.ts';
import type { Word } from './word.ts';

const hyphen = 0x2d;
const apostrophe = 0x27;
const curlyApostrophe = 0x20_19;
const smallS = 0x73;
// At most so many code units before or after a capitalised word, a small word can tell what that word is.
const close = 40;

/**
 * The words of a text that a detector can need: every word with a capital letter, the small words beside it that the
 * lexicon knows, and the small words that count wherever they stand. Linear in the length of the text: most words are
 * only hashed while they are read, and never compared.
 */
export function splitWords(text: string, lexicon: Lexicon): readonly Word[] {
  const { classes, small } = letters();
  const words: Word[] = [];
  const { length } = text;
  // The last small word, if the lexicon may know it and it was not needed so far.
  let lastFrom = -1;
  let lastTo = -1;
  let endOfCapital = -close;
  let at = 0;
  while (at < length) {
    const first = classes[text.charCodeAt(at)];
    if (first === notInWord || first === combiningMark) {
      at += 1;
      continue;
    }
    const from = at;
    let capitals = 0;
    let count = 0;
    let parts = 1;
    let hasMarks = false;
    let hash = 0;
    let before = 0;
    let last = 0;
    let begins = false;
    while (at < length) {
      const code = text.charCodeAt(at);
      const kind = classes[code];
      if (kind === notInWord) {
        const joins = code === hyphen || code === apostrophe || code === curlyApostrophe;
        if (!joins || at + 1 >= length || classes[text.charCodeAt(at + 1)] === notInWord) break;
        parts += 1;
      } else if (kind === combiningMark) hasMarks = true;
      else {
        count += 1;
        if (kind === capitalLetter) capitals += 1;
      }
      before = hash;
      last = small[code] ?? code;
      hash = nextHash(hash, last);
      at += 1;
      if (at - from === beginningLength) begins = lexicon.mayBegin(hash);
    }
    if (capitals === 0) {
      const isGenitive = last === smallS;
      const counts = hasMarks || begins || lexicon.mayCount(hash) || (isGenitive && lexicon.mayCount(before));
      if (!counts && !(from - endOfCapital === 1 && lexicon.mayHelp(hash))) {
        lastFrom = lexicon.mayHelp(hash) ? from : -1;
        lastTo = at;
        continue;
      }
      lastFrom = -1;
      const marks = lexicon.marksOf(asListed(text.slice(from, at), hasMarks));
      if (marks !== 0) words.push({ from, to: at, written: 'small', marks });
      continue;
    }
    if (lastFrom !== -1 && from - lastTo <= close) {
      const marks = lexicon.marksOf(text.slice(lastFrom, lastTo));
      if (marks !== 0) words.push({ from: lastFrom, to: lastTo, written: 'small', marks });
    }
    lastFrom = -1;
    const isKnown = lexicon.mayKnow(hash) || (last === smallS && mayKnowStem(lexicon, text, at, before));
    const marks = isKnown || hasMarks || begins ? lexicon.marksOf(asListed(text.slice(from, at), hasMarks)) : 0;
    endOfCapital = at;
    if (count > 1 && isOnlyOrdinary(marks)) continue;
    words.push({ from, to: at, written: written(count, capitals, first === capitalLetter ? parts : 0), marks });
  }
  return words;
}

/** Whether a capitalised word is no name and tells nothing of the words beside it, as "The" and "Det". */
function isOnlyOrdinary(marks: number): boolean {
  return marks !== 0 && (marks & (anyName | counting | helping | place | sensitiveWord)) === 0;
}

/** A word as the lists write it. */
function asListed(word: string, hasMarks: boolean): string {
  return (hasMarks ? word.normalize('NFC') : word).toLowerCase();
}

/** Whether the lists may contain a word without its last "s". `hash` is that of the word without it. */
function mayKnowStem(lexicon: Lexicon, text: string, end: number, hash: number): boolean {
  return lexicon.mayKnow(hash) || isApostrophe(text.charCodeAt(end - 2));
}

function isApostrophe(code: number): boolean {
  return code === apostrophe || code === curlyApostrophe;
}

/** `parts`: into how many parts hyphens and apostrophes divide the word; 0 if it begins with a small letter. */
function written(count: number, capitals: number, parts: number): Word['written'] {
  if (count === 1) return 'initial';
  if (capitals === count) return 'capitals';
  return parts > 0 && (capitals === 1 || capitals === parts) ? 'capital' : 'mixed';
}
