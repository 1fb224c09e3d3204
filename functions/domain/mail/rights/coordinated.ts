import { matchesOf } from './pattern.ts';

/** One part of a sentence between commas or conjunctions, as words with a space on each side. */
export interface Part {
  readonly words: string;
  /** The index of the space before its first word in the sentence's words. */
  readonly index: number;
}

/** The conjunctions and the requesting words of a language, as expressions over a sentence's words. */
export interface Joining {
  readonly joints: RegExp;
  readonly ask: RegExp;
  readonly negations: ReadonlySet<string>;
  readonly wonders: RegExp;
}

/** The parts of a sentence. */
export function partsOf(words: string, joints: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  const push = (end: number): void => {
    if (words.slice(start, end).trim() !== '') parts.push({ words: words.slice(start, end), index: start });
  };
  for (const joint of matchesOf(joints, words)) {
    push(joint.index);
    start = joint.index + joint[0].length;
  }
  push(words.length);
  return parts;
}

/** Nobody asks for each item of a longer row. */
const mostParts = 24;

/**
 * A part read as if it stood directly behind the requesting words: `words` begin with them, and `lead` is their length.
 */
export interface Completed extends Part {
  readonly lead: number;
}

/**
 * The parts of a sentence after the first, each behind the requesting words: for "Jag vill ha ett registerutdrag och
 * bli raderad" it is " jag vill bli raderad ". For an item in a list: all parts, behind the requesting words of the
 * sentence above the list. Gives none if the request is negated, hypothetical or a mere question.
 */
export function completedParts(words: string, under: string | undefined, joining: Joining): readonly Completed[] {
  const asksHere = joining.ask.test(words);
  const asking = asksHere || under === undefined ? words : under;
  const ask = joining.ask.exec(asking);
  if (ask === null || joining.wonders.test(asking) || joining.wonders.test(words)) return [];
  const end = ask.index + ask[0].length;
  if (
    asking
      .slice(end)
      .trim()
      .split(' ')
      .slice(0, 2)
      .some((word) => joining.negations.has(word))
  )
    return [];
  // From the beginning of its own part, so that a greeting before it is left out.
  const lead = asking.slice(0, end);
  const begin = Math.max(0, lead.slice(0, -1).lastIndexOf(' , ') + 2);
  const prefix = lead.slice(begin);
  return partsOf(words, joining.joints)
    .slice(0, mostParts)
    .filter(({ index }) => !asksHere || index >= end - 1)
    .map((part) => ({ words: `${prefix.trimEnd()}${part.words}`, index: part.index, lead: prefix.trimEnd().length }));
}
