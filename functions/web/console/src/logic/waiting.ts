import type { StaffCommandType } from '#commands/list.ts';
import type { CaseView } from '#api/staff.ts';
import { offersOf } from './offers.ts';
import type { Offer, System } from './task.ts';

/** Returns the offers of a command; with `passes`, only those whose target passes. */
type Of = (type: StaffCommandType, passes?: (target: string) => boolean) => readonly Offer[];

/**
 * The tasks of a case that wait for staff, in the usual order of work. Tasks that are blocked for the user come last.
 */
export function waitingTasks(view: CaseView): readonly Offer[] {
  const all = offersOf(view);
  const of: Of = (type, passes = () => true) => all.filter(({ task }) => task.type === type && passes(task.target));
  const offers = [
    ...of('approve-proposal'),
    ...of('drop-proposal'),
    // A refusal that describes the data only in words cannot leave a record out of the package. Staff must record the
    // refusal again with the kinds of record.
    ...(view.refusals.some(({ inWordsOnly }) => inWordsOnly) ? of('refuse') : []),
    ...of('confirm-freeze'),
    ...(view.status === 'held' ? held(view, of) : []),
    ...of('approve-search'),
    ...of('release'),
    ...(awaitsIdentifiers(view) ? of('decide-identifiers') : []),
    ...view.systems.flatMap((system) => toAnswer(system, of)),
    ...view.systems.flatMap((system) => toCorrect(view, system, of)),
    ...of('decide-circumstance'),
    ...of('update-breach'),
    ...of('record-posted'),
    ...of('decide-retention-objection'),
  ];
  return [...offers.filter(({ block }) => block === null), ...offers.filter(({ block }) => block !== null)];
}

/**
 * The tasks of a held case. If the request is for something that Utdrag cannot do (a right other than access, for
 * example), staff do it by hand and then record it.
 */
function held({ hold, mandate }: CaseView, of: Of): readonly Offer[] {
  const carriedOut = of('end', (ending) => ending === 'carried-out');
  return [
    ...(hold === 'mandate-unchecked' && mandate?.accepted !== true ? of('record-mandate') : []),
    ...of('lift-hold'),
    ...(carriedOut.length > 0 ? [...of('stop-processing').slice(0, 1), ...carriedOut] : []),
    ...of('end', (ending) => ending === 'not-a-request'),
  ];
}

/** Whether the case waits for a decision on an identifier that a system taught. It does not wait for one that nobody can accept. */
export function awaitsIdentifiers({ status, learned }: CaseView): boolean {
  return status === 'gathering' && learned.some((one) => one.decision === 'open' && one.acceptRefusedBy === null);
}

/**
 * The offer to decide on identifiers if the case does not wait for it: staff can reject those that nobody can accept,
 * and change a decision until the answer is released. The page shows it with the systems.
 */
export function identifiersApart(view: CaseView): readonly Offer[] {
  return awaitsIdentifiers(view) ? [] : offersOf(view).filter(({ task: { type } }) => type === 'decide-identifiers');
}

/**
 * The tasks for a system whose search failed or is made by hand. Staff can repeat a failed search, or record a result
 * by hand.
 */
function toAnswer(system: System, of: Of): readonly Offer[] {
  const isIt = (target: string): boolean => target === system.id;
  switch (system.outcome) {
    case 'failed':
      return [...(system.mode === 'manual' ? [] : of('retry-system', isIt)), ...of('record-manual-result', isIt)];
    case 'pending':
      // If the system is `blocked`, it has a result already, which waits for a stronger proof of identity.
      return system.mode === 'manual' && !system.blocked ? of('record-manual-result', isIt) : [];
    case 'found':
    case 'nothing-held':
    case 'answered':
    case 'withheld':
      return [];
  }
}

/**
 * Staff can correct a result that they recorded by hand until the answer is released. A correction during the review
 * starts the screening and the review again.
 */
function toCorrect({ status }: CaseView, system: System, of: Of): readonly Offer[] {
  if (status !== 'gathering' && status !== 'reviewing') return [];
  return isCorrection(system) ? of('record-manual-result', (target) => target === system.id) : [];
}

/** Whether staff have recorded a result of this system that is not part of an answer yet. */
export function isCorrection({ mode, deliveredIn, blocked, outcome }: System): boolean {
  return mode === 'manual' && deliveredIn === null && (blocked || (outcome !== 'pending' && outcome !== 'failed'));
}
