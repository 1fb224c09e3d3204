import type { FindingsPage } from './finding.ts';

/** A page of findings without records, which is the last page of its search. */
export function emptyPage(of: Pick<FindingsPage, 'system' | 'wave' | 'page' | 'asOf'>): FindingsPage {
  const { system, wave, page, asOf } = of;
  return {
    v: 2,
    system,
    wave,
    page,
    asOf,
    findings: [],
    unread: [],
    disputed: [],
    possible: [],
    unplaced: [],
    learned: [],
    next: null,
  };
}
