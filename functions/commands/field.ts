import * as z from 'zod';
import type { Localised } from '#domain/language.ts';

/** The values that have been filled in so far, by the names of the fields. */
export type Filled = Readonly<Record<string, unknown>>;

/** The form element with which a field is drawn. It determines whether staff type a value or choose one of several. */
export type Widget =
  /** A text of several lines. */
  | { readonly as: 'text'; readonly rows?: number }
  | { readonly as: 'line'; readonly most?: number }
  /** A list of texts, one per line. */
  | { readonly as: 'lines'; readonly rows?: number }
  | { readonly as: 'email' | 'date' | 'code' | 'money' | 'currency' }
  /** A date and a time in the controller's time zone. */
  | { readonly as: 'instant' }
  | { readonly as: 'tick' }
  /** Yes or no, both shown as options. */
  | { readonly as: 'yes-no'; readonly yes: Localised; readonly no: Localised }
  /** One of a few options. `among` says which options are possible, given the other fields. */
  | {
      readonly as: 'choice';
      readonly options: Readonly<Record<string, Localised>>;
      readonly among?: (filled: Filled) => readonly string[];
      readonly first?: string;
    }
  /** Any number of a few options. */
  | { readonly as: 'ticks'; readonly options: Readonly<Record<string, Localised>> }
  /** One of the candidates of the command, under the names that the case gives them. */
  | { readonly as: 'target' }
  /** One of the answers that were sent, or none. */
  | { readonly as: 'answer'; readonly none: Localised }
  /** Some of the methods of proof that the case offers. */
  | { readonly as: 'identity-methods' }
  /** The id of a member of staff. */
  | { readonly as: 'member' }
  /** The general form does not draw the field: the command has a form of its own, or the value comes from the case. */
  | { readonly as: 'own' };

/** How a form shows a field. */
export interface FieldText {
  readonly label: Localised;
  readonly help?: Localised;
  /** Where the text stands: in a letter to the person, or only in the record of the case. */
  readonly goesInto?: 'letter' | 'record';
  readonly widget: Widget;
  /** The form requires the field where it is shown, although the field is optional in the schema. */
  readonly needed?: true;
  /**
   * Whether the field is shown, given the other fields and the values from the case. Absent: the field is always shown.
   */
  readonly when?: (filled: Filled) => boolean;
}

const texts = z.registry<FieldText>();

/**
 * Makes a field of a command: its schema for the API, and how the form draws it. Two fields must not share a schema.
 */
export function field<S extends z.ZodType>(schema: S, text: FieldText): S {
  if (texts.has(schema)) throw new Error('two fields share one schema');
  texts.add(schema, text);
  return schema;
}

/** How a form shows the field with this schema; `undefined` if the schema is no field of a form. */
export function textOf(schema: z.core.$ZodType): FieldText | undefined {
  return texts.get(schema);
}

export function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

/** A text; spaces around it are removed. */
export function words(most = 4_000): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => value.isWellFormed(), 'half a character');
}

/** A text of one line for a letter. */
export function line(): z.ZodString {
  return words(300);
}

export function lines(): z.ZodArray<z.ZodString> {
  return z.array(line()).min(1).max(20);
}

/** The id of a thing in the case: of a question, a fee, a proposal, a system. */
export function id(): z.ZodString {
  return z.string().min(1).max(40);
}

export function instant(): z.ZodISODateTime {
  return z.iso.datetime({ offset: true });
}
