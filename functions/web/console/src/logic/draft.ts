import type * as z from 'zod';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import { isOptional, textOf, type FieldText, type Filled } from '#commands/field.ts';
import type { Draft } from './attempt.ts';
import { instantOf } from './dates.ts';
import { filled, hundredthsIn, linesIn } from './typed.ts';

/** What the user has typed, chosen or ticked in a field. */
export type Typed = string | boolean | readonly string[];

/** A field of a form that is generated from the fields of a command. */
export interface DrawnField {
  readonly name: string;
  readonly text: FieldText;
  readonly optional: boolean;
  readonly schema: z.ZodType;
}

/**
 * The value of the option "none" in a field of type `answer`, in which the user chooses the answer that caused a
 * breach. The other options are the numbers of the answers.
 */
export const noAnswer = 'none';

/**
 * The fields of the form that is generated for a command, in order. A field with the widget `own` has no place in a
 * generated form and is left out.
 */
export function drawnFields(type: StaffCommandType): readonly DrawnField[] {
  return Object.entries<z.ZodType>(staffCommands[type].fields).flatMap(([name, schema]) => {
    const text = textOf(schema);
    if (text === undefined || text.widget.as === 'own') return [];
    return [{ name, text, schema, optional: isOptional(schema) && text.needed !== true }];
  });
}

/**
 * A generated form as the user has filled it in so far. `timeZone` (IANA name) is the time zone of the times that the
 * user types.
 */
export interface Form {
  readonly type: StaffCommandType;
  readonly typed: Readonly<Record<string, Typed>>;
  /** The `values` of the command in the case view: values of the case for fields of the form. */
  readonly known: Filled;
  readonly timeZone: string;
}

/** Converts what the user typed to the values of the command, and adds the values from the case (`known`). */
export function filledIn({ type, typed, known, timeZone }: Form): Filled {
  const values = drawnFields(type).map((field) => [field.name, valueOf(field, typed[field.name], timeZone)] as const);
  return { ...known, ...Object.fromEntries(values) };
}

/**
 * Whether the form shows the field. `soFar` is the result of `filledIn`: a field can depend on the value of another.
 */
export function isAsked({ text }: DrawnField, soFar: Filled): boolean {
  return text.when?.(soFar) ?? true;
}

/**
 * The options of a field of type `choice`. `soFar` is the result of `filledIn`: the options can depend on another
 * field.
 */
export function optionsOf({ widget }: FieldText, soFar: Filled): readonly string[] {
  if (widget.as !== 'choice') return [];
  return widget.among?.(soFar) ?? Object.keys(widget.options);
}

/** The command from the form. `undefined` while the user has not made all required choices. */
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

/** Whether the chosen option is no longer offered, because the user changed another field. */
function isGone(text: FieldText, name: string, soFar: Filled): boolean {
  const chosen = soFar[name];
  return text.widget.as === 'choice' && typeof chosen === 'string' && !optionsOf(text, soFar).includes(chosen);
}

/** The widgets for which the browser does not check that a required field is filled in, or that its text is valid. */
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
