import { timeRunsTo, type ContactChange, type Opened } from '../state.ts';

/** When a change of the contact point takes effect that waits for its code, or that the end of the case has dropped. */
export const never = '9999-12-31T00:00:00.000Z';

/** Whether the end of the case has dropped a change that waited then: it comes to nothing, also if the case goes on. */
export function isDropped({ effectiveAt, awaitsCode }: ContactChange): boolean {
  return effectiveAt === never && !awaitsCode;
}

/** Whether a change may still take effect after `now` (ISO 8601). */
export function isWaiting(state: Opened, change: ContactChange, now: string): boolean {
  return change.effectiveAt > timeRunsTo(state, now) && !isDropped(change);
}

/**
 * The changes of the contact point that took effect by `now` (ISO 8601), oldest first: not one that waits, nor one that
 * was called back or overtaken before its days of waiting were over.
 */
export function changesInForce(state: Opened, now: string): readonly ContactChange[] {
  const { contactChanges } = state;
  const reached = timeRunsTo(state, now);
  return contactChanges.filter(
    ({ effectiveAt }, index) =>
      effectiveAt <= reached && contactChanges.slice(index + 1).every((later) => later.effectiveAt > effectiveAt),
  );
}

/** How many moves to post took effect by `now` in which the mailbox is left behind; to prove an address by letter it is not. */
export function postsInForce(state: Opened, now: string): number {
  const { post, earlierPosts } = state;
  const leaves = post !== null && post.reason !== 'proof' && post.effectiveAt <= timeRunsTo(state, now);
  return earlierPosts + (leaves ? 1 : 0);
}

/**
 * Which key lets somebody look at the case at `now`: one more each time that the contact point has changed, so that the
 * links mailed to an earlier one open nothing any more. 0 where it never has.
 */
export function keyGeneration(state: Opened, now: string): number {
  const changed = changesInForce(state, now).filter(({ from, to }) => from.hash !== to.hash);
  return changed.length + postsInForce(state, now);
}
