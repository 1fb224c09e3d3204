import { localDate } from '../../clock/deadline.ts';
import { plusDays } from '../../clock/deadline.ts';
import { type Decision, events, type Given, outOfOrder } from '../decision.ts';
import type { CaseEvent } from '../events.ts';
import { refuse } from '../refusals/refuse.ts';
import { isBlocked, isUnresolved } from '../search/outcome.ts';
import { asLiving, asWorking, type LivingCase, type OpenedCase } from '../state.ts';
import type { Ending } from '../vocabulary.ts';
import { nextStep, nothingLeft } from '../waits.ts';
import type { LifecycleCommand } from './commands.ts';
import { isSilent } from './hold-rules.ts';

type EndingCommand = Extract<LifecycleCommand, { readonly type: 'end' | 'join' | 'reopen' | 'close' }>;

/** Decides how a case ends, and whether it can be reopened (practice 3, 5, 13, 18, 24). */
export function decideEnding(state: OpenedCase, given: Given<EndingCommand>): Decision {
  const { command, first, second, now } = given;
  switch (command.type) {
    case 'end':
      return end(state, { ...given, command });
    case 'join':
      if (asLiving(state) === undefined || state.deliveries.length > 0 || command.into === state.caseId)
        return outOfOrder(state);
      if (command.intoReceivedAt > state.facts.receivedAt) return refuse('later-joins-earlier');
      return events(closed(second, 'joined', { into: command.into }));
    case 'reopen': {
      if (!canBeReopened(state)) return outOfOrder(state);
      const until = state.closings.at(-1)?.undoUntil ?? null;
      if (until !== null && localDate(now, state.facts.timeZone) > until)
        return refuse('withdrawal-is-final', { until });
      if (state.purged) return refuse('material-erased');
      return events({ type: 'reopened', ...first, text: command.text });
    }
    case 'close':
      return state.status === 'delivered' || (state.status === 'gathering' && nothingLeft(state))
        ? events(closed(second, 'answered'))
        : outOfOrder(state);
  }
}

function end(state: OpenedCase, given: Given<Extract<EndingCommand, { readonly type: 'end' }>>): Decision {
  const { command, first, second, now } = given;
  const { ending, text } = command;
  const living = asLiving(state);
  if (living === undefined) return outOfOrder(state);
  switch (ending) {
    case 'not-a-request':
      // A person who was promised an answer gets one, or a refusal with its remedies (Art. 12(4)).
      if (state.status !== 'held' || (!isSilent(state) && state.facts.hold !== 'attachment-not-opened'))
        return outOfOrder(state);
      return events(closed(second, ending, { text }));
    case 'carried-out':
      // Staff who handle a request by hand also tell the person: their text says what was done and how the person was
      // told.
      if (state.facts.rights.includes('access') && state.facts.matter === 'request') return outOfOrder(state);
      return text === null ? refuse('say-what-was-done') : events(closed(second, ending, { text }));
    case 'withdrawn':
      if (isSilent(state)) return refuse('sender-not-matched');
      // After an answer a withdrawal has nothing to stop: it is only noted (practice 13).
      if (state.deliveries.length > 0) return events({ type: 'note-added', ...first, text: text ?? '' });
      return events(closed(second, ending, { text, undoUntil: undoUntil(state, now) }));
    case 'not-proven':
    case 'no-answer':
      if (isSilent(state)) return refuse('nothing-asked-of-sender');
      if (ending === 'no-answer' && first.by.kind !== 'clock') return refuse('closed-by-the-clock');
      return waitsForPerson(living) ? events(closed(second, ending, { text })) : refuse('no-answer-owed');
    case 'cannot-find':
      if (isSilent(state) || state.deliveries.length > 0) return outOfOrder(state);
      if (
        asWorking(state)?.systems.some(({ replies }) =>
          replies.some(({ result }) => result === 'found' || result === 'withheld'),
        ) === true
      )
        return refuse('something-was-found');
      return text === null ? refuse('say-why-not-found') : events(closed(second, ending, { text }));
    case 'forwarded':
      // The letter says that no system was searched.
      if (asWorking(state) !== undefined) return outOfOrder(state);
      return events(closed(second, ending, { text }));
    case 'deceased':
      if (state.deliveries.length > 0) return outOfOrder(state);
      return events(closed(second, ending, { text }));
  }
}

/** Whether an ended case can be reopened where it was. This includes a case whose answer was taken back. */
export function canBeReopened(state: OpenedCase): boolean {
  if (state.status !== 'closed' || state.resume === null) return false;
  return canGoOn[state.ending] || (state.ending === 'answered' && state.deliveries.some(({ revoked }) => revoked));
}

/** Endings after which the case can be reopened where it was. */
const canGoOn: Readonly<Record<Ending, boolean>> = {
  answered: false,
  'carried-out': false,
  'cannot-find': true,
  'not-proven': true,
  'no-answer': true,
  withdrawn: true,
  joined: false,
  deceased: true,
  forwarded: false,
  'not-a-request': true,
};

/** Whether the case waits for the person: for a proof of identity, or for a reply. */
export function waitsForPerson(state: LivingCase): boolean {
  if (state.status === 'identifying') return true;
  if (state.status === 'held') return state.askings.some(({ answeredAt }) => answeredAt === null);
  // Only systems that need a stronger proof are left: no answer can be sent, and staff have nothing to do.
  return (
    state.status === 'gathering' &&
    nextStep(state) === 'wait' &&
    state.systems.some((system) => isBlocked(system, state)) &&
    state.systems.every((system) => isBlocked(system, state) || !isUnresolved(system, state))
  );
}

export function closed(
  second: Given<unknown>['second'],
  ending: Ending,
  more: { readonly into?: string; readonly undoUntil?: string; readonly text?: string | null } = {},
): CaseEvent {
  const { into = null, undoUntil: until = null, text = null } = more;
  return { type: 'case-closed', ...second, ending, into, undoUntil: until, text };
}

/** Last local date on which a withdrawal can be taken back (practice 13). */
export function undoUntil(state: OpenedCase, now: string): string {
  return plusDays(localDate(now, state.facts.timeZone), 30);
}
