import * as z from 'zod';
import type { Localised } from '#domain/language.ts';

/** What has been filled in so far, by the names of the fields. */
export type Filled = Readonly<Record<string, unknown>>;

/** How a field is drawn, and so what is typed or chosen in it. */
export type Widget =
  /** Several lines of text. */
  | { readonly as: 'text'; readonly rows?: number }
  | { readonly as: 'line'; readonly most?: number }
  /** A list of texts, one on each line. */
  | { readonly as: 'lines'; readonly rows?: number }
  | { readonly as: 'email' | 'date' | 'code' | 'money' | 'currency' }
  /** A date and a time by the clocks of the controller. */
  | { readonly as: 'instant' }
  | { readonly as: 'tick' }
  /** Yes or no, both in sight. */
  | { readonly as: 'yes-no'; readonly yes: Localised; readonly no: Localised }
  /** One of a few. `among`: which of them what is filled in leaves. */
  | {
      readonly as: 'choice';
      readonly options: Readonly<Record<string, Localised>>;
      readonly among?: (filled: Filled) => readonly string[];
      readonly first?: string;
    }
  /** Several of a few options. */
  | { readonly as: 'ticks'; readonly options: Readonly<Record<string, Localised>> }
  /** One of the candidates of the command, as the case names them. */
  | { readonly as: 'target' }
  /** The answer of a round that has gone out, or none. */
  | { readonly as: 'answer'; readonly none: Localised }
  /** Ways to prove who asks, of those that the case offers. */
  | { readonly as: 'identity-methods' }
  /** A member of staff. */
  | { readonly as: 'member' }
  /** No part of a form that is drawn: the command has a form of its own, or the case gives the value. */
  | { readonly as: 'own' };

/** What staff read of a field. */
export interface FieldText {
  readonly label: Localised;
  readonly help?: Localised;
  /** Whether what is written stands in a letter to the person, or only in the record of the case. */
  readonly goesInto?: 'letter' | 'record';
  readonly widget: Widget;
  /** It must be filled in where it is asked for, although the schema alone lets it be absent. */
  readonly needed?: true;
  /** Whether the field is asked for; always when absent. Beside what is filled in it sees what the case knows. */
  readonly when?: (filled: Filled) => boolean;
}

const texts = z.registry<FieldText>();

/** A field of a command: what the API takes, and what a form shows of it. Each field has a schema of its own. */
export function field<S extends z.ZodType>(schema: S, text: FieldText): S {
  if (texts.has(schema)) throw new Error('two fields share one schema');
  texts.add(schema, text);
  return schema;
}

/** What staff read of a field; `undefined` for what is no field of a form. */
export function textOf(schema: z.core.$ZodType): FieldText | undefined {
  return texts.get(schema);
}

export function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

/** Words as somebody writes them, without blanks around them. */
export function words(most = 4_000): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => value.isWellFormed(), 'half a character');
}

/** A line in a letter. */
export function line(): z.ZodString {
  return words(300);
}

export function lines(): z.ZodArray<z.ZodString> {
  return z.array(line()).min(1).max(20);
}

/** An id that the case gives: of a question, a fee, a proposal, a system. */
export function id(): z.ZodString {
  return z.string().min(1).max(40);
}

export function instant(): z.ZodISODateTime {
  return z.iso.datetime({ offset: true });
}
