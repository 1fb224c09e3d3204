import * as z from 'zod';
import type { Localised } from '#domain/language.ts';

/** What has been filled in so far, by the names of the fields. */
export type Filled = Readonly<Record<string, unknown>>;

/** How a field is drawn, and so what is typed or chosen in it. */
export type Widget =
  /** Several lines of text. */
  | { readonly as: 'text'; readonly rows?: number }
  | { readonly as: 'line'; readonly most?: number }
  /** A list of texts, one per line. */
  | { readonly as: 'lines'; readonly rows?: number }
  | { readonly as: 'email' | 'date' | 'code' | 'money' | 'currency' }
  /** A date and a time in the controller's time zone. */
  | { readonly as: 'instant' }
  | { readonly as: 'tick' }
  /** Yes or no, both shown. */
  | { readonly as: 'yes-no'; readonly yes: Localised; readonly no: Localised }
  /** One of a few options. `among`: which options remain, given the other fields. */
  | {
      readonly as: 'choice';
      readonly options: Readonly<Record<string, Localised>>;
      readonly among?: (filled: Filled) => readonly string[];
      readonly first?: string;
    }
  /** Several of a few options. */
  | { readonly as: 'ticks'; readonly options: Readonly<Record<string, Localised>> }
  /** One of the candidates of the command, by the names that the case gives them. */
  | { readonly as: 'target' }
  /** A round whose answer was sent, or none. */
  | { readonly as: 'answer'; readonly none: Localised }
  /** Ways to prove identity, of those that the case offers. */
  | { readonly as: 'identity-methods' }
  /** A member of staff. */
  | { readonly as: 'member' }
  /** Not drawn: the command has a form of its own, or the case gives the value. */
  | { readonly as: 'own' };

/** The labels of a field. */
export interface FieldText {
  readonly label: Localised;
  readonly help?: Localised;
  /** Whether the text stands in a letter to the person, or only in the record of the case. */
  readonly goesInto?: 'letter' | 'record';
  readonly widget: Widget;
  /** Required where the field is shown, although the schema itself makes it optional. */
  readonly needed?: true;
  /** Whether the field is shown; absent: always. It sees the other fields and the values from the case. */
  readonly when?: (filled: Filled) => boolean;
}

const texts = z.registry<FieldText>();

/** A field of a command: its schema for the API, and how the form draws it. Each field has a schema of its own. */
export function field<S extends z.ZodType>(schema: S, text: FieldText): S {
  if (texts.has(schema)) throw new Error('two fields share one schema');
  texts.add(schema, text);
  return schema;
}

/** The labels of a field; `undefined` for a value that is no field of a form. */
export function textOf(schema: z.core.$ZodType): FieldText | undefined {
  return texts.get(schema);
}

export function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

/** Text without spaces around it. */
export function words(most = 4_000): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => value.isWellFormed(), 'half a character');
}

/** One line of text in a letter. */
export function line(): z.ZodString {
  return words(300);
}

export function lines(): z.ZodArray<z.ZodString> {
  return z.array(line()).min(1).max(20);
}

/** An id from the case: of a question, a fee, a proposal, a system. */
export function id(): z.ZodString {
  return z.string().min(1).max(40);
}

export function instant(): z.ZodISODateTime {
  return z.iso.datetime({ offset: true });
}
