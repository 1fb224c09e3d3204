import { latestOf } from '../clock/latest-of.ts';
import { bare, base, impossible, ImpossibleEvent, screened } from './common-part.ts';
import {
  answeredAt,
  dated,
  letIn,
  lifted,
  lockedOut,
  measured,
  opened,
  proven,
  searchable,
  withProposal,
} from './evolve-case.ts';
import { withChange, withCodeAwaited, withCodeEntered, withoutWaiting } from './contact/evolve-contact.ts';
import {
  answered,
  change,
  changedBeforeRelease,
  changeSystem,
  delivered,
  reviewedAgain,
  settled,
  used,
  withLearned,
  withLetter,
  withoutRevoked,
  working,
} from './search/evolve-search.ts';
import { withErased, withPackageMade, withPackage } from './answer/packages.ts';
import { postsInForce } from './contact/contact-history.ts';
import type { CaseEvent, EventOf } from './events.ts';
import { askedBy, isOpener } from './identity/opener.ts';
import { withStanding } from './decisions/part-refusals.ts';
import { letterOfStop } from './decisions/stops.ts';
import { keyOf } from './letters/letter.ts';
import { withTime } from './circumstances/standing-time.ts';
import { asLiving, asWorking, type CaseState, type OpenedCase } from './state.ts';
import { approvalsNeeded } from './decisions/two-persons.ts';
import { protectsSomebody, type Circumstance } from './vocabulary.ts';

/** One commit as far as folding needs it. */
export interface FoldedCommit {
  readonly caseId: string;
  readonly seq: number;
  readonly commandId: string;
  readonly events: readonly CaseEvent[];
}

/** The state after a commit. */
export function evolveCommit(state: CaseState, commit: FoldedCommit): CaseState {
  const after = commit.events.reduce((current, event) => evolve(current, event, commit.caseId), state);
  if (after.status === 'absent') return after;
  return {
    ...after,
    seq: commit.seq,
    latestAt: latestOf(after.latestAt, ...commit.events.map(({ at }) => at)),
    seen: new Set([...after.seen, commit.commandId]),
  };
}

/** The state after one event; throws `ImpossibleEvent` when the event cannot follow. */
export function evolve(state: CaseState, event: CaseEvent, caseId: string): CaseState {
  if (event.type === 'case-opened') {
    if (state.status !== 'absent') throw new ImpossibleEvent('case-opened twice');
    return opened(event, caseId);
  }
  if (state.status === 'absent') throw new ImpossibleEvent(`${event.type} before case-opened`);
  switch (event.type) {
    case 'hold-lifted':
      return state.status === 'held' ? lifted(state) : impossible(state, event);
    case 'execution-started':
      return { ...state, executions: Math.max(state.executions, event.n) };
    case 'receipt-corrected': {
      const { receivedAt, receivedLocalDate, due, extendedDue } = event;
      return dated({
        ...state,
        facts: { ...state.facts, receivedAt, receivedLocalDate, due, extendedDue },
        warned: [],
      });
    }
    case 'assigned':
      return { ...state, owner: event.to };
    case 'staff-locked-out':
      return lockedOut(state, event.staff);
    case 'staff-let-in':
      return letIn(state, event.staff);
    case 'circumstance-marked': {
      const others = [...state.circumstances].filter((one) => one !== event.circumstance);
      const circumstances = new Set(event.present ? [...others, event.circumstance] : others);
      const marked = new Set([...state.everMarked, ...circumstances]);
      const undecided = [...state.undecided].filter((one) => one !== event.circumstance);
      if (event.present && protectsSomebody(event.circumstance)) undecided.push(event.circumstance);
      const changed = { ...state, circumstances, everMarked: marked, undecided: new Set(undecided) };
      // In logs of earlier versions time ran on: what took effect meanwhile stays as it was.
      const timed = event.stopsTime || undecided.length === 0 ? withTime(changed, event.at) : changed;
      return reviewedAgain(timed);
    }
    case 'circumstance-decided': {
      const without = (all: ReadonlySet<Circumstance>) => new Set([...all].filter((one) => one !== event.circumstance));
      const circumstances = event.applies ? state.circumstances : without(state.circumstances);
      return withTime({ ...state, circumstances, undecided: without(state.undecided) }, event.at);
    }
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
    case 'asked': {
      const { asking, about, why, text, suspends } = event;
      const asked = { id: asking, about, why, text, askedAt: event.at, answeredAt: null, suspends };
      return { ...state, askings: [...state.askings, asked] };
    }
    case 'asking-answered':
      return { ...state, askings: answeredAt(state.askings, event.at, ({ id }) => id === event.asking) };
    case 'mandate-recorded':
      return { ...state, mandate: event };
    case 'contact-changed':
      return withChange(state, event);
    case 'contact-code-awaited':
      return withCodeAwaited(state);
    case 'contact-code-entered':
      return withCodeEntered(used(state, event.challenge), event);
    case 'contact-confirmed':
      return { ...state, confirmedContacts: new Set([...state.confirmedContacts, event.contact.hash]) };
    case 'moved-to-post':
      return { ...state, post: event, earlierPosts: postsInForce(state, event.at), moves: [...state.moves, event] };
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
        // What was proven before anything was searched is searched for from the start.
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
          // Asked again: what comes of it must be delivered again.
          deliveredIn: null,
        })),
      }));
    case 'system-answered':
      // A search may break down before it has started: then its answer is the first that is heard of the wave.
      return changeSystem(state, event, event.system, (system) => answered(system, event), event.wave);
    case 'system-retried':
      return changeSystem(state, event, event.system, (system) => ({
        ...system,
        retries: system.retries + 1,
        givenUp: false,
        // That it failed may have been told already: what comes of it now is told again.
        deliveredIn: null,
        replies: system.replies.filter(({ result }) => result !== 'failed'),
      }));
    case 'system-given-up':
      return changeSystem(state, event, event.system, (system) => ({ ...system, givenUp: true, deliveredIn: null }));
    case 'result-sealed':
      return { ...state, sealed: [...state.sealed, event] };
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
    case 'letter-intended':
      return withLetter(state, {
        letter: event.letter,
        attempt: event.attempt,
        intendedAt: event.at,
        sentAt: null,
        // Until this attempt has come to something the one before tells how it stands.
        failedAt: state.letters.get(keyOf(event.letter))?.failedAt ?? null,
      });
    case 'letter-sent': {
      const letter = state.letters.get(keyOf(event.letter));
      return letter === undefined
        ? impossible(state, event)
        : dated(withLetter(state, { ...letter, sentAt: event.at, failedAt: null }));
    }
    case 'letter-failed': {
      const letter = state.letters.get(keyOf(event.letter));
      return letter === undefined ? impossible(state, event) : withLetter(state, { ...letter, failedAt: event.at });
    }
    case 'deadline-warned':
      return { ...state, warned: [...state.warned, event.daysLeft] };
    case 'status-owed':
      return { ...state, statusOwed: [...state.statusOwed, event.due] };
    case 'alerted':
      return { ...state, alerts: [...state.alerts, event] };
    case 'extended':
      return { ...state, extensions: [...state.extensions, event] };
    case 'decision-proposed': {
      const { proposal: id, decision, by, at } = event;
      return { ...state, proposals: [...state.proposals, { id, by, at, decision, state: 'open' }] };
    }
    case 'decision-approved':
      return withProposal(state, event.proposal, 'approved');
    case 'decision-dropped':
      return withProposal(state, event.proposal, 'dropped');
    case 'refused': {
      const refusals = [
        ...withStanding(state.refusals, event.restates, 'restated'),
        { ...event, standing: 'in-force' } as const,
      ];
      return event.scope === 'whole'
        ? { ...base(state), ...withoutWaiting(state, event.at), refusals, status: 'refused' }
        : // One in words says nothing of what the answer holds; logs of earlier versions go on as they went.
          event.items.length > 0
          ? changedBeforeRelease({ ...state, refusals })
          : { ...state, refusals };
    }
    case 'refusal-taken-back':
      return changedBeforeRelease({
        ...state,
        refusals: withStanding(state.refusals, event.refusal, 'taken-back'),
      });
    case 'fee-announced': {
      const decision = state.proposals.find(({ id }) => id === event.fee)?.decision;
      if (decision?.kind !== 'charge-fee') return impossible(state, event);
      return { ...state, fees: [...state.fees, { id: event.fee, decision, answerBy: event.answerBy, answer: null }] };
    }
    case 'fee-answered':
      return {
        ...state,
        fees: state.fees.map((one) => (one.id === event.fee ? { ...one, answer: event.answer } : one)),
      };
    case 'redirected':
      return { ...state, redirects: [...state.redirects, event] };
    case 'split-off':
      return { ...state, splits: [...state.splits, event] };
    case 'absorbed':
      return { ...state, absorbed: [...state.absorbed, event.case] };
    case 'stop-recorded':
      return { ...state, recordedStops: [...state.recordedStops, event] };
    case 'right-carried-out': {
      const toldBefore = state.letters.has(keyOf(letterOfStop(event.right)));
      return { ...state, carriedOut: [...state.carriedOut, { ...event, toldBefore }] };
    }
    case 'note-added':
      return state;
    case 'case-closed': {
      const { ending } = event;
      const living = asLiving(state);
      return {
        ...base(state),
        ...withoutWaiting(state, event.at),
        status: 'closed',
        closedAt: event.at,
        ending,
        closings: [...state.closings, event],
        systems: asWorking(state)?.systems ?? [],
        resume: living ?? null,
      };
    }
    case 'reopened':
      if (state.status !== 'closed' || state.resume === null) return impossible(state, event);
      return withoutRevoked({
        ...state.resume,
        ...base(state),
        reopenings: state.reopenings + 1,
        executionsEnded: state.executions,
        warned: [],
      });
    case 'legal-hold-set':
      return { ...state, legalHold: true };
    case 'legal-hold-lifted':
      return { ...state, legalHold: false };
    case 'retention-objected':
      return {
        ...state,
        retentionObjections: [...state.retentionObjections, { at: event.at, text: event.text, decision: null }],
      };
    case 'retention-objection-decided':
      return {
        ...state,
        retentionObjections: state.retentionObjections.map((one) =>
          one.decision === null ? { ...one, decision: event } : one,
        ),
      };
    case 'breach-recorded': {
      const { breach: id, awareAt, notifyBy, round, text } = event;
      return { ...state, breaches: [...state.breaches, { id, awareAt, notifyBy, round, text, steps: [] }] };
    }
    case 'breach-updated':
      return {
        ...state,
        breaches: state.breaches.map((one) =>
          one.id === event.breach ? { ...one, steps: [...one.steps, event] } : one,
        ),
      };
    case 'material-purged':
      return { ...state, purged: true, packages: state.packages.map((one) => ({ ...one, erased: true })) };
  }
}

/**
 * A try with the opener's key is written down only where the digits are right. A new contact point shows nothing: the
 * opener names it, and it may be their own.
 */
function showsOpener(state: OpenedCase, { by, challenge }: EventOf<'code-tried'>): boolean {
  return isOpener(by) && state.challenges.some(({ id, purpose }) => id === challenge && purpose !== 'contact');
}
