import type { StaffCommandType } from '#commands/list.ts';
import type { CaseView } from '#api/staff.ts';
import { offersOf } from './offers.ts';
import type { Offer, System } from './task.ts';

/** The offers of a command, limited to candidates that satisfy a condition. */
type Of = (type: StaffCommandType, passes?: (target: string) => boolean) => readonly Offer[];

/**
 * The tasks of a case that wait for staff. First the tasks that this member of staff can do, and among those by the
 * usual order of work.
 */
export function waitingTasks(view: CaseView): readonly Offer[] {
  const all = offersOf(view);
  const of: Of = (type, passes = () => true) => all.filter(({ task }) => task.type === type && passes(task.target));
  const offers = [
    ...of('approve-proposal'),
    ...of('drop-proposal'),
    // A refusal in words only must be restated by kinds, so that the answer leaves them out.
    ...(view.refusals.some(({ inWordsOnly }) => inWordsOnly) ? of('refuse') : []),
    ...of('confirm-freeze'),
    ...(view.status === 'held' ? held(view, of) : []),
    ...of('approve-search'),
    ...of('release'),
    // An identifier that cannot be accepted is no waiting task: see `identifiersApart`.
    ...(view.status === 'gathering' ? of('decide-identifier', (hash) => isOpen(view, hash, true)) : []),
    ...view.systems.flatMap((system) => toAnswer(system, of)),
    ...view.systems.flatMap((system) => toCorrect(view, system, of)),
    ...of('decide-circumstance'),
    ...of('update-breach'),
    ...of('record-posted'),
    ...of('decide-retention-objection'),
  ];
  return [...offers.filter(({ block }) => block === null), ...offers.filter(({ block }) => block !== null)];
}

/** Wishes that the system cannot carry out: staff do so, and record it. */
function held({ hold, mandate }: CaseView, of: Of): readonly Offer[] {
  const carriedOut = of('end', (ending) => ending === 'carried-out');
  return [
    ...(hold === 'mandate-unchecked' && mandate?.accepted !== true ? of('record-mandate') : []),
    ...of('lift-hold'),
    ...(carriedOut.length > 0 ? [...of('stop-processing').slice(0, 1), ...carriedOut] : []),
    ...of('end', (ending) => ending === 'not-a-request'),
  ];
}

function isOpen({ learned }: CaseView, hash: string, acceptable: boolean): boolean {
  const one = learned.find(({ identifier }) => identifier === hash);
  return one !== undefined && one.decision === 'open' && (one.acceptRefusedBy === null) === acceptable;
}

/** Identifiers that nobody can accept at present. They can be rejected until the answer is released. */
export function identifiersApart(view: CaseView): readonly Offer[] {
  return offersOf(view).filter(
    ({ task: { type, target } }) => type === 'decide-identifier' && isOpen(view, target, false),
  );
}

/** A failed search is repeated or replaced by a manual result; a manual system gets a manual result. */
function toAnswer(system: System, of: Of): readonly Offer[] {
  const isIt = (target: string): boolean => target === system.id;
  switch (system.outcome) {
    case 'failed':
      return [...(system.mode === 'manual' ? [] : of('retry-system', isIt)), ...of('record-manual-result', isIt)];
    case 'pending':
      // A system that waits for a stronger proof has been searched already.
      return system.mode === 'manual' && !system.blocked ? of('record-manual-result', isIt) : [];
    case 'found':
    case 'nothing-held':
    case 'withheld':
      return [];
  }
}

/**
 * A result is corrected before its release; after a correction during the review the answer is screened and reviewed
 * again.
 */
function toCorrect({ status }: CaseView, system: System, of: Of): readonly Offer[] {
  if (status !== 'gathering' && status !== 'reviewing') return [];
  return isCorrection(system) ? of('record-manual-result', (target) => target === system.id) : [];
}

/** Whether a manual system has a result that was not sent yet. */
export function isCorrection({ mode, deliveredIn, blocked, outcome }: System): boolean {
  return mode === 'manual' && deliveredIn === null && (blocked || (outcome !== 'pending' && outcome !== 'failed'));
}
