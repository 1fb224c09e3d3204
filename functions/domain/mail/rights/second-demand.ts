import type { Right } from '../../rights.ts';
import { compile, WordPattern } from './pattern.ts';
import type { SecondPhrases } from './phrases/phrasebook.ts';

/** A demand in a sentence: the right, and where the demand ends in the sentence's words. */
interface Demand {
  readonly right: Right;
  readonly marketing: boolean;
  readonly end: number;
}

interface SecondDemand {
  readonly right: Right;
  readonly index: number;
  readonly length: number;
}

/** The second demands of one language, as regular expressions over a sentence's words. */
export interface SecondDemands {
  readonly eraseEverything: readonly RegExp[];
  readonly eraseIt: readonly RegExp[];
  readonly copyEverything: readonly RegExp[];
  readonly copyIt: readonly RegExp[];
  readonly joins: RegExp;
  /** Matches words that begin a new demand (*and delete*), a denial (*and not*) or a time (*before*). */
  readonly nextDeed: RegExp;
  readonly wonders: RegExp;
}

/**
 * The demands that call the object of another demand *it* or *everything*. That other demand is in the same sentence
 * (`hits`) or in the sentence before (`before`). The whole clause must match, so a clause with another object, such as
 * *from my calendar*, does not count.
 */
export function secondDemands(
  words: string,
  hits: readonly Demand[],
  before: readonly Demand[],
  phrases: SecondDemands,
): readonly SecondDemand[] {
  if (phrases.wonders.test(words)) return [];
  const has = (right: Right): boolean => hits.some((hit) => hit.right === right);
  const second = (
    right: Right,
    names: (hit: Demand) => boolean,
    everything: readonly RegExp[],
    it: readonly RegExp[],
  ): readonly SecondDemand[] => {
    if (has(right)) return [];
    const named = hits.filter(names);
    // The expressions are slow, so they are tried only if there is a demand to which the words can refer.
    if (named.length === 0 && !before.some(names)) return [];
    const all = firstOf(everything, words);
    if (all !== undefined && (named.length === 0 || named.some(({ end }) => end <= all.index)))
      return [{ right, ...all }];
    const close = named.filter(({ right: of }) => of !== 'consent-withdrawal' && of !== 'objection');
    const one = close.length === 0 ? undefined : firstOf(it, words);
    return one !== undefined && close.some(({ end }) => isNext(end, one.index)) ? [{ right, ...one }] : [];
  };
  const isNext = (end: number, index: number): boolean =>
    end <= index && !phrases.joins.test(` ${words.slice(end, index)}`);
  return [
    ...second('erasure', namesOwnData, phrases.eraseEverything, phrases.eraseIt),
    ...second('access', ({ right }) => right === 'erasure', phrases.copyEverything, phrases.copyIt),
  ];
}

/** Whether a demand is about all data of a person, so that a following *everything* means all data too. */
function namesOwnData({ right, marketing }: Demand): boolean {
  switch (right) {
    case 'access':
    case 'portability':
    case 'consent-withdrawal':
      return true;
    case 'objection':
      return !marketing;
    case 'rectification':
    case 'erasure':
    case 'restriction':
      return false;
  }
}

function firstOf(
  patterns: readonly RegExp[],
  words: string,
): { readonly index: number; readonly length: number } | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(words);
    if (match !== null) return { index: match.index, length: match[0].length };
  }
  return undefined;
}

/** Compiles the phrases of one language. */
export function compileSecond(phrases: SecondPhrases, negations: readonly string[]): SecondDemands {
  const around = `(?:(?:${phrases.around}) ){0,4}`;
  const clause = (object: string) => (pattern: string) =>
    new WordPattern(
      `(?:^|(?<= )(?:(?:, )?(?:${phrases.joins})|,)) ${around}${`${pattern} `
        .replace(/(?<= \)\?) $/, '')
        .replaceAll('_ ', around)
        .replaceAll('%', `(?:${object})`)}${around}(?=$|(?:,|${phrases.joins}) )`,
      'u',
      pattern,
    );
  const of = (patterns: readonly string[], object: string): readonly RegExp[] => patterns.map(clause(object));
  const named = phrases.copyFirst.filter((pattern) => pattern.includes('%'));
  return {
    eraseEverything: of(phrases.erase, phrases.everything),
    eraseIt: of(phrases.erase, phrases.it),
    copyEverything: of(phrases.copyFirst, phrases.everything),
    copyIt: of(named, phrases.it),
    joins: compile(`(${phrases.joins}|,)`),
    nextDeed: new RegExp(
      ` (?:(?:${phrases.joins}) (?:${around}(?:${phrases.deeds})|${negations.join('|')})|${phrases.before}) `,
      'u',
    ),
    wonders: compile(phrases.wonders),
  };
}
