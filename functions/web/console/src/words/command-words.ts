import type * as z from 'zod';
import { textOf } from '#commands/field.ts';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import type { Language, Localised } from '#domain/language.ts';

/** The words of a command's button or form. */
export interface TaskWords {
  readonly title: string;
  /** The rule behind the command, in one or two sentences, with its article. */
  readonly text: string;
  readonly submit: string;
}

/** The words of a command. For some commands each candidate (`variant`) has its own words. */
export function taskWords(type: StaffCommandType, language: Language, variant = ''): TaskWords {
  const command = staffCommands[type];
  const { title, help, submit } = command.variants?.[variant] ?? command;
  return { title: title[language], text: help[language], submit: submit[language] };
}

/** The lines of the timeline for events that staff commands cause, by the type of the event. */
export function commandEvents(language: Language): Readonly<Record<string, string>> {
  const lines = Object.values(staffCommands).flatMap(({ timeline = {} }) => Object.entries(timeline));
  return Object.fromEntries(lines.map(([type, text]) => [type, text[language]]));
}

/** The label of a command's field, and the help below it. */
export function fieldWords(
  schema: z.ZodType,
  language: Language,
): { readonly label: string; readonly hint: string | undefined } {
  const text = textOf(schema);
  if (text === undefined) throw new Error('a field of a command has no words');
  return { label: text.label[language], hint: text.help?.[language] };
}

/** The labels of the fields of all commands, by the name of the field. */
export function fieldNames(language: Language): Readonly<Record<string, string>> {
  const fields = Object.values(staffCommands).flatMap((command) => Object.entries<z.ZodType>(command.fields));
  return Object.fromEntries(fields.map(([name, schema]) => [name, fieldWords(schema, language).label]));
}

/** The texts of a table in one language. */
export function inLanguage<K extends string>(
  table: Readonly<Record<K, Localised>>,
  language: Language,
): Readonly<Record<K, string>>;
export function inLanguage(
  table: Readonly<Record<string, Localised>>,
  language: Language,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(table).map(([key, text]) => [key, text[language]]));
}
