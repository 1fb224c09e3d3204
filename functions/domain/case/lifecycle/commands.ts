import type { Right } from '../../rights.ts';
import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { Ending, HoldReason, Matter } from '../vocabulary.ts';

export interface OpenCommand {
  readonly type: 'open';
  readonly facts: Omit<EventOf<'case-opened'>, 'type' | 'v' | 'at' | 'by' | 'hold'>;
  readonly hold: HoldReason | null;
}

/**
 * The commands by which a case begins, is split or joined, and ends. `text` is always the id of a text on the subject
 * profile.
 */
export type LifecycleCommand =
  | OpenCommand
  | { readonly type: 'lift-hold' }
  /** Execution number `n` of the workflow now handles the case. */
  | { readonly type: 'record-execution'; readonly n: number }
  | { readonly type: 'split'; readonly matter: Matter; readonly rights: readonly Right[]; readonly case: string }
  | {
      readonly type: 'join';
      readonly into: string;
      /**
       * When the other request was received, ISO 8601. Only the later request is joined to the earlier one, so that no
       * legal date becomes later.
       */
      readonly intoReceivedAt: string;
    }
  | { readonly type: 'absorb'; readonly case: string }
  | { readonly type: 'redirect'; readonly text: string | null }
  | {
      readonly type: 'end';
      readonly ending: Exclude<Ending, 'answered' | 'joined'>;
      readonly text: string | null;
    }
  | { readonly type: 'close' }
  | { readonly type: 'reopen'; readonly text: string | null };

export const lifecycleCommands: CommandsOf<LifecycleCommand> = {
  open: { whileUndecided: 'goes-on', afterEnd: false },
  'lift-hold': { whileUndecided: 'waits', afterEnd: false },
  'record-execution': { whileUndecided: 'goes-on', afterEnd: true },
  split: { whileUndecided: 'goes-on', afterEnd: false },
  join: { whileUndecided: 'waits', afterEnd: false },
  // This command follows from `join`, which staff have given in the other case.
  absorb: { whileUndecided: 'goes-on', afterEnd: true },
  redirect: { whileUndecided: 'waits', afterEnd: false },
  // While a circumstance is undecided, only a withdrawal is accepted.
  end: { whileUndecided: 'depends', afterEnd: false },
  // Accepted while a circumstance is undecided, because the answer was sent before.
  close: { whileUndecided: 'goes-on', afterEnd: false },
  // Accepted while a circumstance is undecided, because a reopened case sends no answer before the decision.
  reopen: { whileUndecided: 'goes-on', afterEnd: true },
};
