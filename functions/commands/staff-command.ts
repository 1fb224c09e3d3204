import * as z from 'zod';
import type { Command } from '#domain/case/command.ts';
import type { EventType } from '#domain/case/events.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import type { Localised } from '#domain/language.ts';
import type { CaseAtHand } from './case-at-hand.ts';
import type { Means, Wanted } from './means.ts';
import type { Role } from './role.ts';

/** The parts of the console's case page. `waiting` is the list of tasks; the others are groups of further commands. */
export const groups = ['waiting', 'request', 'who-asks', 'decisions', 'keeping'] as const;
export type Group = (typeof groups)[number];

/**
 * The question that the console asks before it sends the command. A text that is absent here is taken from the command.
 */
export interface Confirmation {
  readonly title?: Localised;
  readonly text?: Localised;
  readonly submit?: Localised;
  /** The names of fields whose values the console repeats in the question. */
  readonly quotes?: readonly string[];
}

interface TaskText {
  readonly title: Localised;
  /** One or two sentences that staff must know before they give the command, for example about the legal rule. */
  readonly help: Localised;
  readonly submit: Localised;
}

type Fields = Readonly<Record<string, z.ZodType>>;
type Filled<F extends Fields> = Readonly<z.infer<z.ZodObject<F>>>;

interface Written<Type extends string, F extends Fields> extends TaskText {
  readonly type: Type;
  readonly group: Group;
  /**
   * The roles that may give the command; the role that usually gives it comes first. A function returns the roles for
   * one target.
   */
  readonly roles: readonly [Role, ...Role[]] | ((target: string) => readonly [Role, ...Role[]]);
  /** The message that the console shows after the command has succeeded. */
  readonly done: Localised;
  /** If the console shows each target as a separate task: the texts of each task, by its target. */
  readonly variants?: Readonly<Record<string, TaskText & { readonly group: Group }>>;
  /** The label of the button, if a second person must approve what the command proposes. */
  readonly propose?: Localised;
  readonly confirm?: Confirmation;
  /** The texts in the timeline for events that this command causes. */
  readonly timeline?: Readonly<Partial<Record<EventType, Localised>>>;
  readonly fields: F;
  /** The field that names the target: the question, system or proposal that the command is about. */
  readonly target?: keyof F & string;
  /** The possible values of the `target` field in this case. Absent: the command is about the case as a whole. */
  targets?(at: CaseAtHand): readonly string[];
  /**
   * A command of the domain with valid values. `decide` tries it, to find out whether the case accepts the command.
   * `target` is empty if the command has no targets.
   */
  trial(at: CaseAtHand, target: string): Command;
  /**
   * A reason why this member of staff may not give the command although colleagues may: for example, the system is
   * reserved for other people. `undefined`: there is no such reason.
   */
  closed?(at: CaseAtHand, target: string): RefusedCommand | undefined;
  /** Values from the case that the form needs, or with which its fields begin. */
  values?(at: CaseAtHand): Readonly<Record<string, unknown>>;
  /**
   * Makes the command of the domain from the fields. Stores free texts in the subject profile first, because events
   * contain only their ids.
   */
  ask(command: Filled<F>, means: Means): Wanted | Promise<Wanted>;
}

function schemaOf<const Type extends string, F extends Fields>(type: Type, fields: F) {
  return z.strictObject({
    commandId: z.uuid(),
    /**
     * The number of the last commit that the member of staff saw. The command is refused if the case has changed since.
     */
    expectedSeq: z.number().int().positive(),
    type: z.literal(type),
    ...fields,
  });
}

/** Defines a command of staff: its roles, fields, labels and targets, and the command of the domain that it becomes. */
export function staffCommand<const Type extends string, F extends Fields>(written: Written<Type, F>) {
  const schema = schemaOf(written.type, written.fields);
  const asked = z.object(written.fields);
  return {
    ...written,
    schema,
    /** Parses `command` again, only with the schema of its fields. So `written.ask` gets a value of the right type. */
    ask: async (command: unknown, means: Means): Promise<Wanted> => await written.ask(asked.parse(command), means),
  };
}
