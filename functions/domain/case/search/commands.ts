import type { EventOf } from '../events.ts';
import type { HeldResource, PlannedSystem } from '../state.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { IdentifierRef, SystemResult } from '../vocabulary.ts';

/** An identifier that records of the person teach. */
export type LearnedRef = IdentifierRef & Pick<EventOf<'identifier-learned'>, 'weight' | 'disputed'>;

interface SystemCounts {
  readonly result: SystemResult;
  readonly records: number;
  readonly files: number;
  readonly possible: number;
  /** 0 unless it is given. */
  readonly disputed?: number;
  /** How much there is of each kind of record, where it was counted. */
  readonly resources?: readonly HeldResource[];
  /** For `failed`: a code of what was tried. */
  readonly reason?: string;
  /** For `withheld`: the legal ground. */
  readonly ground?: string;
}

/** Where the data are. `text` is always the id of a text on the subject profile. */
export type SearchCommand =
  | { readonly type: 'plan-search'; readonly systems: readonly PlannedSystem[] }
  | { readonly type: 'approve-search'; readonly systems?: readonly string[] }
  | { readonly type: 'start-search'; readonly system: string; readonly wave: number }
  | ({
      readonly type: 'answer-search';
      readonly system: string;
      readonly wave: number;
      readonly learned: readonly LearnedRef[];
    } & SystemCounts)
  | ({
      readonly type: 'record-manual-result';
      readonly system: string;
      /** The page of findings that holds what was found, where something was. */
      readonly page?: number;
      /** What only the handlers of the system may know of this answer, if anything (practice 1): always there. */
      readonly sealed: string;
    } & SystemCounts)
  | { readonly type: 'retry-system'; readonly system: string }
  | { readonly type: 'give-up-system'; readonly system: string; readonly text: string }
  | { readonly type: 'confirm-freeze'; readonly system: string }
  | {
      readonly type: 'decide-identifier';
      readonly identifier: string;
      readonly accept: boolean;
      /** Of a personnummer: hashes of those that the same person can have beside it; absent: none. */
      readonly besides?: readonly string[];
    }
  | { readonly type: 'reach-cut-off'; readonly round: number };

export const searchCommands: CommandsOf<SearchCommand> = {
  'plan-search': { whileUndecided: 'waits', afterEnd: false },
  'approve-search': { whileUndecided: 'waits', afterEnd: false },
  'start-search': { whileUndecided: 'waits', afterEnd: false },
  // What a search that was running found is kept, and goes no further.
  'answer-search': { whileUndecided: 'goes-on', afterEnd: false },
  'record-manual-result': { whileUndecided: 'goes-on', afterEnd: false },
  'retry-system': { whileUndecided: 'goes-on', afterEnd: false },
  'give-up-system': { whileUndecided: 'goes-on', afterEnd: false },
  // Nothing is erased meanwhile.
  'confirm-freeze': { whileUndecided: 'goes-on', afterEnd: false },
  'decide-identifier': { whileUndecided: 'waits', afterEnd: false },
  'reach-cut-off': { whileUndecided: 'goes-on', afterEnd: false },
};
