import { timeRunsTo, type ContactChange, type Common } from '../state.ts';

/** The `effectiveAt` of a change that waits for its code, and of a change that the end of the case has cancelled. */
export const never = '9999-12-31T00:00:00.000Z';

/** Whether the end of the case cancelled a waiting change. The change stays cancelled if the case is reopened. */
export function isDropped({ effectiveAt, awaitsCode }: ContactChange): boolean {
  return effectiveAt === never && !awaitsCode;
}

/** Whether a change still waits at `now` (ISO 8601). A change that the end of the case cancelled does not wait. */
export function isWaiting(common: Common, change: ContactChange, now: string): boolean {
  return change.effectiveAt > timeRunsTo(common, now) && !isDropped(change);
}

/**
 * The changes of the contact point that took effect by `now` (ISO 8601), oldest first. The list does not contain
 * changes that still wait, or that were cancelled or replaced during their days of waiting.
 */
export function changesInForce(common: Common, now: string): readonly ContactChange[] {
  const { contactChanges } = common;
  const reached = timeRunsTo(common, now);
  return contactChanges.filter(
    ({ effectiveAt }, index) =>
      effectiveAt <= reached && contactChanges.slice(index + 1).every((later) => later.effectiveAt > effectiveAt),
  );
}

/**
 * How many moves of the contact point to a postal address took effect by `now` (ISO 8601). A move that was made only to
 * prove an address by letter is not counted, because the person keeps the mailbox.
 */
export function postsInForce(common: Common, now: string): number {
  const { post, earlierPosts } = common;
  const leaves = post !== null && post.reason !== 'proof' && post.effectiveAt <= timeRunsTo(common, now);
  return earlierPosts + (leaves ? 1 : 0);
}

/**
 * The version of the access key of the case at `now` (ISO 8601). Each change of the contact point raises the version
 * when it takes effect, so that links mailed to an earlier contact point stop working. Before the first change the
 * version is 0.
 */
export function keyGeneration(common: Common, now: string): number {
  const changed = changesInForce(common, now).filter(({ from, to }) => from.hash !== to.hash);
  return changed.length + postsInForce(common, now);
}
