import { never } from './contact-history.ts';
import { notAtOnce } from '../circumstances/standing-time.ts';
import type { EventOf } from '../events.ts';
import { used } from '../identity/used-code.ts';
import { withCommon, type ContactChange, type Common, type OpenedCase } from '../state.ts';
import { postsInForce } from './contact-history.ts';
import type { ContactEvent } from './events.ts';
import { postWaits } from './unproven-postal-address.ts';

/** The state after an event of the topic. */
export function evolveContact(state: OpenedCase, event: ContactEvent): OpenedCase {
  const { common, stage } = state;
  switch (event.type) {
    case 'contact-changed':
      return { common: withChange(common, event), stage };
    case 'contact-code-awaited':
      return { common: withCodeAwaited(common), stage };
    case 'contact-code-entered':
      return { common: withCodeEntered(used(common, event.challenge), event), stage };
    case 'contact-confirmed':
      return withCommon(state, {
        confirmedContacts: new Set([...common.confirmedContacts, event.contact.hash]),
        unsafeContacts: new Set([...common.unsafeContacts].filter((one) => one !== event.contact.hash)),
      });
    case 'contact-called-unsafe':
      return withCommon(state, { unsafeContacts: new Set([...common.unsafeContacts, event.contact.hash]) });
    case 'moved-to-post':
      return withCommon(state, {
        post: event,
        earlierPosts: postsInForce(common, event.at),
        moves: [...common.moves, event],
      });
  }
}

function withChange(common: Common, event: EventOf<'contact-changed'>): Common {
  const { at, from, to } = event;
  const effectiveAt = notAtOnce(common, event.effectiveAt);
  const changed: ContactChange = { ...event, effectiveAt, waitsUntil: effectiveAt, awaitsCode: false };
  // Cancelling a change also cancels a move to a postal address that still waits.
  const calledBack = from.hash === to.hash && postWaits(common, at);
  return {
    ...common,
    contactChanges: [...common.contactChanges, changed],
    post: calledBack ? null : common.post,
  };
}

/** Marks the latest change as waiting for its code. The change does not take effect until somebody enters the code. */
function withCodeAwaited(common: Common): Common {
  const last = common.contactChanges.length - 1;
  return {
    ...common,
    contactChanges: common.contactChanges.map((one, index) =>
      index === last ? { ...one, awaitsCode: true, effectiveAt: never } : one,
    ),
  };
}

/**
 * The state after the code for a contact point was entered. A change that waited for the code now waits only for the
 * end of its days.
 */
function withCodeEntered(common: Common, event: EventOf<'contact-code-entered'>): Common {
  const to = common.challenges.find(({ id }) => id === event.challenge)?.to.hash;
  const last = common.contactChanges.length - 1;
  return {
    ...common,
    contactChanges: common.contactChanges.map((one, index) =>
      index === last && one.awaitsCode && one.to.hash === to
        ? {
            ...one,
            awaitsCode: false,
            effectiveAt: notAtOnce(common, one.waitsUntil > event.at ? one.waitsUntil : event.at),
          }
        : one,
    ),
    confirmedContacts:
      event.signedIn && to !== undefined ? new Set([...common.confirmedContacts, to]) : common.confirmedContacts,
  };
}
