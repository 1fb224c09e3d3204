import { localDate } from '../../clock/deadline.ts';
import { plusDays } from '../../clock/deadline.ts';
import { type Decision, events, type Given, outOfOrder } from '../decision.ts';
import type { CaseEvent } from '../events.ts';
import { refuse } from '../refusals/refuse.ts';
import { isBlocked, isUnresolved } from '../search/outcome.ts';
import { asLiving, searchOf, type LivingCase, type OpenedCase, type Common } from '../state.ts';
import type { Ending } from '../vocabulary.ts';
import { nextStep, nothingLeft } from '../waits.ts';
import type { LifecycleCommand } from './commands.ts';
import { isSilent } from './hold-rules.ts';

type EndingCommand = Extract<LifecycleCommand, { readonly type: 'end' | 'join' | 'reopen' | 'close' }>;

/** Decides how a case ends, and whether it can be reopened (practice 3, 5, 13, 18, 24). */
export function decideEnding(state: OpenedCase, given: Given<EndingCommand>): Decision {
  const { common } = state;
  const { command, first, second, now } = given;
  switch (command.type) {
    case 'end':
      return end(state, { ...given, command });
    case 'join':
      if (asLiving(state) === undefined || common.deliveries.length > 0 || command.into === common.caseId)
        return outOfOrder(state);
      if (command.intoReceivedAt > common.facts.receivedAt) return refuse('later-joins-earlier');
      return events(closed(second, 'joined', { into: command.into }));
    case 'reopen': {
      if (!canBeReopened(state)) return outOfOrder(state);
      const until = common.closings.at(-1)?.undoUntil ?? null;
      if (until !== null && localDate(now, common.facts.timeZone) > until)
        return refuse('withdrawal-is-final', { until });
      if (common.purged) return refuse('material-erased');
      return events({ type: 'reopened', ...first, text: command.text });
    }
    case 'close':
      return state.stage.kind === 'delivered' || (state.stage.kind === 'gathering' && nothingLeft(state.stage.search))
        ? events(closed(second, 'answered'))
        : outOfOrder(state);
  }
}

function end(state: OpenedCase, given: Given<Extract<EndingCommand, { readonly type: 'end' }>>): Decision {
  const { common } = state;
  const { command, first, second, now } = given;
  const { ending, text } = command;
  const living = asLiving(state);
  if (living === undefined) return outOfOrder(state);
  switch (ending) {
    case 'not-a-request':
      // If letters have promised the person an answer, the person must get an answer, or a refusal with its remedies
      // (Art. 12(4)).
      if (state.stage.kind !== 'held' || (!isSilent(state) && common.facts.hold !== 'attachment-not-opened'))
        return outOfOrder(state);
      return events(closed(second, ending, { text }));
    case 'carried-out':
      // Staff who handle a request by hand also write to the person. The text that staff enter therefore says what was
      // done and how the person was told.
      if (common.facts.rights.includes('access') && common.facts.matter === 'request') return outOfOrder(state);
      return text === null ? refuse('say-what-was-done') : events(closed(second, ending, { text }));
    case 'withdrawn':
      if (isSilent(state)) return refuse('sender-not-matched');
      // After an answer there is nothing left to stop, so a withdrawal is only noted (practice 13).
      if (common.deliveries.length > 0) return events({ type: 'note-added', ...first, text: text ?? '' });
      return events(closed(second, ending, { text, undoUntil: undoUntil(common, now) }));
    case 'not-proven':
    case 'no-answer':
      if (isSilent(state)) return refuse('nothing-asked-of-sender');
      if (ending === 'no-answer' && first.by.kind !== 'clock') return refuse('closed-by-the-clock');
      return waitsForPerson(living) ? events(closed(second, ending, { text })) : refuse('no-answer-owed');
    case 'cannot-find':
      if (isSilent(state) || common.deliveries.length > 0) return outOfOrder(state);
      if (
        searchOf(state)?.systems.some(({ replies }) =>
          replies.some(({ result }) => result === 'found' || result === 'withheld'),
        ) === true
      )
        return refuse('something-was-found');
      return text === null ? refuse('say-why-not-found') : events(closed(second, ending, { text }));
    case 'forwarded':
      // The letter about this ending says that no system was searched, so the ending is refused once a search has
      // begun.
      if (searchOf(state) !== undefined) return outOfOrder(state);
      return events(closed(second, ending, { text }));
    case 'deceased':
      if (common.deliveries.length > 0) return outOfOrder(state);
      return events(closed(second, ending, { text }));
  }
}

/**
 * Whether an ended case can be reopened at the stage at which it ended. A case whose answer was taken back can also be
 * reopened.
 */
export function canBeReopened({ common, stage }: OpenedCase): boolean {
  if (stage.kind !== 'closed' || stage.resume === null) return false;
  return canGoOn[stage.ending] || (stage.ending === 'answered' && common.deliveries.some(({ revoked }) => revoked));
}

/** For each ending: whether the case can be reopened at the stage at which it ended. */
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
  const { common, stage } = state;
  if (stage.kind === 'identifying') return true;
  if (stage.kind === 'held') return common.askings.some(({ answeredAt }) => answeredAt === null);
  if (stage.kind !== 'gathering' || nextStep(state) !== 'wait') return false;
  const { search } = stage;
  // Only systems that need a stronger proof are left: no answer can be sent, and staff have nothing to do.
  return (
    search.systems.some((system) => isBlocked(system, search)) &&
    search.systems.every((system) => isBlocked(system, search) || !isUnresolved(system, search))
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
export function undoUntil(common: Common, now: string): string {
  return plusDays(localDate(now, common.facts.timeZone), 30);
}
