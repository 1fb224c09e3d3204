import { capitalLetter, combiningMark, letters, notInWord } from './letters.ts';
import { beginningLength, nextHash, type Lexicon } from './lexicon.ts';
import type { Word } from './word.ts';

const hyphen = 0x2d;
const apostrophe = 0x27;
const curlyApostrophe = 0x20_19;
const smallS = 0x73;

/**
 * The words of a text that a detector can need: every word with a capital letter, and of the small words only those
 * that the lexicon knows. Linear in the length of the text: a word is compared with the lists only if a hash of it, which
 * is computed on the way, may be in them.
 */
export function splitWords(text: string, lexicon: Lexicon): readonly Word[] {
  const { classes, small } = letters();
  const words: Word[] = [];
  const { length } = text;
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
    const may = hasMarks || begins || lexicon.mayKnow(hash) || (last === smallS && lexicon.mayKnow(before));
    if (capitals === 0 && !may) continue;
    const possessive = last === smallS && isApostrophe(text.charCodeAt(at - 2));
    const marks = may || possessive ? lexicon.marksOf(text.slice(from, at).normalize('NFC').toLowerCase()) : 0;
    if (capitals === 0 && marks === 0) continue;
    words.push({ from, to: at, written: written(count, capitals, first === capitalLetter ? parts : 0), marks });
  }
  return words;
}

function isApostrophe(code: number): boolean {
  return code === apostrophe || code === curlyApostrophe;
}

/** `parts`: into how many parts hyphens and apostrophes divide the word; 0 if it begins with a small letter. */
function written(count: number, capitals: number, parts: number): Word['written'] {
  if (capitals === 0) return 'small';
  if (count === 1) return 'initial';
  if (capitals === count) return 'capitals';
  return parts > 0 && (capitals === 1 || capitals === parts) ? 'capital' : 'mixed';
}
