import type * as z from 'zod';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import { isOptional, textOf, type FieldText, type Filled } from '#commands/field.ts';
import type { Draft } from './attempt.ts';
import { instantOf } from './dates.ts';
import { filled, hundredthsIn, linesIn } from './typed.ts';

/** The value that was typed, chosen or ticked in a field. */
export type Typed = string | boolean | readonly string[];

/** A field of a form that is made from the command's fields. */
export interface DrawnField {
  readonly name: string;
  readonly text: FieldText;
  readonly optional: boolean;
  readonly schema: z.ZodType;
}

/** The option that says that a breach concerns no answer. */
export const noAnswer = 'none';

/** The fields of a command that a form shows, in order. */
export function drawnFields(type: StaffCommandType): readonly DrawnField[] {
  return Object.entries<z.ZodType>(staffCommands[type].fields).flatMap(([name, schema]) => {
    const text = textOf(schema);
    if (text === undefined || text.widget.as === 'own') return [];
    return [{ name, text, schema, optional: isOptional(schema) && text.needed !== true }];
  });
}

/** What the user has typed into a form, and the time zone (IANA name) of the times in it. */
export interface Form {
  readonly type: StaffCommandType;
  readonly typed: Readonly<Record<string, Typed>>;
  /** Values that the case gives for fields of the command. */
  readonly known: Filled;
  readonly timeZone: string;
}

/** The values of the fields so far, in the form that the command needs, together with the values from the case. */
export function filledIn({ type, typed, known, timeZone }: Form): Filled {
  const values = drawnFields(type).map((field) => [field.name, valueOf(field, typed[field.name], timeZone)] as const);
  return { ...known, ...Object.fromEntries(values) };
}

/** Whether the form shows the field, given the values so far. */
export function isAsked({ text }: DrawnField, soFar: Filled): boolean {
  return text.when?.(soFar) ?? true;
}

/** The options of a choice, given the values so far. */
export function optionsOf({ widget }: FieldText, soFar: Filled): readonly string[] {
  if (widget.as !== 'choice') return [];
  return widget.among?.(soFar) ?? Object.keys(widget.options);
}

/** The command that the form makes; `undefined` as long as a choice is missing. */
export function draftOf(form: Form): Draft | undefined {
  const soFar = filledIn(form);
  const asked = drawnFields(form.type).filter((field) => isAsked(field, soFar));
  const isOpen = ({ name, text, optional }: DrawnField): boolean => {
    if (text.widget.as === 'answer') return form.typed[name] === undefined;
    return !optional && mustBeChosen.has(text.widget.as) && (soFar[name] === undefined || isGone(text, name, soFar));
  };
  if (asked.some(isOpen)) return undefined;
  return { ...Object.fromEntries(asked.map(({ name }) => [name, soFar[name]])), type: form.type };
}

/** Whether the chosen option is not available any more, because another field has changed. */
function isGone(text: FieldText, name: string, soFar: Filled): boolean {
  const chosen = soFar[name];
  return text.widget.as === 'choice' && typeof chosen === 'string' && !optionsOf(text, soFar).includes(chosen);
}

/** Inputs that the browser's check for required fields does not cover, or whose text can be invalid. */
const mustBeChosen: ReadonlySet<string> = new Set(['choice', 'yes-no', 'target', 'money', 'instant']);

function valueOf({ text, optional, schema }: DrawnField, typed: Typed | undefined, timeZone: string): unknown {
  const written = typeof typed === 'string' ? typed : '';
  switch (text.widget.as) {
    case 'text':
    case 'line':
    case 'email':
    case 'date':
    case 'member':
      return optional ? filled(written) : written;
    case 'lines':
      return linesIn(written) ?? (optional ? undefined : []);
    case 'code':
      return written.replace(/[\s-]/g, '');
    case 'money':
      return hundredthsIn(written);
    case 'currency':
      return written.toUpperCase();
    case 'instant':
      return instantOf(written, timeZone);
    case 'tick':
      return typed === true;
    case 'yes-no':
      return written === '' ? undefined : written === 'yes';
    case 'choice':
      return filled(written);
    case 'ticks':
    case 'identity-methods':
      return typeof typed === 'object' && typed.length > 0 ? [...typed] : undefined;
    case 'target':
      return written === '' ? undefined : schema.safeParse(Number(written)).success ? Number(written) : written;
    case 'answer':
      return written === '' || written === noAnswer ? undefined : Number(written);
    case 'own':
      return undefined;
  }
}
