import type { CaseView } from '#api/staff.ts';
import type { Localised } from '#domain/language.ts';
import type { System } from './task.ts';

/** What the answer that waits for its release contains of one system. */
export interface Release {
  readonly system: System;
  /** Titles of the refused kinds of record. The answer leaves these kinds out. */
  readonly leftOut: readonly Localised[];
  /**
   * How many records and files of the system the answer contains. `null` if the number cannot be computed, because it
   * is not known how many records were refused.
   */
  readonly goesOut: { readonly records: number; readonly files: number } | null;
  readonly place:
    /** The answer contains the records of the system. */
    | 'now'
    /** The system has records, but the answer contains none of them. The answer states the ground. */
    | 'withheld'
    /** An earlier answer contained the records, so this answer leaves them out. */
    | 'before'
    /** The search has failed or is not finished. The answer says so, and a supplement follows. */
    | 'missing'
    /**
     * The search failed and is not repeated, and the answer says so. The answer contains the records that were found.
     */
    | 'given-up'
    /**
     * The search ended after the review had begun. The records are not in this answer but in the next one, a
     * supplement.
     */
    | 'later';
}

type Viewed = Pick<CaseView, 'systems' | 'timeline' | 'refusals' | 'held'>;

/** What the answer that waits for its release contains of each system. */
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
 * Which approval the user would give. `only`: one approval is enough for the release. `first`, `second`: two people
 * must approve, and the user would be the first or the second.
 */
export function stepOf(
  { secondPerson, approvals }: Pick<CaseView, 'secondPerson' | 'approvals'>,
  member: string,
): 'only' | 'first' | 'second' {
  if (!secondPerson) return 'only';
  return approvals.length > 0 && !approvals.includes(member) ? 'second' : 'first';
}
