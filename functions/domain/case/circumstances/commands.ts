import type { CommandsOf } from '../taken-when.ts';
import type { Circumstance, WaitingContact } from '../vocabulary.ts';

/** The commands about circumstances of the person. `text` is always the id of a text on the subject profile. */
export type CircumstanceCommand =
  | { readonly type: 'mark-circumstance'; readonly circumstance: Circumstance; readonly present: boolean }
  /**
   * Decides whether a circumstance applies. The text says which measures are needed, or why the circumstance does not
   * apply.
   */
  | {
      readonly type: 'decide-circumstance';
      readonly circumstance: Circumstance;
      readonly applies: boolean;
      readonly text: string;
      /**
       * What happens to a change of the contact point that has not taken effect yet. Present if there is such a change
       * and the circumstance applies.
       */
      readonly contact?: WaitingContact;
    };

export const circumstanceCommands: CommandsOf<CircumstanceCommand> = {
  // Staff cannot remove an undecided mark: one person could then remove the mark of another. The command is accepted
  // after the end of the case, because a shared mailbox may become known only when the answer can be fetched.
  'mark-circumstance': { whileUndecided: 'depends', afterEnd: true },
  'decide-circumstance': { whileUndecided: 'goes-on', afterEnd: true },
};
