import type { EventOf, IdentifierRef, Actor, HoldReason, LetterCode, SystemResult } from './events.ts';
import type { PlannedSystem } from './state.ts';

type Facts = Omit<EventOf<'case-opened'>, 'type' | 'v' | 'at' | 'by' | 'hold'>;

/** What can be asked of a case. Who asks is told by `CommandEnvelope.by`; what may be asked by whom is the handlers' matter. */
export type Command =
  | { readonly type: 'open'; readonly facts: Facts; readonly hold: HoldReason | null }
  | { readonly type: 'lift-hold' }
  | { readonly type: 'record-execution'; readonly n: number }
  | { readonly type: 'issue-code'; readonly purpose: 'identity' | 'download' }
  | { readonly type: 'count-try'; readonly purpose: 'identity' | 'download' }
  | { readonly type: 'prove-identity'; readonly challenge: string }
  | { readonly type: 'plan-search'; readonly systems: readonly PlannedSystem[] }
  | { readonly type: 'approve-search'; readonly systems?: readonly string[] }
  | { readonly type: 'start-search'; readonly system: string; readonly wave: number }
  | ({
      readonly type: 'answer-search';
      readonly system: string;
      readonly wave: number;
      readonly learned: readonly IdentifierRef[];
    } & SystemCounts)
  | ({
      readonly type: 'record-manual-result';
      readonly system: string;
      /** The page of findings that holds what was found, where something was. */
      readonly page?: number;
    } & SystemCounts)
  | { readonly type: 'retry-system'; readonly system: string }
  | { readonly type: 'decide-identifier'; readonly identifier: string; readonly accept: boolean }
  | { readonly type: 'reach-cut-off'; readonly round: number }
  | { readonly type: 'screen'; readonly round: number; readonly possible: number }
  | { readonly type: 'release'; readonly round: number }
  | { readonly type: 'start-assembly'; readonly round: number }
  | ({ readonly type: 'record-assembly' } & Omit<EventOf<'assembled'>, 'type' | 'v' | 'at' | 'by'>)
  | { readonly type: 'deliver'; readonly round: number; readonly availableUntil: string }
  | { readonly type: 'grant-download'; readonly challenge: string; readonly round: number }
  | { readonly type: 'intend-letter'; readonly letter: string; readonly code: LetterCode }
  | { readonly type: 'record-letter'; readonly letter: string; readonly attempt: number }
  | { readonly type: 'warn-deadline'; readonly daysLeft: number }
  | { readonly type: 'owe-status' }
  | { readonly type: 'extend'; readonly category: 'complexity' | 'number'; readonly text: string }
  | { readonly type: 'refuse'; readonly scope: 'whole' | 'part'; readonly ground: string; readonly text: string }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'close' }
  | { readonly type: 'purge-material' };

interface SystemCounts {
  readonly result: SystemResult;
  readonly records: number;
  readonly files: number;
  readonly possible: number;
  /** For `failed`: a code of what was tried. */
  readonly reason?: string;
  /** For `withheld`: the legal ground. */
  readonly ground?: string;
}

/** A command with who gave it and its id; the same id again does nothing again. */
export interface CommandEnvelope {
  readonly commandId: string;
  readonly by: Actor;
  readonly command: Command;
}

/** Why a command was not carried out: a value, not an exception. */
export type RefusalCode =
  | 'no-such-case'
  | 'out-of-order'
  | 'already-open'
  | 'already-verified'
  | 'case-ended'
  | 'unknown-system'
  | 'unknown-identifier'
  | 'second-person-required'
  | 'too-late-to-extend'
  | 'already-extended'
  | 'too-many-codes'
  | 'no-code'
  | 'code-expired'
  | 'code-used'
  | 'too-many-tries'
  | 'not-available'
  | 'already-sent'
  | 'in-progress';

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** In words, with the rule and the date where there is one; never a personal value. */
  readonly message: string;
}
