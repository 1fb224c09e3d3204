import type * as z from 'zod';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import { isOptional, textOf, type FieldText, type Filled } from '#commands/field.ts';
import type { Draft } from './attempt.ts';
import { instantOf } from './dates.ts';
import { filled, hundredthsIn, linesIn } from './typed.ts';

/** What was typed, chosen or ticked in a field. */
export type Typed = string | boolean | readonly string[];

/** A field of a form that is drawn. */
export interface DrawnField {
  readonly name: string;
  readonly text: FieldText;
  readonly optional: boolean;
  readonly schema: z.ZodType;
}

/** Chosen for the answer that a breach is about: none of them. */
export const noAnswer = 'none';

/** The fields of a command that a form draws, in their order. */
export function drawnFields(type: StaffCommandType): readonly DrawnField[] {
  return Object.entries<z.ZodType>(staffCommands[type].fields).flatMap(([name, schema]) => {
    const text = textOf(schema);
    if (text === undefined || text.widget.as === 'own') return [];
    return [{ name, text, schema, optional: isOptional(schema) && text.needed !== true }];
  });
}

/** What a form holds, and in which time zone (IANA name) its times are typed. */
export interface Form {
  readonly type: StaffCommandType;
  readonly typed: Readonly<Record<string, Typed>>;
  /** What the case knows for the fields. */
  readonly known: Filled;
  readonly timeZone: string;
}

/** What is filled in so far, as the command takes it, beside what the case knows. */
export function filledIn({ type, typed, known, timeZone }: Form): Filled {
  const values = drawnFields(type).map((field) => [field.name, valueOf(field, typed[field.name], timeZone)] as const);
  return { ...known, ...Object.fromEntries(values) };
}

/** Whether a field is asked for. */
export function isAsked({ text }: DrawnField, soFar: Filled): boolean {
  return text.when?.(soFar) ?? true;
}

/** The options of a choice that are left. */
export function optionsOf({ widget }: FieldText, soFar: Filled): readonly string[] {
  if (widget.as !== 'choice') return [];
  return widget.among?.(soFar) ?? Object.keys(widget.options);
}

/** What the form says; `undefined` as long as something must still be chosen. */
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

/** Whether what was chosen is none of the options any more, as something else has changed. */
function isGone(text: FieldText, name: string, soFar: Filled): boolean {
  const chosen = soFar[name];
  return text.widget.as === 'choice' && typeof chosen === 'string' && !optionsOf(text, soFar).includes(chosen);
}

/** What the browser does not ask for by itself, or takes in a form that is no value. */
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
