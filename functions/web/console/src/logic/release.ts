import type { CaseView } from '#api/staff.ts';
import type { System } from './task.ts';

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
