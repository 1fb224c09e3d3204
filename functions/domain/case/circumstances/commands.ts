import type { CommandsOf } from '../taken-when.ts';
import type { Circumstance, WaitingContact } from '../vocabulary.ts';

/** What protects somebody. `text` is always the id of a text on the subject profile. */
export type CircumstanceCommand =
  | { readonly type: 'mark-circumstance'; readonly circumstance: Circumstance; readonly present: boolean }
  /** What is to be done about a circumstance that protects somebody, or that it does not apply; the text says why. */
  | {
      readonly type: 'decide-circumstance';
      readonly circumstance: Circumstance;
      readonly applies: boolean;
      readonly text: string;
      /** Said where it applies and a change of where is written to waits. */
      readonly contact?: WaitingContact;
    };

export const circumstanceCommands: CommandsOf<CircumstanceCommand> = {
  // One person does not take the mark of another away. That several people read the mailbox may come out when the answer
  // is there to be fetched.
  'mark-circumstance': { whileUndecided: 'depends', afterEnd: true },
  'decide-circumstance': { whileUndecided: 'goes-on', afterEnd: true },
};
