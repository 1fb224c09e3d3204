import { used } from '../identity/used-code.ts';
import { canonical } from '../../canonical/canonical.ts';
import { itemsLeftOut } from '../decisions/part-refusals.ts';
import { approvalsNeeded } from '../decisions/two-persons.ts';
import type { EventOf } from '../events.ts';
import { impossible } from '../log/impossible-event.ts';
import { isBlocked, isUnresolved } from '../search/outcome.ts';
import type {
  Assembled,
  Brought,
  Common,
  Gathering,
  OpenedCase,
  Search,
  SearchedSystem,
  SystemReply,
} from '../state.ts';
import { nothingLeft } from '../waits.ts';
import type { AnswerEvent } from './events.ts';
import { changedBeforeRelease } from './review-again.ts';
import { lastPackage, withErased, withPackage, withPackageMade } from './packages.ts';

/** The state after an event of the topic. */
export function evolveAnswer(state: OpenedCase, event: AnswerEvent): OpenedCase {
  const { common, stage } = state;
  switch (event.type) {
    case 'screened': {
      if (stage.kind !== 'gathering') return impossible(state, event);
      const { search, cutOff } = stage;
      const systems = settled(search.systems, event);
      const { wave, adoptions, level } = search;
      const snapshot = { systems, wave, adoptions, level, cutOff };
      return {
        common,
        stage: {
          kind: 'reviewing',
          search: { ...search, systems },
          screening: { snapshot, screened: event, approvals: [] },
        },
      };
    }
    case 'release-approved': {
      if (stage.kind !== 'reviewing') return impossible(state, event);
      const { search, screening } = stage;
      const sheet = event.sheet ?? undefined;
      // Somebody who approved another sheet has approved another answer.
      const earlier = screening.sheet === sheet ? screening.approvals : [];
      const { waiting: _waiting, stopped: _stopped, ...before } = screening;
      const approved = {
        ...before,
        approvals: [...earlier, event.by],
        ...(sheet === undefined ? {} : { sheet }),
        ...(event.waiting === undefined ? {} : { waiting: event.waiting.map(({ system }) => system) }),
      };
      if (approved.approvals.length < approvalsNeeded(common, screening))
        return { common, stage: { ...stage, screening: approved } };
      const releases = new Map([...common.releases, [event.round, event.at]]);
      const leftOut =
        event.lines.length === 0 && !common.leftOut.has(event.round)
          ? common.leftOut
          : new Map([...common.leftOut, [event.round, event.lines]]);
      return { common: { ...common, releases, leftOut }, stage: { kind: 'released', search, screening: approved } };
    }
    case 'assembly-started':
      return stage.kind === 'released'
        ? { common: withPackage(common, event.round), stage: { ...stage, kind: 'assembling', startedAt: event.at } }
        : impossible(state, event);
    case 'assembled': {
      if (stage.kind !== 'assembling') return impossible(state, event);
      const { search, screening } = stage;
      return { common: withPackageMade(common), stage: { kind: 'assembled', search, screening, assembled: event } };
    }
    case 'assembly-stopped':
      return stage.kind === 'assembling'
        ? changedBeforeRelease({
            common,
            stage: { ...stage, screening: { ...stage.screening, stopped: event.paths } },
          })
        : impossible(state, event);
    case 'delivered':
      return stage.kind === 'assembled' ? delivered(common, stage, event) : impossible(state, event);
    case 'download-granted': {
      const grant = { id: event.grant, round: event.round, issuedAt: event.at, expiresAt: event.expiresAt };
      return { common: { ...used(common, event.grant), grants: [...common.grants, grant] }, stage };
    }
    case 'delivery-revoked': {
      const deliveries = common.deliveries.map((one) => (one.round === event.round ? { ...one, revoked: true } : one));
      return withoutRevoked({ common: { ...common, deliveries }, stage });
    }
    case 'answer-erased':
      return { common: withErased(common, event), stage };
  }
}

/**
 * The state after an answer was taken back: the systems in that answer count as not delivered, so that the next answer
 * contains them again (practice 13).
 */
export function withoutRevoked(state: OpenedCase): OpenedCase {
  const { common, stage } = state;
  const revoked = new Set(common.deliveries.filter((one) => one.revoked).map(({ round }) => round));
  const again = (search: Search): Search => ({
    ...search,
    systems: search.systems.map((system) =>
      system.deliveredIn !== null && revoked.has(system.deliveredIn) ? { ...system, deliveredIn: null } : system,
    ),
  });
  switch (stage.kind) {
    case 'delivered': {
      const search = again(stage.search);
      return nothingLeft(search) ? state : { common, stage: nextRound(search) };
    }
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return { common, stage: { ...stage, search: again(stage.search) } };
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'refused':
    case 'closed':
      return state;
  }
}

/** The stage in which the next answer is gathered. */
function nextRound(search: Search): Gathering {
  return { kind: 'gathering', search: { ...search, round: search.round + 1 }, cutOff: false };
}

/** The case after the delivery of an answer: the next answer is gathered, or everything is delivered. */
function delivered(common: Common, stage: Assembled, event: EventOf<'delivered'>): OpenedCase {
  const { search } = stage;
  const { snapshot, waiting = [] } = stage.screening;
  // A result that came after the screening is not in this answer, and neither is an item that is still under review. The
  // next answer contains them.
  const sent = (system: SearchedSystem): boolean =>
    !waiting.includes(system.id) &&
    snapshot.systems.some(
      (shown) =>
        shown.id === system.id &&
        !isUnresolved(shown, snapshot) &&
        shown.givenUp === system.givenUp &&
        canonical(shown.replies) === canonical(system.replies),
    );
  const systems = search.systems.map((system) =>
    system.deliveredIn === null && sent(system) ? { ...system, deliveredIn: event.round } : system,
  );
  const next = { ...search, systems };
  const silent = silentSystems(common, stage);
  const delivery = {
    round: event.round,
    at: event.at,
    days: event.days,
    revoked: false,
    attempt: lastPackage(common)?.attempt ?? 1,
    supplements: common.deliveries.some(({ revoked }) => !revoked),
    brought: broughtBy({ common, stage }, event.at),
    ...(silent.length === 0 ? {} : { silent }),
  };
  return {
    common: { ...common, deliveries: [...common.deliveries, delivery] },
    // Staff may have accepted an identifier just before the screening. If the systems are not searched for it yet, the
    // case gathers the next answer.
    stage: nothingLeft(next) ? { kind: 'delivered', search: next } : nextRound(next),
  };
}

/**
 * The systems of which an answer says that they hold nothing, because the review left out all their records without
 * telling the person.
 */
function silentSystems({ leftOut }: Common, { search, screening, assembled }: Assembled): readonly string[] {
  const lines = leftOut.get(search.round) ?? [];
  const { snapshot, waiting = [] } = screening;
  return snapshot.systems
    .filter(({ id, replies, deliveredIn }) => {
      const own = lines.filter(({ system }) => system === id);
      return (
        deliveredIn === null &&
        !waiting.includes(id) &&
        replies.every(({ result }) => result === 'found' || result === 'nothing-held') &&
        own.length > 0 &&
        own.every(({ told }) => !told) &&
        assembled.systems.some((one) => one.id === id && one.records === 0 && one.files === 0)
      );
    })
    .map(({ id }) => id);
}

/**
 * How many records of automatic searches an answer contains, for each system, wave and kind of record. `at`: when the
 * answer is delivered (ISO 8601).
 */
function broughtBy(state: OpenedCase<Assembled>, at: string): readonly Brought[] {
  const { snapshot } = state.stage.screening;
  return snapshot.systems
    .filter((system) => system.deliveredIn === null && !isBlocked(system, snapshot))
    .flatMap((system) => {
      const refused = itemsLeftOut(state, system, at).map(({ resource }) => resource);
      return system.replies
        .filter(({ wave, result }) => wave > 0 && result !== 'withheld')
        .flatMap(({ wave, records, resources }): readonly Brought[] =>
          resources === null
            ? [{ system: system.id, wave, resource: null, records }]
            : resources.map((one) => ({ system: system.id, wave, resource: one.resource, records: one.records })),
        )
        .filter(({ resource, records }) => records > 0 && (resource === null || !refused.includes(resource)));
    });
}

/** Replaces the results of the searches by the results that the screening recorded. */
function settled(
  systems: readonly SearchedSystem[],
  { settled: waves }: EventOf<'screened'>,
): readonly SearchedSystem[] {
  return systems.map((system) => ({
    ...system,
    replies: system.replies.map((reply) => {
      const now = waves.find((one) => one.system === system.id && one.wave === reply.wave);
      if (now === undefined) return reply;
      const { records, files, possible, disputed, resources } = now;
      return settledReply({ ...reply, records, files, possible, disputed, resources }, now.unread);
    }),
  }));
}

/**
 * The result of one search after the screening. `unread`: the number of records that could not be read. A search that
 * was not completed, or whose result was withheld, keeps its result. Any other search counts as failed if `unread` is
 * not 0; otherwise its result is `found` or `nothing-held`.
 */
function settledReply({ reason, ...reply }: SystemReply, unread: number): SystemReply {
  const isRead = reply.result === 'found' || reply.result === 'nothing-held';
  if (!isRead && (reply.result !== 'failed' || reason !== unreadRecords))
    return reason === undefined ? reply : { ...reply, reason };
  return unread > 0
    ? { ...reply, result: 'failed', reason: unreadRecords }
    : { ...reply, result: reply.records === 0 ? 'nothing-held' : 'found' };
}

/** The reason of a search that was completed and counts as failed, because some records could not be read. */
const unreadRecords = 'unread-records';
