import type { Right } from '../../rights.ts';
import type { CompiledBook } from './compiled-book.ts';
import { partsOf } from './coordinated.ts';
import { matchesOf } from './pattern.ts';
import { asksHowAnybody } from './supposed.ts';

/**
 * Whether "I want my data ..." continues with another action: *deleted*. An action in a clause of its own is asked for
 * beside the copy: *and that you delete them*, *and the erasure of my account*.
 */
export function isOtherDeed(words: string, index: number, length: number, book: CompiledBook): boolean {
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

/**
 * A question about how to do something oneself is answered, and nothing is done. A question about how to get a copy is
 * answered with the copy.
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
 * Whether an erasure concerns a mailing list: the list is named in the same part, or in the next part if that has no
 * action of its own.
 */
export function isAboutList(words: string, index: number, book: CompiledBook): boolean {
  const reach = words.slice(index).replace(reasons, ' ').trim().split(' ').slice(0, 12).join(' ');
  const [first, ...more] = partsOf(` ${reach} `, book.joints);
  const own = more.findIndex(({ words: part }) => book.begins.test(part));
  const parts = [first, ...(own < 0 ? more : more.slice(0, own))];
  return parts.some((part) => part !== undefined && book.lists.some((pattern) => pattern.test(part.words)));
}

/** From a reason or a purpose to the end. */
const reasons = / (?:because|since|so that|so|eftersom|därför att|för att|så) .*$/su;

/** The beginning of the part that asks for the copy, in a match of *I want ... a copy*. */
export function coreOf(match: string, book: CompiledBook): number {
  const joint = lastJoint(match, book);
  const behind = match.slice(Math.max(0, joint));
  return joint >= 0 && (book.gets.test(behind) || book.copies.test(behind)) ? joint : 0;
}

/** The index of the words behind the last conjunction of a text, with their space; -1 if there are none. */
export function lastJoint(text: string, { joints }: CompiledBook): number {
  const last = [...matchesOf(joints, text)].at(-1);
  return last === undefined ? -1 : last.index + last[0].length;
}
