import * as z from 'zod';
import type { Localised } from '#domain/language.ts';

/** What the form contains so far: the values by the names of their fields. */
export type Filled = Readonly<Record<string, unknown>>;

/** The form element for a field, such as a text box or a list of options. */
export type Widget =
  /** A text of several lines, `rows` lines high. */
  | { readonly as: 'text'; readonly rows?: number }
  | { readonly as: 'line'; readonly most?: number }
  /** A list of texts. Staff write each text on a line of its own. */
  | { readonly as: 'lines'; readonly rows?: number }
  | { readonly as: 'email' | 'date' | 'code' | 'money' | 'currency' }
  /** A date and a time of day in the controller's time zone. */
  | { readonly as: 'instant' }
  | { readonly as: 'tick' }
  /** Two options, yes and no, of which staff choose one. */
  | { readonly as: 'yes-no'; readonly yes: Localised; readonly no: Localised }
  /**
   * A few options, of which staff choose one. `among` returns the options that are possible with the current values of
   * the form.
   */
  | {
      readonly as: 'choice';
      readonly options: Readonly<Record<string, Localised>>;
      readonly among?: (filled: Filled) => readonly string[];
      readonly first?: string;
    }
  /** A few options, of which staff choose any number. */
  | { readonly as: 'ticks'; readonly options: Readonly<Record<string, Localised>> }
  /** The targets of the command that the case view lists, of which staff choose one. */
  | { readonly as: 'target' }
  /** The answers that were sent to the person, of which staff choose one or `none`. */
  | { readonly as: 'answer'; readonly none: Localised }
  /** The methods of proof in `identityMethods` of the case, of which staff choose any number. */
  | { readonly as: 'identity-methods' }
  /** The id of a member of staff, chosen from the organisation's people if they are listed. */
  | { readonly as: 'member' }
  /**
   * The generated form leaves the field out. The console has a form of its own for this command, or takes the value
   * from the case.
   */
  | { readonly as: 'own' };

/** The texts and the form element of a field. */
export interface FieldText {
  readonly label: Localised;
  readonly help?: Localised;
  /** Where the value ends up: in a letter to the person, or only in the record of the case. */
  readonly goesInto?: 'letter' | 'record';
  readonly widget: Widget;
  /** The form requires a value where it shows the field. The schema may still say that the field is optional. */
  readonly needed?: true;
  /**
   * Whether the form shows the field, given the values in the form and `values` of the case. Absent: the form always
   * shows the field.
   */
  readonly when?: (filled: Filled) => boolean;
}

const texts = z.registry<FieldText>();

/**
 * Defines a field: the schema for the API, and the texts for the form. Throws if another field already uses this schema
 * object.
 */
export function field<S extends z.ZodType>(schema: S, text: FieldText): S {
  if (texts.has(schema)) throw new Error('two fields share one schema');
  texts.add(schema, text);
  return schema;
}

/** The texts of the field that has this schema. `undefined` if no field has it. */
export function textOf(schema: z.core.$ZodType): FieldText | undefined {
  return texts.get(schema);
}

export function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

/** A text of at most `most` characters. The schema removes spaces around it. */
export function words(most = 4_000): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => value.isWellFormed(), 'contains an unpaired UTF-16 surrogate');
}

/** A text of at most 300 characters, for one line in a letter. */
export function line(): z.ZodString {
  return words(300);
}

export function lines(): z.ZodArray<z.ZodString> {
  return z.array(line()).min(1).max(20);
}

/** The id of a question, a fee, a proposal, a system or something similar in a case. */
export function id(): z.ZodString {
  return z.string().min(1).max(40);
}

export function instant(): z.ZodISODateTime {
  return z.iso.datetime({ offset: true });
}
