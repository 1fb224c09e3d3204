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

/** The kinds of identifier that a field can hold. */
export interface Identifying {
  readonly kinds: readonly IdentifierKind[];
  readonly weight: Weight;
}

/** The identifying fields of a connector, by resource and field. Fields that are not listed identify nobody. */
export type IdentifyingFields = Readonly<Record<string, Readonly<Record<string, Identifying>>>>;

/**
 * A field of the weight `own`, such as a personnummer, a customer number or the primary address. The record is about
 * the person with this identifier.
 */
export function own(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'own' };
}

/**
 * A field of the weight `contact`, such as an address for invoices or a telephone number. Several people may share it.
 * A name is no identifier. Once staff have accepted a telephone number, a record with only this number belongs to the
 * person, whatever name the record has.
 */
export function contact(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'contact' };
}

/** A field of the weight `stated`: somebody typed the value into a form, and nobody checked it. */
export function stated(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'stated' };
}

/** The identifiers of a record, and what they say about its owner. */
export interface IdentifiedRecord {
  readonly resource: string;
  readonly data: VendorFields;
}

/** The result of reading the declared fields of a record. */
export interface Identified {
  /** The identifiers, normalised. Each is listed once for each field. */
  readonly identifiers: readonly HeldIdentifier[];
  /**
   * Whether an `own` field has a value that is no identifier of the field's kinds. Then nobody knows whom the value
   * names.
   */
  readonly isUnclear: boolean;
}

/**
 * Reads the identifiers in the declared fields of a record. A field may hold several identifiers, as a list or as a
 * text such as `a@x.example; b@y.example`.
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

/** The non-empty values of a field. */
function valuesIn(value: VendorValue): readonly VendorValue[] {
  if (Array.isArray(value)) return value.flatMap((one: VendorValue) => valuesIn(one));
  return isBlank(value) ? [] : [value];
}
