import type { Learned } from './task.ts';

/**
 * The identifiers that the user has chosen, by what can be decided on them. An identifier is named as in the case view.
 */
export interface ChosenIdentifiers {
  /** The chosen identifiers that can be accepted. */
  readonly accept: readonly string[];
  /** The chosen identifiers that can be rejected. */
  readonly reject: readonly string[];
  /** The number of chosen identifiers that a rule forbids to accept. */
  readonly notAcceptable: number;
}

/**
 * Sorts the chosen identifiers by what can be decided on them. An identifier on which this decision was made already is
 * left out.
 */
export function chosenIdentifiers(learned: readonly Learned[], chosen: ReadonlySet<string>): ChosenIdentifiers {
  const all = learned.filter(({ identifier }) => chosen.has(identifier));
  const names = (some: readonly Learned[]): readonly string[] => some.map(({ identifier }) => identifier);
  return {
    accept: names(all.filter((one) => one.acceptRefusedBy === null && one.decision !== 'accepted')),
    reject: names(all.filter(({ decision }) => decision !== 'rejected')),
    notAcceptable: all.filter(({ acceptRefusedBy }) => acceptRefusedBy !== null).length,
  };
}

/** The identifiers in the order of work: first those on which nobody has decided and that can be accepted. */
export function inOrderOfWork(learned: readonly Learned[]): readonly Learned[] {
  const rank = ({ decision, acceptRefusedBy }: Learned): number =>
    decision !== 'open' ? 2 : acceptRefusedBy === null ? 0 : 1;
  return learned.toSorted((a, b) => rank(a) - rank(b));
}
