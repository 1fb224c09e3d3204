import type { Right } from '../rights.ts';
import { isMeasured, type MailLanguage } from './mail-language.ts';
import { compile } from './pattern.ts';
import { danish } from './phrases/da.ts';
import { german } from './phrases/de.ts';
import { english } from './phrases/en.ts';
import { finnish } from './phrases/fi.ts';
import { norwegian } from './phrases/nb.ts';
import type { Phrasebook } from './phrases/phrasebook.ts';
import { swedish } from './phrases/sv.ts';
import { compileSecond, secondDemands, type SecondDemands } from './second-demand.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { asksHowAnybody, isSupposed, namesNone } from './supposed.ts';
import { isWithdrawal } from './withdrawal.ts';

/** What somebody's own words ask for. */
export interface AskedFor {
  /** In the order in which they are asked for. */
  readonly rights: readonly Right[];
  /** Every objection is one to direct marketing, which is carried out at once (Art. 21(3)). */
  readonly onlyMarketing: boolean;
  /** Marketing is objected to, whatever else is. */
  readonly marketing: boolean;
  /** Without a right: own data are spoken of (`unclear`), this law is (`law`), or neither. */
  readonly hint: 'unclear' | 'law' | 'nothing';
  /** Every right is asked for by phrases that were measured on mail of others (`measuredLanguages`). */
  readonly measured: boolean;
  /** The language in which it is said, where anything is. */
  readonly language: MailLanguage | undefined;
}

/** Characters of a text that are searched for a request. */
const searched = 20_000;
const mostSentences = 1_000;

/**
 * The rights that a text asks for, in six languages at once (people mix them). Nothing is inferred: a right counts
 * where somebody demands it for themselves, not where a word of it stands, is denied, or is demanded for everybody.
 * `forClient`: the writer speaks for another, whom *her* and *my client* mean.
 */
export function recogniseRights(text: string, forClient: boolean): AskedFor {
  const found: Hit[] = [];
  let language: MailLanguage | undefined;
  let hint: AskedFor['hint'] = 'nothing';
  const sentences = sentencesOf(text.slice(0, searched))
    .slice(0, mostSentences)
    .filter((sentence) => !isWithdrawal(sentence));
  const whole = sentences.map(({ words }) => words).join('');
  for (const book of books) {
    const correctable = book.correctable.some((pattern) => pattern.test(whole));
    let before: readonly Hit[] = [];
    for (const sentence of sentences) {
      const words = forClient ? asTheClient(sentence.words, book) : sentence.words;
      if (book.mentions.some((pattern) => pattern.test(words))) {
        hint = 'unclear';
        language ??= book.language;
      }
      if (book.everybody.some((pattern) => pattern.test(words)) || asksAbout(sentence, book)) {
        before = [];
        continue;
      }
      const named = hitsIn(words, sentence.at, book, correctable);
      const hits = named.filter(({ start, end }) => !isSupposed(words, start, end));
      // Of what is only supposed or reported a person has to see what is meant.
      if (hits.length < named.length) {
        hint = 'unclear';
        language ??= book.language;
      }
      const second = secondDemands(words, hits, before, book.second)
        .filter(
          ({ index, length }) => !isDenied(words, index, length, book) && !isSupposed(words, index, index + length),
        )
        .map((demand) => hitAt(demand, words, sentence.at, book));
      before = [...hits, ...second];
      found.push(...before);
    }
    if (hint === 'nothing' && book.legal.some((pattern) => pattern.test(whole)) && book.firstPerson.test(whole))
      hint = 'law';
  }
  // A copy in a form that another company can read is portability, not access beside it.
  const asked = found.filter(
    (hit) =>
      !(
        hit.right === 'access' &&
        found.some(({ right, sentence }) => right === 'portability' && sentence === hit.sentence)
      ),
  );
  asked.sort((a, b) => a.at - b.at);
  const objections = asked.filter(({ right }) => right === 'objection');
  return {
    rights: [...new Set(asked.map(({ right }) => right))],
    marketing: objections.some(({ marketing }) => marketing),
    onlyMarketing: objections.length > 0 && objections.every(({ marketing }) => marketing),
    hint,
    measured: asked.every(({ right }) => asked.some((hit) => hit.right === right && isMeasured(hit.language))),
    language: asked[0]?.language ?? language,
  };
}

interface Hit {
  readonly right: Right;
  readonly language: MailLanguage;
  readonly marketing: boolean;
  /** Where the sentence and the hit begin. */
  readonly sentence: number;
  readonly at: number;
  /** Where the hit begins and ends, in characters of the sentence's words. */
  readonly start: number;
  readonly end: number;
}

interface Phrase {
  readonly right: Right;
  readonly pattern: RegExp;
  /** The phrase holds a negation itself. */
  readonly denies: boolean;
  readonly marketing: boolean;
  readonly needsCorrectable: boolean;
}

interface CompiledBook {
  readonly language: MailLanguage;
  readonly phrases: readonly Phrase[];
  readonly names: readonly Phrase[];
  readonly ask: RegExp;
  readonly negations: ReadonlySet<string>;
  readonly undoing: ReadonlySet<string>;
  readonly asksHow: ReadonlySet<string>;
  readonly howOneself: RegExp;
  readonly everybody: readonly RegExp[];
  readonly otherDeeds: RegExp;
  readonly lists: readonly RegExp[];
  readonly correctable: readonly RegExp[];
  readonly mentions: readonly RegExp[];
  readonly legal: readonly RegExp[];
  readonly firstPerson: RegExp;
  readonly client: readonly (readonly [RegExp, string])[];
  readonly second: SecondDemands;
}

interface Found {
  readonly right: Right;
  readonly index: number;
  readonly length: number;
  readonly marketing?: boolean;
}

function hitAt({ right, index, length, marketing = false }: Found, words: string, at: number, book: CompiledBook): Hit {
  const { language } = book;
  return { right, language, marketing, sentence: at, at: at + index / words.length, start: index, end: index + length };
}

function hitsIn(words: string, at: number, book: CompiledBook, correctable: boolean): readonly Hit[] {
  const hits: Hit[] = [];
  const hit = (right: Right, match: RegExpExecArray, marketing = false): void => {
    hits.push(hitAt({ right, index: match.index, length: match[0].length, marketing }, words, at, book));
  };
  for (const phrase of book.phrases) {
    if (phrase.needsCorrectable && !correctable) continue;
    const match = phrase.pattern.exec(words);
    if (match === null) continue;
    if (!phrase.denies && isDenied(words, match.index, match[0].length, book)) continue;
    if (phrase.right === 'access' && isOtherDeed(words, match.index, match[0].length, book)) continue;
    if (!phrase.denies && phrase.right !== 'objection' && namesNone(match[0])) continue;
    if (isOwnDeed(phrase.right, words.slice(0, match.index + match[0].length), book)) continue;
    if (phrase.right === 'erasure' && isAboutList(words, match.index, book)) continue;
    hit(phrase.right, match, phrase.marketing);
  }
  if (hits.length === 0 && words.trim().split(' ').length <= 7 && !isDenied(words, 0, words.length, book))
    for (const { right, pattern } of book.names) {
      const match = pattern.exec(words);
      if (match !== null) hit(right, match);
    }
  const article = /\s(?:artikel|article|artikkel|art|artikla|artiklan) (15|16|17|18|20|21)\s/.exec(words);
  if (article !== null && book.ask.test(words) && !isDenied(words, article.index, 0, book)) {
    const right = byArticle[article[1] ?? ''];
    if (right !== undefined && hits.length === 0) hit(right, article);
  }
  return hits;
}

const byArticle: Readonly<Record<string, Right>> = {
  '15': 'access',
  '16': 'rectification',
  '17': 'erasure',
  '18': 'restriction',
  '20': 'portability',
  '21': 'objection',
};

/** A question how or when something is done asks for no deed. */
function asksAbout({ words, question }: Sentence, book: CompiledBook): boolean {
  const first = words
    .trim()
    .split(' ')
    .filter((word) => word !== ',');
  return question && first.slice(0, 2).some((word) => book.asksHow.has(word));
}

/** Whether a negation reaches the phrase: within it or up to five words before, in the same part of the sentence. */
function isDenied(words: string, index: number, length: number, book: CompiledBook): boolean {
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

function isOtherDeed(words: string, index: number, length: number, book: CompiledBook): boolean {
  const rest = words.slice(index + length).split(',')[0] ?? '';
  // *And then delete my account* is a deed beside the copy, *deleted* is one instead of it.
  const joined = book.second.wonders.test(words) ? -1 : ` ${rest}`.search(book.second.nextDeed);
  const after = (joined < 0 ? rest : rest.slice(0, joined)).trim().split(' ').slice(0, 4);
  return book.otherDeeds.test(` ${words.slice(index, index + length)} ${after.join(' ')} `);
}

/** Who asks how to do it oneself is answered, and nothing is done; a copy is what answers who asks how to get one. */
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

function isAboutList(words: string, index: number, book: CompiledBook): boolean {
  const reach = words.slice(index).trim().split(' ').slice(0, 12).join(' ');
  return book.lists.some((pattern) => pattern.test(` ${reach} `));
}

function asTheClient(words: string, book: CompiledBook): string {
  return book.client.reduce((current, [pattern, instead]) => current.replace(pattern, ` ${instead} `), words);
}

function compileBook(book: Phrasebook): CompiledBook {
  const phrases = (right: Right, patterns: readonly string[], more: Partial<Phrase> = {}): readonly Phrase[] =>
    patterns.map((pattern) => ({
      right,
      pattern: compile(pattern),
      denies:
        right === 'objection' ||
        book.negations.some((word) => new RegExp(`(^|[ (|])${word}([ )|]|$)`, 'u').test(pattern)),
      marketing: false,
      needsCorrectable: false,
      ...more,
    }));
  const all = (patterns: readonly string[]): readonly RegExp[] => patterns.map((pattern) => compile(pattern));
  const { rights } = book;
  return {
    language: book.language,
    phrases: [
      ...phrases('access', rights.access),
      ...phrases('rectification', rights.rectification),
      ...phrases('rectification', book.correctIt, { needsCorrectable: true }),
      ...phrases('erasure', rights.erasure),
      ...phrases('restriction', rights.restriction),
      ...phrases('portability', rights.portability),
      ...phrases('consent-withdrawal', rights['consent-withdrawal']),
      ...phrases('objection', book.objection, { denies: false }),
      ...phrases('objection', book.marketing, { marketing: true }),
    ],
    names: [
      ...phrases('access', book.names.access ?? []),
      ...phrases('erasure', book.names.erasure ?? []),
      ...phrases('rectification', book.names.rectification ?? []),
      ...phrases('portability', book.names.portability ?? []),
    ],
    ask: compile(book.ask),
    negations: new Set(book.negations),
    undoing: new Set(book.undoing),
    asksHow: new Set(book.asksHow),
    howOneself: compile(book.howOneself),
    everybody: all(book.everybody),
    otherDeeds: new RegExp(` (?:${book.otherDeeds.join('|')})`, 'u'),
    lists: all(book.lists),
    correctable: all(book.correctable),
    mentions: all(book.mentions),
    legal: all(book.legal),
    firstPerson: compile(`(${book.firstPerson.join('|')})`),
    client: book.client.map(([pattern, instead]) => [compile(pattern, 'gu'), instead] as const),
    second: compileSecond(book.second, book.negations),
  };
}

const books: readonly CompiledBook[] = [swedish, english, norwegian, danish, finnish, german].map(compileBook);
