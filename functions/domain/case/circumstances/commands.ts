import type { CommandsOf } from '../taken-when.ts';
import type { Circumstance, WaitingContact } from '../vocabulary.ts';

/** Circumstances that protect somebody. `text` is always the id of a text on the subject profile. */
export type CircumstanceCommand =
  | { readonly type: 'mark-circumstance'; readonly circumstance: Circumstance; readonly present: boolean }
  /**
   * The decision on a circumstance: the measures that are needed, or that it does not apply. The text gives the
   * reasons.
   */
  | {
      readonly type: 'decide-circumstance';
      readonly circumstance: Circumstance;
      readonly applies: boolean;
      readonly text: string;
      /** Present where the circumstance applies and a change of the contact point waits. */
      readonly contact?: WaitingContact;
    };

export const circumstanceCommands: CommandsOf<CircumstanceCommand> = {
  // One person cannot remove a mark that another person has set. It may become known only when the answer can be
  // fetched that several people read the mailbox.
  'mark-circumstance': { whileUndecided: 'depends', afterEnd: true },
  'decide-circumstance': { whileUndecided: 'goes-on', afterEnd: true },
};
