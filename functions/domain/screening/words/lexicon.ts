import { counting, genitive, helping } from './marks.ts';

/** The word lists, in a form in which each word of a text is looked up once. */
export interface Lexicon {
  /** Whether a list may contain a word with this hash. `false` is certain. */
  mayKnow(hash: number): boolean;
  /** Whether a word with this hash may be one of those that count wherever they stand. */
  mayCount(hash: number): boolean;
  /** Whether a word with this hash may tell what a capitalised word beside it is. */
  mayHelp(hash: number): boolean;
  /** Whether a list may contain a word that begins with the letters of this hash. */
  mayBegin(hash: number): boolean;
  /** The marks of a word in small letters; 0 if no list has it. */
  marksOf(word: string): number;
}

/** Words with the same marks. `begin` lists word beginnings of exactly `beginningLength` letters or more. */
export interface WordList {
  readonly marks: number;
  readonly words: string;
}

const bits = 1 << 20;

/** How many letters of a word are compared first with the beginnings in the lists. */
export const beginningLength = 5;

/** The hash of a word after one more letter. */
export function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** Makes a lexicon of lists of whole words and of lists of beginnings of words (in small letters, between spaces). */
export function makeLexicon(whole: readonly WordList[], beginnings: readonly WordList[]): Lexicon {
  const known = new Map<string, number>();
  const countingHashes = new Uint8Array(bits >> 3);
  const helpingHashes = new Uint8Array(bits >> 3);
  const wholeHashes = new Uint8Array(bits >> 3);
  const beginningHashes = new Uint8Array(bits >> 3);
  for (const { marks, words } of whole)
    for (const word of splitList(words)) {
      known.set(word, (known.get(word) ?? 0) | marks);
      remember(wholeHashes, hashOf(word));
      if ((marks & counting) !== 0) remember(countingHashes, hashOf(word));
      if ((marks & helping) !== 0) remember(helpingHashes, hashOf(word));
    }
  const begun = new Map<string, { readonly text: string; readonly marks: number }[]>();
  for (const { marks, words } of beginnings)
    for (const text of splitList(words)) {
      const first = text.slice(0, beginningLength);
      begun.set(first, [...(begun.get(first) ?? []), { text, marks }]);
      remember(beginningHashes, hashOf(first));
    }
  const marksOf = (word: string): number => {
    let marks = known.get(word) ?? 0;
    if (marks === 0 && word.endsWith('s')) {
      const stem = known.get(word.slice(0, word.endsWith("'s") || word.endsWith('’s') ? -2 : -1));
      if (stem !== undefined) marks = stem | genitive;
    }
    if (word.length >= beginningLength)
      for (const { text, marks: more } of begun.get(word.slice(0, beginningLength)) ?? [])
        if (word.startsWith(text)) marks |= more;
    return marks;
  };
  return {
    mayKnow: (hash) => isRemembered(wholeHashes, hash),
    mayCount: (hash) => isRemembered(countingHashes, hash),
    mayHelp: (hash) => isRemembered(helpingHashes, hash),
    mayBegin: (hash) => isRemembered(beginningHashes, hash),
    marksOf,
  };
}

function splitList(words: string): readonly string[] {
  return words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) hash = nextHash(hash, word.charCodeAt(index));
  return hash;
}

function slot(hash: number): number {
  return (hash ^ (hash >>> 12)) & (bits - 1);
}

function remember(table: Uint8Array, hash: number): void {
  const at = slot(hash);
  table[at >> 3] = (table[at >> 3] ?? 0) | (1 << (at & 7));
}

function isRemembered(table: Uint8Array, hash: number): boolean {
  const at = slot(hash);
  return ((table[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}
