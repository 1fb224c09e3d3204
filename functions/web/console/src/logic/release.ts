import type { CaseView } from '#api/staff.ts';
import type { Localised } from '#domain/language.ts';
import type { System } from './task.ts';

/** How a system stands for the round that is about to be released. */
export interface Release {
  readonly system: System;
  /** Kinds of records of the system that are refused, and so are left out. */
  readonly leftOut: readonly Localised[];
  /** How many records and files go out; `null` where nobody counted those that are refused. */
  readonly goesOut: { readonly records: number; readonly files: number } | null;
  readonly place:
    /** In the package of this round. */
    | 'now'
    /** Something is held and nothing of it goes out: the answer says so, with the ground. */
    | 'withheld'
    /** Went out with an earlier one. */
    | 'before'
    /** Not there yet: the answer says so, and a supplement follows. */
    | 'missing'
    /** Could not be searched and is not tried again: the answer says so, and what was found goes out. */
    | 'given-up'
    /** Answered after the review began: comes with the next round. */
    | 'later';
}

type Viewed = Pick<CaseView, 'systems' | 'timeline' | 'refusals' | 'held'>;

/** What goes out when the round is released, system by system. */
export function releaseOf(view: Viewed): readonly Release[] {
  const reviewedFrom = view.timeline.findLast(({ type }) => type === 'screened')?.at;
  return view.systems.map((system) => ({
    system,
    place: placeOf(system, reviewedFrom),
    leftOut: refusedOf(system, view).map(({ title }) => title),
    goesOut: goesOut(system, view),
  }));
}

function placeOf(system: System, reviewedFrom: string | undefined): Release['place'] {
  if (system.deliveredIn !== null) return 'before';
  if (system.outcome === 'failed' && system.givenUp) return 'given-up';
  if (system.outcome === 'pending' || system.outcome === 'failed') return 'missing';
  if (reviewedFrom !== undefined && system.endedAt !== null && system.endedAt > reviewedFrom) return 'later';
  return system.outcome === 'withheld' ? 'withheld' : 'now';
}

function refusedOf({ id, deliveredIn }: System, { refusals }: Viewed): CaseView['refusals'][number]['items'] {
  if (deliveredIn !== null) return [];
  return refusals
    .filter(({ scope, standing }) => scope === 'part' && standing === 'in-force')
    .flatMap(({ items }) => items.filter(({ system }) => system === id));
}

function goesOut(system: System, view: Viewed): Release['goesOut'] {
  const kinds = view.held.find((one) => one.system === system.id)?.resources ?? [];
  let { records, files } = system;
  for (const { resource } of refusedOf(system, view)) {
    const counted = kinds.find((kind) => kind.resource === resource);
    if (counted === undefined || counted.records === null || counted.files === null) return null;
    records -= counted.records;
    files -= counted.files;
  }
  return { records, files };
}

/** Whether one person releases, or which of the two whoever looks is. */
export function stepOf(
  { secondPerson, approvals }: Pick<CaseView, 'secondPerson' | 'approvals'>,
  member: string,
): 'only' | 'first' | 'second' {
  if (!secondPerson) return 'only';
  return approvals.length > 0 && !approvals.includes(member) ? 'second' : 'first';
}
