import type { Challenge, Common } from '../state.ts';
import type { Actor } from '../vocabulary.ts';

/**
 * The actor for somebody who used a link that was mailed to the contact point of the case, and so counts as the person.
 */
export const person: Actor = { kind: 'subject', id: 'subject' };

/**
 * The actor for somebody who used the requester's key. The key is given out when a request is made in a browser or by
 * the API. Anybody can make a request in anybody's name, so the key alone does not prove identity.
 */
export const opener: Actor = { kind: 'subject', id: 'opener' };

/** Whether somebody acted with the requester's key. */
export function isOpener({ kind, id }: Actor): boolean {
  return kind === opener.kind && id === opener.id;
}

/**
 * Whether somebody may be a stranger who made the request in the person's name. A possible stranger has only the
 * requester's key, and nobody has entered a right code or signed in with that key. Failed tries of a possible stranger
 * are counted separately, so that they use up none of the person's tries.
 */
export function mayBeStranger(common: Pick<Common, 'openerShown'>, by: Actor): boolean {
  return isOpener(by) && !common.openerShown;
}

/** Who asked for a code. `us`: staff or the workflow. */
export function askedBy(common: Pick<Common, 'openerShown'>, by: Actor): Challenge['askedBy'] {
  if (by.kind !== 'subject') return 'us';
  return mayBeStranger(common, by) ? 'opener' : 'person';
}

/**
 * Whether an event may have been caused by a stranger: it was caused with the requester's key, before anybody had
 * proven identity.
 */
export function wasByStranger(
  { proofs }: Pick<Common, 'proofs'>,
  { by, at }: { readonly by: Actor; readonly at: string },
): boolean {
  const [first] = proofs;
  return isOpener(by) && (first === undefined || at < first.at);
}
