import type { Right } from '../rights.ts';
import { articlesIn } from './articles.ts';
import type { CompiledBook, Phrase } from './compiled-book.ts';
import { completedParts, partsOf } from './coordinated.ts';
import { listedRights } from './listed-rights.ts';
import type { MailLanguage } from './mail-language.ts';
import { isClearlyDenied, mentionsIn } from './other-rights.ts';
import { matchesOf } from './pattern.ts';
import type { Sentence } from './sentences.ts';
import { asksHowAnybody, namesNone } from './supposed.ts';

/** A demand of a right in a sentence. */
export interface Hit {
  readonly right: Right;
  readonly language: MailLanguage;
  readonly marketing: boolean;
  /** Where the sentence and the hit begin. */
  readonly sentence: number;
  readonly at: number;
  /** The sentence's words, and where the hit begins and ends in them. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Where a sentence mentions a right, or something that belongs to no single right. */
export interface Spoken {
  readonly right: Right | 'other';
  readonly sentence: number;
  readonly start: number;
}

/** The demands in a sentence, and the phrases that only look like demands. */
export interface Hits {
  readonly named: readonly Hit[];
  readonly doubtful: readonly Spoken[];
}

interface Found {
  readonly right: Right;
  readonly index: number;
  readonly length: number;
  readonly marketing?: boolean;
}

/** A demand as a hit. */
export function hitAt(
  { right, index, length, marketing = false }: Found,
  words: string,
  at: number,
  { language }: CompiledBook,
): Hit {
  return {
    right,
    language,
    marketing,
    sentence: at,
    at: at + index / words.length,
    words,
    start: index,
    end: index + length,
  };
}

/**
 * The demands that the phrases of a book find in a sentence, or in a part that is read as one. The bare name of a right
 * is a demand if it stands nearly alone. Below the end of a letter it is no demand.
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

/** The meaning of a matched phrase: a demand, no demand, or a possible demand. */
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

/** "Confirm that my data have been deleted" does not ask for a copy. */
const confirms = / (?:bekräfta|bekräftar|bekräftelse|confirm|confirmation) /u;

/**
 * The demands in the parts of a sentence, each read behind the requesting words, that the whole sentence has not shown.
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

/** The rights that a sentence asks for by name only. */
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
  // A name alone may mean something else: access to a building.
  const several = new Set([...known, ...found].map(({ right }) => right)).size > 1;
  return several || isOfLaw ? found.filter(({ right }) => !known.some((hit) => hit.right === right)) : [];
}

/** The rights of the articles that a sentence names in its request. A person reads other articles. */
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

/** Words before an article of a law. */
const prepositions = new Set('enligt under to with per jämlikt gemäß nach efter etter'.split(' '));

/**
 * Where a sentence mentions rights and does not clearly deny them. Words about being on a mailing list do not count.
 */
export function spokenIn(words: string, at: number, book: CompiledBook): readonly Spoken[] {
  return mentionsIn(words, book.words, book.joining.negations, book.undoing)
    .filter(({ right, index }) => right !== 'erasure' || !isAboutList(words, index, book))
    .map(({ right, index }) => ({ right, sentence: at, start: index }));
}

/** A copy in a form that another company can read is portability, and not access beside it. */
export function isCopyToCarry(copy: Hit, hits: readonly Hit[], book: CompiledBook): boolean {
  const begin = copy.start + coreOf(copy.words.slice(copy.start, copy.end), book);
  return hits.some(({ right, start, end }) => {
    if (right !== 'portability') return false;
    const between = start < begin ? copy.words.slice(end - 1, begin + 1) : copy.words.slice(copy.end - 1, start + 1);
    return between.search(book.joints) < 0;
  });
}

/** A question about how or when something is done does not ask for it. */
export function asksAbout({ words, question }: Sentence, book: CompiledBook): boolean {
  const first = words
    .trim()
    .split(' ')
    .filter((word) => word !== ',');
  return question && first.slice(0, 2).some((word) => book.asksHow.has(word));
}

/** Whether a negation applies to the phrase: within it or up to five words before, in the same part of the sentence. */
export function isDenied(words: string, index: number, length: number, book: CompiledBook): boolean {
  const before =
    words
      .slice(0, index + 1)
      .split(',')
      .at(-1)
      ?.trim()
      .split(' ')
      .slice(-5) ?? [];
  const within = words
    .slice(index, index + length)
    .trim()
    .split(' ');
  const after = words
    .slice(index + length)
    .trim()
    .split(' ')
    .slice(0, 1);
  const all = [...before, ...within, ...after];
  return all.some((word, position) => {
    if (!book.negations.has(word)) return false;
    const next = all[position + 1] ?? '';
    return !book.undoing.has(next);
  });
}

/**
 * Whether "I want my data ..." continues with another action: *deleted*. An action in a clause of its own is asked for
 * beside the copy: *and that you delete them*, *and the erasure of my account*.
 */
function isOtherDeed(words: string, index: number, length: number, book: CompiledBook): boolean {
  const match = words.slice(index, index + length);
  const after = (words.slice(index + length).split(',')[0] ?? '').trim().split(' ').slice(0, 5).join(' ');
  const reach = `${match}${after} `;
  const core = coreOf(match, book);
  const names = book.copies.exec(match);
  const wonders = book.second.wonders.test(words);
  return [...matchesOf(book.otherDeeds, reach)].some(({ index: deed }) => {
    // Within the phrase: the copy is wanted in another part, before or behind.
    if (deed < length - 1)
      return (
        deed >= core &&
        (names === null || names.index > deed || lastJoint(reach.slice(names.index, deed + 1), book) < 0)
      );
    // *And then delete my account* is asked for beside the copy; *deleted* is asked for in place of the copy.
    const next = reach.slice(length - 1).search(book.second.nextDeed);
    if (!wonders && next >= 0 && next + length - 1 <= deed) return false;
    const joint = lastJoint(reach.slice(length - 1, deed + 1), book);
    if (joint < 0 || wonders) return true;
    const clause = reach.slice(length - 1 + joint);
    return names === null && !book.begins.test(clause);
  });
}

/** The beginning of the part that asks for the copy, in a match of *I want ... a copy*. */
function coreOf(match: string, book: CompiledBook): number {
  const joint = lastJoint(match, book);
  const behind = match.slice(Math.max(0, joint));
  return joint >= 0 && (book.gets.test(behind) || book.copies.test(behind)) ? joint : 0;
}

/** The index of the words behind the last conjunction of a text, with their space; -1 if there are none. */
function lastJoint(text: string, { joints }: CompiledBook): number {
  const last = [...matchesOf(joints, text)].at(-1);
  return last === undefined ? -1 : last.index + last[0].length;
}

/**
 * A question about how to do something oneself is answered, and nothing is done. A question about how to get a copy is
 * answered with the copy.
 */
function isOwnDeed(right: Right, upToHere: string, book: CompiledBook): boolean {
  switch (right) {
    case 'erasure':
    case 'rectification':
    case 'restriction':
    case 'portability':
      return book.howOneself.test(upToHere);
    case 'access':
      return asksHowAnybody(upToHere);
    case 'objection':
    case 'consent-withdrawal':
      return false;
  }
}

/**
 * Whether an erasure concerns a mailing list: the list is named in the same part, or in the next part if that has no
 * action of its own.
 */
function isAboutList(words: string, index: number, book: CompiledBook): boolean {
  const reach = words.slice(index).replace(reasons, ' ').trim().split(' ').slice(0, 12).join(' ');
  const [first, ...more] = partsOf(` ${reach} `, book.joints);
  const own = more.findIndex(({ words: part }) => book.begins.test(part));
  const parts = [first, ...(own < 0 ? more : more.slice(0, own))];
  return parts.some((part) => part !== undefined && book.lists.some((pattern) => pattern.test(part.words)));
}

/** From a reason or a purpose to the end. */
const reasons = / (?:because|since|so that|so|eftersom|därför att|för att|så) .*$/su;

function isDeniedAtAll(words: string, { joining }: CompiledBook): boolean {
  return words.split(' ').some((word) => joining.negations.has(word));
}

/** The words of an agent as the client would say them. */
export function asTheClient(words: string, book: CompiledBook): string {
  return book.client.reduce((current, [pattern, instead]) => current.replace(pattern, ` ${instead} `), words);
}
