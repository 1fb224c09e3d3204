import * as z from 'zod';
import type { Command } from '#domain/case/command.ts';
import type { EventType } from '#domain/case/events.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import type { Localised } from '#domain/language.ts';
import type { CaseAtHand } from './case-at-hand.ts';
import type { Means, Wanted } from './means.ts';
import type { Role } from './role.ts';

/** Where the console shows a command: with the waiting tasks, or in a group of other actions. */
export const groups = ['waiting', 'request', 'who-asks', 'decisions', 'keeping'] as const;
export type Group = (typeof groups)[number];

/** What the console asks before it sends the command. Absent texts: the texts of the command itself. */
export interface Confirmation {
  readonly title?: Localised;
  readonly text?: Localised;
  readonly submit?: Localised;
  /** Fields whose values the member of staff reads once more before confirming. */
  readonly quotes?: readonly string[];
}

interface TaskText {
  readonly title: Localised;
  /** The legal rule, in one or two plain sentences, with its article. */
  readonly help: Localised;
  readonly submit: Localised;
}

type Fields = Readonly<Record<string, z.ZodType>>;
type Filled<F extends Fields> = Readonly<z.infer<z.ZodObject<F>>>;

interface Written<Type extends string, F extends Fields> extends TaskText {
  readonly type: Type;
  readonly group: Group;
  /** The roles that may give the command, the usual role first. For some commands the roles depend on the candidate. */
  readonly roles: readonly [Role, ...Role[]] | ((target: string) => readonly [Role, ...Role[]]);
  /** The message after the command was carried out. */
  readonly done: Localised;
  /** Titles for single candidates, if staff see each candidate as a separate task. */
  readonly variants?: Readonly<Record<string, TaskText & { readonly group: Group }>>;
  /** The label of the button, if the command makes a proposal that a second person must approve. */
  readonly propose?: Localised;
  readonly confirm?: Confirmation;
  /** The texts in the timeline for events that only this command causes. */
  readonly timeline?: Readonly<Partial<Record<EventType, Localised>>>;
  readonly fields: F;
  /** The field that names the candidate: the thing in the case that the command is about. */
  readonly target?: keyof F & string;
  /** The candidates, as the field names them. Absent: the command is about the case as a whole. */
  targets?(at: CaseAtHand): readonly string[];
  /**
   * A command of the domain with valid values, with which `decide` shows whether the case accepts the command. `target`
   * is the candidate, if the command has candidates.
   */
  trial(at: CaseAtHand, target: string): Command;
  /** Why this member of staff cannot give the command, although others can; `undefined` if they can. */
  closed?(at: CaseAtHand, target: string): RefusedCommand | undefined;
  /** Values from the case with which some fields begin, or which the form needs. */
  values?(at: CaseAtHand): Readonly<Record<string, unknown>>;
  /** Makes the command of the domain. Texts are stored before it is returned. */
  ask(command: Filled<F>, means: Means): Wanted | Promise<Wanted>;
}

function schemaOf<const Type extends string, F extends Fields>(type: Type, fields: F) {
  return z.strictObject({
    commandId: z.uuid(),
    /** The `seq` of the case that the member of staff saw. The command is refused if the case has changed since. */
    expectedSeq: z.number().int().positive(),
    type: z.literal(type),
    ...fields,
  });
}

/** A command of staff: its roles, its fields, its labels, and the command of the domain that it becomes. */
export function staffCommand<const Type extends string, F extends Fields>(written: Written<Type, F>) {
  const schema = schemaOf(written.type, written.fields);
  const asked = z.object(written.fields);
  return {
    ...written,
    schema,
    /** Parses `command` once more with the schema of its fields, so that `written.ask` gets the right type. */
    ask: async (command: unknown, means: Means): Promise<Wanted> => await written.ask(asked.parse(command), means),
  };
}
