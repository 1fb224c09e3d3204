import type { Right } from '../../rights.ts';
import type { CompiledBook } from './compiled-book.ts';
import { partsOf } from './coordinated.ts';
import { matchesOf } from './pattern.ts';
import { asksHowAnybody } from './supposed.ts';

/**
 * Whether "I want my data ..." continues with another action, such as *deleted*. If so, the person does not ask for a
 * copy. If the action has a clause of its own (*and that you delete them*, *and the erasure of my account*), the person
 * asks for both, and the result is `false`.
 */
export function isOtherDeed(words: string, index: number, length: number, book: CompiledBook): boolean {
  const match = words.slice(index, index + length);
  const after = (words.slice(index + length).split(',')[0] ?? '').trim().split(' ').slice(0, 5).join(' ');
  const reach = `${match}${after} `;
  const core = coreOf(match, book);
  const names = book.copies.exec(match);
  const wonders = book.second.wonders.test(words);
  return [...matchesOf(book.otherDeeds, reach)].some(({ index: deed }) => {
    // The action is within the phrase. The person asks for the copy only if another part of the phrase names the copy.
    if (deed < length - 1)
      return (
        deed >= core &&
        (names === null || names.index > deed || lastJoint(reach.slice(names.index, deed + 1), book) < 0)
      );
    // *And then delete my account* is a second demand beside the copy. *Deleted* replaces the copy.
    const next = reach.slice(length - 1).search(book.second.nextDeed);
    if (!wonders && next >= 0 && next + length - 1 <= deed) return false;
    const joint = lastJoint(reach.slice(length - 1, deed + 1), book);
    if (joint < 0 || wonders) return true;
    const clause = reach.slice(length - 1 + joint);
    return names === null && !book.begins.test(clause);
  });
}

/**
 * Whether the person only asks how to do something themselves ("how do I delete my account"), which is no demand. For
 * access, the result is `true` only if the person asks about people in general ("how do people get a copy").
 */
export function isOwnDeed(right: Right, upToHere: string, book: CompiledBook): boolean {
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
 * Whether a demand for erasure means only the removal from a mailing list. The list is named in the same part of the
 * sentence, or in a later part before the next action.
 */
export function isAboutList(words: string, index: number, book: CompiledBook): boolean {
  const reach = words.slice(index).replace(reasons, ' ').trim().split(' ').slice(0, 12).join(' ');
  const [first, ...more] = partsOf(` ${reach} `, book.joints);
  const own = more.findIndex(({ words: part }) => book.begins.test(part));
  const parts = [first, ...(own < 0 ? more : more.slice(0, own))];
  return parts.some((part) => part !== undefined && book.lists.some((pattern) => pattern.test(part.words)));
}

/** A reason or a purpose, and everything after it. */
const reasons = / (?:because|since|so that|so|eftersom|därför att|för att|så) .*$/su;

/** In a match of *I want ... a copy*: the index at which the part with the copy begins. */
export function coreOf(match: string, book: CompiledBook): number {
  const joint = lastJoint(match, book);
  const behind = match.slice(Math.max(0, joint));
  return joint >= 0 && (book.gets.test(behind) || book.copies.test(behind)) ? joint : 0;
}

/** The index after the last conjunction of a text; -1 if there is no conjunction. */
export function lastJoint(text: string, { joints }: CompiledBook): number {
  const last = [...matchesOf(joints, text)].at(-1);
  return last === undefined ? -1 : last.index + last[0].length;
}
