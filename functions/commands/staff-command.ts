import * as z from 'zod';
import type { Command } from '#domain/case/command.ts';
import type { EventType } from '#domain/case/events.ts';
import type { Refusal } from '#domain/case/decision.ts';
import type { Localised } from '#domain/language.ts';
import type { CaseAtHand } from './case-at-hand.ts';
import type { Means, Wanted } from './means.ts';
import type { Role } from './role.ts';

/** Where staff find a command: among what waits for them, or in one of the groups of what they can do at any time. */
export const groups = ['waiting', 'request', 'who-asks', 'decisions', 'keeping'] as const;
export type Group = (typeof groups)[number];

/** What is asked once more before a command is given; the words of the command itself where none are given. */
export interface Confirmation {
  readonly title?: Localised;
  readonly text?: Localised;
  readonly submit?: Localised;
  /** Fields that are shown to be read once more. */
  readonly quotes?: readonly string[];
}

interface TaskText {
  readonly title: Localised;
  /** The rule, in one plain sentence or two, with its article. */
  readonly help: Localised;
  readonly submit: Localised;
}

type Fields = Readonly<Record<string, z.ZodType>>;
type Filled<F extends Fields> = Readonly<z.infer<z.ZodObject<F>>>;

interface Written<Type extends string, F extends Fields> extends TaskText {
  readonly type: Type;
  readonly group: Group;
  /** Who may give it, the one first who usually does. Of some it depends on the candidate. */
  readonly roles: readonly [Role, ...Role[]] | ((target: string) => readonly [Role, ...Role[]]);
  /** What is said when it was done. */
  readonly done: Localised;
  /** Titles of its own for some candidates: they are several things to whoever does them. */
  readonly variants?: Readonly<Record<string, TaskText & { readonly group: Group }>>;
  /** The button, where what is given is a proposal that a second person must approve. */
  readonly propose?: Localised;
  readonly confirm?: Confirmation;
  /** The lines of the timeline that this command alone brings. */
  readonly timeline?: Readonly<Partial<Record<EventType, Localised>>>;
  readonly fields: F;
  /** The field that names the candidate: what of the case the command is about. */
  readonly target?: keyof F & string;
  /** The candidates, as the field names them. Absent: the command is about the case as a whole. */
  targets?(at: CaseAtHand): readonly string[];
  /** What the case is asked when the command is filled in as the rules want it; `target`: the candidate, if it has any. */
  trial(at: CaseAtHand, target: string): Command;
  /** Why whoever looks cannot give it, where others can; `undefined` where they can. */
  closed?(at: CaseAtHand, target: string): Refusal | undefined;
  /** What the case knows for some of the fields. */
  values?(at: CaseAtHand): Readonly<Record<string, unknown>>;
  /** What the case is asked: the command of the domain; words are kept first. */
  ask(command: Filled<F>, means: Means): Wanted | Promise<Wanted>;
}

function schemaOf<const Type extends string, F extends Fields>(type: Type, fields: F) {
  return z.strictObject({
    commandId: z.uuid(),
    /** The case's `seq` that the command was given on: refused when the case has moved on. */
    expectedSeq: z.number().int().positive(),
    type: z.literal(type),
    ...fields,
  });
}

/** A command of staff: who may give it, what it takes, what staff read of it, and what it asks of the case. */
export function staffCommand<const Type extends string, F extends Fields>(written: Written<Type, F>) {
  const schema = schemaOf(written.type, written.fields);
  const asked = z.object(written.fields);
  return {
    ...written,
    schema,
    /** `command` is read once more through the schema of its fields, so that its type is known. */
    ask: async (command: unknown, means: Means): Promise<Wanted> => await written.ask(asked.parse(command), means),
  };
}
