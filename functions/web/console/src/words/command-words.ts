import type * as z from 'zod';
import { textOf } from '#commands/field.ts';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import type { Language, Localised } from '#domain/language.ts';

/** The title, the text and the button of a command's form. */
export interface TaskWords {
  readonly title: string;
  /** The legal rule in one or two sentences, with its article. */
  readonly text: string;
  readonly submit: string;
}

/**
 * The texts of a command. For a target that has its own texts (`variants` in the command's file), `variant` is that
 * target.
 */
export function taskWords(type: StaffCommandType, language: Language, variant = ''): TaskWords {
  const command = staffCommands[type];
  const { title, help, submit } = command.variants?.[variant] ?? command;
  return { title: title[language], text: help[language], submit: submit[language] };
}

/**
 * The timeline texts that the files of commands contain, by the type of the event: the events that only a command
 * causes.
 */
export function commandEvents(language: Language): Readonly<Record<string, string>> {
  const lines = Object.values(staffCommands).flatMap(({ timeline = {} }) => Object.entries(timeline));
  return Object.fromEntries(lines.map(([type, text]) => [type, text[language]]));
}

/** The label and the help of a command's field. */
export function fieldWords(
  schema: z.ZodType,
  language: Language,
): { readonly label: string; readonly hint: string | undefined } {
  const text = textOf(schema);
  if (text === undefined) throw new Error('a field of a command has no words');
  return { label: text.label[language], hint: text.help?.[language] };
}

/** The labels of all fields of all commands, by the name of the field. */
export function fieldNames(language: Language): Readonly<Record<string, string>> {
  const fields = Object.values(staffCommands).flatMap((command) => Object.entries<z.ZodType>(command.fields));
  return Object.fromEntries(fields.map(([name, schema]) => [name, fieldWords(schema, language).label]));
}

/** Picks one language from a table of texts in two languages. */
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
