import * as marks from '../words/marks.ts';
import type { Word } from '../words/word.ts';
import { endsLikeNoun, endsLikeSurname, endsLikeThing } from './endings.ts';
import { isWholeLine, sequences, type Sequence } from './sequence.ts';
import { surroundings, type Surroundings } from './surroundings.ts';

/** Where a name of a person stands. */
export interface NamePlace {
  readonly from: number;
  readonly to: number;
}

const { anyName, surelyName, introduction } = marks;

/**
 * The names of persons in a text. A name need not be in a list: in Swedish and English only names begin with a capital
 * letter inside a sentence, so what is there is taken for a name unless the lists say what else it is. `known` are names
 * that the case has beside the text, in small letters.
 */
export function findNames(text: string, words: readonly Word[], known: ReadonlySet<string>): readonly NamePlace[] {
  const found: Sequence[] = [];
  const doubtful: Sequence[] = [];
  for (const sequence of sequences(text, words)) {
    const around = surroundings(text, words, sequence);
    (isName(text, sequence, around, known) ? found : doubtful).push(sequence);
  }
  const seen = new Set(known);
  for (const sequence of found)
    for (const word of sequence.words)
      if ((word.marks & marks.nameAndWord) === 0 && word.written !== 'initial') seen.add(bare(text, word));
  const again = doubtful.filter(({ words: [first], isOrganisation }) => {
    if (first === undefined || isOrganisation) return false;
    return (first.marks & (marks.ordinaryWord | marks.place)) === 0 && isSeen(seen, bare(text, first));
  });
  return [...found, ...again].map(({ words: ones }) => placeOf(text, ones, seen)).toSorted((a, b) => a.from - b.from);
}

function isSeen(seen: ReadonlySet<string>, word: string): boolean {
  return seen.has(word) || (word.endsWith('s') && seen.has(word.slice(0, -1)));
}

/** The word in small letters, without the "s" of a genitive if the lists know the word without it. */
export function bare(text: string, word: Word): string {
  return text.slice(word.from, endOf(text, word)).normalize('NFC').toLowerCase();
}

function isName(
  text: string,
  { words, isOrganisation }: Sequence,
  around: Surroundings,
  known: ReadonlySet<string>,
): boolean {
  const [first] = words;
  if (first === undefined || isOrganisation) return false;
  if (words.some((word) => isSeen(known, bare(text, word)))) return true;
  const isIntroduced = (around.before & introduction) !== 0 || around.followsClosing;
  const hasSureName = words.some(({ marks: has }) => (has & surelyName) !== 0);
  if (words.length > 1) {
    if (hasSureName || isIntroduced) return true;
    if (words.every(({ marks: has }) => (has & marks.place) !== 0)) return false;
    if (words.every(({ written }) => written === 'capitals')) return false;
    if (words.some((word) => endsLikeThing(bare(text, word)))) return false;
    return !(words.length > 2 && isWholeLine(text, words));
  }
  const isVerbNext = (around.after & marks.personVerb) !== 0;
  if (first.written === 'initial') return false;
  if (first.written === 'small') return (first.marks & marks.frequentName) !== 0;
  if ((first.marks & marks.sensitiveWord) !== 0) return false;
  if ((first.marks & marks.place) !== 0 && (first.marks & marks.frequentName) === 0)
    return isIntroduced || (isVerbNext && around.startsSentence);
  if (hasSureName) return first.written !== 'capitals' || (first.marks & marks.frequentName) !== 0;
  if (first.written === 'capitals') return isIntroduced && first.to - first.from > 4;
  if ((first.marks & marks.pronoun) !== 0 && !isIntroduced) return false;
  // "12 May", "in May".
  if ((first.marks & marks.noName) !== 0 && (isAfterDigit(text, first) || (around.before & marks.beforePlace) !== 0))
    return false;
  // "Per" and "Will" are also other words, which begin many sentences.
  if ((first.marks & anyName) !== 0) return !around.startsSentence || isIntroduced || isVerbNext;
  if (endsLikeThing(bare(text, first))) return false;
  if (isIntroduced) return true;
  // "Thompson, the plumber, was rude."
  if (around.startsSentence && text[first.to] === ',' && endsLikeSurname(bare(text, first))) return true;
  if (around.startsSentence)
    return (
      isVerbNext ||
      ((around.after & marks.anyVerb) !== 0 && (endsLikeSurname(bare(text, first)) || !endsLikeNoun(bare(text, first))))
    );
  return (around.before & marks.beforePlace) === 0;
}

function isAfterDigit(text: string, { from }: Word): boolean {
  return /\d[ .]{1,2}$/.test(text.slice(Math.max(0, from - 3), from));
}

/** `seen`: names of the text in small letters, which tell that an "s" after one of them is a genitive. */
function placeOf(text: string, words: readonly Word[], seen: ReadonlySet<string>): NamePlace {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) throw new Error('a name has at least one word');
  const to = endOf(text, last);
  const written = bare(text, last);
  const isGenitive = to === last.to && written.endsWith('s') && seen.has(written.slice(0, -1));
  return { from: first.from, to: isGenitive ? to - 1 : to };
}

/** The end of a word, without the "s" of a genitive if the lists know the word without it, or its ending shows it. */
function endOf(text: string, { from, to, marks: has }: Word): number {
  const written = text.slice(from, to);
  const possessive = /['’]s?$/i.exec(written);
  if (possessive !== null) return to - possessive[0].length;
  const isGenitive =
    (has & marks.genitive) !== 0 || (/s$/i.test(written) && endsLikeSurname(written.slice(0, -1).toLowerCase()));
  return isGenitive && /s$/i.test(written) && to - from > 3 ? to - 1 : to;
}
