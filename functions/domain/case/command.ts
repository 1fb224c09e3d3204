import { answerCommands, type AnswerCommand } from './answer/commands.ts';
import { circumstanceCommands, type CircumstanceCommand } from './circumstances/commands.ts';
import { clockCommands, type ClockCommand } from './clock/commands.ts';
import { contactCommands, type ContactCommand } from './contact/commands.ts';
import { custodyCommands, type CustodyCommand } from './custody/commands.ts';
import { decisionCommands, type DecisionCommand } from './decisions/commands.ts';
import { identityCommands, type IdentityCommand } from './identity/commands.ts';
import { letterCommands, type LetterCommand } from './letters/commands.ts';
import { lifecycleCommands, type LifecycleCommand } from './lifecycle/commands.ts';
import { searchCommands, type SearchCommand } from './search/commands.ts';
import { reviewCommands, type ReviewCommand } from './review/commands.ts';
import { handlingCommands, type HandlingCommand } from './handling/commands.ts';
import type { CommandsOf } from './taken-when.ts';
import type { Actor } from './vocabulary.ts';

/**
 * Every command on a case, by topic. `CommandEnvelope.by` names who gave the command. The handlers, and not these
 * rules, check who may give which command.
 */
export type Command =
  | LifecycleCommand
  | HandlingCommand
  | IdentityCommand
  | ContactCommand
  | CircumstanceCommand
  | SearchCommand
  | ReviewCommand
  | AnswerCommand
  | LetterCommand
  | ClockCommand
  | DecisionCommand
  | CustodyCommand;

/**
 * For each command: whether it is accepted while a circumstance is undecided, and whether it is accepted after the end
 * of the case.
 */
export const takenWhen: CommandsOf<Command> = {
  ...lifecycleCommands,
  ...handlingCommands,
  ...identityCommands,
  ...contactCommands,
  ...circumstanceCommands,
  ...searchCommands,
  ...reviewCommands,
  ...answerCommands,
  ...letterCommands,
  ...clockCommands,
  ...decisionCommands,
  ...custodyCommands,
};

/** A command, its id, and the actor who gave the command. A second command with the same id has no effect. */
export interface CommandEnvelope {
  readonly commandId: string;
  readonly by: Actor;
  readonly command: Command;
}
