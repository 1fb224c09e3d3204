import { latestOf } from '../clock/latest-of.ts';
import { isAnswerEvent } from './answer/events.ts';
import { evolveAnswer } from './answer/evolve.ts';
import { isCircumstanceEvent } from './circumstances/events.ts';
import { evolveCircumstance } from './circumstances/evolve.ts';
import { isClockEvent } from './clock/events.ts';
import { evolveClock } from './clock/evolve.ts';
import { isContactEvent } from './contact/events.ts';
import { evolveContact } from './contact/evolve.ts';
import { isCustodyEvent } from './custody/events.ts';
import { evolveCustody } from './custody/evolve.ts';
import { isDecisionEvent } from './decisions/events.ts';
import { evolveDecision } from './decisions/evolve.ts';
import type { CaseEvent } from './events.ts';
import { isIdentityEvent } from './identity/events.ts';
import { evolveIdentity } from './identity/evolve.ts';
import { isLetterEvent } from './letters/events.ts';
import { evolveLetter } from './letters/evolve.ts';
import { isLifecycleEvent } from './lifecycle/events.ts';
import { evolveLifecycle, opened } from './lifecycle/evolve.ts';
import { ImpossibleEvent } from './log/impossible-event.ts';
import { isReviewEvent } from './review/events.ts';
import { evolveReview } from './review/evolve.ts';
import { isSearchEvent } from './search/events.ts';
import { evolveSearch } from './search/evolve.ts';
import { isHandlingEvent } from './handling/events.ts';
import { evolveHandling } from './handling/evolve.ts';
import { withCommon, type CaseState } from './state.ts';

/** The fields of a commit from which the state is computed. */
export interface FoldedCommit {
  readonly caseId: string;
  readonly seq: number;
  readonly commandId: string;
  readonly events: readonly CaseEvent[];
}

/** The state after a commit. `seen`: the ids of all commands up to this commit. */
export function evolveCommit(
  state: CaseState,
  commit: FoldedCommit,
  seen: ReadonlySet<string> = new Set([...(state?.common.seen ?? []), commit.commandId]),
): CaseState {
  const after = commit.events.reduce((current, event) => evolve(current, event, commit.caseId), state);
  if (after === undefined) return after;
  return withCommon(after, {
    seq: commit.seq,
    latestAt: latestOf(after.common.latestAt, ...commit.events.map(({ at }) => at)),
    seen,
  });
}

/** The state after one event. Throws `ImpossibleEvent` if the state before does not allow the event. */
export function evolve(state: CaseState, event: CaseEvent, caseId: string): CaseState {
  if (event.type === 'case-opened') {
    if (state !== undefined) throw new ImpossibleEvent('case-opened twice');
    return opened(event, caseId);
  }
  if (state === undefined) throw new ImpossibleEvent(`${event.type} before case-opened`);
  if (isLifecycleEvent(event)) return evolveLifecycle(state, event);
  if (isHandlingEvent(event)) return evolveHandling(state, event);
  if (isCircumstanceEvent(event)) return evolveCircumstance(state, event);
  if (isIdentityEvent(event)) return evolveIdentity(state, event);
  if (isContactEvent(event)) return evolveContact(state, event);
  if (isSearchEvent(event)) return evolveSearch(state, event);
  if (isReviewEvent(event)) return evolveReview(state, event);
  if (isAnswerEvent(event)) return evolveAnswer(state, event);
  if (isLetterEvent(event)) return evolveLetter(state, event);
  if (isClockEvent(event)) return evolveClock(state, event);
  if (isDecisionEvent(event)) return evolveDecision(state, event);
  if (isCustodyEvent(event)) return evolveCustody(state, event);
  // A topic that is missing here is a compile error.
  return event satisfies never;
}
