import { answeredAt } from '../clock/evolve.ts';
import { searchable } from '../contact/confirmed-contact.ts';
import type { EventOf } from '../events.ts';
import { asLiving, withCommon, type Common, type OpenedCase, type Search } from '../state.ts';
import { waveForIdentifier } from '../search/waves.ts';
import type { ContactRef } from '../vocabulary.ts';
import type { IdentityEvent } from './events.ts';
import { askedBy, isOpener } from './opener.ts';
import { measured } from './proofs.ts';
import { used } from './used-code.ts';

/** The state after an event of the topic. */
export function evolveIdentity(state: OpenedCase, event: IdentityEvent): OpenedCase {
  const { common, stage } = state;
  switch (event.type) {
    case 'code-issued': {
      const { challenge, purpose, via, registered, expiresAt } = event;
      const to = event.to ?? common.facts.contact;
      const issued = {
        id: challenge,
        purpose,
        via,
        to,
        registered,
        issuedAt: event.at,
        askedBy: askedBy(common, event.by),
        expiresAt,
        tries: 0,
        used: false,
      };
      return withCommon(state, { challenges: [...common.challenges, issued] });
    }
    case 'code-tried':
      return withCommon(state, {
        openerShown: common.openerShown || showsOpener(common, event),
        challenges: common.challenges.map((one) =>
          one.id === event.challenge ? { ...one, tries: one.tries + 1 } : one,
        ),
      });
    case 'identity-proven': {
      const openerShown = common.openerShown || isOpener(event.by);
      const known = event.challenge === null ? common : used(common, event.challenge);
      return proven({ common: { ...known, openerShown }, stage }, event);
    }
    case 'mandate-recorded':
      return withCommon(state, { mandate: event });
  }
}

/** After the first proof the search can be planned. After a stronger proof, systems that waited for it are searched. */
function proven(state: OpenedCase, event: EventOf<'identity-proven'>): OpenedCase {
  const { stage } = state;
  const common = {
    ...state.common,
    proofs: [...state.common.proofs, event],
    askings: answeredAt(state.common.askings, event.at, ({ about }) => about === 'identity'),
  };
  switch (stage.kind) {
    case 'held':
      return { common, stage };
    case 'identifying':
      return { common, stage: { kind: 'planning', search: { identity: event, level: event.level } } };
    case 'planning':
    case 'approving-search':
    case 'delivered':
      return measured({ common, stage });
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return measured({ common, stage: { ...stage, search: searchedFor(common, stage.search, event) } });
    case 'refused':
      return { common, stage };
    case 'closed': {
      if (stage.resume === null) return { common, stage };
      const resumed = proven({ common: state.common, stage: stage.resume }, event);
      return { common, stage: { ...stage, resume: asLiving(resumed)?.stage ?? null } };
    }
  }
}

/**
 * Adds the identifier of a later proof to the search: a further wave searches the systems for it. Other stated
 * identifiers are not added. An identifier from a record is added only if staff accept it, because a record can also
 * contain another person's identifiers.
 */
function searchedFor(common: Common, search: Search, event: EventOf<'identity-proven'>): Search {
  const { identity, learned, proven: known } = search;
  const [identifier] = searchable(common, event.identifier);
  const isKnown = (one: { readonly identifier: ContactRef }): boolean => one.identifier.hash === identifier?.hash;
  if (identifier === undefined || isKnown(identity) || known.some(isKnown) || learned.some(isKnown)) return search;
  return { ...search, proven: [...known, { identifier, wave: waveForIdentifier(search) }] };
}

/**
 * Whether a try shows that the person, and not a stranger, uses the requester's key. A try with that key is recorded
 * only if the digits are right. A code to a new contact point shows nothing: a stranger may have named their own
 * contact point.
 */
function showsOpener(common: Common, { by, challenge }: EventOf<'code-tried'>): boolean {
  return isOpener(by) && common.challenges.some(({ id, purpose }) => id === challenge && purpose !== 'contact');
}
