import type { Right } from '../../rights.ts';
import { compile, matchesOf } from './pattern.ts';

/** Words of a right, as expressions over a sentence's words. */
export interface RightWords {
  readonly right: Right;
  readonly pattern: RegExp;
  /** They contain a negation themselves. */
  readonly denies: boolean;
}

/** Where a sentence mentions a right. */
export interface Mention {
  readonly right: Right;
  readonly index: number;
}

/**
 * The rights that a sentence mentions, whether or not it asks for them, without those that it clearly denies. A denial
 * is clear if negation and right stand in one part and no new subject comes between them. Mere mentions were left out
 * before (`in-passing.ts`).
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

/** Whether a negation applies to a phrase in the same part, with no new subject between them. */
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

/** What ends the scope of a negation: a conjunction, a new subject, a reason. */
const limits = new Set(
  `, och samt men utan så därför eftersom jag vi vänligen snälla istället and but so therefore because since i we please instead og aber
  und sondern mutta ja`.split(/\s+/),
);
const none = new Set('ingen inga inget ingenting no none nothing'.split(' '));

/** Makes expressions from one language's words. */
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
