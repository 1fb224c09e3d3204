import type { StaffCommandType } from '#commands/list.ts';
import type { CaseView } from '#api/staff.ts';
import { offersOf } from './offers.ts';
import type { Offer, System } from './task.ts';

/** The offers of a command whose candidate satisfies a condition. */
type Of = (type: StaffCommandType, passes?: (target: string) => boolean) => readonly Offer[];

/**
 * The tasks of a case that wait for staff. Tasks that the user can do come first. Within each group the tasks are in
 * the usual order of work.
 */
export function waitingTasks(view: CaseView): readonly Offer[] {
  const all = offersOf(view);
  const of: Of = (type, passes = () => true) => all.filter(({ task }) => task.type === type && passes(task.target));
  const offers = [
    ...of('approve-proposal'),
    ...of('drop-proposal'),
    // A refusal that was recorded only in words must be recorded again with the kinds of record, so that the answer
    // leaves out the records of these kinds.
    ...(view.refusals.some(({ inWordsOnly }) => inWordsOnly) ? of('refuse') : []),
    ...of('confirm-freeze'),
    ...(view.status === 'held' ? held(view, of) : []),
    ...of('approve-search'),
    ...of('release'),
    // An identifier that cannot be accepted is not among the waiting tasks (see `identifiersApart`).
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

/** The tasks of a held case. If the system cannot do what the person asks, staff do it by hand and record it. */
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

/** Identifiers that nobody can accept at present. Staff can reject them until the answer is released. */
export function identifiersApart(view: CaseView): readonly Offer[] {
  return offersOf(view).filter(
    ({ task: { type, target } }) => type === 'decide-identifier' && isOpen(view, target, false),
  );
}

/**
 * For a failed search: searching again, or recording a result by hand. For a system that is searched by hand: recording
 * the result.
 */
function toAnswer(system: System, of: Of): readonly Offer[] {
  const isIt = (target: string): boolean => target === system.id;
  switch (system.outcome) {
    case 'failed':
      return [...(system.mode === 'manual' ? [] : of('retry-system', isIt)), ...of('record-manual-result', isIt)];
    case 'pending':
      // A blocked system waits for a stronger proof and has a result already.
      return system.mode === 'manual' && !system.blocked ? of('record-manual-result', isIt) : [];
    case 'found':
    case 'nothing-held':
    case 'withheld':
      return [];
  }
}

/**
 * A result by hand can be corrected until the answer is released. If it is corrected during the review, the answer is
 * screened and reviewed again.
 */
function toCorrect({ status }: CaseView, system: System, of: Of): readonly Offer[] {
  if (status !== 'gathering' && status !== 'reviewing') return [];
  return isCorrection(system) ? of('record-manual-result', (target) => target === system.id) : [];
}

/** Whether a system that is searched by hand has a result that was not sent yet. */
export function isCorrection({ mode, deliveredIn, blocked, outcome }: System): boolean {
  return mode === 'manual' && deliveredIn === null && (blocked || (outcome !== 'pending' && outcome !== 'failed'));
}
