import type { Identifier } from '../identifiers/identifier.ts';
import type { HeldIdentifier, RecordKey } from './finding.ts';
import type { WhoseRecord } from './whose.ts';

/**
 * A record from a system, with the identifiers in its fields. `sorter` decides by these identifiers whose the record
 * is.
 */
export interface Placeable extends RecordKey {
  readonly identifiers: readonly HeldIdentifier[];
  /** Whether a field for an `own` identifier holds something that cannot be read as an identifier. */
  readonly isUnclear?: boolean;
  readonly partOf?: RecordKey;
}

/**
 * Why a record belongs to the person: by its own identifiers, as a part of a record that belongs to the person, or
 * because staff adopted it.
 */
export type Tie =
  | { readonly as: 'own' | 'contact'; readonly by: readonly Identifier[] }
  | { readonly as: 'part' }
  | { readonly as: 'adopted' };

/** The records of one page, by the decision on each. */
export interface Placed<Candidate> {
  /**
   * Records of the person. Parts from earlier pages are included if this page contains the record that they belong to.
   */
  readonly belongs: readonly (Candidate & { readonly tie: Tie })[];
  /**
   * Records that point to the person, and that also point, or may point, to somebody else. A member of staff decides.
   */
  readonly disputed: readonly (Candidate & Contradicted)[];
  /** Records that no verified identifier ties to the person: a member of staff may look at them. */
  readonly possible: readonly Candidate[];
  /** Parts that were not sorted: the record that they belong to is not the person's, or may be on a later page. */
  readonly unplaced: readonly Candidate[];
}

export interface Contradicted {
  readonly by: readonly Identifier[];
  readonly against: readonly Identifier[];
}

/**
 * Sorts the pages of one search, which are given in order. A vendor's search also matches substrings (`jan@x.se` for
 * `an@x.se`, customer 100 for 10). So not every record that a system returns belongs to the person. A part (such as a
 * note about a contact) belongs to the person if the record that it belongs to does, and if no identifier in the part
 * points to somebody else. The two may come in any order. The same holds for a part of a part. The time taken is linear
 * in the number of records. A record that staff adopted belongs to the person, whatever its identifiers say.
 */
export function sorter<Candidate extends Placeable>(
  { whose, againstPart }: WhoseRecord,
  before: {
    /** Records of earlier pages that belong to the person. */
    readonly belonging: Iterable<RecordKey>;
    /** Parts on earlier pages. No page has contained their record yet. */
    readonly unplaced: Iterable<Candidate>;
    /** Records of earlier pages that do not belong to the person: the disputed and the possible ones. */
    readonly apart: Iterable<RecordKey>;
  },
  isAdopted: (record: RecordKey) => boolean = () => false,
): (candidates: readonly Candidate[]) => Placed<Candidate> {
  const belonging = new Set<string>();
  for (const key of before.belonging) belonging.add(keyText(key));
  // Records that were sorted and do not belong to the person. A part of an earlier page is not waiting any more if it
  // was sorted with a later page.
  const apart = new Set<string>();
  for (const key of before.apart) apart.add(keyText(key));
  const waiting = new Map<string, Candidate[]>();
  for (const one of before.unplaced) if (!belonging.has(keyText(one)) && !apart.has(keyText(one))) wait(waiting, one);

  return (candidates) => {
    const belongs: (Candidate & { tie: Tie })[] = [];
    const disputed: (Candidate & Contradicted)[] = [];
    const possible: Candidate[] = [];
    const unplaced = new Set<Candidate>();

    const enter = (candidate: Candidate, tie: Tie): readonly Candidate[] => {
      belongs.push({ ...candidate, tie });
      const key = keyText(candidate);
      belonging.add(key);
      const parts = waiting.get(key) ?? [];
      waiting.delete(key);
      for (const part of parts) unplaced.delete(part);
      return parts;
    };
    const leave = (candidate: Candidate): void => {
      wait(waiting, candidate);
      unplaced.add(candidate);
    };
    /** Sorts one record, and returns its waiting parts, which can be sorted next. */
    const place = (candidate: Candidate): readonly Candidate[] => {
      const { partOf, identifiers } = candidate;
      if (isAdopted(candidate)) return enter(candidate, { as: 'adopted' });
      if (partOf !== undefined && belonging.has(keyText(partOf))) {
        const against = againstPart(identifiers);
        if (against.length === 0) return enter(candidate, { as: 'part' });
        disputed.push({ ...candidate, by: [], against });
        apart.add(keyText(candidate));
        return [];
      }
      const told = whose(candidate);
      switch (told.says) {
        case 'the-person': {
          const { as, by } = told;
          // A `contact` identifier alone does not tie a part to the person: the record that the part belongs to
          // decides, whichever of the two comes first.
          if (as === 'own' || partOf === undefined) return enter(candidate, { as, by });
          leave(candidate);
          return [];
        }
        case 'both':
          // The record that a part belongs to decides whose the part is, whichever of the two comes first.
          if (partOf !== undefined) {
            leave(candidate);
            return [];
          }
          disputed.push({ ...candidate, by: told.by, against: told.against });
          apart.add(keyText(candidate));
          return [];
        case 'nothing':
          if (partOf !== undefined) leave(candidate);
          else {
            possible.push(candidate);
            apart.add(keyText(candidate));
          }
          return [];
      }
    };
    const queue = [...candidates];
    for (const candidate of queue) for (const part of place(candidate)) queue.push(part);
    return { belongs, disputed, possible, unplaced: [...unplaced] };
  };
}

function wait<Candidate extends Placeable>(waiting: Map<string, Candidate[]>, part: Candidate): void {
  if (part.partOf === undefined) return;
  const key = keyText(part.partOf);
  const others = waiting.get(key);
  if (others === undefined) waiting.set(key, [part]);
  else others.push(part);
}

/** A key for a record in sets and maps; unique within its system. */
export function keyText({ resource, id }: RecordKey): string {
  return JSON.stringify([resource, id]);
}
