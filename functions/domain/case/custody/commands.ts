import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';

/**
 * The commands on the retention of a case and on its breaches (Art. 5(1)(e), 5(2), 33). `text` is always the id of a
 * text on the subject profile.
 */
export type CustodyCommand =
  | { readonly type: 'set-legal-hold'; readonly text: string }
  | { readonly type: 'lift-legal-hold' }
  | { readonly type: 'object-to-retention'; readonly text: string }
  | { readonly type: 'decide-retention-objection'; readonly upheld: boolean; readonly text: string }
  | {
      readonly type: 'record-breach';
      /**
       * When the controller became aware of the breach, ISO 8601. The 72 hours to notify the authority run from this
       * time.
       */
      readonly awareAt: string;
      /**
       * The round of the answer that went to the wrong person; `null` if no answer did. The command takes that answer
       * back.
       */
      readonly round: number | null;
      readonly text: string;
    }
  | {
      readonly type: 'update-breach';
      readonly breach: string;
      readonly step: EventOf<'breach-updated'>['step'];
      readonly text: string;
    }
  | { readonly type: 'purge-material' };

// The days until erasure, and the 72 hours to notify the authority of a breach (Art. 33), do not stop while a
// circumstance is undecided.
export const custodyCommands: CommandsOf<CustodyCommand> = {
  'set-legal-hold': { whileUndecided: 'goes-on', afterEnd: true },
  'lift-legal-hold': { whileUndecided: 'goes-on', afterEnd: true },
  'object-to-retention': { whileUndecided: 'goes-on', afterEnd: true },
  'decide-retention-objection': { whileUndecided: 'goes-on', afterEnd: true },
  'record-breach': { whileUndecided: 'goes-on', afterEnd: true },
  'update-breach': { whileUndecided: 'goes-on', afterEnd: true },
  'purge-material': { whileUndecided: 'goes-on', afterEnd: true },
};
