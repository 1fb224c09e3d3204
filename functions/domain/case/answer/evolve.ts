import { bare, screened } from '../common-part.ts';
import { used } from '../identity/used-code.ts';
import { canonical } from '../../canonical/canonical.ts';
import { itemsLeftOut } from '../decisions/part-refusals.ts';
import { approvalsNeeded } from '../decisions/two-persons.ts';
import type { EventOf } from '../events.ts';
import { impossible } from '../log/impossible-event.ts';
import { isBlocked, isUnresolved } from '../search/outcome.ts';
import {
  type Assembled,
  asWorking,
  type Brought,
  type CaseState,
  type OpenedCase,
  type SearchedSystem,
  type SystemReply,
  type Working,
} from '../state.ts';
import { nothingLeft } from '../waits.ts';
import type { AnswerEvent } from './events.ts';
import { lastPackage, withErased, withPackage, withPackageMade } from './packages.ts';

/** The state after an event of the topic. */
export function evolveAnswer(state: OpenedCase, event: AnswerEvent): CaseState {
  switch (event.type) {
    case 'screened': {
      if (state.status !== 'gathering') return impossible(state, event);
      const systems = settled(state.systems, event);
      return {
        ...bare(state),
        systems,
        status: 'reviewing',
        snapshot: { systems, wave: state.wave, level: state.level, cutOff: state.cutOff },
        screened: event,
        approvals: [],
      };
    }
    case 'release-approved': {
      if (state.status !== 'reviewing') return impossible(state, event);
      const approvals = [...state.approvals, event.by];
      const enough = approvals.length >= approvalsNeeded(state);
      if (!enough) return { ...state, approvals };
      const releases = new Map([...state.releases, [event.round, event.at]]);
      return { ...screened(state), releases, status: 'released', approvals };
    }
    case 'assembly-started':
      return state.status === 'released'
        ? {
            ...screened(withPackage(state, event.round)),
            status: 'assembling',
            approvals: state.approvals,
            startedAt: event.at,
          }
        : impossible(state, event);
    case 'assembled':
      return state.status === 'assembling'
        ? { ...screened(withPackageMade(state)), status: 'assembled', approvals: state.approvals, assembled: event }
        : impossible(state, event);
    case 'delivered':
      return state.status === 'assembled' ? delivered(state, event) : impossible(state, event);
    case 'download-granted':
      return {
        ...used(state, event.grant),
        grants: [
          ...state.grants,
          { id: event.grant, round: event.round, issuedAt: event.at, expiresAt: event.expiresAt },
        ],
      };
    case 'delivery-revoked':
      return withoutRevoked({
        ...state,
        deliveries: state.deliveries.map((one) => (one.round === event.round ? { ...one, revoked: true } : one)),
      });
    case 'answer-erased':
      return withErased(state, event);
  }
}

/** An answer that went to the wrong person is sent again: its systems count as not delivered (practice 13). */
export function withoutRevoked(state: OpenedCase): OpenedCase {
  const working = asWorking(state);
  if (working === undefined) return state;
  const revoked = new Set(state.deliveries.filter((one) => one.revoked).map(({ round }) => round));
  const systems = working.systems.map((system) =>
    system.deliveredIn !== null && revoked.has(system.deliveredIn) ? { ...system, deliveredIn: null } : system,
  );
  switch (working.status) {
    case 'delivered':
      return nothingLeft({ ...working, systems })
        ? working
        : { ...bare(working), systems, status: 'gathering', round: working.round + 1, cutOff: false };
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return { ...working, systems };
  }
}

/** The status after an answer: the next round, or the end of the case. */
export function delivered(state: Assembled, event: EventOf<'delivered'>): CaseState {
  // Results that came after the screening were not in this answer: the next answer brings them.
  const sent = (system: SearchedSystem): boolean =>
    state.snapshot.systems.some(
      (shown) =>
        shown.id === system.id &&
        !isUnresolved(shown, state.snapshot) &&
        shown.givenUp === system.givenUp &&
        canonical(shown.replies) === canonical(system.replies),
    );
  const next: Working = {
    ...bare(state),
    deliveries: [
      ...state.deliveries,
      {
        round: event.round,
        at: event.at,
        days: event.days,
        revoked: false,
        attempt: lastPackage(state)?.attempt ?? 1,
        supplements: state.deliveries.some(({ revoked }) => !revoked),
        brought: broughtBy(state, event.at),
      },
    ],
    systems: state.systems.map((system) =>
      system.deliveredIn === null && sent(system) ? { ...system, deliveredIn: event.round } : system,
    ),
  };
  // An identifier that was accepted just before the screening starts a wave. This answer did not wait for that wave.
  return nothingLeft(next)
    ? { ...next, status: 'delivered' }
    : { ...next, status: 'gathering', round: event.round + 1, cutOff: false };
}

/** Which automatic results the answer that is delivered at `at` (ISO 8601) contains. */
function broughtBy(state: Assembled, at: string): readonly Brought[] {
  return state.snapshot.systems
    .filter((system) => system.deliveredIn === null && !isBlocked(system, state.snapshot))
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

/** Systems with the results that their searches had at the screening. */
export function settled(
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
 * A result, given what could be read of it. A search that was not completed has failed, whatever it returned. A
 * completed search has failed as long as an unreadable record counts as the person's.
 */
function settledReply({ reason, ...reply }: SystemReply, unread: number): SystemReply {
  const isRead = reply.result === 'found' || reply.result === 'nothing-held';
  if (!isRead && (reply.result !== 'failed' || reason !== unreadRecords))
    return reason === undefined ? reply : { ...reply, reason };
  return unread > 0
    ? { ...reply, result: 'failed', reason: unreadRecords }
    : { ...reply, result: reply.records === 0 ? 'nothing-held' : 'found' };
}

/** Why a completed search counts as failed. */
const unreadRecords = 'unread-records';
