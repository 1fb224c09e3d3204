import { bare } from '../common-part.ts';
import { searchable } from '../contact/confirmed-contact.ts';
import type { CaseEvent, EventOf } from '../events.ts';
import { measured } from '../identity/proofs.ts';
import { impossible } from '../log/impossible-event.ts';
import type { CaseState, Gathering, LearnedIdentifier, OpenedCase, SearchedSystem } from '../state.ts';
import type { SearchEvent } from './events.ts';
import { isUnresolved } from './outcome.ts';

/** The state after an event of the topic. */
export function evolveSearch(state: OpenedCase, event: SearchEvent): CaseState {
  switch (event.type) {
    case 'search-planned':
      return state.status === 'planning'
        ? { ...state, status: 'approving-search', plan: event.systems }
        : impossible(state, event);
    case 'search-approved':
      if (state.status !== 'approving-search') return impossible(state, event);
      return {
        ...state,
        status: 'gathering',
        round: 1,
        wave: 1,
        cutOff: false,
        learned: [],
        // Identifiers that were proven before the search are part of the first wave.
        proven: state.proofs
          .filter(({ identifier }) => identifier.hash !== state.identity.identifier.hash)
          .flatMap(({ identifier }) => searchable(state, identifier))
          .map((identifier) => ({ identifier, wave: 1 })),
        systems: state.plan
          .filter(({ id }) => event.systems.includes(id))
          .map((system) => ({
            ...system,
            startedAt: null,
            replies: [],
            retries: 0,
            givenUp: false,
            deliveredIn: null,
          })),
      };
    case 'search-started':
      return working(state, event, (current) => ({
        ...current,
        wave: Math.max(current.wave, event.wave),
        systems: change(current.systems, event.system, (system) => ({
          ...system,
          startedAt: system.startedAt ?? event.at,
          // The system is searched again: the new result must be delivered again.
          deliveredIn: null,
        })),
      }));
    case 'system-answered':
      // A search may fail before it has started: its result is then the first event of the wave.
      return changeSystem(state, event, event.system, (system) => answered(system, event), event.wave);
    case 'result-sealed':
      return { ...state, sealed: [...state.sealed, event] };
    case 'system-retried':
      return changeSystem(state, event, event.system, (system) => ({
        ...system,
        retries: system.retries + 1,
        givenUp: false,
        // The failure may have been reported to the person already: the new result is reported again.
        deliveredIn: null,
        replies: system.replies.filter(({ result }) => result !== 'failed'),
      }));
    case 'system-given-up':
      return changeSystem(state, event, event.system, (system) => ({ ...system, givenUp: true, deliveredIn: null }));
    case 'freeze-confirmed':
      return { ...state, frozen: new Set([...state.frozen, event.system]) };
    case 'identifier-learned':
      return working(state, event, (current) => ({
        ...current,
        learned: withLearned(current.learned, event),
      }));
    case 'identifier-decided': {
      const decided =
        state.status === 'reviewing'
          ? ({ ...bare(state), status: 'gathering', cutOff: state.snapshot.cutOff } as const)
          : state;
      return working(decided, event, (current) =>
        measured({
          ...current,
          learned: current.learned.map((one) =>
            one.identifier.hash === event.identifier.hash && one.identifier.kind === event.identifier.kind
              ? { ...one, decision: event.accepted ? { accepted: true, wave: current.wave + 1 } : { accepted: false } }
              : one,
          ),
        }),
      );
    }
    case 'cut-off-reached':
      return state.status === 'gathering' ? { ...state, cutOff: true } : impossible(state, event);
  }
}

/** A system with one more result. */
export function answered(system: SearchedSystem, event: EventOf<'system-answered'>): SearchedSystem {
  const { wave, round, at, result, records, files, possible, disputed, resources } = event;
  const reply = {
    wave,
    round,
    at,
    result,
    records,
    files,
    possible,
    disputed,
    resources,
    ...(event.reason === undefined ? {} : { reason: event.reason }),
    ...(event.ground === undefined ? {} : { ground: event.ground }),
    ...(event.page === undefined ? {} : { page: event.page }),
  };
  // A member of staff who enters a result for a system enters it for all waves.
  const others = wave === 0 ? system.replies.filter((one) => one.result !== 'failed') : system.replies;
  // Whatever was delivered before, this result was not.
  return { ...system, deliveredIn: null, replies: [...others.filter((one) => one.wave !== wave), reply] };
}

/** Changes a case that is in its search. */
export function working(state: OpenedCase, event: CaseEvent, update: (state: Gathering) => Gathering): CaseState {
  return state.status === 'gathering' ? update(state) : impossible(state, event);
}

/** Results may arrive while an earlier round is being released: they are kept for the next round. */
export function changeSystem(
  state: OpenedCase,
  event: CaseEvent,
  id: string,
  update: (system: SearchedSystem) => SearchedSystem,
  wave = 0,
): CaseState {
  switch (state.status) {
    case 'reviewing': {
      const changed = { ...state, wave: Math.max(state.wave, wave), systems: change(state.systems, id, update) };
      const shown = state.snapshot.systems.find((system) => system.id === id);
      // A correction before the release is screened and reviewed again: nobody releases an answer that they have not
      // seen.
      return shown !== undefined && !isUnresolved(shown, state.snapshot)
        ? { ...bare(changed), status: 'gathering', cutOff: state.snapshot.cutOff }
        : changed;
    }
    case 'gathering':
    case 'released':
    case 'assembling':
    case 'assembled':
      return { ...state, wave: Math.max(state.wave, wave), systems: change(state.systems, id, update) };
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'delivered':
    case 'refused':
    case 'closed':
      return impossible(state, event);
  }
}

/** Changes one system of the list. */
export function change(
  systems: readonly SearchedSystem[],
  id: string,
  update: (system: SearchedSystem) => SearchedSystem,
): readonly SearchedSystem[] {
  return systems.map((system) => (system.id === id ? update(system) : system));
}

/** The learned identifiers with one from a record. If it is known already, the stronger evidence is kept. */
export function withLearned(
  learned: readonly LearnedIdentifier[],
  { identifier, system, weight, disputed }: EventOf<'identifier-learned'>,
): readonly LearnedIdentifier[] {
  const taught = { identifier, system, weight, disputed };
  return learned.some((one) => one.identifier.hash === identifier.hash)
    ? learned.map((one) => (one.identifier.hash === identifier.hash ? { ...one, ...taught } : one))
    : [...learned, { ...taught, decision: null }];
}
