import type { CaseView } from '#api/staff.ts';
import type { Localised } from '#domain/language.ts';
import type { System } from './task.ts';

/** How a system stands for the round that is about to be released. */
export interface Release {
  readonly system: System;
  /** Kinds of records of the system that are refused, and so are left out. */
  readonly leftOut: readonly Localised[];
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

/** What goes out when the round is released, system by system. */
export function releaseOf(view: Pick<CaseView, 'systems' | 'timeline' | 'refusals'>): readonly Release[] {
  const reviewedFrom = view.timeline.findLast(({ type }) => type === 'screened')?.at;
  return view.systems.map((system) => ({
    system,
    place: placeOf(system, reviewedFrom),
    leftOut: system.deliveredIn === null ? leftOutOf(system, view) : [],
  }));
}

function placeOf(system: System, reviewedFrom: string | undefined): Release['place'] {
  if (system.deliveredIn !== null) return 'before';
  if (system.outcome === 'failed' && system.givenUp) return 'given-up';
  if (system.outcome === 'pending' || system.outcome === 'failed') return 'missing';
  if (reviewedFrom !== undefined && system.endedAt !== null && system.endedAt > reviewedFrom) return 'later';
  return system.outcome === 'withheld' ? 'withheld' : 'now';
}

function leftOutOf({ id }: System, { refusals }: Pick<CaseView, 'refusals'>): readonly Localised[] {
  return refusals
    .filter(({ scope, standing }) => scope === 'part' && standing === 'in-force')
    .flatMap(({ items }) => items.filter(({ system }) => system === id).map(({ title }) => title));
}
