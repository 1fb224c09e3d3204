import { matchesOf } from './pattern.ts';

/** One part of a sentence, between commas or conjunctions. Its words have a space on each side. */
export interface Part {
  readonly words: string;
  /** The index, in the sentence's words, of the space before the part. */
  readonly index: number;
}

/**
 * The conjunctions and the words of asking (such as *I want*) of a language, as regular expressions over a sentence's
 * words.
 */
export interface Joining {
  readonly joints: RegExp;
  readonly ask: RegExp;
  readonly negations: ReadonlySet<string>;
  readonly wonders: RegExp;
}

/** Divides a sentence into its parts. */
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

/** The maximum number of parts that are read: nobody asks for so many things in one sentence. */
const mostParts = 24;

/** A part of a sentence after the words of asking: `words` begin with those words, and `lead` is their length. */
export interface Completed extends Part {
  readonly lead: number;
}

/**
 * Puts the words of asking before each further part of a sentence, so that the part can be read as a sentence. For "Jag
 * vill ha ett registerutdrag och bli raderad" (I want a copy and to be erased) the result is " jag vill bli raderad ".
 * The parts of a list item get the words of asking of the sentence above the list. The result is empty if the request
 * is negated, hypothetical or only a question.
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
  // A comma before the words of asking ends a greeting, which is left out.
  const lead = asking.slice(0, end);
  const begin = Math.max(0, lead.slice(0, -1).lastIndexOf(' , ') + 2);
  const prefix = lead.slice(begin);
  return partsOf(words, joining.joints)
    .slice(0, mostParts)
    .filter(({ index }) => !asksHere || index >= end - 1)
    .map((part) => ({ words: `${prefix.trimEnd()}${part.words}`, index: part.index, lead: prefix.trimEnd().length }));
}
