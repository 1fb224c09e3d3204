import { never } from './contact-history.ts';
import { notAtOnce, postWaits } from '../circumstances/standing-time.ts';
import type { EventOf } from '../events.ts';
import { used } from '../identity/used-code.ts';
import type { CaseState, ContactChange, Opened, OpenedCase } from '../state.ts';
import { postsInForce } from './contact-history.ts';
import type { ContactEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveContact(state: OpenedCase, event: ContactEvent): CaseState {
  switch (event.type) {
    case 'contact-changed':
      return withChange(state, event);
    case 'contact-code-awaited':
      return withCodeAwaited(state);
    case 'contact-code-entered':
      return withCodeEntered(used(state, event.challenge), event);
    case 'contact-confirmed':
      return {
        ...state,
        confirmedContacts: new Set([...state.confirmedContacts, event.contact.hash]),
        unsafeContacts: new Set([...state.unsafeContacts].filter((one) => one !== event.contact.hash)),
      };
    case 'contact-called-unsafe':
      return { ...state, unsafeContacts: new Set([...state.unsafeContacts, event.contact.hash]) };
    case 'moved-to-post':
      return { ...state, post: event, earlierPosts: postsInForce(state, event.at), moves: [...state.moves, event] };
  }
}

/** The state with a change of the contact point. */
function withChange<State extends Opened>(state: State, event: EventOf<'contact-changed'>): State {
  const { at, from, to } = event;
  const effectiveAt = notAtOnce(state, event.effectiveAt);
  const changed: ContactChange = { ...event, effectiveAt, waitsUntil: effectiveAt, awaitsCode: false };
  // Cancelling a change also cancels a change to post, as long as that waits.
  const calledBack = from.hash === to.hash && postWaits(state, at);
  return {
    ...state,
    contactChanges: [...state.contactChanges, changed],
    post: calledBack ? null : state.post,
  };
}

/** The latest change waits for its code: until somebody enters the code it does not take effect. */
function withCodeAwaited<State extends Opened>(state: State): State {
  const last = state.contactChanges.length - 1;
  return {
    ...state,
    contactChanges: state.contactChanges.map((one, index) =>
      index === last ? { ...one, awaitsCode: true, effectiveAt: never } : one,
    ),
  };
}

/**
 * The state once the code of a contact point was entered. A change that waited for the code now waits only for its
 * days.
 */
function withCodeEntered<State extends Opened>(state: State, event: EventOf<'contact-code-entered'>): State {
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
