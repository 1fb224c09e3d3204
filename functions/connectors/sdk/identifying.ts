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

/** The kind of identifier in a field; several kinds if it can hold any of them. */
export interface Identifying {
  readonly kinds: readonly IdentifierKind[];
  readonly weight: Weight;
}

/** The identifying fields of a connector, by resource and field. Other fields identify nobody. */
export type IdentifyingFields = Readonly<Record<string, Readonly<Record<string, Identifying>>>>;

/** The record is about the owner of this identifier: a personnummer, a customer number, the primary address. */
export function own(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'own' };
}

/**
 * A contact of somebody: an address for invoices, a telephone number, which others may share. Names are no identifiers:
 * once staff have accepted the number, a record with only this number belongs to the person, whatever name it has.
 */
export function contact(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'contact' };
}

/** Somebody typed this into a form, and nobody checked it. */
export function stated(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'stated' };
}

/** The identifiers of a record. */
export interface IdentifiedRecord {
  readonly resource: string;
  readonly data: VendorFields;
}

/** What the declared fields of a record say about its owner. */
export interface Identified {
  /** Normalised, each once per field. */
  readonly identifiers: readonly HeldIdentifier[];
  /** Whether an `own` field holds a value of none of its kinds, so that nobody knows whom it names. */
  readonly isUnclear: boolean;
}

/**
 * The identifiers in the declared fields of a record. A field may hold several: a list, or a text such as `a@x.example;
 * b@y.example`.
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
