import type { SearchCommand } from './commands.ts';
import { events, outOfOrder, type Decision, type Given } from '../decision.ts';
import type { CaseEvent, EventOf } from '../events.ts';
import { decideIdentifiers } from './decide-identifiers.ts';
import { isNews } from './learned-rules.ts';
import { refuse } from '../refusals/refuse.ts';
import { searchOf, hasEnded, type OpenedCase, type Search } from '../state.ts';
import { searchesDue, type DueSearch } from '../waits.ts';

/** Decides the commands of the search: which systems are searched, and what each search found. */
export function decideSearch(state: OpenedCase, given: Given<SearchCommand>): Decision {
  const { stage } = state;
  const { command, first, second } = given;
  switch (command.type) {
    case 'plan-search':
      return stage.kind === 'planning'
        ? events({ type: 'search-planned', ...second, systems: [...command.systems] })
        : outOfOrder(state);
    case 'approve-search': {
      if (stage.kind !== 'approving-search') return outOfOrder(state);
      const known = stage.search.plan.map(({ id }) => id);
      const systems = command.systems ?? known;
      if (systems.some((id) => !known.includes(id))) return refuse('system-outside-plan');
      // The answer names every system of the plan, so the approval must contain all of them.
      if (known.some((id) => !systems.includes(id))) return refuse('every-system-is-searched');
      return events({ type: 'search-approved', ...first, systems: known });
    }
    case 'start-searches': {
      if (stage.kind !== 'gathering') return outOfOrder(state);
      const { search } = stage;
      if (command.searches.some((one) => search.systems.every(({ id }) => id !== one.system))) return unknownSystem;
      // A search is left out if it is no longer due (staff have entered a result in the meantime), or if the log
      // already contains its start.
      const begins = command.searches.filter((one) => isDue(search, one) && !hasBegun(search, one));
      return events(
        ...begins.map(({ system, wave }): CaseEvent => ({
          type: 'search-started',
          ...first,
          system,
          round: search.round,
          wave,
        })),
      );
    }
    case 'answer-search':
      return answerSearch(state, { ...given, command });
    case 'record-manual-result':
      return recordManualResult(state, { ...given, command });
    case 'retry-system':
    case 'give-up-system': {
      const search = searchOf(state);
      const system = search?.systems.find(({ id }) => id === command.system);
      if (search === undefined || stage.kind === 'delivered') return outOfOrder(state);
      if (system === undefined) return unknownSystem;
      if (system.replies.every(({ result }) => result !== 'failed')) return refuse('search-did-not-fail');
      if (command.type === 'retry-system') return events({ type: 'system-retried', ...first, system: command.system });
      return system.givenUp
        ? events()
        : events({ type: 'system-given-up', ...first, system: command.system, text: command.text });
    }
    case 'confirm-freeze':
      // Erasure is suspended from the receipt to the answer. After the end of the case there is no suspension to
      // confirm (practice 11 in `domain/README.md`).
      if (hasEnded(state)) return outOfOrder(state);
      return state.common.frozen.has(command.system)
        ? events()
        : events({ type: 'freeze-confirmed', ...first, system: command.system });
    case 'decide-identifier': {
      const { identifier, besides = [], accept, withdrawn = [] } = command;
      return decideIdentifiers(state, { identifiers: [{ identifier, besides }], accept, withdrawn }, second);
    }
    case 'decide-identifiers': {
      const { identifiers, accept, withdrawn = [] } = command;
      return decideIdentifiers(state, { identifiers, accept, withdrawn }, second);
    }
    case 'reach-cut-off':
      if (stage.kind !== 'gathering' || stage.search.round !== command.round) return outOfOrder(state);
      return stage.cutOff ? events() : events({ type: 'cut-off-reached', ...first, round: command.round });
  }
}

const unknownSystem = refuse('no-such-system');

function answerSearch(
  state: OpenedCase,
  { command, second }: Given<Extract<SearchCommand, { readonly type: 'answer-search' }>>,
): Decision {
  if (state.stage.kind !== 'gathering') return outOfOrder(state);
  const { search } = state.stage;
  const system = search.systems.find(({ id }) => id === command.system);
  if (system === undefined) return unknownSystem;
  // If another run of the same search has been answered already, its result counts, and this one is dropped.
  if (!isDue(search, command)) return events();
  const learned = command.learned.filter((one) => isNews(search, one));
  return events(
    ...learned.map(({ kind, hash, weight, disputed }): CaseEvent => ({
      type: 'identifier-learned',
      ...second,
      identifier: { kind, hash },
      system: system.id,
      weight,
      disputed,
    })),
    answer(command, command.wave, search.round, second),
  );
}

function isDue(search: Search, asked: DueSearch): boolean {
  return searchesDue(search).some(({ system, wave }) => system === asked.system && wave === asked.wave);
}

/**
 * Whether the log already contains the start of a search. If staff have a failed search repeated, its start is not
 * recorded again.
 */
function hasBegun(search: Search, { system, wave }: DueSearch): boolean {
  return wave <= search.wave && search.systems.some(({ id, startedAt }) => id === system && startedAt !== null);
}

function recordManualResult(
  state: OpenedCase,
  { command, first, second }: Given<Extract<SearchCommand, { readonly type: 'record-manual-result' }>>,
): Decision {
  const search = searchOf(state);
  if (search === undefined || state.stage.kind === 'delivered') return outOfOrder(state);
  const system = search.systems.find(({ id }) => id === command.system);
  if (system === undefined) return unknownSystem;
  const mayAnswer =
    system.mode === 'manual' ? system.deliveredIn === null : system.replies.some(({ result }) => result === 'failed');
  if (!mayAnswer) return refuse('system-answered-already');
  const page = command.page === undefined ? {} : { page: command.page };
  const sealed: CaseEvent = { type: 'result-sealed', ...first, system: system.id, text: command.sealed };
  return events(sealed, { ...answer(command, 0, search.round, second), ...page });
}

function answer(
  command: Extract<SearchCommand, { readonly type: 'answer-search' | 'record-manual-result' }>,
  wave: number,
  round: number,
  second: Given<unknown>['second'],
): EventOf<'system-answered'> {
  const { system, result, records, files, possible, disputed = 0, resources = null, reason, ground } = command;
  return {
    type: 'system-answered',
    ...second,
    system,
    round,
    wave,
    result,
    records,
    files,
    possible,
    disputed,
    resources: resources === null ? null : [...resources],
    ...(reason === undefined ? {} : { reason }),
    ...(ground === undefined ? {} : { ground }),
  };
}
