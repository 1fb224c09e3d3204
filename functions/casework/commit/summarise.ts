import { erasuresOwed } from '#domain/case/answer/packages.ts';
import { isAtStandstill } from '#domain/case/circumstances/standstill.ts';
import { calendarOf, caseDates } from '#domain/case/clock/clock-of.ts';
import { isSettled } from '#domain/case/custody/open-breach.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { unsentLetters } from '#domain/case/letters/unsent-letters.ts';
import { waitsForPerson } from '#domain/case/lifecycle/ending-rules.ts';
import { ownRights } from '#domain/case/lifecycle/own-rights.ts';
import { isUndecided } from '#domain/case/search/learned-rules.ts';
import { missingWaves, outcomeOf } from '#domain/case/search/outcome.ts';
import { searchOf, type Gathering, hasEnded, type OpenedCase, type Search } from '#domain/case/state.ts';
import { nextStep } from '#domain/case/waits.ts';
import { localDate, plusWorkingDays } from '#domain/clock/deadline.ts';
import type { WaitingFor } from '#api/staff.ts';
import type { Summary } from '#store/summaries.ts';

/**
 * Makes the row of a case in the work queue of staff. `person` is the keyed hash of the contact point
 * (`CaseKeys.personHash`).
 */
export function summarise(state: OpenedCase, person = ''): Summary {
  const { common } = state;
  const search = searchOf(state);
  const outcomes = (search?.systems ?? []).map((system) => ({
    id: system.id,
    outcome: search === undefined ? undefined : outcomeOf(system, search).outcome,
  }));
  return {
    caseId: common.caseId,
    seq: common.seq,
    list: listOf(state),
    status: state.stage.kind,
    controller: common.facts.controller,
    rights: [...ownRights(state)],
    language: common.facts.language,
    receivedAt: common.facts.receivedAt,
    due: common.due,
    extended: common.extended,
    round: search?.round ?? 0,
    waitingFor: waitingFor(state),
    failed: outcomes.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
    pending: outcomes.filter(({ outcome }) => outcome === 'pending').map(({ id }) => id),
    matter: common.facts.matter,
    owner: common.owner,
    decideBy: decideBy(state),
    suspendedDue: caseDates(common).due,
    proposals: common.proposals.filter((one) => one.state === 'open').length,
    unsent: unsentLetters(state).length,
    unsettled: unsettled(state),
    lockedOut: [...common.lockedOut],
    partOf: common.facts.origin?.as === 'split' ? common.facts.origin.case : null,
    endedAt: state.stage.kind === 'closed' ? state.stage.closedAt : (common.refusals.at(-1)?.at ?? null),
    person,
  };
}

/**
 * How many decisions an ended case still needs: on personal data breaches, and on objections to keeping the data of the
 * case.
 */
function unsettled({ common: { breaches, retentionObjections } }: OpenedCase): number {
  return (
    breaches.filter((breach) => !isSettled(breach)).length +
    retentionObjections.filter(({ decision }) => decision === null).length
  );
}

/**
 * The date by which staff must decide on a held request: one working day after its case was opened (practice 3 in
 * `functions/domain/README.md`). `null` if the request is not held.
 */
export function decideBy({ common, stage }: OpenedCase): string | null {
  if (stage.kind !== 'held') return null;
  return plusWorkingDays(localDate(common.facts.at, common.facts.timeZone), 1, calendarOf(common));
}

// With a time in the far future every code has expired, so `owedLetters` returns no letter with a code. Otherwise an
// unsent code would keep an ended case in the list `owing`.
const never = '9999-12-31T00:00:00.000Z';

function listOf(state: OpenedCase): Summary['list'] {
  if (!hasEnded(state)) return 'open';
  // Until each breach and objection is decided, the case stays in the list `owing`, where the work queue finds it. The
  // case stays in that list even if its data are erased.
  if (unsettled(state) > 0 || erasuresOwed(state).length > 0) return 'owing';
  if (state.common.purged) return 'purged';
  return owedLetters(state, never).length > 0 ? 'owing' : 'ended';
}

/** What a case waits for. Empty if the workflow is running, or if nothing remains to be done. */
export function waitingFor(state: OpenedCase): WaitingFor {
  const { common, stage } = state;
  if (common.undecided.size > 0 && isAtStandstill(state)) return 'circumstance-decision';
  switch (stage.kind) {
    case 'held':
      return 'staff-decision';
    case 'identifying':
      return 'subject-code';
    case 'approving-search':
      return 'search-approval';
    case 'gathering':
      return gatheringWaitsFor({ common, stage });
    case 'reviewing':
      return stage.screening.approvals.length === 0 ? 'release' : 'second-release';
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

function gatheringWaitsFor(state: OpenedCase<Gathering>): WaitingFor {
  const { search, cutOff } = state.stage;
  if (waitsForPerson(state)) return 'stronger-proof';
  const undecided = search.learned.some(isUndecided);
  const next = nextStep(state);
  if (next === 'wait') return undecided ? 'identifier-decision' : 'system-answers';
  // The search continues after staff have decided on all learned identifiers.
  return next === 'search' && undecided && !cutOff && !isSearching(search) ? 'identifier-decision' : '';
}

/** Whether a wave has begun, and the result of a system that a connector searches is still missing. */
function isSearching(search: Search): boolean {
  return search.systems.some((system) => system.mode === 'automatic' && missingWaves(system, search).length > 0);
}
