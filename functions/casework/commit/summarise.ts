import { erasuresOwed } from '#domain/case/answer/packages.ts';
import { isAtStandstill } from '#domain/case/circumstances/standstill.ts';
import { calendarOf, caseDates } from '#domain/case/clock/clock-of.ts';
import { hasOpenBreach } from '#domain/case/custody/open-breach.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { unsentLetters } from '#domain/case/letters/unsent-letters.ts';
import { waitsForPerson } from '#domain/case/lifecycle/ending-rules.ts';
import { ownRights } from '#domain/case/lifecycle/own-rights.ts';
import { isUndecided } from '#domain/case/search/learned-rules.ts';
import { missingWaves, outcomeOf } from '#domain/case/search/outcome.ts';
import { asWorking, type Gathering, hasEnded, type OpenedCase } from '#domain/case/state.ts';
import { nextStep } from '#domain/case/waits.ts';
import { localDate, plusWorkingDays } from '#domain/clock/deadline.ts';
import type { Summary } from '#store/summaries.ts';

/** The work queue's line for a state. `person` is the organisation's keyed hash of the contact point. */
export function summarise(state: OpenedCase, person: string): Summary {
  const working = asWorking(state);
  const outcomes = (working?.systems ?? []).map((system) => ({
    id: system.id,
    outcome: working === undefined ? undefined : outcomeOf(system, working).outcome,
  }));
  return {
    caseId: state.caseId,
    seq: state.seq,
    list: listOf(state),
    status: state.status,
    controller: state.facts.controller,
    rights: [...ownRights(state)],
    language: state.facts.language,
    receivedAt: state.facts.receivedAt,
    due: state.due,
    extended: state.extended,
    round: working?.round ?? 0,
    waitingFor: waitingFor(state),
    failed: outcomes.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
    pending: outcomes.filter(({ outcome }) => outcome === 'pending').map(({ id }) => id),
    matter: state.facts.matter,
    owner: state.owner,
    decideBy: decideBy(state),
    suspendedDue: caseDates(state).due,
    proposals: state.proposals.filter((one) => one.state === 'open').length,
    unsent: unsentLetters(state).length,
    unsettled: unsettled(state),
    lockedOut: [...state.lockedOut],
    partOf: state.facts.origin?.as === 'split' ? state.facts.origin.case : null,
    endedAt: state.status === 'closed' ? state.closedAt : (state.refusals.at(-1)?.at ?? null),
    person,
  };
}

/** What still needs a decision although the case may have ended: a breach, an objection to the record. */
function unsettled({ breaches, retentionObjections }: OpenedCase): number {
  const open = breaches.filter(
    ({ steps }) => !steps.some(({ step }) => step === 'authority-notified' || step === 'no-notification-needed'),
  );
  return open.length + retentionObjections.filter(({ decision }) => decision === null).length;
}

/** A held request is decided on within one working day (practice 3). */
export function decideBy(state: OpenedCase): string | null {
  if (state.status !== 'held') return null;
  return plusWorkingDays(localDate(state.facts.at, state.facts.timeZone), 1, calendarOf(state));
}

// Codes are owed for minutes only: those of a moment that never comes are not.
const never = '9999-12-31T00:00:00.000Z';

function listOf(state: OpenedCase): Summary['list'] {
  if (!hasEnded(state)) return 'open';
  // Watched and kept until it is settled, also where the material is gone already.
  if (hasOpenBreach(state) || erasuresOwed(state).length > 0) return 'owing';
  if (state.purged) return 'purged';
  return owedLetters(state, never).length > 0 ? 'owing' : 'ended';
}

/** Whom or what a case waits for; empty when the machine is at work or nothing is left to do. */
export function waitingFor(state: OpenedCase): WaitingFor {
  if (state.undecided.size > 0 && isAtStandstill(state)) return 'circumstance-decision';
  switch (state.status) {
    case 'held':
      return 'staff-decision';
    case 'identifying':
      return 'subject-code';
    case 'approving-search':
      return 'search-approval';
    case 'gathering':
      return gatheringWaitsFor(state);
    case 'reviewing':
      return state.approvals.length === 0 ? 'release' : 'second-release';
    case 'planning':
    case 'released':
    case 'assembling':
    case 'assembled':
    case 'delivered':
    case 'refused':
    case 'closed':
      return '';
  }
}

function gatheringWaitsFor(state: Gathering): WaitingFor {
  if (waitsForPerson(state)) return 'stronger-proof';
  const undecided = state.learned.some(isUndecided);
  const next = nextStep(state);
  if (next === 'wait') return undecided ? 'identifier-decision' : 'system-answers';
  // With accepted identifiers the search goes on once all are decided, not while staff are still at it.
  return next === 'search' && undecided && !state.cutOff && !isSearching(state) ? 'identifier-decision' : '';
}

/** Whether a system still owes an answer in a wave that has begun. */
function isSearching(state: Gathering): boolean {
  return state.systems.some((system) => system.mode === 'automatic' && missingWaves(system, state).length > 0);
}

export type WaitingFor =
  | ''
  | 'staff-decision'
  | 'circumstance-decision'
  | 'subject-code'
  | 'search-approval'
  | 'stronger-proof'
  | 'identifier-decision'
  | 'system-answers'
  | 'release'
  | 'second-release';
