import type { Right } from '../../rights.ts';
import type { Joining } from './coordinated.ts';
import { compileListed, type ListedRights } from './listed-rights.ts';
import type { MailLanguage } from '../words/mail-language.ts';
import { compileRightWords, type RightWords } from './other-rights.ts';
import { compile } from './pattern.ts';
import { danish } from './phrases/da.ts';
import { german } from './phrases/de.ts';
import { english } from './phrases/en.ts';
import { finnish } from './phrases/fi.ts';
import { norwegian } from './phrases/nb.ts';
import type { Phrasebook } from './phrases/phrasebook.ts';
import { swedish } from './phrases/sv.ts';
import { compileSecond, type SecondDemands } from './second-demand.ts';

/** One way to ask for a right, as a regular expression over a sentence's words. */
export interface Phrase {
  readonly right: Right;
  readonly pattern: RegExp;
  /**
   * Whether a negation is a part of the demand and does not deny it: the phrase itself contains a negation ("do not use
   * my data"), or objects to marketing.
   */
  readonly denies: boolean;
  readonly marketing: boolean;
  readonly needsCorrectable: boolean;
}

/** The phrases of one language as regular expressions. */
export interface CompiledBook {
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
  readonly gets: RegExp;
  readonly copies: RegExp;
  /** Matches a part of a sentence that begins with a new action. */
  readonly begins: RegExp;
  /** Words between the parts of a sentence: conjunctions and commas. */
  readonly joints: RegExp;
  readonly joining: Joining;
  readonly listed: ListedRights | undefined;
  readonly words: readonly RightWords[];
  readonly lists: readonly RegExp[];
  readonly correctable: readonly RegExp[];
  readonly mentions: readonly RegExp[];
  readonly legal: readonly RegExp[];
  readonly firstPerson: RegExp;
  readonly client: readonly (readonly [RegExp, string])[];
  readonly second: SecondDemands;
}

function compileBook(book: Phrasebook): CompiledBook {
  const phrases = (right: Right, patterns: readonly string[], more: Partial<Phrase> = {}): readonly Phrase[] =>
    patterns.map((pattern) => ({
      right,
      pattern: compile(pattern, 'gu'),
      denies:
        right === 'objection' ||
        book.negations.some((word) => new RegExp(`(^|[ (|])${word}([ )|]|$)`, 'u').test(pattern)),
      marketing: false,
      needsCorrectable: false,
      ...more,
    }));
  const all = (patterns: readonly string[]): readonly RegExp[] => patterns.map((pattern) => compile(pattern));
  const { rights } = book;
  const leads = book.listed === undefined ? book.second.around : `${book.second.around}|${book.listed.leads}`;
  const joints = new RegExp(`(?<= )(?:,|${book.listed?.joints ?? book.second.joins})(?= )`, 'gu');
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
    otherDeeds: new RegExp(` (?:${book.otherDeeds.join('|')})`, 'gu'),
    gets: compile(book.gets),
    copies: compile(book.copies),
    begins: new RegExp(`^ (?:(?:${leads}) ){0,4}(?:${book.second.deeds}|${book.clauses}) `, 'u'),
    joints,
    joining: {
      joints,
      ask: compile(book.ask),
      negations: new Set(book.negations),
      wonders: compile(book.second.wonders),
    },
    listed: book.listed === undefined ? undefined : compileListed(book.listed),
    words: compileRightWords(book.words, book.negations),
    lists: all(book.lists),
    correctable: all(book.correctable),
    mentions: all(book.mentions),
    legal: all(book.legal),
    firstPerson: compile(`(${book.firstPerson.join('|')})`),
    client: book.client.map(([pattern, instead]) => [compile(pattern, 'gu'), instead] as const),
    second: compileSecond(book.second, book.negations),
  };
}

/** The compiled phrasebook of each language. */
export const books: readonly CompiledBook[] = [swedish, english, norwegian, danish, finnish, german].map(compileBook);
