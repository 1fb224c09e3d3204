import type { EventOf } from '../events.ts';
import type { HeldResource, PlannedSystem } from '../state.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { DueSearch } from '../waits.ts';
import type { IdentifierRef, SystemResult } from '../vocabulary.ts';
import type { WithdrawnIdentifier } from './withdrawn.ts';

/**
 * An identifier that a search found in a record of the person, or in a disputed record (which may be somebody else's).
 */
export type LearnedRef = IdentifierRef & Pick<EventOf<'identifier-learned'>, 'weight' | 'disputed'>;

interface SystemCounts {
  readonly result: SystemResult;
  readonly records: number;
  readonly files: number;
  readonly possible: number;
  /** Absent: 0. */
  readonly disputed?: number;
  /** How many records of each kind there are, if they were counted. */
  readonly resources?: readonly HeldResource[];
  /** For `failed`: a code for the kind of failure. */
  readonly reason?: string;
  /** For `withheld`: the legal ground. */
  readonly ground?: string;
}

/** A learned identifier on which staff decide, by its keyed hash. */
export interface DecidedIdentifier {
  readonly identifier: string;
  /**
   * For a personnummer: hashes of the numbers that one person can have together with it, such as an older
   * samordningsnummer. Absent: none.
   */
  readonly besides?: readonly string[];
}

/** The commands of the search. `text` is always the id of a text on the subject profile. */
export type SearchCommand =
  | { readonly type: 'plan-search'; readonly systems: readonly PlannedSystem[] }
  | { readonly type: 'approve-search'; readonly systems?: readonly string[] }
  /** One commit records the start of all searches of a wave. */
  | { readonly type: 'start-searches'; readonly searches: readonly DueSearch[] }
  | ({
      readonly type: 'answer-search';
      readonly system: string;
      readonly wave: number;
      readonly learned: readonly LearnedRef[];
    } & SystemCounts)
  | ({
      readonly type: 'record-manual-result';
      readonly system: string;
      /** The number of the stored page with the records that staff entered; absent if they found none. */
      readonly page?: number;
      /**
       * The id of a text that says whether a law forbids to disclose data (practice 1 in `domain/README.md`). Only the
       * handlers of the system may read it. Every manual result has such a text, so its presence discloses nothing.
       */
      readonly sealed: string;
    } & SystemCounts)
  | { readonly type: 'retry-system'; readonly system: string }
  | { readonly type: 'give-up-system'; readonly system: string; readonly text: string }
  | { readonly type: 'confirm-freeze'; readonly system: string }
  | ({
      readonly type: 'decide-identifier';
      readonly accept: boolean;
      readonly withdrawn?: readonly WithdrawnIdentifier[];
    } & DecidedIdentifier)
  /** Accepts or rejects several identifiers: all of them, or none. */
  | {
      readonly type: 'decide-identifiers';
      readonly identifiers: readonly DecidedIdentifier[];
      readonly accept: boolean;
      readonly withdrawn?: readonly WithdrawnIdentifier[];
    }
  | { readonly type: 'reach-cut-off'; readonly round: number };

export const searchCommands: CommandsOf<SearchCommand> = {
  'plan-search': { whileUndecided: 'waits', afterEnd: false },
  'approve-search': { whileUndecided: 'waits', afterEnd: false },
  'start-searches': { whileUndecided: 'waits', afterEnd: false },
  // While a circumstance is undecided, the results of a running search are stored, and nothing else is done with them.
  'answer-search': { whileUndecided: 'goes-on', afterEnd: false },
  'record-manual-result': { whileUndecided: 'goes-on', afterEnd: false },
  'retry-system': { whileUndecided: 'goes-on', afterEnd: false },
  'give-up-system': { whileUndecided: 'goes-on', afterEnd: false },
  // The command says that staff have suspended scheduled erasure in a system. They may have to do so while a
  // circumstance is undecided.
  'confirm-freeze': { whileUndecided: 'goes-on', afterEnd: false },
  'decide-identifier': { whileUndecided: 'waits', afterEnd: false },
  'decide-identifiers': { whileUndecided: 'waits', afterEnd: false },
  'reach-cut-off': { whileUndecided: 'goes-on', afterEnd: false },
};
