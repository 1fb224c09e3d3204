import type { Right } from '../../rights.ts';
import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { Ending, HoldReason, Matter } from '../vocabulary.ts';

export interface OpenCommand {
  readonly type: 'open';
  readonly facts: Omit<EventOf<'case-opened'>, 'type' | 'v' | 'at' | 'by' | 'hold'>;
  readonly hold: HoldReason | null;
}

/** How a case begins, is split or joined, and ends. `text` is always the id of a text on the subject profile. */
export type LifecycleCommand =
  | OpenCommand
  | { readonly type: 'lift-hold' }
  /** Execution number `n` of the workflow now drives the case. */
  | { readonly type: 'record-execution'; readonly n: number }
  | { readonly type: 'split'; readonly matter: Matter; readonly rights: readonly Right[]; readonly case: string }
  | {
      readonly type: 'join';
      readonly into: string;
      /** When the other request was received, ISO 8601: the later joins the earlier, so that no date moves back. */
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
  // Comes from the other case, in which it was decided.
  absorb: { whileUndecided: 'goes-on', afterEnd: true },
  redirect: { whileUndecided: 'waits', afterEnd: false },
  // Only the person can withdraw; other endings come from somebody else.
  end: { whileUndecided: 'depends', afterEnd: false },
  // The answer was sent before.
  close: { whileUndecided: 'goes-on', afterEnd: false },
  // Nothing more is sent for a case that was reopened.
  reopen: { whileUndecided: 'goes-on', afterEnd: true },
};
