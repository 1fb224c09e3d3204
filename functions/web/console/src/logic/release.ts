import type { CaseView } from '#api/staff.ts';
import type { Localised } from '#domain/language.ts';
import type { System } from './task.ts';

/** What the answer that is about to be released contains of one system. */
export interface Release {
  readonly system: System;
  /** Titles of the refused kinds of record in the system, which the answer leaves out. */
  readonly leftOut: readonly Localised[];
  /** The number of records and files that are sent. `null` if the records of a refused kind were not counted. */
  readonly goesOut: { readonly records: number; readonly files: number } | null;
  readonly place:
    /** The records are in the package of this round. */
    | 'now'
    /** There are records, and none of them is sent. The answer says so, with the ground. */
    | 'withheld'
    /** The records were sent with an earlier answer. */
    | 'before'
    /** The search is not finished. The answer says so, and a supplement follows. */
    | 'missing'
    /**
     * The system could not be searched, and is not searched again. The answer says so. Records that were found are
     * sent.
     */
    | 'given-up'
    /** The result of the system came after the review began, so it is in the next round. */
    | 'later';
}

type Viewed = Pick<CaseView, 'systems' | 'timeline' | 'refusals' | 'held'>;

/** What the answer contains of each system when it is released. */
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

/**
 * `only`: one person releases. `first` or `second`: two people release, and the user is the first or the second of
 * them.
 */
export function stepOf(
  { secondPerson, approvals }: Pick<CaseView, 'secondPerson' | 'approvals'>,
  member: string,
): 'only' | 'first' | 'second' {
  if (!secondPerson) return 'only';
  return approvals.length > 0 && !approvals.includes(member) ? 'second' : 'first';
}
