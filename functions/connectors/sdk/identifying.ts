import type { HeldIdentifier } from '#domain/findings/finding.ts';
import {
  identifierText,
  type Identifier,
  type IdentifierKind,
  type RawIdentifier,
} from '#domain/identifiers/identifier.ts';
import type { Weight } from '#domain/identifiers/weight.ts';
import { identifiersInText } from './identifiers-in-text.ts';
import { isBlank, textIn, type VendorFields, type VendorValue } from './vendor-values.ts';

/** The kinds of identifier that a field can hold, and how strongly the field identifies somebody. */
export interface Identifying {
  readonly kinds: readonly IdentifierKind[];
  readonly weight: Weight;
}

/** The identifying fields of a connector, by resource and by field. Fields that are not listed identify nobody. */
export type IdentifyingFields = Readonly<Record<string, Readonly<Record<string, Identifying>>>>;

/**
 * Declares a field that says whose record it is, such as a personnummer, a customer number or the main e-mail address.
 * The record belongs to whoever has this identifier.
 */
export function own(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'own' };
}

/**
 * Declares a field that several people may share, such as a telephone number or an e-mail address for invoices.
 *
 * The field ties a record to the person only if no field of the record names somebody else. For example, once staff
 * have accepted a telephone number as the person's, a record with only this number belongs to the person. The name in
 * the record is not compared.
 */
export function contact(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'contact' };
}

/** Declares a field with a value that somebody typed into a form and that nobody checked. */
export function stated(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'stated' };
}

export interface IdentifiedRecord {
  readonly resource: string;
  readonly data: VendorFields;
}

/** The identifiers that the declared fields of a record contain. */
export interface Identified {
  /** The normalised identifiers. If two fields contain the same identifier, it is listed twice. */
  readonly identifiers: readonly HeldIdentifier[];
  /** Whether the value of an `own` field cannot be read as an identifier. Then nobody can tell whose record it is. */
  readonly isUnclear: boolean;
}

/**
 * Reads the identifiers in the declared fields of a record. A field may hold several, as a list or as a text such as
 * `a@x.example; b@y.example`.
 */
export function identifiersIn(
  fields: IdentifyingFields,
  { resource, data }: IdentifiedRecord,
  normalise: (raw: RawIdentifier) => Identifier | undefined,
): Identified {
  const declared = Object.entries((Object.hasOwn(fields, resource) ? fields[resource] : undefined) ?? {});
  let isUnclear = false;
  const identifiers = declared.flatMap(([field, { kinds, weight }]) => {
    const found = new Map<string, HeldIdentifier>();
    for (const value of Object.hasOwn(data, field) ? valuesIn(data[field] ?? null) : []) {
      const text = textIn(value);
      const read = kinds.map((kind) => identifiersInText(kind, text ?? '', (one) => normalise({ kind, value: one })));
      for (const { identifiers: some } of read)
        for (const identifier of some) found.set(identifierText(identifier), { ...identifier, weight, field });
      const [first, ...others] = read.map(({ unread }) => unread);
      const isUnread = text === undefined || first?.some((piece) => others.every((other) => other.includes(piece)));
      if (weight === 'own' && isUnread === true) isUnclear = true;
    }
    return [...found.values()];
  });
  return { identifiers, isUnclear };
}

/** The values of a field that are not blank. For a list these are its items. */
function valuesIn(value: VendorValue): readonly VendorValue[] {
  if (Array.isArray(value)) return value.flatMap((one: VendorValue) => valuesIn(one));
  return isBlank(value) ? [] : [value];
}
