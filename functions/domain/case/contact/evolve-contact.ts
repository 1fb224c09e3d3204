import { never } from './contact-history.ts';
import { notAtOnce, postWaits } from '../circumstances/standing-time.ts';
import type { EventOf } from '../events.ts';
import { timeRunsTo, type ContactChange, type Opened } from '../state.ts';

/** The state with a change of the contact point. */
export function withChange<State extends Opened>(state: State, event: EventOf<'contact-changed'>): State {
  const { at, from, to } = event;
  const effectiveAt = notAtOnce(state, event.effectiveAt);
  const changed: ContactChange = { ...event, effectiveAt, waitsUntil: effectiveAt, awaitsCode: false };
  // Calling back takes back a move to post as well, while that waits.
  const calledBack = from.hash === to.hash && postWaits(state, at);
  return {
    ...state,
    contactChanges: [...state.contactChanges, changed],
    post: calledBack ? null : state.post,
  };
}

/** The latest change waits for its code: before that is entered it never takes effect. */
export function withCodeAwaited<State extends Opened>(state: State): State {
  const last = state.contactChanges.length - 1;
  return {
    ...state,
    contactChanges: state.contactChanges.map((one, index) =>
      index === last ? { ...one, awaitsCode: true, effectiveAt: never } : one,
    ),
  };
}

/** The state once the code of a contact point was entered: a change that waited for it only waits for its days now. */
export function withCodeEntered<State extends Opened>(state: State, event: EventOf<'contact-code-entered'>): State {
  const to = state.challenges.find(({ id }) => id === event.challenge)?.to.hash;
  const last = state.contactChanges.length - 1;
  return {
    ...state,
    contactChanges: state.contactChanges.map((one, index) =>
      index === last && one.awaitsCode && one.to.hash === to
        ? {
            ...one,
            awaitsCode: false,
            effectiveAt: notAtOnce(state, one.waitsUntil > event.at ? one.waitsUntil : event.at),
          }
        : one,
    ),
    confirmedContacts:
      event.signedIn && to !== undefined ? new Set([...state.confirmedContacts, to]) : state.confirmedContacts,
  };
}

/** A change of the contact point that still waits when the case ends never takes effect: nobody could call it back. */
export function withoutWaiting(state: Opened, at: string): Pick<Opened, 'contactChanges' | 'post'> {
  return {
    post: postWaits(state, at) ? null : state.post,
    contactChanges: state.contactChanges.map((one) =>
      one.effectiveAt > timeRunsTo(state, at) ? { ...one, effectiveAt: never, awaitsCode: false } : one,
    ),
  };
}
