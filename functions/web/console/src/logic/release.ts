import type { CaseView } from '#api/staff.ts';
import type { Localised } from '#domain/language.ts';
import type { System } from './task.ts';

/** The part of a system in the round that is about to be released. */
export interface Release {
  readonly system: System;
  /** Refused kinds of record of the system, which are left out. */
  readonly leftOut: readonly Localised[];
  /** How many records and files are sent; `null` if the refused ones were not counted. */
  readonly goesOut: { readonly records: number; readonly files: number } | null;
  readonly place:
    /** In the package of this round. */
    | 'now'
    /** Records are held and none of them is sent: the answer says so, with the ground. */
    | 'withheld'
    /** Sent with an earlier answer. */
    | 'before'
    /** Not finished: the answer says so, and a supplement follows. */
    | 'missing'
    /** Could not be searched and is not searched again: the answer says so, and found records are sent. */
    | 'given-up'
    /** Its result came after the review began: the next round contains it. */
    | 'later';
}

type Viewed = Pick<CaseView, 'systems' | 'timeline' | 'refusals' | 'held'>;

/** What is sent when the round is released, system by system. */
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

/** Whether one person releases, or whether this member of staff is the first or the second of two. */
export function stepOf(
  { secondPerson, approvals }: Pick<CaseView, 'secondPerson' | 'approvals'>,
  member: string,
): 'only' | 'first' | 'second' {
  if (!secondPerson) return 'only';
  return approvals.length > 0 && !approvals.includes(member) ? 'second' : 'first';
}
