import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { Alert } from '../vocabulary.ts';

/**
 * The commands that change the period, and the warnings and alerts about it (Art. 12(3)). `text` is always the id of a
 * text on the subject profile.
 */
export type ClockCommand =
  | {
      readonly type: 'ask';
      readonly about: 'identity' | 'clarification';
      readonly why: EventOf<'asked'>['why'];
      readonly text: string;
      /**
       * The day since which staff have a reason to ask, `YYYY-MM-DD`. If the reason existed from the start, it is the
       * local date of receipt.
       */
      readonly doubtSince: string;
      readonly suspend: boolean;
    }
  | { readonly type: 'answer-asking'; readonly asking: string; readonly everything: boolean }
  | ({ readonly type: 'correct-receipt'; readonly text: string } & Pick<
      EventOf<'receipt-corrected'>,
      'receivedAt' | 'receivedLocalDate' | 'due' | 'extendedDue'
    >)
  | { readonly type: 'extend'; readonly category: 'complexity' | 'number'; readonly text: string }
  | { readonly type: 'warn-deadline'; readonly daysLeft: number }
  | { readonly type: 'owe-status' }
  | { readonly type: 'alert'; readonly alert: Alert; readonly key: string };

// The legal dates run while a circumstance is undecided (Art. 12(3)). So staff can still ask and extend, and warnings
// are sent.
export const clockCommands: CommandsOf<ClockCommand> = {
  ask: { whileUndecided: 'goes-on', afterEnd: false },
  'answer-asking': { whileUndecided: 'goes-on', afterEnd: false },
  'correct-receipt': { whileUndecided: 'goes-on', afterEnd: false },
  extend: { whileUndecided: 'goes-on', afterEnd: false },
  'warn-deadline': { whileUndecided: 'goes-on', afterEnd: false },
  'owe-status': { whileUndecided: 'goes-on', afterEnd: false },
  alert: { whileUndecided: 'goes-on', afterEnd: true },
};
