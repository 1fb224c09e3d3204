import { answeredAt } from '../clock/evolve.ts';
import { searchable } from '../contact/confirmed-contact.ts';
import type { EventOf } from '../events.ts';
import { asLiving, type CaseState, type OpenedCase, type Working } from '../state.ts';
import type { ContactRef } from '../vocabulary.ts';
import type { IdentityEvent } from './events.ts';
import { askedBy, isOpener } from './opener.ts';
import { measured } from './proofs.ts';
import { used } from './used-code.ts';

/** The state after an event of the topic. */
export function evolveIdentity(state: OpenedCase, event: IdentityEvent): CaseState {
  switch (event.type) {
    case 'code-issued': {
      const { challenge, purpose, via, registered, expiresAt } = event;
      const to = event.to ?? state.facts.contact;
      const issued = {
        id: challenge,
        purpose,
        via,
        to,
        registered,
        issuedAt: event.at,
        askedBy: askedBy(state, event.by),
        expiresAt,
        tries: 0,
        used: false,
      };
      return { ...state, challenges: [...state.challenges, issued] };
    }
    case 'code-tried':
      return {
        ...state,
        openerShown: state.openerShown || showsOpener(state, event),
        challenges: state.challenges.map((one) =>
          one.id === event.challenge ? { ...one, tries: one.tries + 1 } : one,
        ),
      };
    case 'identity-proven': {
      const openerShown = state.openerShown || isOpener(event.by);
      return proven({ ...(event.challenge === null ? state : used(state, event.challenge)), openerShown }, event);
    }
    case 'mandate-recorded':
      return { ...state, mandate: event };
  }
}

/** After the first proof the search can be planned. After a stronger proof, systems that waited for it are searched. */
export function proven(state: OpenedCase, event: EventOf<'identity-proven'>): OpenedCase {
  const common = {
    proofs: [...state.proofs, event],
    askings: answeredAt(state.askings, event.at, ({ about }) => about === 'identity'),
  };
  switch (state.status) {
    case 'held':
      return { ...state, ...common };
    case 'identifying':
      return { ...state, ...common, status: 'planning', identity: event, level: event.level };
    case 'planning':
    case 'approving-search':
    case 'delivered':
      return measured({ ...state, ...common });
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return measured({ ...state, ...common, ...searchedFor({ ...state, ...common }, event) });
    case 'refused':
      return { ...state, ...common };
    case 'closed': {
      const resume = state.resume === null ? null : proven({ ...state.resume, proofs: state.proofs }, event);
      return { ...state, ...common, resume: resume === null ? null : (asLiving(resume) ?? null) };
    }
  }
}

/**
 * What a later proof adds to the search: only the proven identifier, in a wave of its own. Other stated identifiers are
 * not added. Staff decide on identifiers from records, which may be those of another person in the same record.
 */
function searchedFor(state: Working, event: EventOf<'identity-proven'>): Pick<Working, 'proven'> {
  const { learned, proven: known } = state;
  const [identifier] = searchable(state, event.identifier);
  const isKnown = (one: { readonly identifier: ContactRef }): boolean => one.identifier.hash === identifier?.hash;
  if (identifier === undefined || isKnown(state.identity) || known.some(isKnown) || learned.some(isKnown))
    return { proven: known };
  return { proven: [...known, { identifier, wave: state.wave + 1 }] };
}

/**
 * A try with the requester's key is recorded only if the digits are right. A code to a new contact point proves nothing
 * here: the requester names it, and it may be their own.
 */
function showsOpener(state: OpenedCase, { by, challenge }: EventOf<'code-tried'>): boolean {
  return isOpener(by) && state.challenges.some(({ id, purpose }) => id === challenge && purpose !== 'contact');
}
