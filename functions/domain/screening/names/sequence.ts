import * as marks from '../words/marks.ts';
import type { Word } from '../words/word.ts';

/** Words that stand beside each other and may be one name. */
export interface Sequence {
  readonly words: readonly Word[];
  /** The places of the first and of the last word in the list of all words. */
  readonly first: number;
  readonly last: number;
  /** Whether the words are, or begin, the name of an organisation. */
  readonly isOrganisation: boolean;
}

const { anyName, surelyName, ordinaryWord } = marks;
const longest = 6;
const dot = 0x2e;

/** The sequences of words that may be names, in the order of the text. */
export function sequences(text: string, words: readonly Word[]): readonly Sequence[] {
  const found: Sequence[] = [];
  let at = 0;
  while (at < words.length) {
    const first = words[at];
    if (first === undefined || !mayBegin(text, first, words[at + 1])) {
      at += 1;
      continue;
    }
    let last = at;
    while (last - at < longest) {
      const step = nextInName(text, words, last) ?? (last === at ? reversed(text, words, at) : undefined);
      if (step === undefined) break;
      last = step;
    }
    const begin = last > at && isWordBeforeName(first, words[at + 1]) ? at + 1 : at;
    const members = words.slice(begin, last + 1);
    const end = members.at(-1);
    if (end !== undefined)
      found.push({
        words: members,
        first: begin,
        last,
        isOrganisation: isOrganisation(text, words, members, last),
      });
    at = last + 1;
  }
  return found;
}

/** Whether a word can be the first of a name. A small word can if it is a frequent name and no other word. */
function mayBegin(text: string, word: Word, next: Word | undefined): boolean {
  switch (word.written) {
    case 'small':
      if ((word.marks & marks.frequentName) === 0 || (word.marks & (marks.nameOnlyCapital | ordinaryWord)) !== 0)
        return false;
      break;
    case 'mixed':
      if (
        (word.marks & surelyName) === 0 &&
        !/^(?:Mc|Mac|De|Di|Du|La|Le|Van|O['’])\p{Lu}/u.test(text.slice(word.from, word.to))
      )
        return false;
      break;
    case 'initial':
      if (next === undefined || !isBesideCapital(text, word, next)) return false;
      break;
    case 'capital':
    case 'capitals':
      if (isOrdinary(word)) return false;
  }
  return !isPartOfAddress(text, word);
}

/** Whether the word belongs to a mail address, a web address, a file name or a number such as an id. */
function isPartOfAddress(text: string, { from, to }: Word): boolean {
  const before = text.charCodeAt(from - 1);
  const after = text.charCodeAt(to);
  if (isJoint(before) || isJoint(after) || isDigit(before) || isDigit(after)) return true;
  // A dot between a word and a small letter or a digit joins, as in "www.example.org"; before a space it ends a sentence.
  if (after === dot) return /[\p{Ll}\d]/u.test(text.charAt(to + 1));
  return before === dot && /[\p{Ll}\d]/u.test(text.charAt(from - 2)) && /\p{Ll}/u.test(text.charAt(from));
}

function isJoint(code: number): boolean {
  return code === 0x40 || code === 0x5f || code === 0x23 || code === 0x3d || code === 0x26;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The place of the next word of the name that ends at `last`. A particle counts only if a capitalised word follows. */
function nextInName(text: string, words: readonly Word[], last: number): number | undefined {
  const here = words[last];
  const next = words[last + 1];
  if (here === undefined || next === undefined) return undefined;
  const gap = text.slice(here.to, next.from);
  const isInitial = here.written === 'initial';
  const joins = gap === ' ' || gap === '\u00A0' || (isInitial && (gap === '. ' || gap === '.' || gap === '.\u00A0'));
  if (!joins) return undefined;
  if (isPartOfAddress(text, next)) return undefined;
  // "Serienummer ZX", "Avdelning IT": an abbreviation, if the word before is written otherwise.
  if (next.written === 'capitals' && here.written === 'capital' && (next.marks & anyName) === 0) return undefined;
  if (next.written === 'small') {
    if ((next.marks & marks.particle) !== 0) {
      const after = words[last + 2];
      if (after !== undefined && text.slice(next.to, after.from) === ' ' && after.written === 'capital')
        return last + 2;
      const second = words[last + 3];
      if (
        after !== undefined &&
        second !== undefined &&
        (after.marks & marks.particle) !== 0 &&
        text.slice(after.to, second.from) === ' ' &&
        second.written === 'capital'
      )
        return last + 3;
      return undefined;
    }
    return undefined;
  }
  if (isOrdinary(next) && next.written !== 'initial') return undefined;
  return last + 1;
}

/** "Kvist, Anna": the place of a given name after a surname and a comma. A full name after it is another person. */
function reversed(text: string, words: readonly Word[], at: number): number | undefined {
  const surname = words[at];
  const given = words[at + 1];
  if (surname === undefined || given === undefined || text.slice(surname.to, given.from) !== ', ') return undefined;
  if (surname.written !== 'capital' || given.written !== 'capital') return undefined;
  const isSurname = (surname.marks & (marks.place | ordinaryWord | surelyName)) === 0;
  const isGiven = (given.marks & (surname.marks === 0 ? anyName : surelyName)) !== 0;
  return isSurname && isGiven && nextInName(text, words, at + 1) === undefined ? at + 1 : undefined;
}

/** Whether the first word of a sentence stands before a name and is no part of it, as in "Fakturan Anna fick". */
function isWordBeforeName(first: Word, second: Word | undefined): boolean {
  if (second === undefined || first.written === 'initial') return false;
  const isSureName = (word: Word): boolean => (word.marks & surelyName) !== 0;
  return (first.marks & marks.pronoun) !== 0 || ((first.marks & ordinaryWord) !== 0 && isSureName(second));
}

/** Whether the lists know the word as another word than a name. */
function isOrdinary(word: Word): boolean {
  return (word.marks & ordinaryWord) !== 0 && (word.marks & anyName) === 0;
}

/** Whether a capitalised word follows an initial: "A. Kvist", "A Kvist", "J.R. Kvist". */
function isBesideCapital(text: string, word: Word, next: Word): boolean {
  const gap = text.slice(word.to, next.from);
  return (gap === ' ' || gap === '.' || gap === '. ') && (next.written === 'capital' || next.written === 'initial');
}

function isOrganisation(text: string, words: readonly Word[], members: readonly Word[], last: number): boolean {
  const end = words[last];
  const next = words[last + 1];
  const isOne = (word: Word): boolean => (word.marks & marks.organisationWord) !== 0;
  if (members.some((word) => isOne(word) && (word.marks & anyName) === 0)) return true;
  if (end === undefined || next === undefined || !isOne(next)) return false;
  const gap = text.slice(end.to, next.from);
  return (
    (gap === ' ' || gap === ' & ') &&
    (next.written !== 'small' || /^(?:kommun|län|församling|universitet|sjukhus)/.test(text.slice(next.from, next.to)))
  );
}

/** Whether words are all that stands in their line. */
export function isWholeLine(text: string, words: readonly Word[]): boolean {
  const from = words[0]?.from ?? 0;
  const to = words.at(-1)?.to ?? 0;
  return (
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, from - 20), from)) &&
    /^[ \t\r]*(?:\n|$)/.test(text.slice(to, to + 20))
  );
}
