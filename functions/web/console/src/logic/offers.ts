import type { CaseView } from '#api/staff.ts';
import { hasEnded, statusOf, type Status } from './known.ts';
import { roleFor, type Member, type Role } from './roles.ts';

export type System = CaseView['systems'][number];
export type Learned = CaseView['learned'][number];

/** Something that a member of staff can do in a case. */
export type Task =
  | { readonly type: 'lift-hold' }
  | { readonly type: 'approve-search' }
  | { readonly type: 'decide-identifier'; readonly learned: Learned }
  /** `correction`: there is a result already, and it has not been reviewed yet. */
  | { readonly type: 'record-manual-result'; readonly system: System; readonly correction: boolean }
  | { readonly type: 'retry-system'; readonly system: System }
  | { readonly type: 'release'; readonly round: number; readonly step: 'only' | 'first' | 'second' }
  | { readonly type: 'extend' }
  | { readonly type: 'refuse' }
  | { readonly type: 'note' };

/** Why somebody sees a task and cannot do it. */
export type Block =
  | { readonly reason: 'role'; readonly role: Role }
  | { readonly reason: 'released-by-you' }
  | { readonly reason: 'late' }
  | { readonly reason: 'extended' };

export interface Offer<T extends Task = Task> {
  readonly task: T;
  /** `null` when the person can do it now. */
  readonly block: Block | null;
}

/** What a case waits for a member of staff to do, in the order in which it is best done. */
export function waitingTasks(view: CaseView, member: Member): readonly Offer[] {
  const status = statusOf(view.status);
  return status === undefined ? [] : tasksIn(status, view, member).map((task) => offer(task, view, member));
}

/** What can be done beside it. */
export function otherTasks(view: CaseView, member: Member): readonly Offer[] {
  const status = statusOf(view.status);
  const tasks: readonly Task[] =
    status === undefined || hasEnded(status)
      ? [{ type: 'note' }]
      : [{ type: 'note' }, { type: 'extend' }, { type: 'refuse' }];
  return tasks.map((task) => offer(task, view, member));
}

function tasksIn(status: Status, view: CaseView, member: Member): readonly Task[] {
  switch (status) {
    case 'held':
      return [{ type: 'lift-hold' }];
    case 'approving-search':
      return [{ type: 'approve-search' }];
    case 'gathering':
      return [...identifiersToDecide(view), ...systemsToAnswer(view), ...resultsToCorrect(view)];
    case 'reviewing':
      return [release(view, member), ...systemsToAnswer(view)];
    case 'released':
    case 'assembling':
    case 'assembled':
      return systemsToAnswer(view);
    case 'identifying':
    case 'planning':
    case 'delivered':
    case 'refused':
    case 'closed':
      return [];
  }
}

function identifiersToDecide({ learned }: CaseView): readonly Task[] {
  return learned
    .filter(({ decision }) => decision === 'open')
    .map((one) => ({ type: 'decide-identifier', learned: one }));
}

/** A failed search is tried again or answered by hand; a manual system is answered by hand. */
function systemsToAnswer({ systems }: CaseView): readonly Task[] {
  return systems.flatMap((system): readonly Task[] => {
    const byHand: Task = { type: 'record-manual-result', system, correction: false };
    switch (system.outcome) {
      case 'failed':
        return system.mode === 'manual' ? [byHand] : [{ type: 'retry-system', system }, byHand];
      case 'pending':
        return system.mode === 'manual' ? [byHand] : [];
      case 'found':
      case 'nothing-held':
      case 'withheld':
        return [];
    }
  });
}

/** Once the review has begun the answer goes out as it was reviewed, so a result is corrected before. */
function resultsToCorrect({ systems }: CaseView): readonly Task[] {
  return systems
    .filter(({ mode, deliveredIn }) => mode === 'manual' && deliveredIn === null)
    .filter(({ outcome }) => outcome !== 'pending' && outcome !== 'failed')
    .map((system) => ({ type: 'record-manual-result', system, correction: true }));
}

function release({ round, secondPerson, approvals }: CaseView, member: Member): Task {
  if (!secondPerson) return { type: 'release', round, step: 'only' };
  const othersFirst = approvals.length > 0 && !approvals.includes(member.id);
  return { type: 'release', round, step: othersFirst ? 'second' : 'first' };
}

function offer(task: Task, view: CaseView, member: Member): Offer {
  return { task, block: blockOf(task, view, member) };
}

function blockOf(task: Task, view: CaseView, member: Member): Block | null {
  if (task.type === 'extend') {
    if (isExtended(view)) return { reason: 'extended' };
    if (view.daysLeft < 0) return { reason: 'late' };
  }
  const role = roleFor(task.type);
  if (!member.roles.has(role)) return { reason: 'role', role };
  if (task.type === 'release' && view.approvals.includes(member.id)) return { reason: 'released-by-you' };
  return null;
}

/** Whether the period was extended: then the date that holds is the extended one. */
export function isExtended({ due, extendedDue }: Pick<CaseView, 'due' | 'extendedDue'>): boolean {
  return due === extendedDue;
}

/** Whether the machine is at work on the case, so that it changes by itself before long. */
export function movesByItself({ status, waitingFor }: Pick<CaseView, 'status' | 'waitingFor'>): boolean {
  const known = statusOf(status);
  return known !== undefined && !hasEnded(known) && waitingFor === '';
}

/** How a system stands for the round that is about to be released. */
export interface Release {
  readonly system: System;
  readonly place:
    /** In the package of this round. */
    | 'now'
    /** Went out with an earlier one. */
    | 'before'
    /** Not there yet: the answer says so, and a supplement follows. */
    | 'missing'
    /** Answered after the review began: comes with the next round. */
    | 'later';
}

/** What goes out when the round is released, system by system. */
export function releaseOf({ systems, timeline }: Pick<CaseView, 'systems' | 'timeline'>): readonly Release[] {
  const reviewedFrom = timeline.findLast(({ type }) => type === 'screened')?.at;
  return systems.map((system) => {
    if (system.deliveredIn !== null) return { system, place: 'before' };
    if (system.outcome === 'pending' || system.outcome === 'failed') return { system, place: 'missing' };
    const isLater = reviewedFrom !== undefined && system.endedAt !== null && system.endedAt > reviewedFrom;
    return { system, place: isLater ? 'later' : 'now' };
  });
}
