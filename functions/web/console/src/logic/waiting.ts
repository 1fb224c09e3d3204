import type { StaffCommandType } from '#commands/list.ts';
import type { CaseView } from '#api/staff.ts';
import { offersOf } from './offers.ts';
import type { Offer, System } from './task.ts';

/** The offers of a command; of those about a candidate that passes. */
type Of = (type: StaffCommandType, passes?: (target: string) => boolean) => readonly Offer[];

/**
 * What a case waits for a member of staff to do: what whoever looks can do comes first, and within that the order in
 * which it is best done.
 */
export function waitingTasks(view: CaseView): readonly Offer[] {
  const all = offersOf(view);
  const of: Of = (type, passes = () => true) => all.filter(({ task }) => task.type === type && passes(task.target));
  const offers = [
    ...of('approve-proposal'),
    ...of('drop-proposal'),
    // What was refused in words only is named by its kinds, so that the answer leaves it out.
    ...(view.refusals.some(({ inWordsOnly }) => inWordsOnly) ? of('refuse') : []),
    ...of('confirm-freeze'),
    ...(view.status === 'held' ? held(view, of) : []),
    ...of('approve-search'),
    ...of('release'),
    // What cannot be accepted waits for nobody: it stands apart, see `identifiersApart`.
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

/** What the system cannot carry out by itself is carried out by staff, who then write down what they did. */
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

/** Identifiers that nobody can accept as they stand. They can be rejected until the answer is released. */
export function identifiersApart(view: CaseView): readonly Offer[] {
  return offersOf(view).filter(
    ({ task: { type, target } }) => type === 'decide-identifier' && isOpen(view, target, false),
  );
}

/** A failed search is tried again or answered by hand; a manual system is answered by hand. */
function toAnswer(system: System, of: Of): readonly Offer[] {
  const isIt = (target: string): boolean => target === system.id;
  switch (system.outcome) {
    case 'failed':
      return [...(system.mode === 'manual' ? [] : of('retry-system', isIt)), ...of('record-manual-result', isIt)];
    case 'pending':
      // What waits for a stronger proof has been searched already.
      return system.mode === 'manual' && !system.blocked ? of('record-manual-result', isIt) : [];
    case 'found':
    case 'nothing-held':
    case 'withheld':
      return [];
  }
}

/** A result is corrected before its release; in review the answer is then screened and looked at again. */
function toCorrect({ status }: CaseView, system: System, of: Of): readonly Offer[] {
  if (status !== 'gathering' && status !== 'reviewing') return [];
  return isCorrection(system) ? of('record-manual-result', (target) => target === system.id) : [];
}

/** Whether a manual system has a result already, which has not gone out yet. */
export function isCorrection({ mode, deliveredIn, blocked, outcome }: System): boolean {
  return mode === 'manual' && deliveredIn === null && (blocked || (outcome !== 'pending' && outcome !== 'failed'));
}
