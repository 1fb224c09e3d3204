import { timeRunsTo, type ContactChange, type Opened } from '../state.ts';

/** When a change takes effect that waits for its code, or that the end of the case has cancelled: never. */
export const never = '9999-12-31T00:00:00.000Z';

/** Whether the end of the case cancelled a waiting change. The change stays cancelled if the case is reopened. */
export function isDropped({ effectiveAt, awaitsCode }: ContactChange): boolean {
  return effectiveAt === never && !awaitsCode;
}

/** Whether a change may still take effect after `now` (ISO 8601). */
export function isWaiting(state: Opened, change: ContactChange, now: string): boolean {
  return change.effectiveAt > timeRunsTo(state, now) && !isDropped(change);
}

/**
 * The changes of the contact point that took effect by `now` (ISO 8601), oldest first. Changes are left out that wait,
 * or that were cancelled or replaced during their days of waiting.
 */
export function changesInForce(state: Opened, now: string): readonly ContactChange[] {
  const { contactChanges } = state;
  const reached = timeRunsTo(state, now);
  return contactChanges.filter(
    ({ effectiveAt }, index) =>
      effectiveAt <= reached && contactChanges.slice(index + 1).every((later) => later.effectiveAt > effectiveAt),
  );
}

/**
 * How many changes to post took effect by `now` in which the person gave up the mailbox. A letter to prove an address
 * does not give it up.
 */
export function postsInForce(state: Opened, now: string): number {
  const { post, earlierPosts } = state;
  const leaves = post !== null && post.reason !== 'proof' && post.effectiveAt <= timeRunsTo(state, now);
  return earlierPosts + (leaves ? 1 : 0);
}

/**
 * The version of the access key of the case at `now` (ISO 8601). It rises each time that the contact point changes, so
 * that links mailed to an earlier contact point stop working. 0 where it has never changed.
 */
export function keyGeneration(state: Opened, now: string): number {
  const changed = changesInForce(state, now).filter(({ from, to }) => from.hash !== to.hash);
  return changed.length + postsInForce(state, now);
}
