import * as z from 'zod';

/** Kinds of identifier that can tie a record to a person. */
export const identifierKinds = [
  'email',
  'phone',
  'personnummer',
  'organisationNumber',
  'customerNumber',
  'orderNumber',
  'contractNumber',
] as const;
export const identifierKindSchema = z.enum(identifierKinds);
export type IdentifierKind = z.infer<typeof identifierKindSchema>;

/** A normalised identifier. Two identifiers are the same exactly if kind and value are equal. */
export const identifierSchema = z.strictObject({ kind: identifierKindSchema, value: z.string().min(1).max(254) });
export type Identifier = Readonly<z.infer<typeof identifierSchema>>;

/** An identifier as a person or a system spells it. */
export interface RawIdentifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

/** The result of checking a value. `reason` is a code, and never contains the value. */
export type Normalised =
  | { readonly valid: true; readonly identifier: Identifier }
  | { readonly valid: false; readonly reason: InvalidReason };

/** The result for a value that is not an identifier. */
export function invalid(reason: InvalidReason): Normalised {
  return { valid: false, reason };
}

export type InvalidReason =
  | 'empty'
  | 'too-long'
  | 'control-character'
  | 'not-an-address'
  | 'not-a-phone-number'
  | 'not-a-personnummer'
  | 'interim-number'
  | 'check-digit'
  | 'no-such-date'
  | 'in-the-future'
  | 'not-an-organisation-number'
  | 'not-in-the-format';

/** What each reason code means, in words for problem documents and the command line. */
export const reasonInWords: Readonly<Record<InvalidReason, string>> = {
  empty: 'the value is empty',
  'too-long': 'the value is too long',
  'control-character': 'the value contains a control character',
  'not-an-address': 'this is not an e-mail address',
  'not-a-phone-number': 'this is not a telephone number',
  'not-a-personnummer': 'this is not a personnummer or samordningsnummer',
  'interim-number': 'interim numbers are not accepted here',
  'check-digit': 'the check digit does not match',
  'no-such-date': 'there is no such date of birth',
  'in-the-future': 'the date of birth is in the future',
  'not-an-organisation-number': 'this is not an organisation number',
  'not-in-the-format': 'this is not in the number format of this organisation',
};

/** Whether two normalised identifiers are the same. */
export function sameIdentifier(a: Identifier, b: Identifier): boolean {
  return a.kind === b.kind && a.value === b.value;
}

/** One text for each identifier, for use in sets and maps. */
export function identifierText({ kind, value }: Identifier): string {
  return `${kind}:${value}`;
}
