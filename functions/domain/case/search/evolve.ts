import { searchable } from '../contact/confirmed-contact.ts';
import type { CaseEvent, EventOf } from '../events.ts';
import { measured } from '../identity/proofs.ts';
import { impossible } from '../log/impossible-event.ts';
import {
  withCommon,
  type Gathering,
  type LearnedIdentifier,
  type OpenedCase,
  type PlannedSystem,
  type Reviewing,
  type Search,
  type SearchedSystem,
} from '../state.ts';
import type { SearchEvent } from './events.ts';
import { isUnresolved } from './outcome.ts';
import { waveForIdentifier } from './waves.ts';
import { withoutWithdrawn } from './withdrawn.ts';

/** The state after an event of the topic. */
export function evolveSearch(state: OpenedCase, event: SearchEvent): OpenedCase {
  const { common, stage } = state;
  switch (event.type) {
    case 'search-planned':
      return stage.kind === 'planning'
        ? { common, stage: { kind: 'approving-search', search: { ...stage.search, plan: event.systems } } }
        : impossible(state, event);
    case 'search-approved': {
      if (stage.kind !== 'approving-search') return impossible(state, event);
      const { identity, plan } = stage.search;
      const search = {
        ...stage.search,
        round: 1,
        wave: 1,
        learned: [],
        adoptions: [],
        // Wave 1 also searches by the further identifiers that the person proved before the search.
        proven: common.proofs
          .filter(({ identifier }) => identifier.hash !== identity.identifier.hash)
          .flatMap(({ identifier }) => searchable(common, identifier))
          .map((identifier) => ({ identifier, wave: 1 })),
        systems: plan.filter(({ id }) => event.systems.includes(id)).map(notSearched),
      };
      return { common, stage: { kind: 'gathering', search, cutOff: false } };
    }
    case 'search-started':
      return gathering(state, event, (search) => ({
        ...search,
        wave: Math.max(search.wave, event.wave),
        systems: change(search.systems, event.system, (system) => ({
          ...system,
          startedAt: system.startedAt ?? event.at,
          // If an earlier result was delivered already, the result of this search must be delivered too.
          deliveredIn: null,
        })),
      }));
    case 'system-answered':
      // A search may fail before its `search-started` event. Then this event is the first of the wave, and sets its
      // number.
      return changeSystem(state, event, event.system, (system) => answered(system, event), event.wave);
    case 'result-sealed':
      return withCommon(state, { sealed: [...common.sealed, event] });
    case 'system-retried':
      return changeSystem(state, event, event.system, (system) => ({
        ...system,
        retries: system.retries + 1,
        givenUp: false,
        // The person may already have been told of the failure, so the new result must be delivered.
        deliveredIn: null,
        replies: system.replies.filter(({ result }) => result !== 'failed'),
      }));
    case 'system-given-up':
      return changeSystem(state, event, event.system, (system) => ({ ...system, givenUp: true, deliveredIn: null }));
    case 'freeze-confirmed':
      return withCommon(state, { frozen: new Set([...common.frozen, event.system]) });
    case 'identifier-learned':
      return gathering(state, event, (search) => ({ ...search, learned: withLearned(search.learned, event) }));
    case 'identifier-decided': {
      const decided = stage.kind === 'reviewing' ? { common, stage: gatheringAgain(stage) } : state;
      return measured(
        gathering(decided, event, (search) => {
          const wave = waveForIdentifier(search);
          const learned = search.learned.map((one): LearnedIdentifier =>
            one.identifier.hash === event.identifier.hash && one.identifier.kind === event.identifier.kind
              ? { ...one, decision: event.accepted ? { accepted: true, wave } : { accepted: false } }
              : one,
          );
          return { ...search, learned: withoutWithdrawn(learned, event.withdrawn ?? []) };
        }),
      );
    }
    case 'cut-off-reached':
      return stage.kind === 'gathering' ? { common, stage: { ...stage, cutOff: true } } : impossible(state, event);
  }
}

/** Adds a result to a system. */
function answered(system: SearchedSystem, event: EventOf<'system-answered'>): SearchedSystem {
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
  // A result that staff enter counts for all waves, so it replaces failed results.
  const others = wave === 0 ? system.replies.filter((one) => one.result !== 'failed') : system.replies;
  // The new result has not been delivered, even if earlier results of the system have been.
  return { ...system, deliveredIn: null, replies: [...others.filter((one) => one.wave !== wave), reply] };
}

/** Changes the search of a case at the stage `gathering`. At any other stage the event is impossible. */
function gathering(state: OpenedCase, event: CaseEvent, update: (search: Search) => Search): OpenedCase {
  const { common, stage } = state;
  return stage.kind === 'gathering'
    ? { common, stage: { ...stage, search: update(stage.search) } }
    : impossible(state, event);
}

/** The case goes back from `reviewing` to `gathering`, so that its results are screened again. */
export function gatheringAgain({ search, screening }: Reviewing): Gathering {
  return { kind: 'gathering', search, cutOff: screening.snapshot.cutOff };
}

/**
 * Changes one system of the search. A result may also arrive while an answer is reviewed, released or assembled. It
 * then waits for the next round.
 */
function changeSystem(
  state: OpenedCase,
  event: CaseEvent,
  id: string,
  update: (system: SearchedSystem) => SearchedSystem,
  wave = 0,
): OpenedCase {
  const { common, stage } = state;
  const changed = (search: Search): Search => ({
    ...search,
    wave: Math.max(search.wave, wave),
    systems: change(search.systems, id, update),
  });
  switch (stage.kind) {
    case 'reviewing': {
      const { snapshot } = stage.screening;
      const shown = snapshot.systems.find((system) => system.id === id);
      const after = { ...stage, search: changed(stage.search) };
      // If the answer under review already contains a final result of the system, the new result corrects it, and the
      // answer is screened and reviewed again. Otherwise staff could release an answer that they have not seen.
      const again = shown !== undefined && !isUnresolved(shown, snapshot);
      return { common, stage: again ? gatheringAgain(after) : after };
    }
    case 'gathering':
    case 'released':
    case 'assembling':
    case 'assembled':
      return { common, stage: { ...stage, search: changed(stage.search) } };
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

/** A system before anybody searches it. */
export function notSearched(system: PlannedSystem): SearchedSystem {
  return { ...system, startedAt: null, replies: [], retries: 0, givenUp: false, deliveredIn: null };
}

function change(
  systems: readonly SearchedSystem[],
  id: string,
  update: (system: SearchedSystem) => SearchedSystem,
): readonly SearchedSystem[] {
  return systems.map((system) => (system.id === id ? update(system) : system));
}

/**
 * Adds an identifier from a record to the learned identifiers. If the identifier is learned already, the new evidence
 * replaces the old.
 */
function withLearned(
  learned: readonly LearnedIdentifier[],
  { identifier, system, weight, disputed }: EventOf<'identifier-learned'>,
): readonly LearnedIdentifier[] {
  const taught = { identifier, system, weight, disputed };
  return learned.some((one) => one.identifier.hash === identifier.hash)
    ? learned.map((one) => (one.identifier.hash === identifier.hash ? { ...one, ...taught } : one))
    : [...learned, { ...taught, decision: null }];
}
