import type { Right } from '../../rights.ts';
import { compile, matchesOf } from './pattern.ts';

/** Words that name or describe a right, as a regular expression over a sentence's words. */
export interface RightWords {
  readonly right: Right;
  readonly pattern: RegExp;
  /** Whether the words contain a negation themselves. */
  readonly denies: boolean;
}

/** A place where a sentence mentions a right. */
export interface Mention {
  readonly right: Right;
  readonly index: number;
}

/**
 * The rights that a sentence mentions, whether or not the sentence asks for them. Clearly denied rights are left out. A
 * denial is clear if negation and right are in the same part of the sentence, with no new subject between them. The
 * caller has already replaced passages such as disclaimers (`in-passing.ts`).
 */
export function mentionsIn(
  words: string,
  rightWords: readonly RightWords[],
  negations: ReadonlySet<string>,
  undoing: ReadonlySet<string>,
): readonly Mention[] {
  return rightWords.flatMap(({ right, pattern, denies }) => {
    const spoken = [...matchesOf(pattern, words)].filter(
      (match) => denies || !isClearlyDenied(words, match.index, match[0], negations, undoing),
    );
    return spoken.map(({ index }) => ({ right, index }));
  });
}

/**
 * Whether a phrase is clearly denied: a negation is in the phrase, directly after it, or at most six words before it,
 * with no conjunction, new subject or reason between (`limits`). `isDenied` in `denied.ts` looks only for a comma
 * between.
 */
export function isClearlyDenied(
  words: string,
  index: number,
  phrase: string,
  negations: ReadonlySet<string>,
  undoing: ReadonlySet<string>,
): boolean {
  const before = words
    .slice(0, index + 1)
    .trim()
    .split(' ');
  const limit = before.findLastIndex((word) => limits.has(word));
  const reach = before.slice(limit + 1).slice(-6);
  const next = words
    .slice(index + phrase.length)
    .trim()
    .split(' ')
    .slice(0, 1);
  const all = [...reach, ...phrase.trim().split(' '), ...next];
  return (
    all.some((word, at) => negations.has(word) && !undoing.has(all[at + 1] ?? '')) ||
    reach.slice(-2).some((word) => none.has(word)) ||
    next.some((word) => none.has(word))
  );
}

/** Words beyond which a negation has no effect: conjunctions, new subjects, reasons. */
const limits = new Set(
  `, och samt men utan så därför eftersom jag vi vänligen snälla istället and but so therefore because since i we please instead og aber
  und sondern mutta ja`.split(/\s+/),
);
const none = new Set('ingen inga inget ingenting no none nothing'.split(' '));

/** Compiles the words of one language. */
export function compileRightWords(
  words: Readonly<Record<Right, readonly string[]>>,
  negations: readonly string[],
): readonly RightWords[] {
  const of = (right: Right): readonly RightWords[] =>
    words[right].map((pattern) => ({
      right,
      pattern: compile(pattern, 'gu'),
      denies: negations.some((word) => new RegExp(`(^|[ (|])${word}([ )|]|$)`, 'u').test(pattern)),
    }));
  return [
    ...of('access'),
    ...of('rectification'),
    ...of('erasure'),
    ...of('restriction'),
    ...of('portability'),
    ...of('objection'),
    ...of('consent-withdrawal'),
  ];
}
